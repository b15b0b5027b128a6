"""A table of features: what each weighs for each barrier, laid out so that it is read where it lies."""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

Weights = dict[str, dict[int, float]]
"""Feature -> number of a barrier -> weight."""


def hashed(feature: str) -> int:
    """A 64-bit number for a feature, the same in every run and on every machine."""
    return int.from_bytes(blake2b(feature.encode(), digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of features by barrier, ordered by the features' hashes.

    `starts[i]` to `starts[i + 1]` are the places of feature i in `barriers` and `weights`; `rarity` is its idf.
    `unseen` is the idf of a feature that the knowledge does not hold.
    """

    hashes: "memoryview[int]"
    starts: "memoryview[int]"
    rarity: "memoryview[float]"
    barriers: "memoryview[int]"
    weights: "memoryview[float]"
    unseen: float

    def find(self, feature: str) -> int:
        """The feature's number, or -1 where the table does not hold it."""
        wanted = hashed(feature)
        at = bisect_left(self.hashes, wanted)
        return at if at < len(self.hashes) and self.hashes[at] == wanted else -1

    def row(self, number: int) -> "tuple[memoryview[int], memoryview[float]]":
        """The barriers that a feature speaks for, and how much for each."""
        start, end = self.starts[number], self.starts[number + 1]
        return self.barriers[start:end], self.weights[start:end]


BLOCKS = 5
"""Blocks of bytes that a table is laid out in, in the order of its first five fields."""


def pack(weights: Weights, rarity: Mapping[str, float]) -> list[bytes]:
    """Lay a table out as bytes, in `BLOCKS` blocks."""
    order = sorted((hashed(feature), feature) for feature in weights)
    hashes, starts, rare = array("Q"), array("I"), array("f")
    barriers, values = array("H"), array("f")
    starts.append(0)
    for number, feature in order:
        hashes.append(number)
        rare.append(rarity[feature])
        barriers.extend(weights[feature].keys())
        values.extend(weights[feature].values())
        starts.append(len(barriers))
    return [block.tobytes() for block in (hashes, starts, rare, barriers, values)]


def unpack(blocks: Iterable[memoryview], unseen: float) -> Table:
    """Read a table where its blocks lie; nothing is copied."""
    hashes, starts, rare, barriers, values = blocks
    return Table(hashes.cast("Q"), starts.cast("I"), rare.cast("f"), barriers.cast("H"), values.cast("f"), unseen)


def idf(documents: int, holding: int) -> float:
    """Smoothed inverse document frequency, ln((1 + N) / (1 + n)) + 1 (Salton & Buckley 1988; as in scikit-learn)."""
    return math.log((1 + documents) / (1 + holding)) + 1
