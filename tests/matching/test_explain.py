"""An explanation adds up, and is about the text."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.errors import AdvisorError, UnknownId
from integration_cli.matching.explain import explain, telling_apart
from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.signals import NAMES
from integration_cli.model import Neighbour
from integration_cli.words import word_places
from tests import small
from tests.matching.clear import CLEAR
from tests.matching.tiny import index_of, town

TEXT = CLEAR[0]


@pytest.mark.parametrize("text", CLEAR)
def test_the_shares_of_the_scorers_add_up_to_the_fused_score(advisor: Advisor, text: str):
    told = advisor.explain(text)

    assert [scorer.name for scorer in SCORERS] == [share.scorer for share in told.shares]
    assert sum(share.part for share in told.shares) == pytest.approx(told.fused, abs=1e-6)


@pytest.mark.parametrize("text", CLEAR)
def test_the_words_are_all_of_the_text_and_add_up_to_the_fused_score(advisor: Advisor, text: str):
    told = advisor.explain(text)

    assert [(start, end) for _, start, end in word_places(text)] == [tuple(word.span) for word in told.words]
    assert sum(word.gain for word in told.words) == pytest.approx(told.fused, abs=1e-6)


def test_ranks_count_the_barriers_above(advisor: Advisor):
    fused = {id_: advisor.explain(TEXT, id_) for id_ in advisor.index.barriers}

    for told in fused.values():
        assert 1 + sum(other.fused > told.fused for other in fused.values()) == told.rank
        for at, share in enumerate(told.shares):
            assert 1 + sum(other.shares[at].part > share.part for other in fused.values()) == share.rank
    assert set(range(1, len(fused) + 1)) == {told.rank for told in fused.values()}


def test_the_other_is_the_one_above_or_the_runner_up(advisor: Advisor):
    by_rank = {told.rank: told for told in (advisor.explain(TEXT, id_) for id_ in advisor.index.barriers)}

    assert (by_rank[2].barrier, by_rank[2].fused) == (by_rank[1].other, by_rank[1].other_fused)
    for rank in range(2, len(by_rank) + 1):
        assert (by_rank[rank - 1].barrier, by_rank[rank - 1].fused) == (by_rank[rank].other, by_rank[rank].other_fused)


def test_chances_fall_with_the_ranks(advisor: Advisor):
    told = sorted((advisor.explain(TEXT, id_) for id_ in advisor.index.barriers), key=lambda one: one.rank)

    chances = [one.chance for one in told]
    assert sorted(chances, reverse=True) == chances
    assert 1 == len({one.in_field for one in told})


def test_an_explanation_agrees_with_the_diagnosis(advisor: Advisor):
    for finding in advisor.diagnose(TEXT).findings:
        told = advisor.explain(TEXT, finding.barrier)
        assert told.in_field
        assert finding.score == pytest.approx(told.chance, abs=1e-4)


def test_of_a_long_text_the_part_is_explained_that_speaks_for_the_finding(advisor: Advisor):
    text = "\n\n".join([*CLEAR, "The lift at the town hall is broken again."])

    for finding in advisor.diagnose(text, top=9).findings:
        told = advisor.explain(text, finding.barrier)
        assert (finding.segment, finding.score) == (told.segment, told.chance)
        assert told.parts > 1
        assert sum(share.part for share in told.shares) + told.around == pytest.approx(told.fused, abs=1e-6)
        assert all(told.segment.span.start <= word.span.start < told.segment.span.end for word in told.words)


@pytest.mark.parametrize(("text", "ours"), [(TEXT, True), ("how do I bake sourdough", False)])
def test_it_tells_whether_a_text_is_about_our_field_and_by_which_signals(advisor: Advisor, text: str, ours: bool):
    told = advisor.explain(text)

    assert ours == told.in_field
    assert NAMES == tuple(name for name, _ in told.field_signals)


def test_the_nearest_signs_are_the_barriers_own(advisor: Advisor):
    told = advisor.explain(TEXT)

    barrier = advisor.knowledge.barriers[told.barrier]
    assert 0 < len(told.nearest) <= 3
    assert set(told.nearest) <= {barrier.title, barrier.summary, barrier.question, *barrier.signs}


def test_by_default_it_is_about_the_barrier_that_ranks_first(advisor: Advisor):
    told = advisor.explain(TEXT)

    assert (1, advisor.diagnose(TEXT).findings[0].barrier) == (told.rank, told.barrier)


@pytest.mark.parametrize("text", ["", "?!", "the and of it"])
def test_without_words_there_is_nothing_to_explain(advisor: Advisor, text: str):
    with pytest.raises(AdvisorError, match="no words to go by"):
        advisor.explain(text)


def test_an_unknown_barrier_is_refused_with_a_hint(advisor: Advisor):
    with pytest.raises(UnknownId, match="did you mean 'fear-of-sharing-data'"):
        advisor.explain(TEXT, "fear-of-sharing-dat")


@settings(max_examples=60)
@given(text=st.text(max_size=150).map("{} bus".format))
def test_any_text_can_be_explained_for_a_barrier(text: str):
    known = town()

    told = explain(text, "bus", known, INDEX)

    assert sum(share.part for share in told.shares) == pytest.approx(told.fused, abs=1e-6)
    assert len(list(word_places(text))) == len(told.words)


INDEX = index_of(town())


def test_two_barriers_are_told_apart_by_the_test_of_either():
    known = small.knowledge(
        small.barrier("purse", not_to_confuse=(Neighbour("trust", "it is the money"),)),
        small.barrier("trust"),
        small.barrier("bus"),
    )

    assert "Title of purse: it is the money" == telling_apart("purse", "trust", known)
    assert "Title of purse: it is the money" == telling_apart("trust", "purse", known)
    assert "" == telling_apart("purse", "bus", known)


def test_a_text_of_which_nothing_is_known_has_no_signals_but_its_length():
    index = index_of(town())

    told = explain("Zqx vrrm", "bus", town(), index)

    assert {"log of length"} == {name for name, value in told.field_signals if value}


def test_the_signals_named_after_the_best_are_those_of_the_barriers_that_rank_first(advisor: Advisor):
    told = sorted((advisor.explain(TEXT, id_) for id_ in advisor.index.barriers), key=lambda one: one.rank)

    signals = dict(told[0].field_signals)
    assert told[0].fused == signals["best fused"]
    assert told[0].fused - told[4].fused == signals["margin of the best over the fifth"]


def test_a_text_without_any_end_of_a_sentence_is_explained_part_by_part():
    told = explain("bus " * 20_000, "bus", town(), INDEX)

    assert told.parts > 10
    assert len(told.words) == len(told.segment.text.split())


def test_of_a_name_that_nobody_knows_neither_the_word_nor_its_pairs_count():
    signals = dict(explain("purse Vrrm bus", "bus", town(), INDEX).field_signals)

    assert signals["summed log odds of the domain"] == pytest.approx(
        signals["mean log odds of the domain"] * math.sqrt(2)
    )
    assert (1.0, math.log(3)) == (signals["share of known content words"], signals["log of length"])


def test_words_of_our_signs_speak_for_the_field_and_words_of_other_texts_against_it():
    ours, others = (
        dict(explain(text, "bus", town(), INDEX).field_signals)["summed log odds of the domain"]
        for text in ("patients and letters", "the green soup is painted")
    )

    assert others < 0 < ours
