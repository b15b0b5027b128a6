"""Why a barrier ranks where it does for a text: each scorer's share, the words, the signs, the runner-up."""

from typing import NamedTuple

from integration_cli.diagnosis import Span
from integration_cli.errors import AdvisorError
from integration_cli.matching import calibration
from integration_cli.matching.index import Index
from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.reading import Reading, read
from integration_cli.matching.reasons import text_met
from integration_cli.matching.scoring import WEIGHTS, Scores, contributions, score
from integration_cli.matching.signals import NAMES, field_of, field_signals
from integration_cli.model import Knowledge

NEAREST = 3
"""Signs shown as the nearest."""

LONGEST = 20_000
"""Characters of a text that can be looked at word by word as one statement: some six pages."""


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
    """Why a barrier ranks where it does.

    `rank` counts from 1 over all barriers; `fused` is in standard deviations above the mean barrier. `other` is the
    barrier just above, or just below where this one is first, and empty where there is no other; `test` tells the two
    apart where the knowledge says.
    """

    barrier: str
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


def explain(text: str, barrier: str, knowledge: Knowledge, index: Index) -> Explanation:
    """Explain a barrier's rank for a text, taken as one statement. The barrier must exist.

    Raises AdvisorError where the text is too long for one.
    """
    reading = _read(text, index)
    scores = score(reading, index)
    number = index.barriers.index(barrier)
    order = sorted(range(len(scores.fused)), key=lambda n: -scores.fused[n])
    rank = order.index(number)
    other = order[rank - 1] if rank else order[min(1, len(order) - 1)]
    signals = field_signals(reading, scores, index)
    field = field_of(reading, scores, index)
    fused = scores.fused[number]
    gains = contributions(reading, scores, index, [number])[0]
    return Explanation(
        barrier,
        rank + 1,
        fused,
        calibration.chance(fused, scores.fused[order[0]] - fused, field),
        field >= 0,
        tuple(zip(NAMES, signals, strict=True)),
        _shares(scores, number),
        tuple(WordGain(Span(w.start, w.end), gain) for w, gain in zip(reading.words, gains, strict=True)),
        _nearest(reading, gains, number, knowledge, index),
        index.barriers[other] if other != number else "",
        scores.fused[other],
        telling_apart(barrier, index.barriers[other], knowledge),
    )


def best_barrier(text: str, index: Index) -> str:
    """The barrier that ranks first for a text. Raises AdvisorError where the text has no words to go by."""
    reading = _read(text, index)
    if not reading.content:
        raise AdvisorError("there are no words to go by: say what the problem is")
    fused = score(reading, index).fused
    return index.barriers[fused.index(max(fused))]


def _read(text: str, index: Index) -> Reading:
    if len(text) > LONGEST:
        raise AdvisorError(
            f"explain looks at one statement of at most {LONGEST:,} characters: give the part in question"
        )
    return read(text, index.vocabulary, index.speller)


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
