"""What people write in a workbook comes into the plan, and nothing that anybody wrote is lost."""

from datetime import date, datetime

import pytest

from integration_cli import Advisor
from integration_cli.errors import AdvisorError
from tests.planning.handing.filled_in import (
    ADVISOR,
    FIRST,
    PLAN,
    SECOND,
    Workbook,
    after,
    below,
    edited,
    taken_back,
    workbook,
)
from tests.small import barrier, knowledge, solution

EMPTY = ["Owner:", "Due:", "Measure:", "Notes:"]
OWNER = (f"{FIRST} *(source 1, “A heading”)*\n  - Owner:", f"{FIRST} *(source 1, “A heading”)*\n  - Owner: Jo Bell")


def test_a_workbook_that_nobody_touched_changes_no_byte():
    assert (PLAN.encode(), ()) == taken_back(workbook())


def test_every_cell_comes_into_its_line_and_no_other_line_changes():
    filled = workbook().type(
        FIRST, status="done", owner="Jo Bell", due=datetime(2026, 12, 1), measure="a signed page", notes="rang twice"
    )

    plan = after(filled)

    expected = ["- [x]", "Owner: Jo Bell", "Due: 1 December 2026", "Measure: a signed page", "Notes: rang twice"]
    assert expected == below(plan, FIRST)
    assert ["- [ ]", *EMPTY] == below(plan, SECOND)
    assert 5 == len(set(plan.splitlines()) - set(PLAN.splitlines()))


@pytest.mark.parametrize(
    ("typed", "box"),
    [
        *((word, "- [x]") for word in ("done", "Done", " DONE ", "x", "X", "yes", "Complete", "✓", "☑", True)),
        *((word, "- [-]") for word in ("not applicable", "N/A", "n/a", "Not Applicable", "-")),
        *((word, "- [ ]") for word in ("open", "Open", "no", "to do", None, "", False)),
    ],
)
def test_a_status_is_understood_as_people_type_it(typed: object, box: str):
    assert [box, *EMPTY] == below(after(workbook().type(FIRST, status=typed)), FIRST)


def test_a_status_that_nobody_can_be_sure_of_is_kept_as_a_note():
    plan = after(workbook().type(FIRST, status="in progress"))

    assert ["- [ ]", *EMPTY, "In the workbook: status “in progress”"][:5] == below(plan, FIRST)[:5]
    assert "  - In the workbook: status “in progress”" in plan.splitlines()


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        (datetime(2027, 3, 4), "4 March 2027"),
        (date(2027, 3, 4), "4 March 2027"),
        ("04/03/2027", "4 March 2027"),
        ("4 Mar 2027", "4 March 2027"),
        ("2027-03-04", "4 March 2027"),
        (46450, "4 March 2027"),
        ("end of March", "end of March"),
        ("4 March 2027 (board)", "4 March 2027 (board)"),
        (datetime(2027, 3, 4, 14, 30), "2027-03-04 14:30:00"),
        ("2027-02-30", "2027-02-30"),
    ],
)
def test_a_day_is_understood_as_a_date_or_as_text(typed: object, due: str):
    assert f"Due: {due}" in below(after(workbook().type(FIRST, due=typed)), FIRST)


def test_a_cell_that_nobody_changed_leaves_what_the_plan_says_by_now():
    now = edited(PLAN, OWNER, (f"- [ ] <!-- action: talks/first-step --> {FIRST}", f"- [x] {FIRST}"))

    plan = after(workbook().type(SECOND, owner="Sam Roe"), now)

    assert ["- [x]", "Owner: Jo Bell", *EMPTY[1:]] == below(plan, FIRST)
    assert ["- [ ]", "Owner: Sam Roe", *EMPTY[1:]] == below(plan, SECOND)


def test_where_both_changed_the_plan_stays_and_the_workbook_is_noted_once():
    filled = workbook().type(FIRST, owner="Sam Roe")

    merged = taken_back(filled, edited(PLAN, OWNER))

    plan = after(filled, edited(PLAN, OWNER))
    assert ["- [ ]", "Owner: Jo Bell", *EMPTY[1:], "In the workbook: owner “Sam Roe”"] == below(plan, FIRST)
    assert [("both", f"{FIRST} (into the notes: owner “Sam Roe”)")] == [
        (change.what, change.said) for change in merged.changes
    ]


def test_what_came_is_told_in_one_line_for_each_action():
    filled = workbook().type(FIRST, status="x", due="4/3/2027").type(SECOND, status="halfway").add(action="Buy tea")

    expected = [
        ("taken", f"{FIRST} (status: done; due: 4 March 2027)"),
        ("taken", f"{SECOND} (into the notes: status “halfway”)"),
        ("added", "Buy tea"),
    ]
    assert expected == [(change.what, change.said) for change in taken_back(filled).changes]


def test_where_both_wrote_the_same_nothing_is_said():
    filled = workbook().type(FIRST, owner="Jo Bell")

    assert () == taken_back(filled, edited(PLAN, OWNER)).changes


def test_what_somebody_cleared_in_the_workbook_is_cleared_where_the_plan_still_has_it():
    plan = edited(PLAN, OWNER)

    cleared = workbook(plan).type(FIRST, owner=None)

    assert PLAN == after(cleared, plan)
    other = edited(plan, ("Jo Bell", "Jo Bell and Ann"))
    assert other == after(cleared, other)


def test_notes_of_several_lines_become_lines_and_come_out_as_they_went_in():
    plan = after(workbook().type(FIRST, notes="rang twice\nno answer\n\n- Owner: the board?"))

    expected = ["Notes: rang twice", "no answer", r"Note: \- Owner: the board?"]
    assert expected == below(plan, FIRST)[4:]
    assert "rang twice\nno answer\n- Owner: the board?" == workbook(plan).cell(FIRST, "Notes").value


def test_a_line_added_to_notes_leaves_those_that_stand():
    plan = edited(PLAN, ("  - Notes:", "  - Notes: rang twice\n  - the board knows"))

    filled = workbook(plan)
    more = after(filled.type(FIRST, notes=f"{filled.cell(FIRST, 'Notes').value}\nshe called back"), plan)

    assert ["Notes: rang twice", "the board knows", "she called back"] == below(more, FIRST)[4:]


def test_notes_changed_on_both_sides_are_all_kept():
    plan = edited(PLAN, ("  - Notes:", "  - Notes: rang twice"))
    filled = workbook(plan).type(FIRST, notes="rang three times")

    more = after(filled, edited(plan, ("rang twice", "rang twice, on Monday")))

    assert ["Notes: rang twice, on Monday", "rang three times"] == below(more, FIRST)[4:]


def test_words_of_an_action_may_be_changed_and_keep_mark_and_source():
    plan = after(workbook().type(FIRST, action="Meet in the *old* library", status="x"))

    said = r"- [x] <!-- action: talks/first-step --> Meet in the \*old\* library *(source 1, “A heading”)*"
    assert said in plan.splitlines()


def test_rows_may_be_sorted_filtered_and_deleted():
    filled = workbook().type(SECOND, owner="Sam Roe")
    filled.sheet.auto_filter.add_filter_column(0, ["done"])
    filled.sheet.row_dimensions[2].hidden = True

    plan = after(filled.put_rows(filled.rows()[::-1]))
    alone = after(Workbook(filled.saved()).put_rows(filled.rows()[:1]))

    assert (plan, ["- [ ]", "Owner: Sam Roe", *EMPTY[1:]]) == (alone, below(plan, SECOND))
    assert ["- [ ]", *EMPTY] == below(plan, FIRST)


def test_rows_that_somebody_added_become_boxes_under_a_heading():
    filled = workbook()
    filled.add(action="Buy biscuits", owner="Jo Bell", due="1/2/2027", status="x", notes="plain ones\nand tea")
    filled.add(notes="we forgot the union")

    plan = after(filled)

    head, _, own = plan.partition("## Added in the workbook\n\n")
    expected = ["- [x]", "Owner: Jo Bell", "Due: 1 February 2027", "Measure:", "Notes: plain ones", "and tea"]
    assert expected == below(own, "Buy biscuits")
    assert "Notes: we forgot the union" in below(own, "A row without an action")
    assert head in PLAN
    assert own.index("## Sources") > own.index("Buy biscuits")


def test_more_rows_later_come_under_the_same_heading():
    plan = after(workbook().add(action="Buy biscuits"))

    more = after(workbook(plan).add(action="Buy tea").type("Buy biscuits", owner="Ann"), plan)

    assert 1 == more.count("## Added in the workbook")
    assert ["- [ ]", "Owner: Ann", *EMPTY[1:]] == below(more, "Buy biscuits")
    assert more.index("Buy biscuits") < more.index("Buy tea") < more.index("## Sources")


def test_a_copied_row_with_words_of_its_own_is_an_action_of_its_own():
    filled = workbook()
    copied = filled.rows()[0]
    copied[1:3] = ["Text of a third step", "Ann"]
    filled.sheet.append(copied)

    plan = after(filled)

    assert ["- [ ]", *EMPTY] == below(plan, FIRST)
    assert ["- [ ]", "Owner: Ann", *EMPTY[1:]] == below(plan, "Text of a third step")


def test_a_row_copied_for_a_second_owner_keeps_both_owners():
    filled = workbook().type(FIRST, owner="Ann")
    copied = filled.rows()[0]
    copied[2] = "Sam Roe"
    filled.sheet.append(copied)

    assert ["Owner: Ann", "In the workbook: owner “Sam Roe”"] == below(after(filled), FIRST)[1::4]


def test_a_box_that_was_taken_out_of_the_plan_comes_back_only_where_the_workbook_changed_it():
    lines = PLAN.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if FIRST in line)
    plan = "".join([*lines[:start], *lines[start + 5 :]])

    assert plan == after(workbook(), plan)
    back = after(workbook().type(FIRST, notes="done by post"), plan)
    assert "- [ ] <!-- action: talks/first-step --> Text of first-step" in back.splitlines()
    assert ["- [ ]", *EMPTY[:3], "Notes: done by post"] == below(back, FIRST)


def test_columns_of_somebodys_own_are_kept_as_notes():
    filled = workbook()
    filled.sheet.insert_cols(3)
    filled.sheet.cell(1, 3).value = "RAG"
    filled.sheet.cell(2, 3).value = "amber"
    filled.sheet.cell(3, 13).value = "who wrote this?"

    plan = after(filled)

    assert ["In the workbook: RAG “amber”"] == below(plan, FIRST)[5:]
    assert ["In the workbook: “who wrote this?”"] == below(plan, SECOND)[5:]


def test_columns_may_be_moved_and_taken_out():
    plan = edited(PLAN, OWNER)
    filled = workbook(plan).type(SECOND, owner="Sam Roe")
    kept = [filled.heads.index(head) for head in ("Owner", "Action", "Id")]
    rows = [[row[at] for at in kept] for row in [filled.heads, *filled.rows()]]
    filled.sheet.delete_cols(1, 20)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            filled.sheet.cell(number, column).value = value

    assert ["- [ ]", "Owner: Sam Roe", *EMPTY[1:]] == below(after(filled, plan), SECOND)


def test_a_sheet_copied_into_another_workbook_overwrites_nothing():
    """It does not know any more what it was made from, so what differs is kept beside the plan's words."""
    filled = workbook(edited(PLAN, OWNER)).type(FIRST, owner="Sam Roe").type(SECOND, owner="Ann", status="done")
    del filled.book["Plan"]

    plan = after(filled, edited(PLAN, OWNER))

    assert ["Owner: Jo Bell", "In the workbook: owner “Sam Roe”"] == below(plan, FIRST)[1::4]
    assert ["- [x]", "Owner: Ann"] == below(plan, SECOND)[:2]
    reworded = edited(PLAN, (FIRST, "Meet in the library"))
    assert "In the workbook: action “Text of first-step”" in below(after(filled, reworded), "Meet in the library")


def test_a_workbook_of_another_plan_is_refused():
    advisor = Advisor(knowledge(barrier("rain", [("roof", "document")]), solution("roof")))
    other = advisor.checklist(advisor.plan(["rain"]), "2026-11-01")

    with pytest.raises(AdvisorError, match="the workbook was made from another plan"):
        taken_back(workbook(other).type(FIRST, owner="Ann"))


def test_an_action_that_was_given_another_id_since_is_known_by_the_old():
    later = Advisor(
        knowledge(barrier("quarrel", [("parley", "document")]), solution("parley"), formerly={"talks": "parley"})
    )
    plan = later.update(PLAN.encode(), "2026-11-20").data

    merged = later.take_back(plan, workbook().type(FIRST, owner="Ann").saved())

    assert "talks/" not in plan.decode().partition("<!-- advisor-record")[0]
    assert "Owner: Ann" in below(merged.data.decode(), FIRST)


def test_a_box_that_lost_its_mark_is_known_by_its_words():
    plan = edited(PLAN, ("<!-- action: talks/first-step --> ", ""))

    assert ["- [x]", *EMPTY] == below(after(workbook().type(FIRST, status="x"), plan), FIRST)
    assert ["- [x]", *EMPTY] == below(after(workbook(plan).type(FIRST, status="x")), FIRST)


def test_a_plan_is_made_from_a_workbook_alone():
    merged = ADVISOR.take_back(b"", workbook().type(FIRST, owner="Ann").saved())

    assert after(workbook().type(FIRST, owner="Ann")).encode() == merged.data


@pytest.mark.parametrize("typed", ["=1+1", "<!-- action: talks/second-step -->", "# Big", "[x] tick", "> said", "```"])
def test_nothing_typed_becomes_markdown(typed: str):
    filled = workbook().type(FIRST, owner=typed, measure=typed, notes=f"{typed}\n{typed} again").add(action=typed)

    plan = after(filled)

    rows = {row.action: row for row in ADVISOR.hand_out(plan.encode()).rows}
    assert (typed, typed, f"{typed}\n{typed} again") == (rows[FIRST].owner, rows[FIRST].measure, rows[FIRST].notes)
    assert {FIRST, SECOND, typed} == rows.keys()


def test_a_plan_with_windows_line_ends_and_other_bullets_keeps_its_manners():
    plan = PLAN.replace("  - ", "  * ").replace("\n", "\r\n")
    filled = workbook(plan).type(FIRST, owner="Ann", notes="one\ntwo")

    data = ADVISOR.take_back(plan.encode(), filled.saved()).data

    assert b"  * Owner: Ann\r\n" in data
    assert b"  * Notes: one\r\n  * two\r\n" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_note_that_goes_on_over_two_lines_is_one_line_of_notes_in_the_workbook():
    plan = edited(PLAN, ("  - Notes:\n", "  - Notes:\n  - rang twice\n    and left word\n"))

    assert "rang twice and left word" == workbook(plan).cell(FIRST, "Notes").value


def test_a_step_inside_another_has_a_row_of_its_own():
    plan = edited(PLAN, ("## Sources", "- [ ] Hold a meeting\n  - [ ] Find a room\n\n## Sources"))

    assert "Find a room" == workbook(plan).cell("Find a room", "Action").value


def test_a_row_says_under_which_category_barrier_and_solution_its_step_stands():
    heads = ("Category", "Barrier", "Solution")

    assert ["Title of money", "Title of quarrel", "Title of talks"] == [
        workbook().cell(FIRST, head).value for head in heads
    ]


def test_a_line_with_the_word_action_above_the_heads_is_no_head():
    filled = workbook().type(FIRST, owner="Jo Bell")
    filled.sheet.insert_rows(1)
    filled.sheet["A1"] = "Action"

    assert "Owner: Jo Bell" in below(after(filled), FIRST)


def test_lines_with_heads_of_ours_but_no_actions_are_passed_over():
    filled = workbook().type(FIRST, owner="Jo Bell")
    filled.sheet.insert_rows(1)
    filled.sheet["A1"], filled.sheet["B1"] = "Owner", "Due"

    assert "Owner: Jo Bell" in below(after(filled), FIRST)


def test_of_several_sheets_with_actions_that_of_ours_counts_wherever_it_stands():
    filled = workbook().type(FIRST, owner="Jo Bell")
    other = filled.book.create_sheet("Old copy", 0)
    other.append(["Action", "Owner"])
    other.append([FIRST, "Sam Roe"])

    assert "Owner: Jo Bell" in below(after(filled), FIRST)


def test_lines_below_a_step_that_stand_apart_are_read_all_of_them():
    plan = edited(PLAN, ("  - Owner:\n", "  - Owner: Jo Bell\n\n"), ("  - Notes:\n", "\n  - Notes: rang twice\n"))

    assert ["Jo Bell", "rang twice"] == [workbook(plan).cell(FIRST, head).value for head in ("Owner", "Notes")]


def test_a_row_with_words_in_a_column_of_somebodys_own_only_is_kept():
    filled = workbook()
    filled.sheet.cell(1, len(filled.heads) + 1).value = "Thoughts"
    filled.add(thoughts="ask the board first")

    assert "ask the board first" in after(filled)
