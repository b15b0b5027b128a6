"""A text as the scorers see it: features, and the words that each comes from."""

from dataclasses import dataclass, field

from integration_cli.matching.spelling import Speller
from integration_cli.matching.text import STOP_WORDS, Word, pieces, words_of
from integration_cli.matching.vocabulary import Vocabulary

Features = dict[str, list[int]]
"""Feature -> places (numbers of words) at which it occurs, one for each occurrence's first word."""


@dataclass(slots=True)
class Reading:
    """The words of a text and its features by kind; `all_features` are those by which its domain is told."""

    words: list[Word]
    stems: Features = field(default_factory=dict)
    pairs: Features = field(default_factory=dict)
    pieces: Features = field(default_factory=dict)
    all_features: set[str] = field(default_factory=set)

    @property
    def content(self) -> list[Word]:
        """The words that carry meaning by themselves."""
        return [word for word in self.words if word.plain not in STOP_WORDS]


def read(text: str, vocabulary: Vocabulary, speller: Speller | None = None) -> Reading:
    """Take a text apart; a speller, where given, adds what a misspelt word was meant to be."""
    words = words_of(text)
    if speller is not None:
        words = [speller.mended(word) for word in words]
    reading = Reading(words)
    for number, word in enumerate(words):
        if word.plain not in STOP_WORDS:
            reading.stems.setdefault(word.stem, []).append(number)
        for piece in pieces(word.plain):
            reading.pieces.setdefault(piece, []).append(number)
        if number + 1 < len(words):
            reading.pairs.setdefault(f"{word.stem} {words[number + 1].stem}", []).append(number)
    for concept in vocabulary.concepts(words):
        reading.stems.setdefault(concept.feature, []).extend(range(concept.first, concept.last))
    reading.all_features.update(word.stem for word in words)
    reading.all_features.update(reading.pairs, reading.stems)
    return reading
