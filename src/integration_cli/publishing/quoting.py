"""A situation as a report quotes it: the words that counted are marked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from integration_cli.diagnosis import Finding, Span

LONGEST = 3000
"""Characters of a situation that are quoted whole; of a longer one, the parts that speak for a finding."""


class Piece(NamedTuple):
    """Some of a text; `marked` where its words counted."""

    text: str
    marked: bool


def quoted(situation: str, findings: Sequence[Finding]) -> list[list[Piece]]:
    """The passages to quote, in order, each in pieces: one passage, or several of a long text."""
    words = _joined(situation, (span for finding in findings for reason in finding.reasons for span in reason.words))
    whole = [Span(0, len(situation))]
    passages = whole if len(situation) <= LONGEST else _merged(finding.segment.span for finding in findings)
    return [list(_pieces(situation, passage, words)) for passage in passages]


def _pieces(situation: str, passage: Span, words: Iterable[Span]) -> Iterable[Piece]:
    at = passage.start
    for word in words:
        if passage.start <= word.start and word.end <= passage.end:
            if word.start > at:
                yield Piece(situation[at : word.start], False)
            yield Piece(situation[word.start : word.end], True)
            at = word.end
    if at < passage.end:
        yield Piece(situation[at : passage.end], False)


def _joined(situation: str, spans: Iterable[Span]) -> list[Span]:
    """Words with nothing but spaces in between make one."""
    found: list[Span] = []
    for span in _merged(spans):
        if found and not situation[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
