"""A workbook as the bytes of its file."""

import gc
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from typing import Any

from integration_cli.errors import AdvisorError


def bytes_of_book(book: Any) -> bytes:
    """The bytes of a workbook of openpyxl, which writes its sheets to temporary files first.

    Raises AdvisorError where there is no room for them.
    """
    stream = BytesIO()
    try:
        book.save(stream)
    except Exception as error:
        # With lxml a full disk is an error of its own, which can only be named where lxml is installed.
        if not isinstance(error, OSError) and type(error).__name__ != "SerialisationError":
            raise
        _let_go(error)
        raise AdvisorError(
            "cannot write the workbook: no room for temporary files\nMake some, or let TMPDIR name another folder"
        ) from None
    return stream.getvalue()


def _let_go(error: Exception) -> None:
    """Drop what is half written: it complains once more on its way out, to nobody's use."""
    with redirect_stderr(StringIO()):
        error.__traceback__ = None
        gc.collect()
