"""The boxes of a plan: where each belongs, its state and its day, as people leave them."""

import pytest

from integration_cli.model import Knowledge
from integration_cli.planning.boxes import ELSEWHERE, boxes_of
from integration_cli.planning.reading.plan_file import read_plan
from integration_cli.upkeep import Box
from tests import small
from tests.filled import TODAY, checklist, filled, known

MEND = "mend/first-step"


def boxes(text: str, knowledge: Knowledge | None = None) -> dict[str, Box]:
    """The boxes of a checklist by id, those of somebody's own by their words."""
    found = boxes_of("plan.md", read_plan(text.encode()), knowledge or known(), TODAY)
    return {box.id or box.text: box for box in found}


def mended(**fields: str) -> Box:
    state = fields.pop("state", " ")
    return boxes(filled(checklist(known()), MEND, state, **fields))[MEND]


def test_an_action_belongs_to_the_barrier_for_which_it_was_written():
    places = {id_: (box.place.category, box.place.barrier) for id_, box in boxes(checklist(known())).items()}

    assert {
        MEND: ("money", "poor"),
        "mend/second-step": ("money", "poor"),
        "pool/only-step": ("money", "poorer"),
        "rest/lie-down": ("people", "tired"),
    } == places


def test_a_box_that_was_moved_elsewhere_keeps_its_barrier():
    text = checklist(known())
    box = text[text.index("- [ ] <!-- action: rest/") :].split("\n\n")[0]

    moved = text.replace(box, "").replace("### Title of poor\n", f"### Title of poor\n\n{box}\n", 1)

    assert "tired" == boxes(moved)["rest/lie-down"].place.barrier


def test_titles_are_those_of_the_knowledge_of_today_also_for_ids_that_were_replaced():
    text = checklist(known())
    renamed = small.knowledge(
        small.barrier("thrifty", [("repair", "document")], title="A new title"),
        small.solution("repair", title="Repair it"),
        formerly={"poor": "thrifty", "mend": "repair"},
    )

    box = boxes(text, renamed)["repair/first-step"]

    assert ("advice", "A new title", "Repair it") == (box.kind, box.place.barrier_title, box.place.solution_title)


def test_a_barrier_that_this_knowledge_does_not_hold_goes_by_its_id():
    box = boxes(checklist(known()), small.knowledge())[MEND]

    assert ("advice", ELSEWHERE, "poor") == (box.kind, box.place.category_title, box.place.barrier_title)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (" ", "open"), ("", "open"), ("x", "done"), ("X", "done"), ("✓", "done"),
        ("-", "not applicable"), ("~", "not applicable"), ("n/a", "not applicable"),
    ],
)  # fmt: skip
def test_a_state_is_read_as_people_type_it(state: str, status: str):
    assert status == mended(state=state).status


def test_why_a_step_does_not_apply_is_what_its_notes_say():
    assert "no hospital here" == mended(state="-", notes="no hospital here").reason


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("2026-12-01", "2026-12-01"),
        ("1 Dec 2026", "2026-12-01"),
        ("Tue 1st December 2026", "2026-12-01"),
        ("01/12/2026", "2026-12-01"),
        ("December 1, 2026 at the latest", "2026-12-01"),
    ],
)
def test_a_day_is_read_as_people_type_it(said: str, due: str):
    assert (due, False) == (mended(due=said).due, mended(due=said).overdue)


@pytest.mark.parametrize("said", ["end of March", "31/02/2026", "Q3", "next board", "1 Jan 0000"])
def test_a_day_that_cannot_be_read_is_kept_with_its_words_and_line(said: str):
    text = filled(checklist(known()), MEND, due=said)

    box = boxes(text)[MEND]

    assert ("", said) == (box.due, box.due_said)
    assert f"  - Due: {said}" == text.splitlines()[box.line - 1]


@pytest.mark.parametrize("said", ["", "TBC", "-", "n/a"])
def test_what_stands_for_no_day_yet_is_no_day_to_mend(said: str):
    assert ("", "") == (mended(due=said).due, mended(due=said).due_said)


@pytest.mark.parametrize(
    ("state", "due", "overdue"),
    [
        (" ", "2026-11-02", True),
        (" ", TODAY, False),
        (" ", "2026-11-04", False),
        ("x", "2026-11-02", False),
        ("-", "2026-11-02", False),
        (" ", "", False),
    ],
)
def test_what_is_open_is_late_from_the_day_after_it_was_due(state: str, due: str, overdue: bool):
    assert overdue == mended(state=state, due=due).overdue


def test_the_action_is_told_without_its_source_until_somebody_rewords_it():
    text = checklist(known())

    reworded = text.replace("--> Text of first-step", "--> Text of first-step, with the bank", 1)

    assert "Text of first-step" == boxes(text)[MEND].text
    assert boxes(reworded)[MEND].text.startswith("Text of first-step, with the bank (source 1")


def test_what_is_typed_below_a_box_keeps_every_sign():
    box = mended(measure="£2m a year", notes="=1+1 is two", owner="@jane")

    assert ("£2m a year", "=1+1 is two", ("@jane",)) == (box.measure, box.notes, box.owners)


def test_a_step_of_ones_own_belongs_to_the_heading_under_which_it_stands():
    text = checklist(known())
    text = text.replace("### Title of poorer\n", "### Title of poorer\n\n- [ ] Ask the bank\n", 1)
    text = text.replace("#### Title of rest\n", "#### Title of rest\n\n- [x] Buy a bed\n", 1)
    text = text.replace("## Title of people\n", "## Title of people\n\n- [ ] Meet\n", 1)
    text = text.replace(
        "## Sources\n", "## Our list\n\n- [ ] Boil water\n\n##### Deeper\n\n- [ ] Drink\n\n## Sources\n", 1
    )

    found = {id_: box for id_, box in boxes(text).items() if box.kind == "own"}

    assert {
        "Ask the bank": ("money", "poorer", ""),
        "Meet": ("people", "", "Title of people"),
        "Buy a bed": ("people", "tired", ""),
        "Boil water": ("", "", "Our list"),
        "Drink": ("", "", "Deeper"),
    } == {words: (box.place.category, box.place.barrier, box.place.heading) for words, box in found.items()}


def test_a_heading_of_ones_own_below_a_barriers_is_part_of_it():
    text = checklist(known()).replace(
        "#### Title of pool\n", "#### For the summer\n\n- [ ] Swim\n\n#### Title of pool\n", 1
    )

    assert "poorer" == boxes(text)["Swim"].place.barrier


def test_withdrawn_advice_and_what_was_put_beside_it_stand_apart_and_are_never_late():
    old = (
        "## No longer recommended\n\n- [ ] <!-- action: gone/step --> Old advice\n  - Due: 1 May 2026\n"
        "- [ ] Beside it\n  - Due: 1 May 2026\n\n## Sources\n"
    )
    found = boxes(checklist(known()).replace("## Sources\n", old, 1))

    assert [("withdrawn", False)] * 2 == [(found[id_].kind, found[id_].overdue) for id_ in ("gone/step", "Beside it")]


def test_a_box_that_lost_its_mark_is_known_by_its_words():
    text = checklist(known()).replace(f"<!-- action: {MEND} --> ", "", 1)

    assert ("advice", "poor") == (boxes(text)[MEND].kind, boxes(text)[MEND].place.barrier)


def test_a_copy_of_a_box_counts_once_and_one_that_was_worked_with_is_a_step_of_ones_own():
    text = checklist(known())
    box = text[text.index("- [ ] <!-- action: rest/") :].split("\n\n")[0]
    doubled = text.replace(box, f"{box}\n{box}", 1)
    owned, done = (
        box.replace("Owner:", "Owner: Jane", 1),
        box.replace("Text of", "Do the text of").replace("[ ]", "[x]"),
    )
    worked = text.replace(box, f"{owned}\n{done}\n", 1)
    plan = read_plan(doubled.encode())

    found = list(boxes_of("plan.md", plan, known(), TODAY))
    kinds = [box.kind for box in boxes_of("plan.md", read_plan(worked.encode()), known(), TODAY)]

    assert (5, 4) == (len(plan.boxes), len(found))
    assert ["advice"] * 4 + ["own"] == sorted(kinds)


def test_an_empty_box_is_no_step():
    text = checklist(known()).replace("## Sources\n", "- [ ] \n\n## Sources\n", 1)

    assert 4 == len(boxes(text))
