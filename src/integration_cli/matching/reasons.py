"""Why a barrier was found: the words of the situation that counted, and the text of the knowledge that they met."""

from collections.abc import Sequence

from integration_cli.diagnosis import Field, Reason, Segment, Span
from integration_cli.matching.index import Index
from integration_cli.matching.reading import Reading
from integration_cli.matching.text import STOP_WORDS
from integration_cli.model import Barrier

MOST_WORDS = 8
"""Words shown as reasons; the rest of a sentence adds little."""

SHARE = 0.25
"""A word counts as a reason if it adds this share of what the best word adds."""

BEFORE_SIGNS: tuple[Field, ...] = ("title", "summary", "question", "term")
"""What the statements of a barrier are before its signs; see `statements.texts`."""


def reasons_for(
    barrier: Barrier, number: int, adds: Sequence[float], reading: Reading, segment: Segment, index: Index
) -> tuple[Reason, ...]:
    """The words that speak for a barrier, given what each word adds, and the sign (or other text) they meet best."""
    counted = _counted(reading, adds)
    if not counted:
        return ()
    offset = segment.span.start
    spans = tuple(Span(offset + reading.words[at].start, offset + reading.words[at].end) for at in sorted(counted))
    field, met = text_met(barrier, index.statements.best_met(number, _wanted(reading, adds, counted))[0])
    return (Reason(spans, field, met, met in barrier.local_signs),)


def _counted(reading: Reading, adds: Sequence[float]) -> list[int]:
    """Places of the words that count, best first."""
    order = sorted(
        (at for at, word in enumerate(reading.words) if adds[at] > 0 and word.plain not in STOP_WORDS),
        key=lambda at: -adds[at],
    )
    return [at for at in order[:MOST_WORDS] if adds[at] >= SHARE * adds[order[0]]]


def _wanted(reading: Reading, adds: Sequence[float], counted: Sequence[int]) -> dict[str, float]:
    """What the stem of each word that counts adds; of a stem said twice, the most."""
    wanted: dict[str, float] = {}
    for at in counted:
        wanted.setdefault(reading.words[at].stem, adds[at])
    return wanted


def text_met(barrier: Barrier, number: int) -> tuple[Field, str]:
    """What the statement of this number is, and its wording."""
    if number >= len(BEFORE_SIGNS):
        return "sign", barrier.signs[number - len(BEFORE_SIGNS)]
    texts = (barrier.title, barrier.summary, barrier.question, ", ".join(barrier.terms))
    return BEFORE_SIGNS[number], texts[number]
