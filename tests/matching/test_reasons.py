"""The words shown are those that count."""

import pytest

from integration_cli import Advisor
from integration_cli.diagnosis import Segment, Span
from integration_cli.matching.reading import read
from integration_cli.matching.reasons import MOST_WORDS, reasons_for
from integration_cli.matching.scoring import score
from integration_cli.matching.text import STOP_WORDS
from integration_cli.words import plain_form
from tests.matching.clear import CLEAR
from tests.matching.tiny import index_of, town


@pytest.mark.parametrize("text", CLEAR)
def test_words_shown_are_words_of_the_text_with_a_meaning(advisor: Advisor, text: str):
    for finding in advisor.diagnose(text).findings:
        for reason in finding.reasons:
            shown = [text[span.start : span.end] for span in reason.words]
            assert 0 < len(shown) <= MOST_WORDS
            assert all(word.isalnum() or "'" in word for word in shown)
            assert not {plain_form(word) for word in shown} & STOP_WORDS


@pytest.mark.parametrize("text", CLEAR)
def test_what_was_met_is_a_text_of_the_barrier(advisor: Advisor, text: str):
    for finding in advisor.diagnose(text).findings:
        barrier = advisor.knowledge.barriers[finding.barrier]
        texts = {
            "sign": barrier.signs,
            "title": (barrier.title,),
            "summary": (barrier.summary,),
            "question": (barrier.question,),
            "term": (", ".join(barrier.terms),),
        }
        for reason in finding.reasons:
            assert reason.met in texts[reason.field]
            assert not reason.local


@pytest.mark.parametrize("text", CLEAR)
def test_without_the_words_shown_the_barrier_has_less(advisor: Advisor, text: str):
    """A reason is no decoration: cut its words out and the barrier falls."""
    best = advisor.diagnose(text).findings[0]
    rest = text
    for span in sorted((span for reason in best.reasons for span in reason.words), reverse=True):
        rest = rest[: span.start] + rest[span.end :]

    before, after = (
        score(read(said, advisor.index.vocabulary, advisor.index.speller), advisor.index).fused for said in (text, rest)
    )

    number = advisor.index.barriers.index(best.barrier)
    assert rest != text
    assert after[number] < before[number]


def test_of_a_word_said_twice_the_place_that_says_most_decides_what_is_quoted():
    knowledge = town()
    index = index_of(knowledge)
    text = "purse coins purse"
    reading = read(text, index.vocabulary, index.speller)

    (reason,) = reasons_for(
        knowledge.barriers["purse"], 0, [4.0, 2.0, 1.0], reading, Segment(Span(0, len(text)), text), index
    )

    assert [Span(0, 5), Span(6, 11), Span(12, 17)] == list(reason.words)
    assert "Summary of purse." == reason.met


def test_words_are_shown_where_they_stand_in_a_long_text(advisor: Advisor):
    text = f"- {CLEAR[0]}\n- {CLEAR[1]}\n- {CLEAR[3]}"

    findings = advisor.diagnose(text).findings

    assert max(finding.segment.span.start for finding in findings) > len(CLEAR[0])
    for finding in findings:
        for span in finding.reasons[0].words:
            assert text[span.start : span.end] in finding.segment.text.replace(".", "").split()
            assert not text[span.start - 1].isalnum()
            assert not text[span.end].isalnum()


def test_the_sign_that_a_text_repeats_is_the_one_that_is_quoted_be_it_the_first_or_the_last():
    knowledge = town()
    index = index_of(knowledge)

    for number, barrier in enumerate(knowledge.barriers.values()):
        for sign in barrier.signs:
            reading = read(sign, index.vocabulary, index.speller)
            adds = [1.0] * len(reading.words)
            (reason,) = reasons_for(barrier, number, adds, reading, Segment(Span(0, len(sign)), sign), index)
            assert sign == reason.met
