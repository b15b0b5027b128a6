"""A file that is no plan, or is damaged, gets an answer that says what to do; a plan reads back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.planning.reading.plan_file import NotAPlan, PlanFile, read_plan
from integration_cli.planning.record import record_lines
from integration_cli.planning.register.register_file import read_register
from tests import small
from tests.planning import gallery

PLAN = gallery.checklist()
START = PLAN.index("<!-- advisor-record")


def read(text: str) -> PlanFile:
    return read_plan(text.encode(), "plan.md")


def test_a_plan_as_it_was_written_reads_back():
    plan = read(PLAN)

    assert [
        "pooled-fund/name-host", "pooled-fund/agree-shares", "open-books/show-ledgers", "shared-rota/write-rota",
    ] == [box.step.id for box in plan.boxes]  # fmt: skip
    assert {"open"} == {box.step.status for box in plan.boxes}
    assert all(box.step.untouched for box in plan.boxes)
    assert ("1", gallery.MADE, "", gallery.BARRIERS, False) == plan.record[:5]


def test_a_box_stands_under_the_heading_above_it():
    assert ["Pool the money", "Pool the money", "Open the books", "One rota"] == [box.under for box in read(PLAN).boxes]


def test_boxes_forty_deep_in_one_another_are_read_each_once():
    deep = "".join(f"{'  ' * depth}- [x] step {depth}\n" for depth in range(40))

    plan = read(f"{PLAN[:START]}{deep}\n{PLAN[START:]}")

    assert [f"step {depth}" for depth in range(40)] == [box.step.text for box in plan.boxes[-40:]]


@pytest.mark.parametrize("text", ["", "\n\n", "# Shopping\n\n- [ ] Milk\n", "\0\0\0", "---\n---\n"])
def test_a_file_that_is_no_plan_is_refused_by_its_name(text: str):
    with pytest.raises(NotAPlan, match=r"^plan\.md is not a checklist of ours"):
        read(text)


def test_a_plan_that_lost_its_header_says_which_line_to_put_back():
    with pytest.raises(NotAPlan, match="<!-- advisor-checklist: "):
        read(re.sub(r"<!-- advisor-checklist.*\n", "", PLAN))


def test_a_plan_of_a_newer_advisor_is_left_to_it():
    with pytest.raises(NotAPlan, match=r"newer advisor \(format 2\)"):
        read(PLAN.replace("advisor-checklist: 1", "advisor-checklist: 2"))


def test_a_plan_that_lost_its_record_says_where_another_copy_may_be():
    with pytest.raises(NotAPlan, match=r"(?s)lost what the advisor wrote down.*\.bak"):
        read(PLAN[:START])


@given(at=st.integers(0, len(PLAN) - START), letter=st.sampled_from("A=z9 \n-é"))
def test_a_record_with_a_letter_changed_is_the_same_or_refused(at: int, letter: str):
    """Nothing is ever merged by a record that says something else."""
    damaged = PLAN[: START + at] + letter + PLAN[START + at + 1 :]

    try:
        record = read(damaged).record
    except NotAPlan:
        return

    assert read(PLAN).record == record


@given(start=st.integers(0, 8), count=st.integers(1, 8))
def test_a_record_that_lost_lines_is_refused(start: int, count: int):
    lines = PLAN[START:].split("\n")
    kept = [*lines[:start], *lines[start + count :]]

    if kept[:8] != lines[:8]:
        with pytest.raises(NotAPlan):
            read(PLAN[:START] + "\n".join(kept))


@pytest.mark.parametrize("opening", ["```", "~~~", "<!-- to do"])
def test_what_is_never_closed_and_hides_the_record_is_named_by_its_line(opening: str):
    line = PLAN[:START].count("\n") + 1

    with pytest.raises(NotAPlan, match=rf"^plan\.md, line {line}: "):
        read(f"{PLAN[:START]}{opening}\n{PLAN[START:]}")


def test_two_versions_put_together_are_refused_with_their_lines():
    with pytest.raises(NotAPlan, match="lines 1 to 5: two versions"):
        read(f"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n{PLAN}")


def test_settings_above_the_title_are_no_part_of_the_plan():
    assert read(PLAN).record == read(f"---\ntags: [x]\n---\n{PLAN}").record


@given(text=st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str):
    try:
        read_plan(text.encode(errors="surrogatepass"))
    except NotAPlan:
        return


@given(at=st.integers(0, START), junk=st.text(max_size=20))
def test_a_plan_with_anything_typed_anywhere_reads_or_is_refused(at: int, junk: str):
    try:
        plan = read_plan((PLAN[:at] + junk + PLAN[at:]).encode())
    except NotAPlan:
        return

    assert read(PLAN).record == plan.record


def test_a_letter_quoted_many_times_is_not_two_versions():
    assert (
        read(PLAN).record == read(PLAN.replace("## Sources", ">>>>>>> Ann wrote\n>>>>>>> and Bob\n\n## Sources")).record
    )


def test_a_register_is_no_checklist_and_a_checklist_no_register():
    advisor = Advisor(small.knowledge(small.barrier("leak"), small.risk("storm", ["leak"])))
    register = advisor.register(advisor.risks(["leak"]), gallery.MADE)

    with pytest.raises(NotAPlan, match="is not a checklist of ours"):
        read(register)
    with pytest.raises(NotAPlan, match="is not a register of ours"):
        read_register(PLAN.encode())


@pytest.mark.parametrize(
    "wrong",
    [
        {"made": "soon"}, {"updated": "2026-13-01"}, {"nation": "Mars"}, {"everything": "yes"}, {"knowledge": 1},
        {"barriers": (1,)}, {"partners": (None,)}, {"traces": {"h:title": 2}},
    ],
)  # fmt: skip
def test_a_record_with_one_value_of_the_wrong_kind_is_damaged(wrong: dict):
    record = "\n".join(record_lines(read(PLAN).record._replace(**wrong)))

    with pytest.raises(NotAPlan, match="is damaged"):
        read(f"{PLAN[:START]}{record}\n")
