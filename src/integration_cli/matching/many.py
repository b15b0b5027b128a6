"""Many texts in a row: what was looked up for one is known again for the next, and rows are added up at one stroke.

A single diagnosis reads the tables where they lie. Thousands of texts use the same few thousand words over and over:
then it pays to keep where each feature stands, and its row as one long whole number with 64 bits for each barrier.
Python adds such numbers about as fast as small ones, and a hundred times as fast as lists.
"""

import math
import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import add
from typing import NamedTuple, TypeVar

from integration_cli.diagnosis import Segment
from integration_cli.matching.index import Index
from integration_cli.matching.part import Part
from integration_cli.matching.reading import Reading, read_words
from integration_cli.matching.scoring import found_in, scores_of
from integration_cli.matching.signals import field_of
from integration_cli.matching.table import Table, Weighted, hashed
from integration_cli.matching.text import pieces

MOST = 20_000
"""Rows and words that are kept at most; a row of a hundred barriers takes not quite a kilobyte."""

UNIT = 2**36
"""What a weight of one is written as. Weights stay below 2^7, so 2^20 rows add up before a barrier's bits are full."""

RARE = 8
"""Barriers up to which the row of a feature is added one by one, and not kept: most pairs of words are such."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class RememberingTable(Table):
    """A table with its features at hand, which knows the rows of its columns again as long numbers."""

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return dict(zip(self.hashes, range(len(self.hashes)), strict=True))

    @cached_property
    def _rows(self) -> dict[int, list[int]]:
        return {}

    def find(self, feature: str) -> int:
        """The feature's number, or -1 where the table does not hold it."""
        return self._numbers.get(hashed(feature), -1)

    def totals(self, features: Sequence[Weighted], size: int) -> list[list[float]]:
        """The weighted sum of the features' rows over so many barriers, for each column."""
        rare, others = [], []
        for feature in features:
            number = feature.number
            if self.starts[number + 1] - self.starts[number] <= RARE:
                rare.append(feature)
            else:
                others.append((feature.weights, self.rows(number, size)))
        totals = super().totals(rare, size)
        for at, total in enumerate(totals):
            by_weight: dict[float, int] = {}
            for weights, rows in others:
                by_weight[weights[at]] = by_weight.get(weights[at], 0) + rows[at]
            totals[at] = list(map(add, total, added(by_weight.items(), size)))
        return totals

    def rows(self, number: int, size: int) -> list[int]:
        """A feature's weights over so many barriers, for each column; -1 stands for a feature that is not held."""
        rows = self._rows.get(number)
        if rows is None:
            start, end = (self.starts[number], self.starts[number + 1]) if number >= 0 else (0, 0)
            rows = [_long_number(self.barriers[start:end], column[start:end], size) for column in self.columns]
            _keep(self._rows, number, rows)
        return rows


class _Known(NamedTuple):
    """What the pieces of a word add up to when each is said once: their rows, and their squared rarities."""

    row: int
    square: float


class Many:
    """Takes texts apart and scores them one after the other; the scores are the usual ones up to rounding errors."""

    def __init__(self, index: Index) -> None:
        self._pieces = RememberingTable(*index.tables["pieces"])
        words = RememberingTable(*index.tables["words"])
        self._index = index._replace(tables={"words": words, "pieces": self._pieces})
        self._size = len(index.barriers)
        self._words: dict[str, _Known] = {}

    def part(self, segment: Segment) -> Part:
        """A part of a text with its scores; the pieces of its words are not listed."""
        index = self._index
        reading = read_words(segment.text, index.vocabulary, index.speller)
        found = found_in(reading, index, "words")
        by_scorer = index.tables["words"].totals(found, self._size)
        scores = scores_of([*by_scorer, self._by_pieces(reading)], {"words": found, "pieces": []})
        return Part(segment, reading, scores, scores.fused, field_of(reading, scores, index))

    def _by_pieces(self, reading: Reading) -> list[float]:
        """The score by pieces, where one that is said n times counts 1 + ln(n): those said often are counted apart."""
        words = [self._known(word.plain) for word in reading.words]
        once = sum(word.row for word in words)
        square = sum(word.square for word in words)
        said = Counter[str]()
        for word in reading.words:
            said.update(pieces(word.plain))
        rows: dict[float, int] = {}
        for piece, times in said.items():
            if times > 1:
                row, often = self._row(piece), 1.0 + math.log(times)
                once -= times * row
                square += (often * often - times) * self._rarity(piece) ** 2
                rows[often] = rows.get(often, 0) + row
        length = math.sqrt(square) or 1.0
        return added([(1.0 / length, once), *((often / length, row) for often, row in rows.items())], self._size)

    def _known(self, plain: str) -> _Known:
        known = self._words.get(plain)
        if known is None:
            cut = pieces(plain)
            known = _Known(sum(map(self._row, cut)), sum(self._rarity(piece) ** 2 for piece in cut))
            _keep(self._words, plain, known)
        return known

    def _row(self, piece: str) -> int:
        return self._pieces.rows(self._pieces.find(piece), self._size)[0]

    def _rarity(self, piece: str) -> float:
        number = self._pieces.find(piece)
        return self._pieces.rarity[number] if number >= 0 else self._pieces.unseen


def added(rows: Iterable[tuple[float, int]], size: int) -> list[float]:
    """The sum of long numbers, each with its weight, as one number for each barrier."""
    total = [0.0] * size
    for weight, row in rows:
        unit = weight / UNIT
        values = struct.unpack(f"<{size}Q", row.to_bytes(8 * size, "little"))
        total = [sum_ + unit * value for sum_, value in zip(total, values, strict=True)]
    return total


def _long_number(barriers: "memoryview[int]", weights: "memoryview[float]", size: int) -> int:
    row = [0] * size
    for barrier, weight in zip(barriers, weights, strict=True):
        row[barrier] = round(weight * UNIT)
    return int.from_bytes(struct.pack(f"<{size}Q", *row), "little")


def _keep(kept: dict[Key, Value], key: Key, value: Value) -> None:
    """Keep a value; a full memory is emptied, so that it does not grow with the number of texts."""
    if len(kept) >= MOST:
        kept.clear()
    kept[key] = value
