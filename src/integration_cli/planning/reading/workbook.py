"""A workbook read back, however people have sorted, filled in and added to it: the door to openpyxl for reading."""

import warnings
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from integration_cli.errors import AdvisorError
from integration_cli.handout import COLUMNS, HIDDEN, SHEET, Returned, Row
from integration_cli.planning.reading.extent import extent

LARGEST = 200_000_000
"""Bytes of a workbook unpacked; that of a plan with ten thousand actions has about fifteen million."""

_MOST_COLUMNS = 200
_SERIALS = range(36526, 73051)
"""Days from 2000 to 2099 as Excel counts them."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, SyntaxError, OSError, EOFError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What openpyxl raises for a file that is no workbook, or a damaged one; SyntaxError stands for broken XML."""

MOST_CELLS = 2_000_000
"""Cells between the first and the last place of a sheet; a plan with ten thousand actions has about 120,000."""


class NotAWorkbook(AdvisorError):
    """A file that is no workbook of ours."""


def read_workbook(data: bytes, name: str = "the workbook") -> Returned:
    """Read the rows of a workbook, in their order; `name` is what it is called in errors.

    Raises NotAWorkbook, and AdvisorError where openpyxl is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise AdvisorError("workbooks need one more package: pip install 'integration-cli[office]'") from None
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise NotAWorkbook(f"{name} is larger than {LARGEST // 1_000_000} MB: that is no workbook of ours")
            for part in packed.infolist():
                _refuse_far_reaching(packed.read(part), name)
        with warnings.catch_warnings():
            # What a workbook holds beside its cells, such as newer kinds of lists, does not matter here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data))
            formulas = any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
            worked_out = openpyxl.load_workbook(BytesIO(data), data_only=True) if formulas else book
        for sheet in sorted(book.worksheets, key=lambda sheet: sheet.title != SHEET):
            grid = _grid(sheet, worked_out[sheet.title])
            if (at := _head(grid)) is not None:
                return Returned(tuple(_rows(grid, at)), tuple(h for h in grid[at] if h in COLUMNS), _plan(book))
    except _BROKEN as error:
        raise NotAWorkbook(f"{name} is no workbook that can be read: open it in Excel and save it as .xlsx") from error
    raise NotAWorkbook(
        f"{name} is not a workbook of ours, or lost its first line: no sheet has a column with the head 'Action'\n"
        "Make one from the plan with: advisor checklist --plan PLAN.md -o NEW.xlsx"
    )


def _refuse_far_reaching(sheet: bytes, name: str) -> None:
    row, column = extent(sheet)
    if row * column > MOST_CELLS:
        raise NotAWorkbook(
            f"{name} has a sheet that reaches to row {row:,} and column {column:,}\n"
            "Delete the rows and columns beyond what people wrote (Ctrl+End in Excel shows the last), and save it again"
        )


def _grid(sheet: Any, worked_out: Any) -> list[list[str]]:
    """The cells of a sheet as texts; of a formula what it came to, or itself where nobody has worked it out."""
    return [
        [_shown(cell, worked_out) for cell in row]
        for row in sheet.iter_rows(max_col=min(sheet.max_column, _MOST_COLUMNS))
    ]


def _shown(cell: Any, worked_out: Any) -> str:
    value = cell.value
    if cell.data_type == "f":
        found = worked_out.cell(cell.row, cell.column).value
        value = getattr(value, "text", value) if found is None else found  # One of an array of cells has a text.
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        # Days come with the hour 0; what else somebody typed of the hour is kept.
        return str(value.isoformat()).removesuffix("T00:00:00").replace("T", " ")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("_x000D_", "")


def _head(grid: Sequence[Sequence[str]]) -> int | None:
    return next((n for n, row in enumerate(grid) if "Action" in row and len(COLUMNS.keys() & set(row)) > 1), None)


def _rows(grid: Sequence[Sequence[str]], head: int) -> Iterator[Row]:
    heads = grid[head]
    for cells in grid[head + 1 :]:
        known: dict[str, str] = {}
        other = []
        for title, text in zip(heads, cells, strict=True):
            if title in COLUMNS and COLUMNS[title] not in known:
                known[COLUMNS[title]] = _day(text) if title == "Due" else text
            elif text.strip():
                other.append((title.strip(), text))
        if other or any(text.strip() for text in known.values()):
            yield Row(**known, other=tuple(other))


def _day(text: str) -> str:
    """A day that stands there as Excel counts days, as an ISO date."""
    if text.isdecimal() and int(text) in _SERIALS:
        from openpyxl.utils.datetime import from_excel

        return str(from_excel(int(text)).isoformat())[:10]
    return text


def _plan(book: Any) -> bytes:
    """The plan from the hidden sheet; empty where that is gone or damaged."""
    if HIDDEN not in book.sheetnames:
        return b""
    letters = "".join(str(row[0]) for row in book[HIDDEN].iter_rows(min_row=2, max_col=1, values_only=True) if row[0])
    try:
        return zlib.decompressobj().decompress(b64decode(letters, validate=True), LARGEST)
    except (ValueError, zlib.error):
        return b""
