"""The knowledge tested on itself: does each sign, left out of the index, still find its barrier?

This is how a maintainer of the content sees what a change did: which barriers are found by their own signs, which
two are confused, and which counter-signs find the barrier that they are meant to keep away.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from integration_cli.matching.building import make
from integration_cli.matching.index import Index, read
from integration_cli.matching.reading import read as read_text
from integration_cli.matching.scoring import score
from integration_cli.model import Barrier, Knowledge

FOLDS = 5
"""Parts of the signs; each in turn is left out while the index is made from the others."""


class Recall(NamedTuple):
    """Of a barrier's signs, how many found it (or its main barrier) first and among the first N."""

    barrier: str
    signs: int
    first: int
    among: int


class Confusion(NamedTuple):
    """How many signs of one barrier found another first."""

    barrier: str
    found: str
    signs: int


class SelfTest(NamedTuple):
    """The result: recall by barrier, worst first; confused pairs, most frequent first; failing counter-signs.

    `intruders` are counter-signs that find the barrier which they should keep away first, with that barrier's id.
    """

    n: int
    recalls: tuple[Recall, ...]
    confusions: tuple[Confusion, ...]
    counters: int
    intruders: tuple[tuple[str, str], ...]


def self_test(knowledge: Knowledge, n: int = 3, advance: Callable[[], None] = lambda: None) -> SelfTest:
    """Rank every sign and counter-sign with an index made without it; `advance` is called after each fold."""
    found: dict[str, list[int]] = {id_: [0, 0, 0] for id_ in knowledge.barriers}
    confused: Counter[tuple[str, str]] = Counter()
    counters = 0
    intruders: list[tuple[str, str]] = []
    for fold in range(FOLDS):
        smaller = knowledge._replace(barriers={b.id: _without(b, fold) for b in knowledge.barriers.values()})
        index = read(memoryview(make(smaller)), smaller)
        for barrier, sign in _left_out_signs(knowledge, fold):
            ranked = _ranked(sign, index, knowledge, n)
            found[barrier.id][0] += 1
            found[barrier.id][1] += ranked[0] == barrier.main
            found[barrier.id][2] += barrier.main in ranked
            if ranked[0] != barrier.main:
                confused[barrier.main, ranked[0]] += 1
        for barrier, text in _left_out_counters(knowledge, fold):
            counters += 1
            if _ranked(text, index, knowledge, 1)[0] == barrier.main:
                intruders.append((barrier.id, text))
        advance()
    recalls = sorted((Recall(id_, *counts) for id_, counts in found.items()), key=lambda r: r.among / max(1, r.signs))
    pairs = tuple(Confusion(a, b, count) for (a, b), count in confused.most_common())
    return SelfTest(n, tuple(recalls), pairs, counters, tuple(intruders))


def _without(barrier: Barrier, fold: int) -> Barrier:
    signs = tuple(sign for number, sign in enumerate(barrier.signs) if number % FOLDS != fold)
    counters = tuple(c for number, c in enumerate(barrier.not_signs) if number % FOLDS != fold)
    return barrier._replace(signs=signs, not_signs=counters)


def _left_out_signs(knowledge: Knowledge, fold: int) -> Iterator[tuple[Barrier, str]]:
    for barrier in knowledge.barriers.values():
        yield from ((barrier, sign) for number, sign in enumerate(barrier.signs) if number % FOLDS == fold)


def _left_out_counters(knowledge: Knowledge, fold: int) -> Iterator[tuple[Barrier, str]]:
    for barrier in knowledge.barriers.values():
        for number, counter in enumerate(barrier.not_signs):
            # One that belongs to a barrier of the same main barrier cannot be told apart here.
            other = knowledge.barriers.get(counter.belongs_to)
            if number % FOLDS == fold and other is not None and other.main != barrier.main:
                yield barrier, counter.text


def _ranked(text: str, index: Index, knowledge: Knowledge, n: int) -> list[str]:
    """The first n main barriers for a text."""
    fused = score(read_text(text, index.vocabulary, index.speller), index).fused
    order = sorted(range(len(fused)), key=lambda number: -fused[number])
    return list(dict.fromkeys(knowledge.barriers[index.barriers[number]].main for number in order))[:n]
