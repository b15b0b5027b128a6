"""A plan as a workbook: a row for each action, nothing in it is worked out, and nothing in it breaks Excel."""

import re
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from integration_cli import Advisor
from integration_cli.errors import AdvisorError
from integration_cli.export.plan_xlsx import to_xlsx
from integration_cli.handout import COLUMNS, Handout, Row
from integration_cli.planning.reading.workbook import NotAWorkbook, read_workbook
from tests.planning.handing.filled_in import ADVISOR, FIRST, NOW, PLAN, edited, workbook


def sheet_of(*rows: Row):
    return openpyxl.load_workbook(BytesIO(to_xlsx(Handout(rows, b"plan"), NOW)))["Actions"]


def test_each_action_is_a_row_under_the_heads():
    plan = edited(
        PLAN, ("- [ ]", "- [x]"), ("  - Due:", "  - Due: 4 March 2027"), ("  - Notes:", "  - Notes: a\n  - b")
    )

    opened = workbook(plan)

    assert list(COLUMNS) == opened.heads
    first = [None if value is None else str(value) for value in opened.rows()[0]]
    assert ["done", FIRST, None, "2027-03-04 00:00:00", None, "a\nb"] == first[:6]
    places = ["Title of money", "Title of quarrel", "Title of talks", "source 1, “A heading”", "talks/first-step"]
    assert places == first[6:]
    assert 2 == len(opened.rows())


def test_a_day_is_a_date_that_excel_can_sort_and_words_stay_words():
    sheet = sheet_of(Row(due="2027-03-04"), Row(due="end of March"), Row(due="2027-02-30"), Row(due="1066-10-14"))

    assert [True, False, False, False] == [sheet.cell(line, 4).is_date for line in range(2, 6)]
    assert "d mmm yyyy" == sheet["D2"].number_format
    assert ["end of March", "2027-02-30", "1066-10-14"] == [sheet.cell(line, 4).value for line in range(3, 6)]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_what_begins_like_a_formula_is_a_text_also_when_it_is_edited(start: str):
    cell = sheet_of(Row(owner=f'{start}HYPERLINK("http://x","y")'))["C2"]

    assert ("s", True, f'{start}HYPERLINK("http://x","y")') == (cell.data_type, cell.quotePrefix, cell.value)


def test_the_head_stays_in_view_and_can_be_filtered_and_texts_are_wrapped():
    sheet = sheet_of(Row(action="one"), Row(action="two"))

    assert ("C2", "A1:K3", "1:1") == (
        sheet.freeze_panes,
        sheet.auto_filter.ref,
        sheet.print_title_rows.replace("$", ""),
    )
    assert all(cell.alignment.wrap_text for row in sheet.iter_rows(max_col=10) for cell in row)
    assert all(sheet.column_dimensions[letter].width >= 10 for letter in "ABCDEFGHIJK")


def test_the_status_is_chosen_from_a_list_also_in_rows_to_come():
    (choice,) = sheet_of(Row(action="one")).data_validations.dataValidation

    assert ('"open,done,not applicable"', "A2:A302") == (choice.formula1, str(choice.sqref))


def test_the_plan_is_in_a_hidden_sheet_and_the_workbook_says_so():
    opened = workbook()

    assert ["visible", "visible", "hidden"] == [sheet.sheet_state for sheet in opened.book]
    about = " ".join(str(row[0].value) for row in opened.book["About"].iter_rows())
    assert "The hidden sheet 'Plan' holds that file as it was" in about
    assert "The situation: we quarrel" in about
    assert PLAN.encode() == read_workbook(opened.saved()).plan


def test_warnings_and_sources_stand_beside_the_rows(advisor: Advisor):
    plan = advisor.checklist(advisor.plan(["unclear-governance-and-hosting", "fear-of-sharing-data"]), "2026-11-01")

    book = openpyxl.load_workbook(BytesIO(to_xlsx(advisor.hand_out(plan.encode()), NOW)))

    about = [str(row[0].value) for row in book["About"].iter_rows()]
    assert plan.count("**Changed since:**") == sum(line.startswith("Changed since:") for line in about) > 0
    assert plan.count("\n- Source ") == sum(line.startswith("• Source ") for line in about) > 0
    assert "• Unclear who hosts, decides and is accountable" in about


def test_a_plan_longer_than_a_cell_survives():
    import random

    plan = PLAN.encode() + random.Random(1).randbytes(200_000)

    assert plan == read_workbook(to_xlsx(Handout((Row(action="one"),), plan), NOW)).plan


def test_control_characters_of_a_plan_do_not_break_the_workbook():
    plan = edited(PLAN, ("  - Owner:", "  - Owner: a\x07b\x1b[31mc\ufffe"), ("we quarrel", "we \x00 quarrel\x0b"))

    assert "a b [31mc" == workbook(plan).cell(FIRST, "Owner").value


def test_a_plan_without_actions_is_a_workbook_to_fill():
    advisor = Advisor(ADVISOR.knowledge)
    plan = "\n".join(line for line in PLAN.splitlines() if not line.startswith(("- [", "  -")))

    merged = advisor.take_back(plan.encode(), workbook(plan).add(action="Buy biscuits").saved())

    assert "- [ ] Buy biscuits" in merged.data.decode().splitlines()


@pytest.mark.parametrize("data", [b"", b"no zip", PLAN.encode(), b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_told_so(data: bytes):
    with pytest.raises(NotAWorkbook, match=r"plan\.xlsx is no workbook that can be read"):
        read_workbook(data, "plan.xlsx")


def test_a_damaged_workbook_is_told_so():
    data = workbook().saved()
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name)[:99] if "sheet1" in name else old.read(name))

    with pytest.raises(NotAWorkbook, match="no workbook that can be read"):
        read_workbook(stream.getvalue())


def test_a_workbook_without_our_heads_is_told_so():
    opened = workbook()
    opened.sheet.delete_rows(1)

    with pytest.raises(NotAWorkbook, match="no sheet has a column with the head 'Action'"):
        read_workbook(opened.saved())


def test_a_workbook_that_would_fill_the_memory_is_not_opened():
    stream = BytesIO()
    with ZipFile(stream, "w", 8) as packed:
        packed.writestr("xl/workbook.xml", bytes(210_000_000))

    with pytest.raises(AdvisorError, match="larger than 200 MB"):
        read_workbook(stream.getvalue())


def test_a_formula_gives_what_it_came_to_or_itself():
    opened = workbook().type(FIRST, owner="=1+1")

    saved = opened.saved()

    assert "=1+1" == read_workbook(saved).rows[0].owner
    assert "2" == read_workbook(worked_out(saved, "2")).rows[0].owner


def worked_out(data: bytes, value: str) -> bytes:
    """A workbook as Excel saves it, with what its formulas came to."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"</f><v ?/?>(</v>)?", f"</f><v>{value}</v>".encode(), old.read(name)))
    return stream.getvalue()
