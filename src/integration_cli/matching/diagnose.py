"""A situation diagnosed: its parts scored, the findings merged, each with the words that speak for it."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from integration_cli.diagnosis import WORTH_A_LOOK, Diagnosis, Finding
from integration_cli.matching import calibration
from integration_cli.matching.index import Index
from integration_cli.matching.part import Part
from integration_cli.matching.ranking import Best, best_by_barrier, in_context, parts_of
from integration_cli.matching.reasons import reasons_for
from integration_cli.matching.scoring import contributions
from integration_cli.matching.segments import segments
from integration_cli.model import Knowledge

if TYPE_CHECKING:
    from integration_cli.matching.many import Many

TOP = 5
"""Findings shown unless more are asked for."""

_Best = tuple[int, Best]
"""A barrier's number with what speaks for it."""


def diagnose(
    text: str,
    knowledge: Knowledge,
    index: Index,
    top: int = TOP,
    categories: Collection[str] = (),
    many: "Many | None" = None,
) -> Diagnosis:
    """Name the barriers that a text describes, best first, at most `top`; none where nothing matches.

    `categories` limits the findings to those families. With `many` the findings come without reasons, several
    times as fast. Never raises for any text.
    """
    cut = segments(text)
    parts = parts_of(cut, index, many)
    if not parts:
        return Diagnosis(text, (), why_not="empty")
    ours = [part for part in parts if part.field >= 0]
    if not ours:
        return Diagnosis(text, (), tuple(p.segment for p in parts), _nearest(parts, knowledge, index), "elsewhere")
    allowed: Sequence[int] = range(len(index.barriers))
    if categories:
        allowed = [n for n in allowed if knowledge.barriers[index.barriers[n]].category in categories]
    least = WORTH_A_LOOK if len(parts) > 1 else 0.0
    by_barrier = best_by_barrier(in_context(ours), allowed, least, top)
    best = sorted(by_barrier.items(), key=lambda item: -item[1][0])[:top]
    findings = _findings(best, knowledge, index)
    if many is None:
        findings = _with_reasons(findings, best, knowledge, index)
    explained = {finding.segment.span for finding in findings}
    uncovered = tuple(segment for segment in cut if segment.span not in explained)
    why_not = "" if findings else "filtered" if categories else "weak"
    return Diagnosis(text, findings, uncovered, _nearest(ours, knowledge, index), why_not)


def _findings(best: Sequence[_Best], knowledge: Knowledge, index: Index) -> tuple[Finding, ...]:
    """The findings, still without their reasons."""
    found = []
    for number, (chance, part) in best:
        barrier = knowledge.barriers[index.barriers[number]]
        score = round(chance, 4)
        found.append(
            Finding(barrier.id, barrier.part_of, calibration.strength(score), score, (), part.segment),
        )
    return tuple(found)


def _with_reasons(
    findings: Sequence[Finding], best: Sequence[_Best], knowledge: Knowledge, index: Index
) -> tuple[Finding, ...]:
    """The findings with their reasons; each part of the text is asked once for all of its barriers."""
    adds: dict[int, list[float]] = {}
    for part in {id(part): part for _, (_, part) in best}.values():
        numbers = [number for number, (_, other) in best if other is part]
        adds.update(zip(numbers, contributions(part.reading, part.scores, index, numbers), strict=True))
    return tuple(
        finding._replace(
            reasons=reasons_for(
                knowledge.barriers[finding.barrier], number, adds[number], part.reading, part.segment, index
            )
        )
        for finding, (number, (_, part)) in zip(findings, best, strict=True)
    )


def _nearest(parts: list[Part], knowledge: Knowledge, index: Index) -> tuple[str, ...]:
    """The categories that come closest, at most three."""
    fused = [part.scores.fused for part in parts]
    total = fused[0] if len(fused) == 1 else list(map(max, *fused))
    order = sorted(range(len(total)), key=total.__getitem__, reverse=True)
    return tuple(dict.fromkeys(knowledge.barriers[index.barriers[number]].category for number in order[:6]))[:3]
