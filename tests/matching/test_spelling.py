"""Misspelt words are read as what was meant; everything else is left as it was typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.matching.reading import read
from integration_cli.matching.text import stem, words_of
from tests import small
from tests.matching.tiny import index_of

KNOWN = ["board", "budget", "commissioning", "governance", "pool", "procurement", "s75bis"]
SPELLER = index_of(
    small.knowledge(
        small.barrier("b", title="board", summary="budget", question="governance", signs=(" ".join(KNOWN[2:]),))
    )
).speller


def mended(text: str) -> list[str]:
    return [SPELLER.mended(word).plain for word in words_of(text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("goverance", "governance"),
        ("govrenance", "governance"),
        ("governnance", "governance"),
        ("comissioning", "commissioning"),
        ("Procurment", "procurement"),
    ],
)
def test_a_misspelt_known_word_is_mended(typed: str, meant: str):
    assert [meant] == mended(typed)


def test_a_mended_word_has_the_stem_of_what_was_meant_and_stays_where_it_was_typed():
    text = "our goverance fails"

    word = SPELLER.mended(words_of(text)[1])

    assert (stem("governance"), "goverance") == (word.stem, text[word.start : word.end])


@pytest.mark.parametrize("known", KNOWN)
def test_a_known_word_is_left(known: str):
    assert [known] == mended(known)


@pytest.mark.parametrize(
    "typed", ["poll", "bord", "s75bit", "governance7", "75000", "2015", "r&dx", "umbrella", "xqztvw", "ernance"]
)
def test_short_words_numbers_and_words_like_no_other_are_left(typed: str):
    assert [typed] == mended(typed)


@settings(max_examples=150)
@given(text=st.text(max_size=60))
def test_any_text_keeps_its_words_in_their_places(text: str):
    words = words_of(text)

    assert [(w.start, w.end) for w in words] == [(w.start, w.end) for w in (SPELLER.mended(w) for w in words)]
    assert {m.plain for w in words if (m := SPELLER.mended(w)) != w} <= set(KNOWN)


def test_a_misspelt_sentence_is_read_like_the_sentence_meant(advisor: Advisor):
    vocabulary, speller = advisor.index.vocabulary, advisor.index.speller

    typed = read("unclear goverance and acountability for the pooled resorces", vocabulary, speller)
    meant = read("unclear governance and accountability for the pooled resources", vocabulary, speller)

    assert meant.features == typed.features
