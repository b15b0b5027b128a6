"""How near each of some thirty thousand English words is to our field, distilled from a sentence encoder.

The knowledge cannot hold every word. The table tells of words that stand in no sign whether they sound like ours:
one number a word, the part of its vector (all-MiniLM-L6-v2, Apache-2.0) that tells the signs from other texts.
`python -m benchmarks.distil` makes it; docs/matching.md says what it pays, and why the rest of the vectors is not kept.
"""

import json
from bisect import bisect_left
from functools import cache, lru_cache
from heapq import nlargest
from pathlib import Path

import integration_cli.matching
from integration_cli.diagnosis import Segment
from integration_cli.matching.table import hashed
from integration_cli.words import word_places

FILE = "sense.bin"

COMMON = 1e-3
"""A word of frequency f counts COMMON / (COMMON + f) (Arora et al. 2017); `weights` holds it already."""


class Sense:
    """Words by hash, in order, each with its nearness (signed, one byte, times `scale`) and its weight (one byte)."""

    def __init__(
        self, hashes: "memoryview[int]", nearness: "memoryview[int]", weights: "memoryview[int]", scale: float
    ) -> None:
        self.hashes = hashes
        self.nearness = nearness
        self.weights = weights
        self.scale = scale
        # The same words come again and again where many texts are read.
        self._pull = lru_cache(maxsize=16384)(self._pull_of)

    def of(self, words: list[str]) -> float:
        """The weighted mean nearness of a text's words; 0 where none is known."""
        total = weight = 0
        for pull, weighs in map(self._pull, words):
            total += pull
            weight += weighs
        return self.scale * total / weight if weight else 0.0

    def _pull_of(self, word: str) -> tuple[int, int]:
        """A word's nearness times its weight, and its weight; both 0 where it is not known."""
        wanted = hashed(word)
        at = bisect_left(self.hashes, wanted)
        if at < len(self.hashes) and self.hashes[at] == wanted:
            return self.weights[at] * self.nearness[at], self.weights[at]
        return 0, 0


@cache
def sense() -> Sense:
    """The table as it came with the program."""
    return unpack(memoryview(Path(integration_cli.matching.__path__[0], FILE).read_bytes()))


def most_likely(segments: list[Segment], most: int) -> list[Segment]:
    """The parts of a long text that sound most like our field, in the order of the text."""
    table = sense()
    near = [table.of([word for word, _, _ in word_places(segment.text)]) for segment in segments]
    chosen = nlargest(most, range(len(segments)), key=near.__getitem__)
    return [segments[at] for at in sorted(chosen)]


def unpack(data: memoryview) -> Sense:
    """Read a table from its bytes: length of the head, head (JSON, padded to four), hashes, nearness, weights."""
    size = int.from_bytes(data[:4], "little")
    head = json.loads(bytes(data[4 : 4 + size]))
    start, count = 4 + size, head["words"]
    ends = (start + 4 * count, start + 5 * count, start + 6 * count)
    return Sense(
        data[start : ends[0]].cast("I"),
        data[ends[0] : ends[1]].cast("b"),
        data[ends[1] : ends[2]].cast("B"),
        head["scale"],
    )


def pack(entries: dict[str, tuple[float, float]]) -> bytes:
    """Lay a table out: word -> nearness, weight (0 to 1)."""
    from array import array

    rows = sorted({hashed(word): value for word, value in entries.items()}.items())
    scale = max((abs(near) for _, (near, _) in rows), default=0.0) / 127 or 1.0
    head = json.dumps({"words": len(rows), "scale": scale}).encode()
    head += b" " * (-len(head) % 4)
    hashes = array("I", [key for key, _ in rows])
    nearness = array("b", [round(near / scale) for _, (near, _) in rows])
    weights = array("B", [max(1, round(255 * weight)) for _, (_, weight) in rows])
    return b"".join([len(head).to_bytes(4, "little"), head, hashes.tobytes(), nearness.tobytes(), weights.tobytes()])
