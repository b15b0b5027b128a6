"""Where partners agree, and where they do not; whoever comes first."""

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.assessing.agreement import agreement, quartiles
from integration_cli.assessment import Assessment
from integration_cli.readiness import FEW, Agreement, Spread
from tests.forms import assessment
from tests.small import barrier, knowledge

IDS = ("a", "b", "c", "d")
KNOWN = knowledge(*(barrier(id_) for id_ in IDS))
SCORES = st.lists(st.integers(0, 4), min_size=2, max_size=12)
SAID = st.dictionaries(st.sampled_from(IDS), st.sampled_from([0, 1, 2, 3, 4, "?", None]))
NAMES = st.sampled_from(["Council", "ICB", "council", "", "Trust"])


def of(*scores: int | str | None) -> Spread:
    """The spread of one barrier that so many partners rate."""
    (found,) = agreement([assessment({"a": one}, by=str(n)) for n, one in enumerate(scores)], KNOWN).spreads
    return found


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([0, 4], (2.0, 1.0, 3.0)),
        ([1, 2, 4], (2.0, 1.5, 3.0)),
        ([0, 2, 2, 4], (2.0, 1.5, 2.5)),
        ([0, 1, 2, 3, 4], (2.0, 1.0, 3.0)),
        ([4, 4, 4, 1, 0, 3], (3.5, 1.5, 4.0)),
    ],
)
def test_the_quartiles_are_those_of_spreadsheets(scores: list[int], expected: tuple[float, float, float]):
    """Median, QUARTILE.INC 1 and 3, worked out by hand."""
    assert expected == quartiles(scores)


@given(SCORES)
def test_the_quartiles_are_linear_interpolation_between_the_ratings_in_order(scores: list[int]):
    """Hyndman & Fan (1996), type 7: the p-quantile lies at place (n - 1) p, counted from 0."""
    ordered = sorted(scores)

    def at(p: float) -> float:
        place = (len(ordered) - 1) * p
        low = int(place)
        return ordered[low] + (place - low) * (ordered[min(low + 1, len(ordered) - 1)] - ordered[low])

    assert pytest.approx((at(0.5), at(0.25), at(0.75))) == quartiles(scores)


@given(SCORES)
def test_the_order_of_scores_does_not_matter_and_the_median_lies_between_the_quartiles(scores: list[int]):
    shuffled = random.Random(1).sample(scores, len(scores))

    median, low, high = quartiles(scores)
    assert (median, low, high) == quartiles(shuffled)
    assert min(scores) <= low <= median <= high <= max(scores)


@given(st.lists(st.tuples(NAMES, SAID), min_size=1, max_size=4))
def test_the_order_of_files_does_not_matter(given_: list[tuple[str, dict[str, int | str | None]]]):
    files = [assessment(said, by=by, name=f"{n}.yaml") for n, (by, said) in enumerate(given_)]

    found = [agreement(order, KNOWN) for order in permutations(files)]

    assert [found[0]] * len(found) == found


@given(st.lists(SAID, min_size=2, max_size=5))
def test_every_barrier_of_the_forms_is_told_once_with_all_its_partners(said: list[dict[str, int | str | None]]):
    found = agreement([assessment(one, by=str(n)) for n, one in enumerate(said)], KNOWN)

    told = [spread.barrier.id for spread in found.spreads] + [one.id for one in found.single]
    assert sorted({id_ for one in said for id_ in one}) == sorted(told)
    assert all(len(said) == len(spread.said) for spread in found.spreads)


@given(st.lists(SAID, min_size=2, max_size=5))
def test_disagreements_come_first_and_the_widest_before_all(said: list[dict[str, int | str | None]]):
    found = agreement([assessment(one, by=str(n)) for n, one in enumerate(said)], KNOWN).spreads

    keys = [(spread.agreed, -spread.iqr, -spread.width) for spread in found]
    assert sorted(keys) == keys


@pytest.mark.parametrize(
    ("scores", "agreed"),
    [
        ([2, 3], True),
        ([1, 3], False),
        ([2, 2, 4], False),
        ([3, 3, 4], True),
        ([1, 2, 2, 3], True),
        ([0, 0, 3, 3], False),
        ([1, 1, 3, 3, 3], False),
        ([2, 2, 2, 3, 3, 4], True),
    ],
)
def test_a_few_agree_when_no_two_are_more_than_a_step_apart_several_when_the_middle_half_is_narrow(
    scores: list[int], agreed: bool
):
    assert (agreed, len(scores) < FEW) == (of(*scores).agreed, of(*scores).few)


def test_one_voice_apart_from_a_majority_is_named():
    assert ["4"] == [said.partner for said in of(3, 3, 4, 4, 0).apart]
    assert () == of(2, 2, 3, 3).apart


def test_who_does_not_know_is_told_and_not_counted():
    spread = of(1, 3, "?", None)

    assert ((1, 3), 2.0, True) == (spread.scores, spread.median, spread.few)
    assert [False, False, True, False] == [bool(said.rating and said.rating.unknown) for said in spread.said]


def test_a_barrier_with_one_score_is_not_compared():
    found = agreement([assessment({"a": 1, "b": 2}, by="x"), assessment({"a": "?"}, by="y")], KNOWN)

    assert ((), ["a", "b"]) == (found.spreads, [one.id for one in found.single])


def names(found: Agreement) -> list[str]:
    return [one.by for one in found.partners]


def test_partners_of_one_name_are_told_apart_by_their_files():
    same = [Assessment({}, "Council", name=name) for name in ("b.yaml", "a.yaml")]

    assert ["Council (a.yaml)", "Council (b.yaml)", "ICB"] == names(
        agreement([Assessment({}, "ICB", name="c.yaml"), *same], KNOWN)
    )


def test_a_partner_without_a_name_is_called_by_its_file():
    assert ["trust.yaml"] == names(agreement([Assessment({}, name="trust.yaml")], KNOWN))
