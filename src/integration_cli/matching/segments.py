"""A long situation cut into parts that can each speak for a barrier."""

import re
from collections.abc import Iterator
from functools import cache

from integration_cli.diagnosis import Segment, Span

_LINE_MARK = r"\s*(?:[-*•–]|\d{1,3}[.)]|[a-zA-Z][.)]|#+|>|\[[ xX]?\])\s+"
_SENTENCE_END = r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9£])|\s*;\s+|\n+"
_ABBREVIATION = r"(?:\b(?:e\.g|i\.e|etc|cf|vs|no|para|sec|s|Mr|Mrs|Ms|Dr|St|Cllr|Prof|approx)|\b[A-Z])\.$"

SENTENCE_ENDS = ".!?…\"'”’)]"
"""Characters after which a line break ends a sentence."""

SHORT = 60
"""Words up to which a situation is taken as one statement."""

LEAST_WORDS = 4
"""A shorter sentence says too little by itself and is joined to the one before it."""

LONGEST = 4000
"""Characters of a statement; what runs on without an end, such as a table or a web page, is cut there."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def segments(text: str) -> list[Segment]:
    """Cut a text into statements, in order; a short text without list items or paragraphs stays whole."""
    whole = _trimmed(text, 0, len(text))
    if whole is None:
        return []
    if len(whole.text) <= LONGEST and len(whole.text.split()) <= SHORT and not _looks_like_a_list(whole.text):
        return [whole]
    found: list[Segment] = []
    for line_start, line_end, fresh in _blocks(text):
        for start, end in _sentences(text, line_start, line_end):
            segment = _trimmed(text, start, end)
            if segment is None:
                continue
            if found and not fresh and len(segment.text.split()) < LEAST_WORDS:
                found[-1] = _joined(text, found[-1], segment)
            else:
                found.append(segment)
            fresh = False
    return found


def _looks_like_a_list(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 1 and sum(bool(_compiled(_LINE_MARK).match(line)) for line in lines) * 2 >= len(lines)


def _blocks(text: str) -> Iterator[tuple[int, int, bool]]:
    """Paragraphs and list items: lines that a person wrapped are joined again."""
    start: int | None = None
    end = at = 0
    for line in text.splitlines(keepends=True):
        mark = _compiled(_LINE_MARK).match(line)
        if start is not None and (not line.strip() or mark):
            yield start, end, True
            start = None
        if line.strip() and start is None:
            start = at + (mark.end() if mark else 0)
        if line.strip():
            end = at + len(line)
        at += len(line)
    if start is not None:
        yield start, end, True


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _compiled(_SENTENCE_END).finditer(text, start, end):
        wrapped = not match.group().strip() and text[match.start() - 1] not in SENTENCE_ENDS
        if match.start() <= begin or wrapped:
            # A line break in the middle of a sentence is only wrapping.
            continue
        if _compiled(_ABBREVIATION).search(text, max(begin, match.start() - 12), match.start()):
            continue
        yield from _cut(text, begin, match.start())
        begin = match.end()
    yield from _cut(text, begin, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, in parts at blanks where it never ends."""
    while end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        yield start, (stop := blank if blank > 0 else start + LONGEST)
        start = stop
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Segment | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Segment(Span(start, end), text[start:end]) if end > start else None


def _joined(text: str, first: Segment, second: Segment) -> Segment:
    span = Span(first.span.start, second.span.end)
    return Segment(span, text[span.start : span.end])
