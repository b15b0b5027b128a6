"""What becomes of a reply."""

import pytest

from integration_cli import Advisor
from integration_cli.diagnosis import Diagnosis, Strength
from integration_cli.survey import Reply
from integration_cli.surveying.judging import judged, without_text
from tests.surveying.made import finding


@pytest.mark.parametrize("text", ["", " \n", "-", "N/A", "n/a.", "None", "no comment", "…", "\u200b", "?"])
def test_a_reply_that_says_nothing_is_blank(text: str):
    assert "blank" == without_text(Reply(2, text))


@pytest.mark.parametrize("text", ["no money", "None of the partners talk", "a", "£5"])
def test_a_reply_that_says_something_is_read(text: str):
    assert without_text(Reply(2, text)) is None


def test_a_row_that_could_not_be_read_is_broken_with_its_reason(advisor: Advisor):
    (found,) = advisor.judge([Reply(7, "", fault="has 2 cells where the header has 5")])

    assert ("broken", "has 2 cells where the header has 5", ()) == (found.status, found.reason, found.counted)


@pytest.mark.parametrize(
    ("strength", "possible", "status"),
    [
        ("strong", False, "matched"),
        ("likely", False, "matched"),
        ("possible", False, "unmatched"),
        ("possible", True, "matched"),
    ],
)
def test_possible_findings_count_only_where_asked(strength: Strength, possible: bool, status: str):
    diagnosis = Diagnosis("said", (finding("bus", 0.3, strength=strength),))

    assert status == judged(Reply(2, "said"), diagnosis, possible).status


def test_a_barrier_and_its_detail_count_once():
    both = Diagnosis("said", (finding("coin", 0.9), finding("purse", 0.8), finding("bus", 0.7)))

    found = judged(Reply(2, "said"), both)

    assert ["coin", "bus"] == [one.barrier for one in found.counted]
    assert ["purse"] == [one.barrier for one in found.others]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("the and of it", "no words to go by"),
        ("how do I bake sourdough", "does not seem to be about health and care bodies working together"),
    ],
)
def test_an_unmatched_reply_says_why(advisor: Advisor, text: str, reason: str):
    (found,) = advisor.judge([Reply(2, text)])

    assert ("unmatched", reason) == (found.status, found.reason)
