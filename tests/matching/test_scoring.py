"""The lexical scorers against the formulas of the books, written out here; and the scores put together."""

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import fmean, pstdev

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.reading import read
from integration_cli.matching.recipes import K1, B
from integration_cli.matching.scoring import WEIGHTS, Scores, contributions, score
from integration_cli.matching.text import STOP_WORDS, stem
from tests.matching.tiny import BORROWED, index_of, town

TOWN = town()
INDEX = index_of(TOWN)
BARRIERS = list(TOWN.barriers)
FORMS = {"=icb": r"\b(?:icb|integrated care board)\b", "=care": r"\bintegrated care\b(?! board)"}


def features(text: str) -> Counter[str]:
    """Stems without stop words, pairs of stems, and concepts, each with how often it is said."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    stems = [stem(word) for word in words]
    found = Counter(stem(word) for word in words if word not in STOP_WORDS)
    found.update(f"{one} {two}" for one, two in pairwise(stems))
    found.update({name: len(re.findall(form, text.lower())) for name, form in FORMS.items()})
    return +found


def statements() -> Iterator[tuple[int, Counter[str]]]:
    """Every text that speaks for a barrier, with the barrier's number."""
    for number, barrier in enumerate(TOWN.barriers.values()):
        for text in (barrier.title, barrier.summary, barrier.question, ". ".join(barrier.terms), *barrier.signs):
            yield number, features(text)
    yield BARRIERS.index("purse"), features(BORROWED)


STATEMENTS = list(statements())
HOLDING = Counter(feature for _, counts in STATEMENTS for feature in counts)
COUNTED = {feature for feature, n in HOLDING.items() if n > 1 or " " not in feature}
"""A pair of words that stands in one statement only does not count."""


def idf(feature: str) -> float:
    return math.log((1 + len(STATEMENTS)) / (1 + HOLDING[feature] * (feature in COUNTED))) + 1


def bm25(text: str, number: int) -> float:
    """Robertson & Zaragoza 2009, one document per barrier."""
    documents = [Counter[str]() for _ in BARRIERS]
    for barrier, counts in STATEMENTS:
        documents[barrier].update(counts)
    average = fmean(document.total() for document in documents)
    total = 0.0
    for feature in features(text).keys() & COUNTED & documents[number].keys():
        df = sum(feature in document for document in documents)
        tf = documents[number][feature]
        norm = 1 - B + B * documents[number].total() / average
        total += math.log(1 + (len(documents) - df + 0.5) / (df + 0.5)) * tf * (K1 + 1) / (tf + K1 * norm)
    return total


def unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.hypot(*vector.values()) or 1.0
    return {feature: value / length for feature, value in vector.items()}


def tf_idf(counts: Counter[str], kept: set[str]) -> dict[str, float]:
    return unit({feature: (1 + math.log(tf)) * idf(feature) for feature, tf in counts.items() if feature in kept})


def cosine(text: str, number: int) -> float:
    """Of the text's tf-idf vector and the mean of those of the barrier's statements (Rocchio)."""
    mean = Counter[str]()
    for barrier, counts in STATEMENTS:
        if barrier == number:
            mean.update(tf_idf(counts, COUNTED))
    asked = features(text)
    vector, centroid = tf_idf(asked, set(asked)), unit(mean)
    return sum(value * centroid.get(feature, 0.0) for feature, value in vector.items())


def scored(text: str) -> Scores:
    return score(read(text, INDEX.vocabulary), INDEX)


SAID = (
    "purse", "purses", "the", "shared", "bus", "clinic", "letters", "ward", "patients", "ICB", "waits", "is",
    "integrated care board", "integrated care", "blorp", "opens", "nobody",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(SAID), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=60)
@given(text=TEXTS)
@example(text="The shared purse is empty and the ICB waits for the bus to the clinic")
@example(text="the is the")
@example(text="blorp vrrm")
def test_scores_are_those_of_bm25_and_of_tf_idf_centroids(text: str):
    by_name = dict(zip((scorer.name for scorer in SCORERS), scored(text).by_scorer, strict=True))

    assert [bm25(text, n) for n in range(len(BARRIERS))] == pytest.approx(by_name["words"], abs=1e-5)
    assert [cosine(text, n) for n in range(len(BARRIERS))] == pytest.approx(by_name["phrases"], abs=1e-5)


def test_the_reference_tells_barriers_apart():
    """Zeros would agree with zeros."""
    text = "the shared purse and the clinic"

    assert bm25(text, 0) > bm25(text, 1) > bm25(text, 2)
    assert cosine(text, 0) > cosine(text, 1) > cosine(text, 2)


@settings(max_examples=60)
@given(text=TEXTS)
def test_the_fused_score_is_the_weighted_mean_of_the_scorers_on_one_scale(text: str):
    scores = scored(text)

    expected = [0.0] * len(BARRIERS)
    for scorer, values in zip(SCORERS, scores.by_scorer, strict=True):
        for number, value in enumerate(values):
            spread = pstdev(values)
            expected[number] += (
                WEIGHTS[scorer.name] * (value - fmean(values)) / spread / sum(WEIGHTS.values()) if spread else 0.0
            )
    assert expected == pytest.approx(scores.fused, abs=1e-6)


@settings(max_examples=60)
@given(text=TEXTS)
def test_what_words_add_makes_up_the_fused_score(text: str):
    reading = read(text, INDEX.vocabulary)
    scores = score(reading, INDEX)

    adds = contributions(reading, scores, INDEX, range(len(BARRIERS)))

    assert [len(reading.words)] * len(BARRIERS) == [len(add) for add in adds]
    for add, fused in zip(adds, scores.fused, strict=True):
        assert sum(add) == pytest.approx(fused, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "barrier"), [("empty purses", "purse"), ("the bus to the clinic", "bus"), ("unread letters", "trust")]
)
def test_a_barrier_is_found_by_its_own_words(text: str, barrier: str):
    fused = scored(text).fused

    assert barrier == BARRIERS[fused.index(max(fused))]


def test_a_counter_sign_speaks_for_the_barrier_to_which_it_belongs():
    without = TOWN._replace(barriers=TOWN.barriers | {"bus": TOWN.barriers["bus"]._replace(not_signs=())})
    before = index_of(without)

    text = "never opened for us"
    words = score(read(text, before.vocabulary), before).by_scorer[0], scored(text).by_scorer[0]
    assert words[0][BARRIERS.index("purse")] < words[1][BARRIERS.index("purse")]


def test_a_misspelt_text_is_still_told_by_its_pieces():
    pieces = dict(zip((scorer.name for scorer in SCORERS), scored("pursse").by_scorer, strict=True))["pieces"]

    assert "purse" == BARRIERS[pieces.index(max(pieces))]


@pytest.mark.parametrize("text", ["", "§§ !", "9x7", "soup"])
def test_a_text_without_a_known_feature_favours_nobody(text: str):
    assert [0.0] * len(BARRIERS) == scored(text).fused
