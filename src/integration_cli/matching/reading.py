"""A text as the scorers see it: features, and the words that each comes from."""

from typing import NamedTuple

from integration_cli.matching.spelling import Speller
from integration_cli.matching.text import STOP_WORDS, Word, pieces, words_of
from integration_cli.matching.vocabulary import Vocabulary

Places = dict[str, list[int]]
"""Feature -> numbers of the words from which it comes, once for each time it is said."""


class Reading(NamedTuple):
    """The words of a text and its features by space; `plain` are stems of stop words, which tell only the field.

    A pair or a concept of several words is listed under its first word; `reach` says how many words it spans.
    """

    words: list[Word]
    features: dict[str, Places]
    plain: set[str]
    reach: dict[str, int]

    @property
    def content(self) -> list[Word]:
        """The words that carry meaning by themselves."""
        return [word for word in self.words if word.plain not in STOP_WORDS]


def read(text: str, vocabulary: Vocabulary, speller: Speller | None = None) -> Reading:
    """Take a text apart; a speller, where given, reads a misspelt word as what it was meant to be."""
    reading = read_words(text, vocabulary, speller)
    cut = reading.features["pieces"]
    for number, word in enumerate(reading.words):
        for piece in pieces(word.plain):
            cut.setdefault(piece, []).append(number)
    return reading


def read_words(text: str, vocabulary: Vocabulary, speller: Speller | None = None) -> Reading:
    """Take a text apart without cutting its words into pieces."""
    words = words_of(text)
    if speller is not None:
        words = [speller.mended(word) for word in words]
    return reading_of(words, vocabulary)


def reading_of(words: list[Word], vocabulary: Vocabulary) -> Reading:
    """What the words of a text come to, their pieces left out."""
    found: Places = {}
    reach: dict[str, int] = {}
    for number, word in enumerate(words):
        if word.plain not in STOP_WORDS:
            found.setdefault(word.stem, []).append(number)
        if number + 1 < len(words):
            pair = f"{word.stem} {words[number + 1].stem}"
            found.setdefault(pair, []).append(number)
            reach[pair] = 2
    for concept in vocabulary.concepts(words):
        found.setdefault(concept.feature, []).append(concept.first)
        reach[concept.feature] = concept.last - concept.first
    return Reading(words, {"words": found, "pieces": {}}, {word.stem for word in words} - found.keys(), reach)
