"""What somebody types when asked to rate a statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.assessing.reply import Reply, reply
from integration_cli.assessment import Rating


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3\n", Reply(None, 3)),
        ("  0  ", Reply(None, 0)),
        ("2 the host is named, who signs is not", Reply(None, 2, "the host is named, who signs is not")),
        ("4, since April", Reply(None, 4, "since April")),
        ("1: only on paper", Reply(None, 1, "only on paper")),
        ("?", Reply(None, None)),
        ("? ask the treasurer", Reply(None, None, "ask the treasurer")),
        ("b", Reply("back")),
        ("Q", Reply("stop")),
        ("skip", Reply("skip")),
        ("h", Reply("help")),
    ],
)
def test_a_rating_takes_its_reason_with_it_and_a_letter_is_a_wish(typed: str, expected: Reply):
    assert expected == reply(typed)


@pytest.mark.parametrize("typed", ["", "\n", "5", "-1", "3.5", "3-4", "34", "yes", "b because", "2b", "three", "4%"])
def test_what_could_mean_two_things_is_asked_again(typed: str):
    assert None is reply(typed)


@given(st.integers(0, 4), st.text(st.characters(categories=["L", "N", "P"]), min_size=1))
def test_a_reason_is_kept_word_for_word(score: int, word: str):
    assert Reply(None, score, f"why {word} so") == reply(f"{score} why {word} so\n")


def test_nobody_knows_is_a_rating_without_a_score():
    assert Rating("late", None, True, "ask Ann") == Reply(None, None, "ask Ann").rating("late")
