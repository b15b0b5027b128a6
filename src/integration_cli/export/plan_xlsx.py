"""A plan as an Excel workbook, one row for each action: the door to openpyxl for writing.

Every text is written as a text: what begins with '=' is shown, never worked out.
"""

import zlib
from base64 import b64encode
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from integration_cli.dates import is_day
from integration_cli.errors import AdvisorError
from integration_cli.export.saved_book import bytes_of_book
from integration_cli.export.sheet_look import DARK, FONT, GREY, SIZE, edged, fit_rows, head, print_landscape, written
from integration_cli.handout import COLUMNS, HIDDEN, SHEET, Handout, Passage, Row

ABOUT = "About"
"""The sheet that says how to fill in the other."""

WIDTHS = (14, 60, 22, 13, 30, 42, 26, 34, 34, 34, 14)
"""Of the columns, in characters."""

FILLED_IN = 6
"""Columns that people fill in, from the first, and that are printed; the others say where an action belongs."""

DUE = list(COLUMNS).index("Due") + 1
FIRST_DAY = "1900-03-01"
"""Before this, Excel and the calendar do not agree."""

CHANGED = "Changed since:"
"""So begins a warning of a plan."""

ROOM = 300
"""Rows below the last for which the list of statuses is there too."""

_PER_CELL = 32_000
_HOW = (
    "Choose a status for each action, and fill in owner, due, measure and notes. Sort, filter and hide as you like.",
    "Add actions of your own in the rows below the last, and columns of your own on the right. Leave the column Id as "
    "it is: by it an action is known again. A row that you delete stays in the plan.",
    "The plan itself is the Markdown file. This takes what you wrote here back into it, and keeps both where both "
    "changed:  advisor update PLAN.md --from THIS.xlsx",
    "The hidden sheet 'Plan' holds that file as it was when this workbook was made, with all that people had written "
    "in it. Think of it before you send the workbook to others.",
)


def to_xlsx(handout: Handout, now: Any) -> bytes:
    """Write a plan as a workbook; `now` is a datetime in UTC. Raises AdvisorError where openpyxl is not installed."""
    try:
        import openpyxl
    except ImportError:
        raise AdvisorError("workbooks need one more package: pip install 'integration-cli[office]'") from None
    book = openpyxl.Workbook()
    book.properties.creator = "advisor"
    book.properties.title = handout.title
    book.properties.created = book.properties.modified = now
    sheet: Any = book.active
    sheet.title = SHEET
    for column, label in enumerate(COLUMNS, 1):
        _put(sheet.cell(1, column), label)
    for number, row in enumerate(handout.rows, 2):
        for column, name in enumerate(COLUMNS.values(), 1):
            _put(sheet.cell(number, column), getattr(row, name))
    _lay_out(sheet, max(2, len(handout.rows) + 1))
    _explain(book.create_sheet(ABOUT), handout)
    _remember(book.create_sheet(HIDDEN), handout.plan)
    return bytes_of_book(book)


def _put(cell: Any, text: str) -> None:
    if cell.column == DUE and is_day(text) and text > FIRST_DAY:
        days: Any = import_module("openpyxl.utils.datetime")
        cell.value = days.from_ISO8601(text)
        return
    cell.value = text or None
    if text:
        cell.data_type = "s"
        # As if typed after an apostrophe: still a text when somebody edits it.
        cell.quotePrefix = text[0] in "=+-@"


def _lay_out(sheet: Any, last: int) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(WIDTHS, 1):
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = width
        # For rows that people add.
        dimension.font = Font(name=FONT, size=SIZE)
        dimension.alignment = Alignment(wrap_text=True, vertical="top")
        dimension.number_format = "d mmm yyyy" if column == DUE else "General"
    for row in sheet.iter_rows(max_row=last, max_col=len(COLUMNS)):
        edged(row)
        for cell in row:
            written(cell, colour="000000" if cell.column <= FILLED_IN else GREY, wrap=cell.column < len(COLUMNS))
            if cell.is_date:
                cell.number_format = "d mmm yyyy"
    for cell in sheet[1]:
        head(cell, DARK if cell.column <= FILLED_IN else GREY)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{last}"
    print_landscape(sheet, "1:1")
    # Whole columns, for the rows that people add; openpyxl itself knows only rectangles.
    names: Any = import_module("openpyxl.workbook.defined_name")
    sheet.defined_names.add(names.DefinedName("Print_Area", attr_text=f"'{SHEET}'!$A:${get_column_letter(FILLED_IN)}"))
    fit_rows(sheet)
    _guide(sheet, last)


def _guide(sheet: Any, last: int) -> None:
    """A list to choose the status from; done rows grey, days gone by red."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    choice = DataValidation(type="list", formula1='"open,done,not applicable"', allow_blank=True)
    choice.showErrorMessage = True
    choice.errorTitle, choice.error = "Status", "Choose open, done or not applicable; say more in the notes."
    sheet.add_data_validation(choice)
    choice.add(f"A2:A{last + ROOM}")
    rules: Any = import_module("openpyxl.formatting.rule")
    settled = rules.FormulaRule(formula=['OR($A2="done",$A2="not applicable")'], font=Font(color="7F7F7F"))
    late = rules.FormulaRule(
        formula=['AND($A2="open",ISNUMBER($D2),$D2<TODAY())'], font=Font(color="C00000", bold=True)
    )
    sheet.conditional_formatting.add(f"A2:F{last + ROOM}", settled)
    sheet.conditional_formatting.add(f"D2:D{last + ROOM}", late)


def _explain(sheet: Any, handout: Handout) -> None:
    sheet.column_dimensions["A"].width = 110
    for number, (text, bold) in enumerate(
        [(handout.title, True), *((how, False) for how in _HOW), *_beside(handout.parts)], 1
    ):
        cell = sheet.cell(number, 1)
        _put(cell, text[:_PER_CELL])
        written(cell, bold, size=14 if number == 1 else SIZE)
    fit_rows(sheet)
    print_landscape(sheet)


def _beside(parts: Sequence[Passage | Row]) -> list[tuple[str, bool]]:
    """What a reader of the rows needs beside them: the opening, what has changed since, and all below the actions.

    Each text with whether it is a heading.
    """
    below = 1 + max((number for number, part in enumerate(parts) if isinstance(part, Row)), default=-1)
    inside = next((number for number, part in enumerate(parts) if isinstance(part, Row) or part.level > 1), below)
    passages = [
        part
        for number, part in enumerate(parts)
        if isinstance(part, Passage)
        if number < inside or number >= below or (part.kind == "quote" and part.text.startswith(CHANGED))
    ]
    marks = {"item": "• "}
    return [(marks.get(part.kind, "") + part.text, part.kind == "heading") for part in passages if part.level != 1]


def _remember(sheet: Any, plan: bytes) -> None:
    _put(sheet.cell(1, 1), "The plan as it was when this workbook was made, for 'advisor update': it must stay.")
    letters = b64encode(zlib.compress(plan, 9)).decode()
    for number, at in enumerate(range(0, len(letters), _PER_CELL), 2):
        _put(sheet.cell(number, 1), letters[at : at + _PER_CELL])
    sheet.sheet_state = "hidden"
