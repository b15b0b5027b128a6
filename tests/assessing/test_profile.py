"""The profile: what is rated counts, what nobody knows does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.assessing.profile import WEAK, profile, tally
from integration_cli.readiness import Profile, Tally
from tests.forms import assessment, rating
from tests.small import barrier, category, knowledge

KNOWN = knowledge(
    category("people"),
    category("empty"),
    *(barrier(id_) for id_ in ("a", "b", "c")),
    *(barrier(id_, category="people") for id_ in ("x", "y")),
)
MARKS = st.sampled_from([0, 1, 2, 3, 4, "?", None])


def of(**said: int | str | None) -> Profile:
    return profile(assessment(said), KNOWN)


def test_nobody_knows_and_open_are_counted_and_never_scored_as_zero():
    assert Tally(3.0, 2, 1, 1) == of(a=4, b=2, c="?", x=None).tally


def test_a_category_has_the_mean_of_its_own():
    found = of(a=4, b=1, x=0, y="?")

    assert [("money", Tally(2.5, 2, 0, 0)), ("people", Tally(0.0, 1, 1, 0))] == [
        (one.category.id, one.tally) for one in found.categories
    ]


def test_a_category_without_a_score_has_no_mean():
    assert [None] == [one.tally.mean for one in of(x="?", y=None).categories]


def test_the_weakest_come_first_and_of_equals_those_of_the_weakest_category():
    found = of(a=2, b=3, c=1, x=0, y=1)

    assert ["x", "y", "c", "a"] == [one.barrier.id for one in found.weakest]


def test_what_is_in_hand_is_not_weak():
    assert () == of(a=WEAK + 1, b=4, c="?").weakest


def test_the_order_of_the_form_does_not_matter():
    assert of(a=1, b=1, c=0, x=1) == of(x=1, c=0, b=1, a=1)


@given(st.lists(MARKS))
def test_every_statement_is_counted_once_and_the_mean_stays_on_the_scale(marks: list[int | str | None]):
    found = tally(rating("a", mark) for mark in marks)

    assert len(marks) == found.asked
    assert found.mean is None if not found.rated else 0 <= found.mean <= 4


@pytest.mark.parametrize("more", ["?", None])
@given(marks=st.lists(MARKS))
def test_one_more_do_not_know_moves_no_mean(marks: list[int | str | None], more: str | None):
    before, after = (tally(rating("a", mark) for mark in said) for said in (marks, [*marks, more]))

    assert before.mean == after.mean
