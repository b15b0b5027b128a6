"""The words of a diagnosis: what a situation shows, as values that never change."""

from typing import Literal, NamedTuple

Strength = Literal["strong", "likely", "possible"]
Field = Literal["sign", "title", "summary", "question", "term"]

WORTH_A_LOOK = 0.3
"""Least chance of a finding on which to act where nobody looked at it first; what is less likely is mostly noise
(docs/matching.md)."""


class Span(NamedTuple):
    """Part of the situation, by offsets into its text: from `start` up to, not including, `end`."""

    start: int
    end: int


class Segment(NamedTuple):
    """A sentence, clause or list item of a situation, scored by itself."""

    span: Span
    text: str


class Reason(NamedTuple):
    """What counted: words of the situation, and the text of the knowledge that they met."""

    words: tuple[Span, ...]
    field: Field
    met: str
    local: bool = False


class Finding(NamedTuple):
    """A barrier that the situation describes.

    `score` is between 0 and 1 and orders findings; `segment` is the part of the situation that speaks for it.
    """

    barrier: str
    part_of: str
    strength: Strength
    score: float
    reasons: tuple[Reason, ...]
    segment: Segment


class Question(NamedTuple):
    """What would tell two close findings apart: each barrier's id with what speaks for it."""

    one: str
    other: str
    if_one: str
    if_other: str


class Diagnosis(NamedTuple):
    """A situation, its findings best first, and what no finding explains.

    Without findings, `nearest` names the categories that come closest, and `why_not` says why nothing matched.
    """

    situation: str
    findings: tuple[Finding, ...]
    uncovered: tuple[Segment, ...] = ()
    nearest: tuple[str, ...] = ()
    why_not: str = ""


def phrases(reason: Reason, situation: str) -> list[str]:
    """The words of a reason as they stand in the situation; words that only space parts make one phrase."""
    found: list[str] = []
    end = 0
    for span in reason.words:
        word = situation[span.start : span.end]
        if found and not situation[end : span.start].strip():
            found[-1] += f" {word}"
        else:
            found.append(word)
        end = span.end
    return found
