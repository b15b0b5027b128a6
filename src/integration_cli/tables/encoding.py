"""Bytes to text, whoever saved them: UTF-8 with or without a mark, UTF-16, and the code page of Windows."""

import codecs
from io import BufferedReader, TextIOWrapper

from integration_cli.errors import AdvisorError

FALLBACK = "advisor-cp1252"
"""Name of the rule that reads bytes which are no UTF-8 as Windows' own code page."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NOT_TEXT = (b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\x89PNG", b"\x1f\x8b")


def text_of(stream: BufferedReader, name: str) -> TextIOWrapper:
    """The stream as text, line ends as they stand. Raises AdvisorError where it is no text.

    UTF-8 with a few bytes of cp1252 in it, as joined exports have, is read rightly too.
    """
    codecs.register_error(FALLBACK, _as_cp1252)
    return TextIOWrapper(stream, encoding_of(stream.peek(4096)[:4096], name), FALLBACK, newline="")


def encoding_of(start: bytes, name: str) -> str:
    """The encoding that the first bytes of a file speak for. Raises AdvisorError where they are no text."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    if start.startswith(_NOT_TEXT):
        raise AdvisorError(f"{name} is not a text file: save it as CSV (UTF-8) or as .xlsx and name it so")
    if b"\0" in start:
        # English in UTF-16 has a zero in every other byte.
        even, odd = start[::2].count(0), start[1::2].count(0)
        if max(even, odd) * 3 < len(start):
            raise AdvisorError(f"{name} is not a text file: save it as CSV (UTF-8) or as .xlsx and name it so")
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8-sig"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if not error.encoding.startswith("utf-8"):
        return "\N{REPLACEMENT CHARACTER}", error.end
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end
