"""The form as a workbook: what Excel shows, what comes back, and nothing in it that is ever worked out."""

import sys
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.assessing.understand import understand
from integration_cli.assessment import Assessment, Form, Rating
from integration_cli.errors import AdvisorError
from integration_cli.export.form_xlsx import read_xlsx, to_xlsx
from tests.forms import rating
from tests.small import barrier, category, knowledge

IDS = ("late", "shy", "weak-host")
KNOWN = knowledge(category("people"), barrier("late"), barrier("shy", category="people"), barrier("weak-host"))
ASKED = list(KNOWN.barriers.values())
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=40).map(str.strip)
HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    "'=1",
    "{=1}",
    "#REF!",
    "TRUE",
]


def book(**said: Rating) -> Any:
    return openpyxl.load_workbook(BytesIO(to_xlsx(ASKED, KNOWN, Assessment(said, "Weir Trust", "2026-06-30"))))


def saved(changed: Any) -> bytes:
    stream = BytesIO()
    changed.save(stream)
    return stream.getvalue()


def read(data: bytes) -> Assessment:
    form, faults = read_xlsx(data, "f.xlsx")
    found, more = understand(form, KNOWN)
    assert [] == faults + more
    return found


def marks(found: Assessment) -> dict[str, tuple[str, str]]:
    return {id_: (one.mark, one.comment) for id_, one in found.ratings.items()}


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(IDS), st.tuples(st.sampled_from([0, 2, 4, "?", None]), WORDS)), WORDS)
def test_a_workbook_says_what_was_put_into_it(said: dict[str, tuple[int | str | None, str]], by: str):
    given_ = Assessment({id_: rating(id_, *one) for id_, one in said.items()}, by, "2026-06-30")

    found = read(to_xlsx(ASKED, KNOWN, given_))

    assert (by, "2026-06-30") == (found.by, found.on)
    expected = {id_: rating(id_, *said.get(id_, (None, ""))) for id_ in IDS}
    assert {id_: (one.mark, one.comment) for id_, one in expected.items()} == marks(found)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_in_a_reason_is_a_text_and_stays_one(text: str):
    made = book(late=rating("late", 1, text))

    cell = made["Assessment"]["E5"]
    assert (text, "s") == (cell.value, cell.data_type)
    assert (text[0] in "=+-@") == cell.quotePrefix
    assert {"late": ("1", text)}.items() <= marks(read(saved(made))).items()


def test_no_cell_of_a_form_is_a_formula():
    made = book(**{id_: rating(id_, 1, text) for id_, text in zip(IDS, HOSTILE, strict=False)})

    assert {"s", "n"} == {cell.data_type for sheet in made for row in sheet.iter_rows() for cell in row}


def test_characters_that_no_workbook_holds_are_replaced():
    assert "a\N{REPLACEMENT CHARACTER}b" == read(saved(book(late=rating("late", 1, "a\x07b")))).ratings["late"].comment


def test_the_sheet_is_easy_to_fill_in_and_hard_to_spoil():
    made = book()
    sheet = made["Assessment"]

    (choice,) = sheet.data_validations.dataValidation
    assert ['"0,1,2,3,4,do not know"', "D5:D7", True] == [choice.formula1, str(choice.sqref), choice.showErrorMessage]
    assert ["A5", True, True] == [sheet.freeze_panes, sheet.column_dimensions["A"].hidden, sheet.protection.sheet]
    assert [one.id for one in ASKED] == [sheet.cell(row, 1).value for row in (5, 6, 7)]
    assert [True, True, True, False, False] == [sheet.cell(5, column).protection.locked for column in range(1, 6)]
    assert False is sheet["C1"].protection.locked
    assert 60 <= sheet.column_dimensions["C"].width <= 100
    assert "How to fill in" in made.sheetnames


def test_what_people_choose_in_excel_is_understood():
    made = book()
    sheet = made["Assessment"]
    sheet["C1"], sheet["D5"], sheet["D6"], sheet["D7"] = "ICB", 3, "Do not know", 2.0

    found = read(saved(made))

    assert "ICB" == found.by
    assert ["3", "do not know", "2"] == [found.ratings[id_].mark for id_ in IDS]


def test_columns_may_move_and_rows_may_be_sorted():
    made = book(late=rating("late", 1, "why"), shy=rating("shy", "?"))
    rows = [[cell.value for cell in reversed(row)] for row in made["Assessment"].iter_rows(min_row=4)]
    other = openpyxl.Workbook()
    for row in [rows[0], *reversed(rows[1:])]:
        other.active.append(row)

    assert {"late": ("1", "why"), "shy": ("do not know", ""), "weak-host": ("", "")} == marks(read(saved(other)))


def test_every_defect_is_told_at_once_with_row_and_column():
    made = book()
    sheet = made["Assessment"]
    sheet["D5"], sheet["D6"], sheet["A7"], sheet["D7"], sheet["D8"] = 7, "=1+1", "shyy", 2, 3

    form, faults = read_xlsx(saved(made), "f.xlsx")
    _, found = understand(form, KNOWN)

    assert [] == faults
    assert [
        ("f.xlsx:5:4", "bad-choice"),
        ("f.xlsx:6:4", "bad-choice"),
        ("f.xlsx:7:1", "unknown-id"),
        ("f.xlsx:8:1", "missing-id"),
    ] == [(fault.place, fault.rule) for fault in found]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"ratings:\n", to_xlsx([], KNOWN, Assessment({}))[:2000]])
def test_what_is_no_workbook_is_a_fault_and_no_failure(data: bytes):
    form, faults = read_xlsx(data, "f.xlsx")

    assert (Form("f.xlsx", ()), ["syntax"]) == (form, [fault.rule for fault in faults])


@settings(max_examples=60)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=4))
def test_a_damaged_workbook_is_never_a_failure(at: int, scar: bytes):
    data = to_xlsx(ASKED, KNOWN, Assessment({}))

    form, faults = read_xlsx(data[:at] + scar + data[at + len(scar) :], "f.xlsx")

    assert form.rows or faults


def test_a_workbook_without_our_heads_is_a_fault_that_says_how_to_get_one():
    _, (fault,) = read_xlsx(saved(openpyxl.Workbook()), "f.xlsx")

    assert "make a form with --blank" in fault.message


def test_without_openpyxl_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    for use in (lambda: to_xlsx(ASKED, KNOWN, Assessment({})), lambda: read_xlsx(b"", "f.xlsx")):
        with pytest.raises(AdvisorError, match=r"^workbooks need openpyxl: pip install 'integration-cli\[office\]'$"):
            use()
