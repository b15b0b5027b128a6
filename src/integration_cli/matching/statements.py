"""What the knowledge says of each barrier, as counted features: the raw material of every scorer's table."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from integration_cli.matching.text import STOP_WORDS, pairs, words_of
from integration_cli.matching.vocabulary import Vocabulary
from integration_cli.model import Barrier, Knowledge


@dataclass(frozen=True, slots=True)
class Statement:
    """One text that speaks for a barrier (its number), taken apart; `features` are those of its domain."""

    barrier: int
    stems: Counter[str]
    pairs: Counter[str]
    plain: Counter[str]
    features: frozenset[str]


def texts(barrier: Barrier) -> Iterator[str]:
    """The texts that speak for a barrier."""
    yield barrier.title
    yield barrier.summary
    yield barrier.question
    yield ". ".join(barrier.terms)
    yield from barrier.signs


def statement(number: int, text: str, vocabulary: Vocabulary) -> Statement:
    """Take one text apart."""
    words = words_of(text)
    every = [word.stem for word in words]
    joined = Counter(pairs(every))
    concepts = [concept.feature for concept in vocabulary.concepts(words)]
    stems = Counter(word.stem for word in words if word.plain not in STOP_WORDS)
    stems.update(concepts)
    plain = Counter(word.plain for word in words)
    return Statement(number, stems, joined, plain, frozenset((*every, *joined, *concepts)))


def of_knowledge(knowledge: Knowledge, vocabulary: Vocabulary) -> list[Statement]:
    """Every statement that speaks for a barrier; a counter-sign speaks for the barrier where it belongs."""
    numbers = {id_: number for number, id_ in enumerate(knowledge.barriers)}
    found = []
    for id_, barrier in knowledge.barriers.items():
        found += [statement(numbers[id_], text, vocabulary) for text in texts(barrier)]
        found += [
            statement(numbers[counter.belongs_to], counter.text, vocabulary)
            for counter in barrier.not_signs
            if counter.belongs_to
        ]
    return found


def of_elsewhere(knowledge: Knowledge, vocabulary: Vocabulary) -> list[Statement]:
    """Every text that speaks for no barrier at all."""
    counters = (c.text for b in knowledge.barriers.values() for c in b.not_signs if not c.belongs_to)
    return [statement(-1, text, vocabulary) for text in (*counters, *knowledge.elsewhere)]
