"""How sure a share is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.surveying.interval import wilson

COUNTED = st.integers(1, 5_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_published_examples(count: int, of: int, low: float, high: float):
    """Newcombe 1998, Statistics in Medicine 17: 857-872, table I, score method without continuity correction."""
    assert (low, high) == pytest.approx(wilson(count, of), abs=5e-5)


@given(COUNTED)
def test_the_share_lies_within(counted: tuple[int, int]):
    count, of = counted

    low, high = wilson(count, of)

    assert 0 <= low <= count / of <= high <= 1
    assert low < high


@given(COUNTED)
def test_what_is_not_so_has_the_mirrored_interval(counted: tuple[int, int]):
    count, of = counted

    low, high = wilson(of - count, of)

    assert (1 - high, 1 - low) == pytest.approx(wilson(count, of))


@given(COUNTED, st.integers(2, 20))
def test_more_replies_say_more(counted: tuple[int, int], times: int):
    count, of = counted

    low, high = wilson(count * times, of * times)

    assert high - low < wilson(count, of).high - wilson(count, of).low


def test_of_nothing_nothing_is_known():
    assert (0.0, 1.0) == wilson(0, 0)
