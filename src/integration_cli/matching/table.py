"""A table of features: what each weighs for each barrier, laid out so that it is read where it lies."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol
from zlib import crc32

Weights = dict[str, dict[int, float]]
"""Feature -> number of a barrier -> weight."""


class Weighted(Protocol):
    """A feature's number, and what it weighs in each column for one text."""

    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def weights(self) -> tuple[float, ...]: ...  # noqa: D102


def hashed(feature: str) -> int:
    """A 32-bit number for a feature, the same in every run and on every machine (CRC-32).

    Two features out of a hundred thousand may share one; they then share a row, which no score shows.
    """
    return crc32(feature.encode())


class Table(NamedTuple):
    """Features in the order of their hashes, each with a row of barriers and one column of weights per scorer.

    `starts[i]` to `starts[i + 1]` are the places of feature i in `barriers` and in each of `columns`. `rarity` is
    the idf of each feature, `unseen` that of one that no statement holds. `domain` is each feature's log odds of
    belonging to our field.
    """

    hashes: "memoryview[int]"
    starts: "memoryview[int]"
    rarity: "memoryview[float]"
    domain: "memoryview[float]"
    barriers: "memoryview[int]"
    columns: "tuple[memoryview[float], ...]"
    unseen: float

    def find(self, feature: str) -> int:
        """The feature's number, or -1 where the table does not hold it."""
        wanted = hashed(feature)
        at = bisect_left(self.hashes, wanted)
        return at if at < len(self.hashes) and self.hashes[at] == wanted else -1

    def totals(self, features: Sequence[Weighted], size: int) -> list[list[float]]:
        """The weighted sum of the features' rows over so many barriers, for each column."""
        totals = [[0.0] * size for _ in self.columns]
        for feature in features:
            start, end = self.starts[feature.number], self.starts[feature.number + 1]
            row = self.barriers[start:end]
            for total, column, weight in zip(totals, self.columns, feature.weights, strict=True):
                for barrier, value in zip(row, column[start:end], strict=True):
                    total[barrier] += weight * value
        return totals


def pack(columns: Sequence[Weights], rarity: Mapping[str, float], domain: Mapping[str, float]) -> list[bytes]:
    """Lay a table out as blocks of bytes, in the order of its fields.

    The first column says which barriers a feature has; the others weigh the same ones.
    """
    order = sorted({hashed(feature): feature for feature in sorted(rarity.keys() | domain.keys())}.items())
    hashes, starts, rare, odds = array("I"), array("I", [0]), array("f"), array("f")
    barriers, values = array("H"), tuple(array("f") for _ in columns)
    for number, feature in order:
        row = columns[0].get(feature, {})
        hashes.append(number)
        rare.append(rarity.get(feature, 0.0))
        odds.append(domain.get(feature, 0.0))
        barriers.extend(row)
        for column, block in zip(columns, values, strict=True):
            block.extend(column[feature][barrier] for barrier in row)
        starts.append(len(barriers))
    fixed = (hashes.tobytes(), starts.tobytes(), rare.tobytes(), odds.tobytes(), barriers.tobytes())
    return [*fixed, *(block.tobytes() for block in values)]


def unpack(blocks: Sequence[memoryview], unseen: float) -> Table:
    """Read a table where its blocks lie; nothing is copied."""
    hashes, starts, rare, odds, barriers, *values = blocks
    return Table(
        hashes.cast("I"),
        starts.cast("I"),
        rare.cast("f"),
        odds.cast("f"),
        barriers.cast("H"),
        tuple(block.cast("f") for block in values),
        unseen,
    )
