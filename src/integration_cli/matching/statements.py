"""What the knowledge says of each barrier, as counted features: the raw material of every scorer's weights."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from integration_cli.matching.text import STOP_WORDS, pairs, words_of
from integration_cli.matching.vocabulary import Vocabulary
from integration_cli.model import Barrier, Knowledge


class Statement(NamedTuple):
    """One text that speaks for a barrier (its number; -1 for none), taken apart.

    `words` counts stems without stop words, concepts and pairs of stems; `plain` counts the words as written;
    `features` are those by which the field is told: as `words`, with the stop words.
    """

    barrier: int
    words: Counter[str]
    plain: Counter[str]
    features: frozenset[str]


def texts(barrier: Barrier) -> Iterator[str]:
    """The texts that speak for a barrier, in a fixed order: title, summary, question, terms, each sign."""
    yield barrier.title
    yield barrier.summary
    yield barrier.question
    yield ". ".join(barrier.terms)
    yield from barrier.signs


def statement(number: int, text: str, vocabulary: Vocabulary) -> Statement:
    """Take one text apart."""
    words = words_of(text)
    stems = [word.stem for word in words]
    found = Counter(word.stem for word in words if word.plain not in STOP_WORDS)
    found.update(concept.feature for concept in vocabulary.concepts(words))
    found.update(pairs(stems))
    return Statement(number, found, Counter(word.plain for word in words), frozenset((*stems, *found)))


def own(knowledge: Knowledge, vocabulary: Vocabulary) -> list[list[Statement]]:
    """The statements of each barrier, in the order of `texts`."""
    return [
        [statement(number, text, vocabulary) for text in texts(barrier)]
        for number, barrier in enumerate(knowledge.barriers.values())
    ]


def borrowed(knowledge: Knowledge, vocabulary: Vocabulary) -> list[Statement]:
    """The counter-signs that belong to another barrier, as statements of that one."""
    numbers = {id_: number for number, id_ in enumerate(knowledge.barriers)}
    counters = (counter for barrier in knowledge.barriers.values() for counter in barrier.not_signs)
    return [statement(numbers[c.belongs_to], c.text, vocabulary) for c in counters if c.belongs_to]


def of_elsewhere(knowledge: Knowledge, vocabulary: Vocabulary) -> list[Statement]:
    """Every text that speaks for no barrier at all."""
    counters = (c.text for b in knowledge.barriers.values() for c in b.not_signs if not c.belongs_to)
    return [statement(-1, text, vocabulary) for text in (*counters, *chain(*knowledge.elsewhere.values()))]
