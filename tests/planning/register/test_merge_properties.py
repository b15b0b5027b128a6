"""Whatever people do to a register, and whatever the knowledge becomes: no word is lost, nothing is done twice."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.model import Knowledge
from integration_cli.planning.register.register_file import read_register
from tests import small
from tests.planning.edited import Edit, apply, double, indent, lose_the_mark
from tests.planning.register.edited import edits

MADE, LATER, LATEST = "2026-05-04", "2026-11-22", "2027-02-01"
BARRIERS = ("first", "second")

partners = st.sampled_from(
    [("Council", "Trust"), ("Council",), ("Trust", "Trust (acute)", "Anne's house: a charity", "Council")]
)
wordings = st.integers(0, 1)


@st.composite
def knowledge(draw: st.DrawFn) -> Knowledge:
    """Two barriers and up to four risks of theirs, every text in one of two wordings."""
    ids = draw(st.lists(st.sampled_from("pqrs"), unique=True, min_size=1, max_size=4))
    risks = [
        small.risk(
            id_,
            draw(st.sampled_from([("first",), ("second",), BARRIERS])),
            draw(st.sampled_from([(), ("cure",)])),
            text=f"Because of {id_}, it may rain, so that we get wet {draw(wordings)} times.",
            carried_by=f"Carrier {draw(wordings)} of {id_}",
            sharing=draw(st.sampled_from(["shared", "retained"])),
        )
        for id_ in ids
    ]
    return small.knowledge(
        small.barrier("first", [("cure", "document")]),
        small.barrier("second", [("cure", "inferred")], title=f"Second {draw(wordings)}"),
        small.solution("cure", title=f"Cure {draw(wordings)}"),
        *risks,
        version=f"v{draw(wordings)}",
    )


def made(known: Knowledge, names: tuple[str, ...]) -> str:
    return Advisor(known).register(Advisor(known).risks(BARRIERS, partners=names), MADE)


def updated(data: bytes, known: Knowledge, names: tuple[str, ...], today: str) -> bytes:
    return Advisor(known).update_register(data, Advisor(known).risks(BARRIERS, partners=names), today)[0].data


def ids(data: bytes) -> list[str]:
    return sorted(box.step.id for box in read_register(data).boxes if box.step.id)


@settings(max_examples=400)
@given(
    old=knowledge(),
    new=knowledge(),
    before=partners,
    after=partners,
    chosen=edits,
    ends=st.sampled_from(("\n", "\r\n")),
)
def test_no_word_is_lost_and_a_second_update_changes_nothing(
    old: Knowledge,
    new: Knowledge,
    before: tuple[str, ...],
    after: tuple[str, ...],
    chosen: list[tuple[Edit, int]],
    ends: str,
):
    # Of a double that is indented by four, Markdown makes the end of a paragraph.
    indented = any(edit is indent for edit, _ in chosen)
    text, typed = apply(made(old, before), [edit for edit in chosen if not (indented and edit[0] is double)])

    merged = updated(text.replace("\n", ends).encode(), new, after, LATER)
    again = updated(merged, new, after, LATEST)

    assert typed == {word for word in typed if re.search(rf"\b{word}\b", merged.decode())}
    assert merged.decode() == again.decode()
    assert sorted(set(ids(merged))) == ids(merged)


@settings(max_examples=200)
@given(known=knowledge(), names=partners, chosen=edits)
def test_without_newer_knowledge_only_ratings_and_counts_change(
    known: Knowledge, names: tuple[str, ...], chosen: list[tuple[Edit, int]]
):
    text, _ = apply(made(known, names), [edit for edit in chosen if edit[0] not in (double, lose_the_mark)])
    worked_out = re.compile(
        r"(Rating now|Target rating):|\*\*Now:\*\*|^Made on |<!-- advisor-|^[\w+/=]+$", re.IGNORECASE
    )

    merged = updated(text.encode(), known, names, LATER).decode()

    before, after = ([line for line in t.split("\n") if not worked_out.search(line)] for t in (text, merged))
    assert before == after


@settings(max_examples=200)
@given(old=knowledge(), new=knowledge(), before=partners, after=partners)
def test_an_untouched_register_holds_the_risks_of_today_and_asks_the_partners_of_today(
    old: Knowledge, new: Knowledge, before: tuple[str, ...], after: tuple[str, ...]
):
    merged = updated(made(old, before).encode(), new, after, LATER)

    fresh = made(new, after)
    lines = {line for line in fresh.split("\n") if line.startswith(("- **Risk:**", "  - "))}
    kept = {line for line in merged.decode().split("\n") if line.startswith(("- **Risk:**", "  - "))}
    assert lines == {line for line in kept if not line.startswith("  - New on ")}
