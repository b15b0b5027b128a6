"""Many texts in a row: what was looked up for one is known again for the next, and rows are added up at one stroke.

A single diagnosis reads the tables where they lie. Thousands of texts use the same few thousand words over and over:
then it pays to keep what each word comes to, and a feature's row as one long whole number with 64 bits for each
barrier. Python adds such numbers about as fast as small ones, and a hundred times as fast as lists.
"""

import math
import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from integration_cli.diagnosis import Segment
from integration_cli.matching.index import Index
from integration_cli.matching.part import Part
from integration_cli.matching.reading import reading_of
from integration_cli.matching.scoring import found_in, scores_of
from integration_cli.matching.signals import field_of
from integration_cli.matching.table import Table, Weighted, hashed
from integration_cli.matching.text import Word, pieces, words_of
from integration_cli.words import words_as_written

MOST = 20_000
"""Rows and words that are kept at most; a column of a row of a hundred barriers takes not quite a kilobyte."""

UNIT = 2**36
"""What a weight of one is written as. Weights stay below 2^7, so 2^20 rows add up before a barrier's bits are full."""

RARE = 8
"""Barriers up to which the row of a feature is added one by one, and not kept: most pairs of words are such."""


class RememberingTable(Table):
    """A table with its features at hand, which knows the rows of its columns again as long numbers."""

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return dict(zip(self.hashes, range(len(self.hashes)), strict=True))

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {}

    def find(self, feature: str) -> int:
        """The feature's number, or -1 where the table does not hold it."""
        return self._numbers.get(hashed(feature), -1)

    def totals(self, features: Sequence[Weighted], size: int) -> list[list[float]]:
        """The weighted sum of the features' rows over so many barriers, for each column."""
        rare: list[Weighted] = []
        by_weights: dict[tuple[float, ...], list[int]] = {}
        for feature in features:
            row = self._rows.get(feature.number)
            if row is None and self.starts[feature.number + 1] - self.starts[feature.number] <= RARE:
                rare.append(feature)
            else:
                by_weights.setdefault(feature.weights, []).append(row or self.row(feature.number, size))
        return added(super().totals(rare, size), [(weights, sum(rows)) for weights, rows in by_weights.items()])

    def row(self, number: int, size: int) -> int:
        """A feature's weights over so many barriers, column after column, as one long number, which is kept.

        A full memory is emptied, so that it does not grow with the number of texts.
        """
        start, end = self.starts[number], self.starts[number + 1]
        row = [0] * (size * len(self.columns))
        for at, column in enumerate(self.columns):
            for barrier, weight in zip(self.barriers[start:end], column[start:end], strict=True):
                row[at * size + barrier] = round(weight * UNIT)
        found = int.from_bytes(struct.pack(f"<{len(row)}Q", *row), "little")
        if len(self._rows) >= MOST:
            self._rows.clear()
        self._rows[number] = found
        return found


class _Said(NamedTuple):
    """A word as it is read, without its place; its pieces, their rows added up, and their squared rarities."""

    word: Word
    pieces: tuple[str, ...]
    row: int
    square: float


class Many:
    """Takes texts apart and scores them one after the other; the scores are the usual ones up to rounding errors."""

    def __init__(self, index: Index) -> None:
        self._pieces = RememberingTable(*index.tables["pieces"])
        self._words = RememberingTable(*index.tables["words"])
        self._index = index._replace(tables={"words": self._words, "pieces": self._pieces})
        self._size = len(index.barriers)
        self._said = lru_cache(MOST)(self._said_by)
        self._piece = lru_cache(MOST)(self._weighed)

    def part(self, segment: Segment) -> Part:
        """A part of a text with its scores; the places of its words are not told, nor their pieces listed."""
        index = self._index
        said = [self._said(written) for written in words_as_written(segment.text)]
        reading = reading_of([one.word for one in said], index.vocabulary)
        found = found_in(reading, index, "words")
        by_scorer = self._words.totals(found, self._size)
        scores = scores_of([*by_scorer, self._by_pieces(said)], {"words": found, "pieces": []})
        return Part(segment, reading, scores, scores.fused, field_of(reading, scores, index))

    def _by_pieces(self, said: Sequence[_Said]) -> list[float]:
        """The score by pieces, where one that is said n times counts 1 + ln(n): those said often are counted apart."""
        once = sum([one.row for one in said])
        square = sum([one.square for one in said])
        rows: dict[int, int] = {}
        for piece, times in Counter(chain.from_iterable([one.pieces for one in said])).items():
            if times > 1:
                row, rarity = self._piece(piece)
                square += ((1.0 + math.log(times)) ** 2 - times) * rarity**2
                rows[times] = rows.get(times, 0) + row
        length = math.sqrt(square) or 1.0
        once -= sum([times * row for times, row in rows.items()])
        often = [(((1.0 + math.log(times)) / length,), row) for times, row in rows.items()]
        return added([[0.0] * self._size], [((1.0 / length,), once), *often])[0]

    def _said_by(self, written: str) -> _Said:
        word = self._index.speller.mended(words_of(written)[0])
        cut = pieces(word.plain)
        rows, rarities = zip(*map(self._piece, cut), strict=True)
        return _Said(word, cut, sum(rows), sum(rarity**2 for rarity in rarities))

    def _weighed(self, piece: str) -> tuple[int, float]:
        """A piece's row and its rarity."""
        number = self._pieces.find(piece)
        if number < 0:
            return 0, self._pieces.unseen
        return self._pieces.row(number, self._size), self._pieces.rarity[number]


def added(totals: list[list[float]], rows: Iterable[tuple[tuple[float, ...], int]]) -> list[list[float]]:
    """The totals, one list for each column, with long numbers added; each has a weight for every column."""
    size, columns = len(totals[0]), len(totals)
    for weights, row in rows:
        values = struct.unpack(f"<{columns * size}Q", row.to_bytes(8 * columns * size, "little"))
        for at, weight in enumerate(weights):
            unit = weight / UNIT
            part = values[at * size : (at + 1) * size]
            totals[at] = [total + unit * value for total, value in zip(totals[at], part, strict=True)]
    return totals
