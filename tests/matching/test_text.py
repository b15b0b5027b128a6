"""Words, stems and pieces, as all scorers see them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.matching.reading import read
from integration_cli.matching.text import PIECE, STOP_WORDS, pairs, pieces, stem, words_of
from integration_cli.matching.vocabulary import Vocabulary

LETTERS = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=20)
NO_FORMS = Vocabulary([])


def test_words_say_where_they_stand():
    text = "The Trust’s budgets, frozen."

    words = words_of(text)

    assert ["the", "trust", "budgets", "frozen"] == [word.plain for word in words]
    assert ["The", "Trust’s", "budgets", "frozen"] == [text[word.start : word.end] for word in words]


@pytest.mark.parametrize(
    "family",
    [
        ("pool", "pooled", "pooling", "pools"),
        ("share", "shares", "shared", "sharing"),
        ("organisation", "organisations", "organization"),
        ("policy", "policies"),
        ("agree", "agrees", "agreed", "agreement", "agreements"),
        ("plan", "plans", "planned", "planning"),
        ("integrate", "integrated", "integrating", "integration"),
        ("delay", "delays", "delayed"),
        ("paper", "papers"),
        ("add", "adds", "added", "adding"),
        ("table", "tables", "tabled", "tabling"),
        ("inn", "inns"),
    ],
)
def test_forms_of_a_word_meet_in_one_stem(family: tuple[str, ...]):
    assert 1 == len({stem(word) for word in family})


@pytest.mark.parametrize(("one", "other"), [("trust", "truss"), ("board", "bored"), ("fund", "find"), ("inn", "in")])
def test_different_words_keep_different_stems(one: str, other: str):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["s75", "icb", "75", "r&d", "gp", "2015"])
def test_abbreviations_and_numbers_are_their_own_stems(word: str):
    assert word == stem(word)


@settings(max_examples=200)
@given(word=LETTERS)
def test_a_stem_is_never_empty_and_never_longer_than_its_word(word: str):
    assert 0 < len(stem(word)) <= len(word)
    assert word[:2] == stem(word)[:2]


@pytest.mark.parametrize(
    ("meant", "slip"),
    [
        ("governance", "goverance"),
        ("commissioning", "comissioning"),
        ("accountability", "acountability"),
        ("procurement", "procurment"),
        ("safeguarding", "safegaurding"),
    ],
)
def test_a_misspelt_word_shares_pieces_with_what_was_meant_and_not_with_others(meant: str, slip: str):
    slipped = set(pieces(slip))

    assert len(slipped & set(pieces(meant))) >= len(slipped) / 3
    assert not slipped & set(pieces("kiosk"))


@settings(max_examples=200)
@given(word=LETTERS)
def test_pieces_are_all_the_runs_of_a_word_with_its_edges(word: str):
    found = list(pieces(word))

    assert f" {word} " == found[0] + "".join(piece[-1] for piece in found[1:])
    assert {min(PIECE, len(word) + 2)} == {len(piece) for piece in found}


def test_pairs_are_neighbours_in_order():
    assert ["pool budget", "budget late"] == list(pairs(["pool", "budget", "late"]))
    assert [] == list(pairs(["pool"]))


def test_stop_words_say_nothing_alone_and_count_inside_pairs():
    reading = read("who is the lead", NO_FORMS)

    assert ["lead"] == [word.plain for word in reading.content]
    assert {"lead", "who is", "is the", "the lead"} == reading.features["words"].keys()
    assert {"who", "is", "the"} == reading.plain


@pytest.mark.parametrize("word", ["money", "nobody", "share", "staff", "risk", "trust", "never", "cannot"])
def test_words_that_name_a_problem_are_no_stop_words(word: str):
    assert word not in STOP_WORDS


def test_a_feature_knows_each_place_where_it_is_said():
    reading = read("risk pool risk pool", NO_FORMS)

    assert {"risk": [0, 2], "pool": [1, 3], "risk pool": [0, 2], "pool risk": [1]} == reading.features["words"]
    assert {"risk pool": 2, "pool risk": 2} == reading.reach
