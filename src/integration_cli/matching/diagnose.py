"""A situation diagnosed: its parts scored, the findings merged, each with the words that speak for it."""

from collections.abc import Collection
from heapq import nlargest
from typing import NamedTuple

from integration_cli.diagnosis import Diagnosis, Finding, Segment
from integration_cli.matching import calibration
from integration_cli.matching.index import Index
from integration_cli.matching.reading import Reading, read
from integration_cli.matching.reasons import reasons_for
from integration_cli.matching.scoring import Scores, contributions, score
from integration_cli.matching.segments import segments
from integration_cli.matching.sense import most_likely
from integration_cli.matching.signals import field_of
from integration_cli.model import Knowledge

TOP = 5
"""Findings shown unless more are asked for."""

LONG_ENOUGH = 0.3
"""Least chance of a finding in one part of a long text; a single statement shows less certain ones too."""

CONTEXT = 0.8
"""Weight of the mean of the parts around a part of a long text, against the part itself."""

NEIGHBOURS = 4
"""Parts on each side that count as around."""

ENOUGH_WORDS = 4
"""Words with meaning of their own that a part of a long text needs before its chance counts in full."""

MOST_PARTS = 300
"""Parts of a text that are ranked; of a longer one those that sound most like our field. The rest stays uncovered."""


class _Part(NamedTuple):
    segment: Segment
    reading: Reading
    scores: Scores
    fused: list[float]
    field: float


def diagnose(
    text: str, knowledge: Knowledge, index: Index, top: int = TOP, categories: Collection[str] = ()
) -> Diagnosis:
    """Name the barriers that a text describes, best first, at most `top`; none where nothing matches.

    `categories` limits the findings to those families. Never raises for any text.
    """
    cut = segments(text)
    chosen = most_likely(cut, MOST_PARTS) if len(cut) > MOST_PARTS else cut
    parts = [_part(segment, index) for segment in chosen]
    parts = [part for part in parts if part.reading.content]
    if not parts:
        return Diagnosis(text, (), why_not="empty")
    ours = [part for part in parts if part.field >= 0]
    if not ours:
        return Diagnosis(text, (), tuple(p.segment for p in parts), _nearest(parts, knowledge, index), "elsewhere")
    allowed = {
        number
        for number, id_ in enumerate(index.barriers)
        if not categories or knowledge.barriers[id_].category in categories
    }
    least = LONG_ENOUGH if len(parts) > 1 else 0.0
    best = _best_by_barrier(_in_context(ours), allowed, least, top)
    findings = _findings(sorted(best.items(), key=lambda item: -item[1][0])[:top], knowledge, index)
    explained = {finding.segment.span for finding in findings}
    uncovered = tuple(segment for segment in cut if segment.span not in explained)
    why_not = "" if findings else "filtered" if categories else "weak"
    return Diagnosis(text, findings, uncovered, _nearest(ours, knowledge, index), why_not)


def _part(segment: Segment, index: Index) -> _Part:
    reading = read(segment.text, index.vocabulary, index.speller)
    scores = score(reading, index)
    return _Part(segment, reading, scores, scores.fused, field_of(reading, scores, index))


def _in_context(parts: list[_Part]) -> list[_Part]:
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


def _best_by_barrier(parts: list[_Part], allowed: set[int], least: float, top: int) -> dict[int, tuple[float, _Part]]:
    """For each barrier the part of the text that speaks for it most, where one does enough."""
    best: dict[int, tuple[float, _Part]] = {}
    for part in parts:
        highest = max(part.fused)
        enough = min(1.0, len(part.reading.content) / ENOUGH_WORDS) if len(parts) > 1 else 1.0
        for number in nlargest(top, allowed, key=part.fused.__getitem__):
            chance = enough * calibration.chance(part.fused[number], highest - part.fused[number], part.field)
            if chance >= least and chance > best.get(number, (0.0, part))[0]:
                best[number] = (chance, part)
    return best


def _findings(best: list[tuple[int, tuple[float, _Part]]], knowledge: Knowledge, index: Index) -> tuple[Finding, ...]:
    """The findings with their reasons; each part of the text is asked once for all of its barriers."""
    adds: dict[int, list[float]] = {}
    for part in {id(part): part for _, (_, part) in best}.values():
        numbers = [number for number, (_, other) in best if other is part]
        adds.update(zip(numbers, contributions(part.reading, part.scores, index, numbers), strict=True))
    return tuple(_finding(number, chance, part, adds[number], knowledge, index) for number, (chance, part) in best)


def _finding(number: int, chance: float, part: _Part, adds: list[float], knowledge: Knowledge, index: Index) -> Finding:
    barrier = knowledge.barriers[index.barriers[number]]
    return Finding(
        barrier.id,
        barrier.part_of,
        calibration.strength(round(chance, 4)),
        round(chance, 4),
        reasons_for(barrier, number, adds, part.reading, part.segment, index),
        part.segment,
    )


def _nearest(parts: list[_Part], knowledge: Knowledge, index: Index) -> tuple[str, ...]:
    """The categories that come closest, at most three."""
    total = [max(part.scores.fused[number] for part in parts) for number in range(len(index.barriers))]
    order = sorted(range(len(total)), key=lambda number: -total[number])
    return tuple(dict.fromkeys(knowledge.barriers[index.barriers[number]].category for number in order[:6]))[:3]
