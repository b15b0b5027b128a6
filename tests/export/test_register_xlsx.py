from io import BytesIO

import openpyxl

from integration_cli import Advisor
from tests import small

HOSTILE = "=HYPERLINK(1)"


def workbook(text: str = "Because money is short, plans may stall, so that people wait."):
    known = small.knowledge(
        small.barrier("first"),
        small.risk("stall", text=text, arises_from=("first",), sharing="shared"),
        small.risk("keep", arises_from=("first",), sharing="retained"),
    )
    register = Advisor(known).risks(["first"], partners=("Council",))
    return openpyxl.load_workbook(BytesIO(Advisor(known).register_workbook(register))).active


def column(sheet, name: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == name)


def test_every_risk_has_a_row_with_what_is_to_be_filled_in_beside_it():
    sheet = workbook()

    assert ["stall", "keep"] == [sheet.cell(row, 1).value for row in (2, 3)]
    assert column(sheet, "Appetite of Council") > column(sheet, "Risk")
    assert sheet.cell(2, column(sheet, "Likelihood now")).value is None


def test_scores_and_ratings_are_formulas_over_the_numbers_filled_in():
    sheet = workbook()
    letters = {name: sheet.cell(1, column(sheet, name)).column_letter for name in ("Likelihood now", "Impact now")}

    score = sheet.cell(2, column(sheet, "Score now")).value
    rating = sheet.cell(2, column(sheet, "Rating now")).value

    assert f"{letters['Likelihood now']}2*{letters['Impact now']}2" in score
    for part in ('>=15,"red"', '>=8,"amber"', '"green"'):
        assert part in rating


def test_what_looks_like_a_formula_in_a_risk_stays_a_text():
    cell = workbook(HOSTILE).cell(2, 2)

    assert (HOSTILE, "s", True) == (cell.value, cell.data_type, cell.quotePrefix)
