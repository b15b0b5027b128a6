"""Why a barrier was found: the words of the situation that counted, and the text of the knowledge that they met."""

import math

from integration_cli.diagnosis import Field, Reason, Segment, Span
from integration_cli.matching.index import Index
from integration_cli.matching.reading import Reading
from integration_cli.matching.scoring import contributions
from integration_cli.matching.text import STOP_WORDS, words_of
from integration_cli.model import Barrier

MOST_WORDS = 8
"""Words shown as reasons; the rest of a sentence adds little."""

SHARE = 0.25
"""A word counts as a reason if it adds this share of what the best word adds."""


def reasons_for(barrier: Barrier, number: int, reading: Reading, segment: Segment, index: Index) -> tuple[Reason, ...]:
    """The words that speak for a barrier, and the sign (or other text) that they meet best."""
    adds = contributions(reading, index, number)
    counted = _counted(reading, adds)
    if not counted:
        return ()
    spans = tuple(
        Span(segment.span.start + reading.words[at].start, segment.span.start + reading.words[at].end)
        for at in sorted(counted)
    )
    stems = {reading.words[at].stem: adds[at] for at in counted}
    field, met = _best_met(barrier, stems)
    return (Reason(spans, field, met, met in barrier.local_signs),)


def _counted(reading: Reading, adds: list[float]) -> list[int]:
    """Places of the words that count, best first."""
    order = sorted(
        (at for at, word in enumerate(reading.words) if adds[at] > 0 and word.plain not in STOP_WORDS),
        key=lambda at: -adds[at],
    )
    return [at for at in order[:MOST_WORDS] if adds[at] >= SHARE * adds[order[0]]]


def _best_met(barrier: Barrier, stems: dict[str, float]) -> tuple[Field, str]:
    """The text of the barrier in which the counted words stand most densely: its kind and wording."""
    candidates: list[tuple[Field, str]] = [("sign", sign) for sign in barrier.signs]
    candidates += [("title", barrier.title), ("summary", barrier.summary)]
    candidates += [("term", term) for term in barrier.terms]
    return max(candidates, key=lambda candidate: _meets(candidate[1], stems))


def _meets(text: str, stems: dict[str, float]) -> float:
    found = {word.stem for word in words_of(text)}
    return sum(stems[stem] for stem in found & stems.keys()) / math.sqrt(len(found) + 8)
