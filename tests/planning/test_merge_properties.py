"""Whatever people do to a plan, and whatever becomes of the knowledge: no word is lost, and nothing is done twice."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.model import Knowledge
from integration_cli.planning.reading.plan_file import read_plan
from tests import small
from tests.planning import edited
from tests.planning.restyled import anything

MADE, LATER, LATEST = "2026-05-04", "2026-11-22", "2027-02-01"

actions = st.one_of(st.just(["a", "b", "c"]), st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
wordings = st.integers(0, 1)
EXAMPLES = 150
"""Enough to find most of what a change breaks; a change to the merge itself is tried with thousands."""

ENDS = st.sampled_from(("\n", "\r\n"))


RENAMED = {"one": "uno", "second": "deuxieme"}


@st.composite
def knowledge(draw: st.DrawFn, later: bool = False) -> Knowledge:
    """Two barriers, up to three solutions with up to four actions each, every text in one of two wordings; `later` an
    entry may have another id."""
    formerly = draw(st.sampled_from(({}, {"one": "uno"}, RENAMED))) if later else {}
    solutions = [
        small.solution(
            formerly.get(name, name),
            summary=f"Summary of {name} in wording {draw(wordings)}.",
            title=f"Title of {name} {draw(wordings)}",
            actions=tuple(small.action(id_, text=f"Do {id_} of {name} as {draw(wordings)}") for id_ in draw(actions)),
        )
        for name in draw(st.sampled_from((("one",), ("one", "two"), ("two", "one", "three"), ("three",), ())))
    ]
    tied = [(solution.id, "document") for solution in solutions]
    return small.knowledge(
        small.barrier("first", draw(st.permutations(tied))),
        small.barrier(formerly.get("second", "second"), tied[: draw(st.integers(0, 3))]),
        small.barrier("third", tied[-1:], category="people"),
        small.category("people"),
        *solutions,
        *[small.update("ccg", aliases=("CCG",), affects=("first",))] * draw(wordings),
        version=f"v{draw(wordings)}",
        formerly=formerly,
    )


def states(data: bytes) -> dict[str, str]:
    """What stands in the box of every action; an id that stands twice fails."""
    steps = [box.step for box in read_plan(data).boxes if box.step.id]
    assert len(steps) == len({step.id for step in steps}), "an action has two boxes"
    return {step.id: step.status for step in steps}


def today(id_: str, known: Knowledge) -> str:
    """The id of an action, or of an entry, as it is now."""
    solution, slash, action = id_.partition("/")
    return f"{known.formerly.get(solution, solution)}{slash}{action}"


@settings(max_examples=EXAMPLES)
@given(
    old=knowledge(),
    new=knowledge(later=True),
    chosen=anything,
    ends=st.sampled_from(("\n", "\r\n")),
    mark=st.booleans(),
)
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


@settings(max_examples=EXAMPLES)
@given(old=knowledge(), new=knowledge(later=True), chosen=anything)
def test_ticks_follow_their_action(old: Knowledge, new: Knowledge, chosen: list[tuple[edited.Edit, int]]):
    made = Advisor(old).checklist(Advisor(old).plan(["first", "second"]), MADE)
    text, _ = edited.apply(made, [edit for edit in chosen if edit[0] is not edited.lose_the_mark])
    before = {}
    for box in read_plan(text.encode()).boxes:
        if box.step.id and before.get(box.step.id, "open") == "open":
            before[box.step.id] = box.step.status

    after = {today(id_, new): state for id_, state in states(Advisor(new).update(text.encode(), LATER).data).items()}

    settled = {today(id_, new): status for id_, status in before.items() if status != "open"}
    assert settled == {id_: after.get(id_) for id_ in settled}


@settings(max_examples=EXAMPLES)
@given(old=knowledge(), chosen=anything)
def test_without_newer_knowledge_a_plan_without_doubles_stays_byte_for_byte(
    old: Knowledge, chosen: list[tuple[edited.Edit, int]]
):
    made = Advisor(old).checklist(Advisor(old).plan(["first", "second"]), MADE)
    text, _ = edited.apply(made, [edit for edit in chosen if edit[0] not in (edited.double, edited.lose_the_mark)])

    assert text == Advisor(old).update(text.encode(), LATER).data.decode()


@settings(max_examples=EXAMPLES)
@given(old=knowledge(), new=knowledge(later=True))
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


@settings(max_examples=EXAMPLES)
@given(
    known=st.tuples(knowledge(), knowledge(), knowledge(), knowledge(later=True)),
    chosen=st.tuples(anything, anything, anything),
    asked=st.lists(st.sampled_from(("", "add", "drop", "say")), min_size=3, max_size=3),
)
def test_nothing_is_lost_in_three_updates_with_work_in_between(
    known: tuple[Knowledge, ...], chosen: tuple[list[tuple[edited.Edit, int]], ...], asked: list[str]
):
    first, *later = known
    text = Advisor(first).checklist(Advisor(first).plan(["first", "second"]), MADE)
    typed: set[str] = set()

    for number, (new, edits, ask) in enumerate(zip(later, chosen, asked, strict=True)):
        text, words = edited.apply(text, edits, f"R{number}")
        typed = {word for word in typed | words if re.search(rf"\b{word}\b", text)}
        add = ["third"] if ask == "add" else []
        drop = ["first"] if ask == "drop" and "first" in read_plan(text.encode()).record.barriers else []
        said = f"Said{number}" if ask == "say" else ""
        data = Advisor(new).update(text.encode(), LATER, said, add, drop).data
        typed |= {said} - {""}

        assert typed == {word for word in typed if re.search(rf"\b{word}\b", data.decode())}
        assert data == Advisor(new).update(data, LATEST).data
        states(data)
        text = data.decode()
