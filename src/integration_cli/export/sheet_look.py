"""How the sheets of our workbooks look, on a screen and on paper."""

from collections.abc import Iterable
from functools import cache
from math import ceil
from typing import Any

FONT, SIZE = "Calibri", 11
"""Said in every cell: a font without a name or size is shown as whatever a program likes."""

DARK, GREY, EDGE, PALE = "1F4E79", "595959", "BFBFBF", "FFF9E5"
A4 = 9
LETTERS = 1.1
"""Letters for each digit that a column is wide."""

LINE, HIGHEST = 15 / 11, 409
"""The height of a line as a part of its letters' size, and of the highest row, in points."""


def written(cell: Any, bold: bool = False, colour: str = "000000", size: int = SIZE, wrap: bool = True) -> None:
    """A text at the top left of its cell."""
    cell.font = _font(bold, colour, size)
    cell.alignment = _alignment(wrap)


@cache
def _font(bold: bool, colour: str, size: int) -> Any:
    from openpyxl.styles import Font

    return Font(name=FONT, size=size, bold=bold, color=colour)


@cache
def _alignment(wrap: bool) -> Any:
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=wrap, vertical="top", horizontal="left")


@cache
def _edges() -> Any:
    from openpyxl.styles import Border, Side

    side = Side("thin", color=EDGE)
    return Border(left=side, right=side, top=side, bottom=side)


def head(cell: Any, fill: str = DARK) -> None:
    """The head of a column: white on a dark ground."""
    from openpyxl.styles import PatternFill

    written(cell, bold=True, colour="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=fill)
    edged([cell])


def to_fill(cell: Any) -> None:
    """A light ground under what people fill in."""
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=PALE)


def edged(cells: Iterable[Any]) -> None:
    """Thin lines around cells, so that rows can be told apart on paper, too."""
    for cell in cells:
        cell.border = _edges()


def print_landscape(sheet: Any, heads: str = "", pages_wide: int = 1) -> None:
    """Print on A4, so many pages wide and as many long as it takes, the rows of the heads (`1:1`) on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top = margins.bottom = 0.6
    sheet.oddFooter.center.text = "&A, page &P of &N"
    if heads:
        sheet.print_title_rows = heads


def fit_rows(sheet: Any) -> None:
    """Give each row the height that its texts need, as a program would work it out: it grows when somebody types.

    LibreOffice, and Excel before editing is allowed, work out no heights themselves.
    """
    from openpyxl.worksheet.dimensions import RowDimension

    class Growing(RowDimension):
        @property
        def customHeight(self) -> bool:  # noqa: N802
            return False

    shown = {letter: column.width for letter, column in sheet.column_dimensions.items() if not column.hidden}
    for row in sheet.iter_rows():
        lines = max((_lines(cell, shown[cell.column_letter]) for cell in row if cell.column_letter in shown), default=1)
        points = max(cell.font.size for cell in row) * LINE * lines
        sheet.row_dimensions[row[0].row] = Growing(sheet, index=row[0].row, ht=min(points, HIGHEST))


def _lines(cell: Any, width: float) -> int:
    """How many lines a cell has."""
    if cell.data_type == "f" or not isinstance(cell.value, str) or not cell.alignment.wrap_text:
        return 1
    return sum(max(1, ceil(len(line) / (width * LETTERS))) for line in cell.value.split("\n"))
