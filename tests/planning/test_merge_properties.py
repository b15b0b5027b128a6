"""Whatever people do to a plan, and whatever becomes of the knowledge: no word is lost, and nothing is done twice."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.model import Knowledge
from integration_cli.planning.reading.plan_file import read_plan
from tests import small
from tests.planning import edited

MADE, LATER, LATEST = "2026-05-04", "2026-11-22", "2027-02-01"

actions = st.one_of(st.just(["a", "b", "c"]), st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
wordings = st.integers(0, 1)


@st.composite
def knowledge(draw: st.DrawFn) -> Knowledge:
    """Two barriers, up to three solutions with up to four actions each, every text in one of two wordings."""
    solutions = [
        small.solution(
            name,
            summary=f"Summary of {name} in wording {draw(wordings)}.",
            title=f"Title of {name} {draw(wordings)}",
            actions=tuple(small.action(id_, text=f"Do {id_} of {name} as {draw(wordings)}") for id_ in draw(actions)),
        )
        for name in draw(st.sampled_from((("one",), ("one", "two"), ("two", "one", "three"), ("three",), ())))
    ]
    tied = [(solution.id, "document") for solution in solutions]
    return small.knowledge(
        small.barrier("first", draw(st.permutations(tied))),
        small.barrier("second", tied[: draw(st.integers(0, 3))]),
        *solutions,
        version=f"v{draw(wordings)}",
    )


def states(data: bytes) -> dict[str, str]:
    """What stands in the box of every action; an id that stands twice fails."""
    steps = [box.step for box in read_plan(data).boxes if box.step.id]
    assert len(steps) == len({step.id for step in steps}), "an action has two boxes"
    return {step.id: step.status for step in steps}


@settings(max_examples=400, deadline=None)
@given(old=knowledge(), new=knowledge(), chosen=edited.edits, ends=st.sampled_from(("\n", "\r\n")), mark=st.booleans())
def test_no_word_is_lost_and_a_second_update_changes_nothing(
    old: Knowledge, new: Knowledge, chosen: list[tuple[edited.Edit, int]], ends: str, mark: bool
):
    made = Advisor(old).checklist(Advisor(old).plan(["first", "second"]), MADE)
    text, typed = edited.apply(made, chosen)
    data = (b"\xef\xbb\xbf" if mark else b"") + text.replace("\n", ends).encode()

    merged = Advisor(new).update(data, LATER).data
    again = Advisor(new).update(merged, LATEST)

    assert typed == {word for word in typed if re.search(rf"\b{word}\b", merged.decode())}
    assert merged == again.data
    assert () == again.changes
    assert data.startswith(b"\xef\xbb\xbf") == merged.startswith(b"\xef\xbb\xbf")
    states(merged)


@settings(max_examples=300, deadline=None)
@given(old=knowledge(), new=knowledge(), chosen=edited.edits)
def test_ticks_follow_their_action(old: Knowledge, new: Knowledge, chosen: list[tuple[edited.Edit, int]]):
    made = Advisor(old).checklist(Advisor(old).plan(["first", "second"]), MADE)
    text, _ = edited.apply(made, [edit for edit in chosen if edit[0] is not edited.lose_the_mark])
    before = {}
    for box in read_plan(text.encode()).boxes:
        if box.step.id and before.get(box.step.id, "open") == "open":
            before[box.step.id] = box.step.status

    after = states(Advisor(new).update(text.encode(), LATER).data)

    settled = {id_: status for id_, status in before.items() if status != "open"}
    assert settled == {id_: after.get(id_) for id_ in settled}


@settings(max_examples=200, deadline=None)
@given(old=knowledge(), chosen=edited.edits)
def test_without_newer_knowledge_a_plan_without_doubles_stays_byte_for_byte(
    old: Knowledge, chosen: list[tuple[edited.Edit, int]]
):
    made = Advisor(old).checklist(Advisor(old).plan(["first", "second"]), MADE)
    text, _ = edited.apply(made, [edit for edit in chosen if edit[0] not in (edited.double, edited.lose_the_mark)])

    assert text == Advisor(old).update(text.encode(), LATER).data.decode()


@settings(max_examples=200, deadline=None)
@given(old=knowledge(), new=knowledge())
def test_an_untouched_plan_becomes_what_a_new_one_would_be(old: Knowledge, new: Knowledge):
    """Every action of today has its box, and nothing that was withdrawn is left."""
    made = Advisor(old).checklist(Advisor(old).plan(["first", "second"]), MADE)

    merged = Advisor(new).update(made.encode(), LATER).data

    solutions = [choice.solution for choice in Advisor(new).plan(["first", "second"]).choices]
    wanted = {f"{solution.id}/{action.id}" for solution in solutions for action in solution.actions}
    assert wanted == set(states(merged))
    for box in read_plan(merged).boxes:
        solution, _, action = box.step.id.partition("/")
        said = next(a.text for a in new.solutions[solution].actions if a.id == action)
        assert box.step.text.startswith(said)
