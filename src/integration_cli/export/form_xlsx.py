"""A form of the self-assessment as a workbook, to fill in elsewhere and to read back: the door to openpyxl for forms.

Every text is written as a text: what begins with '=' is shown, never worked out.
"""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from integration_cli.assessment import SCALE, UNKNOWN, Assessment, Form, Rating, Row, Written
from integration_cli.errors import AdvisorError, Fault
from integration_cli.export.saved_book import bytes_of_book
from integration_cli.export.sheet_look import edged, fit_rows, head, print_landscape, to_fill, written
from integration_cli.model import Barrier, Knowledge

SHEET, HELP = "Assessment", "How to fill in"
HEADS = ("Barrier", "Family", "Statement", "Rating", "Why (if you like)")
WIDTHS = (4, 28, 70, 14, 50)
"""Columns of the sheet and their widths in characters; the first is hidden."""

ORGANISATION, BEGUN = "Organisation", "Date"
LARGEST_ROW = 2_000
"""Rows of a sheet that are read; the form has about a hundred."""

LONGEST_TEXT = 32_767
"""Characters of a cell."""

NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no workbook can hold."""

LARGEST = 50_000_000
"""Bytes of a workbook unpacked; a form has about a hundred thousand."""

BROKEN = (
    zipfile.BadZipFile, zlib.error, SyntaxError, OSError, EOFError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What openpyxl raises for a file that is no workbook, or a damaged one; a SyntaxError comes of broken XML."""


def to_xlsx(asked: Sequence[Barrier], knowledge: Knowledge, known: Assessment) -> bytes:
    """Write a form with these questions; what `known` holds of them is filled in already. Raises AdvisorError."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    book.properties.creator = "advisor"
    sheet = book.active
    sheet.title = SHEET
    for number, (name, value) in enumerate(((ORGANISATION, known.by), (BEGUN, known.on)), 1):
        _put(sheet.cell(number, 2), name, bold=True)
        _put(sheet.cell(number, 3), value, locked=False)
    for column, name in enumerate(HEADS, 1):
        _put(sheet.cell(4, column), name)
        head(sheet.cell(4, column))
    for number, barrier in enumerate(asked, 5):
        category = knowledge.categories[barrier.category].title
        rating = known.ratings.get(barrier.id, Rating(barrier.id))
        for column, value in enumerate((barrier.id, category, barrier.question), 1):
            _put(sheet.cell(number, column), value)
        _put(sheet.cell(number, 4), rating.mark if rating.score is None else rating.score, locked=False)
        _put(sheet.cell(number, 5), rating.comment, locked=False)
    _lay_out(sheet, last=4 + len(asked))
    _explain(book.create_sheet(HELP))
    return bytes_of_book(book)


def read_xlsx(data: bytes, name: str) -> tuple[Form, list[Fault]]:
    """Return what a workbook holds, lines and columns counted as its rows and columns; it must hold our heads.

    Raises AdvisorError where openpyxl is not installed, never for content.
    """
    openpyxl = _openpyxl()
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                return Form(name, ()), [Fault(name, 1, 1, "too-large", f"over {LARGEST:,} bytes: this is no form")]
        with warnings.catch_warnings():
            # What a workbook holds beyond the form, such as newer kinds of lists, does not matter here.
            warnings.simplefilter("ignore")
            # Row by row: a sheet opened whole makes a cell for each place that it joins or links, be it millions.
            book = openpyxl.load_workbook(BytesIO(data), read_only=True)
        sheet = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        sheet.reset_dimensions()
        cells = {
            (line, column): _shown(value)
            for line, row in enumerate(sheet.iter_rows(max_row=LARGEST_ROW, max_col=50, values_only=True), 1)
            for column, value in enumerate(row, 1)
            if value is not None
        }
    except BROKEN:
        return Form(name, ()), [Fault(name, 1, 1, "syntax", "this is no Excel workbook (.xlsx), or a damaged one")]
    heads = _heads(cells)
    if heads is None:
        message = f"no row holds the heads {', '.join(repr(head) for head in HEADS)}: make a form with --blank"
        return Form(name, ()), [Fault(name, 1, 1, "missing-key", message)]
    line, columns = heads
    rows = tuple(_rows(cells, line, columns))
    return Form(name, rows, _beside(cells, ORGANISATION, line), _beside(cells, BEGUN, line)), []


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise AdvisorError("workbooks need openpyxl: pip install 'integration-cli[office]'") from None
    return openpyxl


def _put(cell: Any, value: str | int, bold: bool = False, locked: bool = True) -> None:
    from openpyxl.styles import Protection

    if isinstance(value, str):
        cell.value = NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value)[:LONGEST_TEXT] or None
        cell.data_type = "s" if value else "n"
        # As if typed after an apostrophe: still a text when somebody edits it.
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
    else:
        cell.value = value
    written(cell, bold)
    cell.protection = Protection(locked=locked)


def _lay_out(sheet: Any, last: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "A5"
    choice = DataValidation(
        type="list", formula1=f'"{",".join([*(str(n) for n in SCALE), UNKNOWN])}"', allow_blank=True
    )
    choice.showErrorMessage = True
    choice.errorTitle, choice.error = "0 to 4", f"Choose 0 to 4, or '{UNKNOWN}'."
    sheet.add_data_validation(choice)
    choice.add(f"D5:D{max(5, last)}")
    # Without a password: a guard against slips, not a lock.
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    for row in sheet.iter_rows(min_row=5, max_row=last, min_col=2, max_col=len(HEADS)):
        edged(row)
    for cell in (sheet["C1"], sheet["C2"], *(cell for row in sheet[f"D5:E{max(5, last)}"] for cell in row)):
        to_fill(cell)
    edged([sheet["C1"], sheet["C2"]])
    fit_rows(sheet)
    print_landscape(sheet, "4:4")


def _explain(sheet: Any) -> None:
    lines = [
        "How ready are we?",
        f"On the sheet '{SHEET}' say how true each statement is here today: choose a rating from the list.",
        *(f"{score}: {meaning}" for score, meaning in SCALE.items()),
        f"{UNKNOWN}: where nobody can say. It is counted and shown, never scored.",
        "An empty rating counts as not answered yet.",
        "Say why beside it if you like: the partners compare their answers, and the reasons are worth most.",
        "Write the name of your organisation at the top. Leave everything else as it is, and send the file back.",
    ]
    for number, line in enumerate(lines, 1):
        _put(sheet.cell(number, 1), line, bold=number == 1)
    sheet.column_dimensions["A"].width = 100
    fit_rows(sheet)
    print_landscape(sheet)


def _shown(value: Any) -> str:
    value = getattr(value, "text", value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    return str(value).strip()


def _heads(cells: dict[tuple[int, int], str]) -> tuple[int, dict[str, int]] | None:
    """The line of the heads, and the column of each."""
    for line in sorted({line for line, _ in cells}):
        found = {text: column for (at, column), text in cells.items() if at == line and text in HEADS}
        if len(found) == len(HEADS):
            return line, found
    return None


def _rows(cells: dict[tuple[int, int], str], heads: int, columns: dict[str, int]) -> Iterator[Row]:
    barrier, _, statement, rating, comment = (columns[head] for head in HEADS)
    for line in sorted({line for line, _ in cells if line > heads}):
        if not any((line, column) in cells for column in (barrier, rating, comment)):
            continue
        id_, said, mark, why = (
            Written(cells.get((line, column), ""), line, column) for column in (barrier, statement, rating, comment)
        )
        yield Row(id_, said, mark, why)


def _beside(cells: dict[tuple[int, int], str], head: str, heads: int) -> Written | None:
    """What stands to the right of a word above the heads."""
    for (line, column), text in cells.items():
        if line < heads and text == head and (line, column + 1) in cells:
            return Written(cells[line, column + 1], line, column + 1)
    return None
