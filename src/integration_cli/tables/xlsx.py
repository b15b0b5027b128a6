"""Workbooks of Excel: the door to openpyxl for rows, however many."""

import warnings
import zlib
from collections.abc import Iterator
from io import BufferedReader
from typing import Any
from zipfile import BadZipFile, ZipFile

from integration_cli.errors import AdvisorError
from integration_cli.tables.row import Row, Table, fitted

LARGEST = 300_000_000
"""Bytes of a workbook unpacked; a hundred thousand replies have about fifty million."""

LAST_ROW = 1_048_576
"""The last row that a sheet of Excel has: whoever names a later one would be waited for without end."""


def read_xlsx(stream: BufferedReader, name: str) -> Table:
    """The table on the first sheet of a workbook, read row by row. Raises AdvisorError where it cannot be read."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise AdvisorError(
            f"{name} is a workbook, and the package that reads them is not here: pip install 'integration-cli[office]'"
        ) from error
    # It warns of decoration that it does not keep, which is nothing to people who count replies.
    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
    try:
        with ZipFile(stream) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise AdvisorError(f"{name} unpacks to more than {LARGEST // 1_000_000} MB: save the sheet as CSV")
        book = load_workbook(stream, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # Some programs write a size that is not true; it would cut the table off.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True)
        header = next(rows, ())
    except (BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, IndexError, OSError) as error:
        raise AdvisorError(f"{name} cannot be read as a workbook: open it in Excel and save it again") from error
    names = [_cell(value).strip() for value in header]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise AdvisorError(f"{name} has no first row that names the columns on its first sheet, '{sheet.title}'")
    others = len(book.worksheets) - 1
    note = f"the first sheet, '{sheet.title}', is read; {others} more are not" if others else ""
    return Table(tuple(names), _rows(rows, len(names), name), note)


def _rows(rows: "Iterator[tuple[Any, ...]]", columns: int, name: str) -> Iterator[Row]:
    number = 1
    try:
        for number, values in enumerate(rows, 2):
            if number > LAST_ROW:
                raise ValueError("a row beyond the last")
            cells = [_cell(value) for value in values]
            # A sheet leaves out the empty cells at the end of a row.
            yield fitted(number, cells + [""] * (columns - len(cells)), columns)
    except (BadZipFile, zlib.error, SyntaxError, ValueError, OSError) as error:
        # SyntaxError: a sheet that is no XML.
        raise AdvisorError(f"{name} is damaged after row {number}: open it in Excel and save it again") from error


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Line ends that a program wrote as Windows does come out in this form.
    return str(value).replace("_x000D_", "")
