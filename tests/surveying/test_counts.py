"""Replies are counted as they come, by one or by several, with the same result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.errors import AdvisorError
from integration_cli.survey import Judged, Quote
from integration_cli.surveying.counts import MOST_GROUPS, Counts
from integration_cli.surveying.result import Survey, summed
from tests.surveying.made import JUDGED, KNOWLEDGE, blank, broken, matched, unmatched


def counted(*replies: Judged) -> Counts:
    counts = Counts()
    for judged in replies:
        counts.add(judged, KNOWLEDGE)
    return counts


def survey_of(*replies: Judged, by: str = "") -> Survey:
    return summed(counted(*replies), KNOWLEDGE, by)


@given(st.lists(st.lists(JUDGED, max_size=30), max_size=5))
def test_counts_of_parts_merge_into_the_counts_of_all(parts: list[list[Judged]]):
    merged = Counts()
    for part in parts:
        merged.merge(counted(*part))

    assert counted(*(judged for part in parts for judged in part)) == merged


@given(st.lists(JUDGED, max_size=40), st.randoms())
def test_the_order_of_replies_changes_nothing(replies: list[Judged], random):
    shuffled = random.sample(replies, len(replies))

    assert survey_of(*replies, by="body") == survey_of(*shuffled, by="body")


@given(st.lists(JUDGED, max_size=40))
def test_no_row_is_lost_and_no_share_is_more_than_all(replies: list[Judged]):
    survey = survey_of(*replies, by="body")

    assert len(replies) == survey.total == survey.read + survey.blank + survey.broken
    assert survey.read == sum(group.read for group in survey.groups)
    assert survey.unmatched == sum(count for _, count in survey.why)
    for share in (*survey.barriers, *survey.categories):
        assert 0 < share.replies <= share.of == survey.read
        of_groups = [s.replies for g in survey.groups for s in (*g.barriers, *g.categories) if s.id == share.id]
        assert share.replies == sum(of_groups)


def test_a_detail_counts_for_its_main_barrier_and_a_family_once_a_reply():
    survey = survey_of(matched(1, "coin"), matched(2, "purse"), matched(3, "bus", "map"))

    assert [("purse", 2), ("bus", 1), ("map", 1)] == [(share.id, share.replies) for share in survey.barriers]
    assert [("money", 2), ("travel", 1)] == [(share.id, share.replies) for share in survey.categories]


def test_only_replies_that_could_be_read_are_in_the_denominator():
    survey = survey_of(matched(1, "bus"), unmatched(2), blank(3), broken(4))

    (share,) = survey.barriers
    assert (1, 2, 0.5) == (share.replies, share.of, share.share)
    assert (4, 2, 1, 1, 1) == (survey.total, survey.read, survey.blank, survey.broken, survey.unmatched)


def test_the_three_surest_replies_are_quoted():
    survey = survey_of(*(matched(number, "bus", score=0.5 + number / 100) for number in range(1, 9)))

    assert [8, 7, 6] == [quote.number for quote in survey.quotes["bus"]]


def test_the_first_broken_rows_and_unmatched_replies_are_named():
    survey = survey_of(*(judged for n in range(9, 0, -1) for judged in (broken(n), unmatched(10 + n))))

    assert [1, 2, 3, 4, 5] == [row.number for row in survey.broken_rows]
    assert [Quote(0.0, 10 + n, f"reply {10 + n}") for n in (1, 2, 3)] == list(survey.unmatched_quotes)


def test_a_group_of_fewer_than_ten_is_marked():
    replies = [matched(n, "bus", group="council") for n in range(10)] + [
        matched(n, "bus", group="trust") for n in range(9)
    ]

    assert [("council", False), ("trust", True)] == [(g.name, g.few) for g in survey_of(*replies, by="body").groups]


def test_a_column_of_names_is_no_column_of_groups():
    """Every value would be kept, and nobody could read the result."""
    with pytest.raises(AdvisorError, match="more than 200 different values"):
        counted(*(matched(n, "bus", group=str(n)) for n in range(MOST_GROUPS + 1)))
