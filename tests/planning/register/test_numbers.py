"""Numbers as people type them."""

import pytest

from integration_cli.planning.register.numbers import counted, is_ours, rating_text, read_number, read_score
from integration_cli.register import Score


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5", 5),
        (" 4 ", 4),
        ("5 - almost certain", 5),
        ("3 (possible)", 3),
        ("2: minor", 2),
        ("L4", 4),
        ("i 3", 3),
        ("4, says the trust", 4),
        ("1.", 1),
    ],
)
def test_a_number_is_read_with_the_words_around_it(typed: str, number: int):
    assert number == read_number(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "6", "0", "-2", "high", "45", "3-4", "3 – 4", "3 or 4", "2 to 3", "2.5", "4/5", "4, 5", "IV", "five", "5th"],
)
def test_what_is_no_whole_number_from_1_to_5_is_not_guessed_at(typed: str):
    assert read_number(typed) is None


def test_a_score_needs_both_numbers():
    assert Score(4, 5) == read_score("L4", "5 - catastrophic")
    assert read_score("4", "") is None
    assert read_score("high", "4") is None


def test_a_rating_says_score_colour_and_band_and_is_known_as_ours():
    said = [rating_text(score) for score in (Score(4, 5), Score(2, 4), Score(1, 2), None)]

    assert ["20, red (extreme)", "8, amber (high)", "2, green (low)", "not scored yet"] == said
    assert [True] * 4 == [is_ours(text) for text in said]
    assert [True, False, False] == [is_ours(text) for text in ("", "red, says the board", "20, red (extreme), agreed")]


def test_the_counts_tell_how_many_are_left_to_score():
    assert "1 red, 0 amber, 1 green, 1 not scored yet" == counted([Score(5, 5), None, Score(1, 1)])
    assert "0 red, 1 amber, 0 green" == counted([Score(3, 3)])
    assert "none scored yet" == counted([None, None])
