"""Replies with what became of them, made without any text being diagnosed."""

from hypothesis import strategies as st

from integration_cli.diagnosis import Finding, Segment, Span, Strength
from integration_cli.survey import Judged, Reply
from tests import small

KNOWLEDGE = small.knowledge(
    small.barrier("purse"),
    small.barrier("coin", part_of="purse"),
    small.barrier("bus", category="travel"),
    small.barrier("map", category="travel"),
    small.category("money"),
    small.category("travel"),
)


def finding(barrier: str, score: float = 0.8, text: str = "said", strength: Strength = "strong") -> Finding:
    part_of = KNOWLEDGE.barriers[barrier].part_of
    return Finding(barrier, part_of, strength, score, (), Segment(Span(0, len(text)), text))


def matched(number: int, *barriers: str, group: str = "", score: float = 0.8) -> Judged:
    text = f"reply {number}"
    return Judged(Reply(number, text, group), "matched", "", tuple(finding(b, score, text) for b in barriers))


def unmatched(number: int, group: str = "") -> Judged:
    return Judged(Reply(number, f"reply {number}", group), "unmatched", "no barrier fits well enough")


def blank(number: int) -> Judged:
    return Judged(Reply(number, ""), "blank")


def broken(number: int) -> Judged:
    return Judged(Reply(number, "", fault="has 2 cells"), "broken", "has 2 cells")


GROUPS = st.sampled_from(["", "council", "trust"])
NUMBERS = st.integers(1, 10_000)
JUDGED = st.one_of(
    st.builds(blank, NUMBERS),
    st.builds(broken, NUMBERS),
    st.builds(unmatched, NUMBERS, GROUPS),
    st.builds(
        lambda number, barriers, group, score: matched(number, *barriers, group=group, score=score),
        NUMBERS,
        st.lists(st.sampled_from(["purse", "coin", "bus", "map"]), min_size=1, max_size=3, unique=True).filter(
            lambda found: not {"purse", "coin"} <= set(found)
        ),
        GROUPS,
        st.floats(0, 1),
    ),
)
