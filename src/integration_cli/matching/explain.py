"""Why a barrier ranks where it does for a text: each scorer's share, the words, the signs, the runner-up."""

from typing import NamedTuple

from integration_cli.diagnosis import Segment, Span
from integration_cli.errors import AdvisorError
from integration_cli.matching.index import Index
from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.part import Part
from integration_cli.matching.ranking import best_by_barrier, in_context, parts_of
from integration_cli.matching.reading import Reading
from integration_cli.matching.reasons import text_met
from integration_cli.matching.scoring import WEIGHTS, Scores, contributions
from integration_cli.matching.segments import segments
from integration_cli.matching.signals import NAMES, field_signals
from integration_cli.model import Knowledge

NEAREST = 3
"""Signs shown as the nearest."""


class Share(NamedTuple):
    """What one scorer gives a barrier: its rank by that scorer alone, and its part of the fused score."""

    scorer: str
    rank: int
    part: float


class WordGain(NamedTuple):
    """A word of the text and what it adds to the barrier, beyond what it adds to others on average."""

    span: Span
    gain: float


class Explanation(NamedTuple):
    """Why a barrier ranks where it does in the part of a text that speaks for it most, one of `parts`.

    `rank` counts from 1 over all barriers; `fused` is in standard deviations above the mean barrier: what the scorers
    say of the part, and what stands `around` it. `other` is the barrier just above, or just below where this one is
    first, and empty where there is no other; `test` tells the two apart where the knowledge says.
    """

    barrier: str
    segment: Segment
    parts: int
    around: float
    rank: int
    fused: float
    chance: float
    in_field: bool
    field_signals: tuple[tuple[str, float], ...]
    shares: tuple[Share, ...]
    words: tuple[WordGain, ...]
    nearest: tuple[str, ...]
    other: str
    other_fused: float
    test: str


def explain(text: str, barrier: str | None, knowledge: Knowledge, index: Index) -> Explanation:
    """Explain the rank of a barrier, which must exist, or of the best one.

    Raises AdvisorError where the text has no words to go by.
    """
    parts = parts_of(segments(text), index)
    if not parts:
        raise AdvisorError("there are no words to go by: say what the problem is")
    ours = [part for part in parts if part.field >= 0] or parts
    best = best_by_barrier(in_context(ours), range(len(index.barriers)), 0.0, len(index.barriers))
    number = index.barriers.index(barrier) if barrier else max(best, key=lambda n: best[n][0])
    chance, part = best[number]
    return _explained(number, round(chance, 4), part, len(parts), knowledge, index)


def _explained(number: int, chance: float, part: Part, parts: int, knowledge: Knowledge, index: Index) -> Explanation:
    order = sorted(range(len(part.fused)), key=lambda n: -part.fused[n])
    rank = order.index(number)
    other = order[rank - 1] if rank else order[min(1, len(order) - 1)]
    barrier = index.barriers[number]
    gains = contributions(part.reading, part.scores, index, [number])[0]
    start = part.segment.span.start
    return Explanation(
        barrier,
        part.segment,
        parts,
        part.fused[number] - part.scores.fused[number],
        rank + 1,
        part.fused[number],
        chance,
        part.field >= 0,
        tuple(zip(NAMES, field_signals(part.reading, part.scores, index), strict=True)),
        _shares(part.scores, number),
        tuple(
            WordGain(Span(start + word.start, start + word.end), gain)
            for word, gain in zip(part.reading.words, gains, strict=True)
        ),
        _nearest(part.reading, gains, number, knowledge, index),
        index.barriers[other] if other != number else "",
        part.fused[other],
        telling_apart(barrier, index.barriers[other], knowledge),
    )


def _shares(scores: Scores, number: int) -> tuple[Share, ...]:
    whole = sum(WEIGHTS.values())
    found = []
    for scorer, values, spread in zip(SCORERS, scores.by_scorer, scores.spreads, strict=True):
        mean = sum(values) / len(values)
        part = WEIGHTS[scorer.name] / whole * (values[number] - mean) / spread if spread > 0 else 0.0
        found.append(Share(scorer.name, 1 + sum(value > values[number] for value in values), part))
    return tuple(found)


def _nearest(reading: Reading, gains: list[float], number: int, knowledge: Knowledge, index: Index) -> tuple[str, ...]:
    wanted: dict[str, float] = {}
    for word, gain in zip(reading.words, gains, strict=True):
        if gain > 0:
            wanted[word.stem] = max(gain, wanted.get(word.stem, 0.0))
    barrier = knowledge.barriers[index.barriers[number]]
    return tuple(text_met(barrier, n)[1] for n in index.statements.best_met(number, wanted, NEAREST))


def telling_apart(one: str, other: str, knowledge: Knowledge) -> str:
    """The test that tells two barriers apart, from the side of the first; empty where the knowledge has none."""
    for barrier, neighbour in ((one, other), (other, one)):
        for near in knowledge.barriers[barrier].not_to_confuse:
            if near.barrier == neighbour:
                return f"{knowledge.barriers[barrier].title}: {near.test}"
    return ""
