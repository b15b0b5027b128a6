"""From scores to claims: is this about our field, and how likely is a finding to be right?

The numbers stand in `fitted.py`, written by `python -m benchmarks.calibrate`; docs/matching.md tells the run.
"""

import math
from collections.abc import Sequence

from integration_cli.diagnosis import Strength
from integration_cli.matching.fitted import FIELD, FINDING

STRONG = 0.75
LIKELY = 0.5
"""Least estimated chance of being right for each word; what was measured for them stands in docs/matching.md."""


def in_field(signals: Sequence[float], words: int) -> float:
    """How far a text of so many words is on our side of the line: log odds less the threshold, 0 on the line.

    Short and long texts are judged by weights of their own: a search of three words has other signals than a story.
    """
    _, bias, weights = next(row for row in FIELD if words <= row[0])
    return bias + sum(weight * signal for weight, signal in zip(weights, signals, strict=True))


def chance(fused: float, behind: float, field: float) -> float:
    """Estimated chance that a finding is right, from its fused score, its distance to the best, and the field."""
    bias, *weights = FINDING
    signals = (fused, behind, max(-6.0, min(6.0, field)))
    return 1 / (1 + math.exp(-(bias + sum(w * s for w, s in zip(weights, signals, strict=True)))))


def strength(chance: float) -> Strength:
    """The word for a chance."""
    if chance >= STRONG:
        return "strong"
    return "likely" if chance >= LIKELY else "possible"
