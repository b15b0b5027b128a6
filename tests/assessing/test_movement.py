"""What has moved between two assessments."""

from hypothesis import given
from hypothesis import strategies as st

from integration_cli.assessing.movement import movement
from integration_cli.assessment import Assessment
from integration_cli.readiness import CategoryMove, Movement
from tests.forms import assessment, rating
from tests.small import barrier, category, knowledge

IDS = ("a", "b", "c", "d")
KNOWN = knowledge(category("people"), *(barrier(id_) for id_ in IDS), barrier("x", category="people"))
SAID = st.dictionaries(st.sampled_from([*IDS, "x"]), st.sampled_from([0, 1, 2, 3, 4, "?", None]))


def of(before: dict[str, int | str | None], now: dict[str, int | str | None]) -> Movement:
    return movement(assessment(before), assessment(now), KNOWN)


def test_a_category_compares_only_what_has_a_score_at_both_dates():
    """A statement left out at one date would move the mean though nothing moved."""
    found = of({"a": 1, "b": 4, "c": "?", "d": 0}, {"a": 3, "b": 4, "c": 4, "x": 2})

    assert (CategoryMove(KNOWN.categories["money"], 2.5, 3.5, 2),) == found.categories


def test_the_deepest_fall_and_the_highest_rise_come_first():
    found = of({"a": 3, "b": 4, "c": 1, "d": 0}, {"a": 2, "b": 1, "c": 2, "d": 3})

    assert ["b", "a"] == [move.barrier.id for move in found.fell]
    assert ["d", "c"] == [move.barrier.id for move in found.rose]


def test_from_do_not_know_to_a_score_is_no_movement():
    found = of({"a": "?", "b": 2}, {"a": 0, "c": 2})

    assert ((), (), ()) == (found.fell, found.rose, found.categories)
    assert ["a", "b", "c"] == [move.barrier.id for move in found.one_sided]


def test_another_wording_is_marked():
    before = Assessment({"a": rating("a", 1, statement="We agree."), "b": rating("b", 1)})
    now = Assessment({"a": rating("a", 1, statement="We all agree."), "b": rating("b", 1, statement="We pay.")})

    assert [True, False] == [move.reworded for move in movement(before, now, KNOWN).moves]


@given(SAID, SAID)
def test_going_back_undoes_every_movement(one: dict[str, int | str | None], other: dict[str, int | str | None]):
    there, back = of(one, other), of(other, one)

    assert [move.barrier.id for move in there.moves] == [move.barrier.id for move in back.moves]
    assert [move.change for move in there.moves] == [
        None if move.change is None else -move.change for move in back.moves
    ]
    assert sorted(m.barrier.id for m in there.fell) == sorted(m.barrier.id for m in back.rose)


@given(SAID)
def test_nothing_moves_against_itself(said: dict[str, int | str | None]):
    found = of(said, said)

    assert ((), (), ()) == (found.fell, found.rose, found.one_sided)
    assert all(one.before == one.now for one in found.categories)
