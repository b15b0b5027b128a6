"""Which statement of a barrier a text meets: the stems of every statement, kept so that none is read again."""

import math
from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from integration_cli.matching.statements import Statement
from integration_cli.matching.table import hashed

SHORT_BONUS = 8
"""Stems added to a statement's length before it is divided by: without them one-word terms would always win."""

BLOCKS = 3


class Statements(NamedTuple):
    """The stems of all statements of all barriers, as their hashes.

    Barrier b has the statements `first[b]` to `first[b + 1]`, in the order of `statements.texts`; statement s has
    the stems `starts[s]` to `starts[s + 1]`.
    """

    first: "memoryview[int]"
    starts: "memoryview[int]"
    stems: "memoryview[int]"

    def best_met(self, barrier: int, wanted: Mapping[str, float], most: int = 1) -> list[int]:
        """The numbers, within the barrier, of the statements in which the wanted stems stand most densely."""
        weights = {hashed(stem): weight for stem, weight in wanted.items()}
        first, last = self.first[barrier], self.first[barrier + 1]
        offset = self.starts[first]
        starts = self.starts[first : last + 1].tolist()
        gains: dict[int, float] = {}
        for at, stem in enumerate(self.stems[offset : starts[-1]].tolist(), offset):
            if stem in weights:
                number = bisect_right(starts, at) - 1
                gains[number] = gains.get(number, 0.0) + weights[stem]
        dense = ((-gain / math.sqrt(starts[n + 1] - starts[n] + SHORT_BONUS), n) for n, gain in gains.items())
        return [number for _, number in sorted(dense)[:most]] or [0]


def pack(barriers: Sequence[Sequence[Statement]]) -> list[bytes]:
    """Lay the stems of the barriers' own statements out as blocks of bytes, in the order of the fields."""
    first, starts, stems = array("I", [0]), array("I", [0]), array("I")
    for statements in barriers:
        for statement in statements:
            stems.extend(hashed(feature) for feature in statement.words if " " not in feature)
            starts.append(len(stems))
        first.append(len(starts) - 1)
    return [block.tobytes() for block in (first, starts, stems)]


def unpack(blocks: Sequence[memoryview]) -> Statements:
    """Read the stems where their blocks lie."""
    first, starts, stems = (block.cast("I") for block in blocks)
    return Statements(first, starts, stems)
