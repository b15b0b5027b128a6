"""How far two partners name the same barriers."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.comparing.agreement import pairs
from integration_cli.comparison import Comparison, Pair

NAMED = st.dictionaries(st.sampled_from("abcdef"), st.sets(st.integers(0, 6).map(str), min_size=1), max_size=6)


def widest(*found: Pair) -> tuple[Pair, ...]:
    return Comparison((), (), (), (), found).widest_gaps


def test_agreement_is_what_both_name_of_what_either_names():
    (found,) = pairs({"council": {"money", "risk", "trust"}, "hospital": {"risk", "trust", "beds"}})

    assert (Pair("council", "hospital", 2, 4), 0.5) == (found, found.share)


@given(named=NAMED)
def test_agreement_is_complete_only_between_partners_that_name_the_same(named: dict[str, set[str]]):
    found = pairs(named)

    assert {(one, other) for one, other in combinations(named, 2)} == {(pair.one, pair.other) for pair in found}
    for pair in found:
        assert (named[pair.one] == named[pair.other]) == (pair.share == 1)
        assert named[pair.one].isdisjoint(named[pair.other]) == (pair.share == 0)


@given(named=NAMED)
def test_the_least_agreement_comes_first(named: dict[str, set[str]]):
    shares = [pair.share for pair in pairs(named)]

    assert sorted(shares) == shares


def test_of_two_that_share_nothing_the_one_with_more_to_share_is_the_wider_gap():
    found = pairs({"a": {"1"}, "b": {"2"}, "c": {"3", "4", "5"}})

    assert [("a", "c"), ("b", "c"), ("a", "b")] == [(pair.one, pair.other) for pair in found]
    assert (Pair("a", "c", 0, 4), Pair("b", "c", 0, 4)) == widest(*found)


@pytest.mark.parametrize("found", [(), (Pair("a", "b", 3, 3),)], ids=["nobody", "agreed"])
def test_there_is_no_gap_between_partners_that_agree(found: tuple[Pair, ...]):
    assert () == widest(*found)
