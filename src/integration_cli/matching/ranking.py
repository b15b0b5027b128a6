"""The parts of a text ranked together: for each barrier the part that speaks for it most."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from integration_cli.diagnosis import Segment
from integration_cli.matching import calibration
from integration_cli.matching.index import Index
from integration_cli.matching.part import Part, part_of
from integration_cli.matching.sense import most_likely

if TYPE_CHECKING:
    from integration_cli.matching.many import Many

CONTEXT = 0.8
"""Weight of the mean of the parts around a part of a long text, against the part itself."""

NEIGHBOURS = 4
"""Parts on each side that count as around."""

ENOUGH_WORDS = 4
"""Words with meaning of their own that a part of a long text needs before its chance counts in full."""

MOST_PARTS = 300
"""Parts of a text that are ranked; of a longer one those that sound most like our field. The rest stays uncovered."""

Best = tuple[float, Part]
"""The chance that a barrier is meant, and the part of the text that speaks for it most."""


def parts_of(cut: list[Segment], index: Index, many: "Many | None" = None) -> list[Part]:
    """The segments of a text that have words to go by, read and scored."""
    chosen = most_likely(cut, MOST_PARTS) if len(cut) > MOST_PARTS else cut
    parts = [many.part(segment) if many else part_of(segment, index) for segment in chosen]
    return [part for part in parts if part.reading.content]


def in_context(parts: list[Part]) -> list[Part]:
    """The parts of a long text with what stands around them counted in: a sentence alone says little."""
    if len(parts) == 1:
        return parts
    found = []
    for at, part in enumerate(parts):
        around = parts[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
        mean = [sum(scores) / len(around) for scores in zip(*(other.scores.fused for other in around), strict=True)]
        fused = [(own + CONTEXT * near) / (1 + CONTEXT / 2) for own, near in zip(part.fused, mean, strict=True)]
        found.append(part._replace(fused=fused))
    return found


def best_by_barrier(parts: list[Part], allowed: Sequence[int], least: float, top: int) -> dict[int, Best]:
    """For each barrier (by number) the part of the text that speaks for it most, where one does enough.

    The parts come with what stands around them; only the `top` barriers of each are looked at.
    """
    best: dict[int, Best] = {}
    for part in parts:
        highest = max(part.fused)
        enough = min(1.0, len(part.reading.content) / ENOUGH_WORDS) if len(parts) > 1 else 1.0
        for number in sorted(allowed, key=part.fused.__getitem__, reverse=True)[:top]:
            chance = enough * calibration.chance(part.fused[number], highest - part.fused[number], part.field)
            if chance >= least and chance > best.get(number, (-1.0, part))[0]:
                best[number] = (chance, part)
    return best
