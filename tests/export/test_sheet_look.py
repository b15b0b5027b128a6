"""Our workbooks on paper and in programs that work out no heights: the same look for all."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from integration_cli import Advisor
from integration_cli.assessment import Assessment
from integration_cli.export import form_xlsx, plan_xlsx
from tests.planning.handing.filled_in import ADVISOR, NOW, PLAN

LONG = "fear-of-sharing-data"


@pytest.fixture(scope="module")
def books(advisor: Advisor) -> dict[str, Any]:
    """A workbook of each kind, read back."""
    plan = advisor.checklist(advisor.plan([LONG]), "2026-11-01").encode()
    made = {
        "plan": plan_xlsx.to_xlsx(advisor.hand_out(plan), NOW),
        "register": advisor.register_workbook(advisor.risks([LONG], partners=("Council",))),
        "form": form_xlsx.to_xlsx(advisor.questions([]), advisor.knowledge, Assessment({})),
    }
    return {kind: openpyxl.load_workbook(BytesIO(data)) for kind, data in made.items()}


KINDS = pytest.mark.parametrize(("kind", "heads"), [("plan", 1), ("register", 1), ("form", 4)])


@KINDS
def test_a_workbook_prints_on_a4_in_landscape_with_its_heads_on_each_page(books: dict, kind: str, heads: int):
    sheet = books[kind].worksheets[0]

    page = sheet.page_setup
    assert ("landscape", 9, True) == (
        page.orientation,
        int(page.paperSize),
        sheet.sheet_properties.pageSetUpPr.fitToPage,
    )
    assert f"{heads}:{heads}" == sheet.print_title_rows.replace("$", "")


@KINDS
def test_every_cell_names_its_font_and_size(books: dict, kind: str, heads: int):
    cells = [cell for row in books[kind].worksheets[0].iter_rows(min_row=heads) for cell in row]

    assert {("Calibri", 11.0)} == {(cell.font.name, cell.font.size) for cell in cells if cell.value}


@KINDS
def test_rows_are_as_high_as_their_texts_and_grow_when_somebody_types(books: dict, kind: str, heads: int):
    sheet = books[kind].worksheets[0]
    shown = {letter: column.width for letter, column in sheet.column_dimensions.items() if not column.hidden}

    needed = {
        row[0].row: max(
            len(str(cell.value or "")) / (1.15 * shown[cell.column_letter])
            for cell in row
            if cell.column_letter in shown and cell.data_type == "s" and cell.alignment.wrap_text
        )
        for row in sheet.iter_rows(min_row=heads)
        if any(cell.data_type == "s" for cell in row)
    }
    assert max(needed.values()) > 1
    assert [] == [row for row, lines in needed.items() if sheet.row_dimensions[row].ht < 15 * lines]


def test_heights_are_worked_out_again_when_somebody_types(advisor: Advisor):
    data = form_xlsx.to_xlsx(advisor.questions([]), advisor.knowledge, Assessment({}))

    sheet = ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert b' ht="30"' in sheet
    assert b"customHeight" not in sheet


def test_a_plan_prints_what_people_fill_in_and_rows_that_they_add():
    parts = ZipFile(BytesIO(plan_xlsx.to_xlsx(ADVISOR.hand_out(PLAN.encode()), NOW)))

    assert b"'Actions'!$A:$F</definedName>" in parts.read("xl/workbook.xml").replace(b"&apos;", b"'")


def test_a_register_is_two_pages_wide_and_says_on_both_of_which_risk(books: dict):
    sheet = books["register"].worksheets[0]

    assert (2, "A:B") == (int(sheet.page_setup.fitToWidth), sheet.print_title_cols.replace("$", ""))
