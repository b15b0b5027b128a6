"""A risk register as an Excel workbook that works out its own scores and ratings."""

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from integration_cli.errors import AdvisorError
from integration_cli.export.saved_book import bytes_of_book
from integration_cli.export.sheet_look import edged, fit_rows, head, print_landscape, written
from integration_cli.register import BANDS, Rating

COLOURS: dict[Rating, str] = {"red": "F8CBAD", "amber": "FFE699", "green": "C6E0B4"}
NUMBER, NOTES = 10, 36
WIDTHS = ((120, 44), (60, 34), (20, 22), (0, 14))
"""Characters that a column is wide, by those of its longest text."""

ROOM = 40
"""Rows below the last in which people's own risks are rated too; they are printed, as room for these."""

NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no workbook can hold; a name on the command line may hold any."""

LONGEST = 32_767
"""Characters of a cell."""


class Sheet(NamedTuple):
    """The cells of a register: its columns, its rows by column, and the columns of each scoring in the order
    likelihood, impact, score, rating."""

    names: Sequence[str]
    rows: Sequence[Mapping[str, str]]
    scales: Sequence[tuple[str, str, str, str]]


def to_xlsx(register: Sheet) -> bytes:
    """Write a register as a workbook: texts as texts, scores and ratings as formulas over the numbers filled in.

    Raises AdvisorError where openpyxl is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise AdvisorError("workbooks need one more package: pip install 'integration-cli[office]'") from None
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Risks"
    for number, row in enumerate([dict(zip(register.names, register.names, strict=True)), *register.rows], 1):
        for column, name in enumerate(register.names, 1):
            _put(sheet.cell(number, column), row.get(name, ""))
    last = len(register.rows) + 1 + ROOM
    for scale in register.scales:
        _score(sheet, [register.names.index(label) + 1 for label in scale], last)
    _lay_out(sheet, register, last)
    return bytes_of_book(book)


def _put(cell: Any, text: str) -> None:
    text = NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)[:LONGEST]
    cell.value = text or None
    if text:
        # Never worked out, and still a text when somebody edits it.
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"


def _score(sheet: Any, columns: Sequence[int], last: int) -> None:
    """Formulas for a score and its rating, a list of the numbers to choose from, and a colour for each rating."""
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    likelihood, impact, score, rating = map(get_column_letter, columns)
    least = {colour: least for least, _, colour in BANDS}
    for row in range(2, last + 1):
        both = f"AND(ISNUMBER({likelihood}{row}),ISNUMBER({impact}{row}))"
        sheet[f"{score}{row}"] = f'=IF({both},{likelihood}{row}*{impact}{row},"")'
        colour = f'IF({score}{row}>={least["red"]},"red",IF({score}{row}>={least["amber"]},"amber","green"))'
        sheet[f"{rating}{row}"] = f'=IF({score}{row}="","",{colour})'
    numbers: Any = DataValidation(type="whole", operator="between", formula1="1", formula2="5", allow_blank=True)
    numbers.errorTitle, numbers.error = "Likelihood and impact", "A whole number from 1 (least) to 5 (most)."
    numbers.showErrorMessage = True
    sheet.add_data_validation(numbers)
    for letter in (likelihood, impact):
        numbers.add(f"{letter}2:{letter}{last}")
    rules: Any = import_module("openpyxl.formatting.rule")
    for name, fill in COLOURS.items():
        rule = rules.CellIsRule(operator="equal", formula=[f'"{name}"'], fill=PatternFill(bgColor=fill))
        sheet.conditional_formatting.add(f"{rating}2:{rating}{last}", rule)


def _lay_out(sheet: Any, register: Sheet, last: int) -> None:
    from openpyxl.utils import get_column_letter

    numbers = {name for scale in register.scales for name in scale}
    for column, name in enumerate(register.names, 1):
        longest = max((len(row.get(name, "")) for row in register.rows), default=0)
        width = NUMBER if name in numbers else next(width for least, width in WIDTHS if longest >= least)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row in sheet.iter_rows(max_row=last):
        edged(row)
        for cell in row:
            written(cell)
    for cell in sheet[1]:
        head(cell)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(register.names))}{last}"
    sheet.column_dimensions[get_column_letter(len(register.names))].width = NOTES
    fit_rows(sheet)
    # Twenty columns on one page nobody could read; which risk a row speaks of stands on both.
    print_landscape(sheet, "1:1", pages_wide=2)
    sheet.print_title_cols = "A:B"
