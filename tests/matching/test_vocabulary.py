"""Abbreviations and long forms are one thing, whichever is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.matching.reading import read
from integration_cli.matching.text import words_of
from integration_cli.matching.vocabulary import Vocabulary, written
from integration_cli.model import Forms

CARE = Vocabulary(
    written(
        [
            Forms("care", ("integrated care",)),
            Forms("icb", ("ICB", "integrated care board")),
            Forms("section-75", ("s75", "section 75")),
            Forms("nothing", ("...",)),
        ]
    )
)


def named(text: str) -> list[tuple[str, int, int]]:
    return [tuple(concept) for concept in CARE.concepts(words_of(text))]


@pytest.mark.parametrize("text", ["ICB", "icb", "Integrated Care Board", "integrated care boards", "the ICB's"])
def test_every_way_to_write_a_thing_names_it(text: str):
    assert ["=icb"] == [feature for feature, _, _ in named(text)]


def test_the_longest_form_wins_and_nothing_is_named_twice():
    assert [("=icb", 1, 4)] == named("our integrated care board")
    assert [("=care", 1, 3)] == named("our integrated care team")


def test_things_are_named_in_order_with_their_places():
    text = "s75 between the ICB and integrated care under section 75"

    assert [("=section-75", 0, 1), ("=icb", 3, 4), ("=care", 5, 7), ("=section-75", 8, 10)] == named(text)


@pytest.mark.parametrize("text", ["", "integrated", "care integrated", "section", "75", "integrated section care"])
def test_part_of_a_form_names_nothing(text: str):
    assert [] == named(text)


@settings(max_examples=100)
@given(words=st.lists(st.sampled_from(["integrated", "care", "board", "ICB", "section", "75", "s75", "tea"])))
def test_named_things_never_overlap(words: list[str]):
    end_before = 0
    for _, first, last in named(" ".join(words)):
        assert end_before <= first < last <= len(words)
        end_before = last


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("ICB", "integrated care board"),
        ("s75", "section 75"),
        ("CCG", "clinical commissioning group"),
        ("HWB", "health and wellbeing board"),
    ],
)
def test_the_shipped_vocabulary_works_both_ways(advisor: Advisor, short: str, long: str):
    concepts = [
        {feature for feature in read(text, advisor.index.vocabulary).features["words"] if feature.startswith("=")}
        for text in (f"our {short} refuses", f"our {long} refuses")
    ]

    assert concepts[0] == concepts[1]
    assert 1 == len(concepts[0])


def test_every_shipped_form_names_one_thing_whole(advisor: Advisor):
    """No form is cut up by a shorter one."""
    for group in advisor.knowledge.vocabulary.values():
        for form in group.forms:
            words = words_of(form)
            assert [(0, len(words))] == [(c.first, c.last) for c in advisor.index.vocabulary.concepts(words)], form
