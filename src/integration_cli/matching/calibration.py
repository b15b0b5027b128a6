"""From scores to claims: is this about our field, and how likely is a finding to be right?

The numbers were fitted by `python -m benchmarks.calibrate`, which prints them; docs/matching.md tells the run.
"""

import math
from collections.abc import Sequence

from integration_cli.diagnosis import Strength

FIELD_WEIGHTS = (
    1.0949,  # best of words, by root of length
    -6.8047,  # best of phrases
    7.2218,  # best of pieces
    -0.1796,  # best fused
    2.4083,  # share of known content words
    0.8978,  # mean log odds of the domain
    0.1753,  # summed log odds of the domain
    -0.4386,  # log of length
    0.7226,  # share of known features
    -0.0047,  # mean log odds, for short texts
)
FIELD_BIAS = -4.2747
FIELD_THRESHOLD = -0.827
FINDING_WEIGHTS = (1.1953, -0.2385, 0.0507)
FINDING_BIAS = -3.9763

STRONG = 0.75
LIKELY = 0.5
"""Least estimated chance of being right for each word; what was measured for them stands in docs/matching.md."""


def in_field(signals: Sequence[float]) -> float:
    """Log odds that a text is about health and care bodies working together."""
    return FIELD_BIAS + sum(w * s for w, s in zip(FIELD_WEIGHTS, signals, strict=True))


def chance(fused: float, behind: float, field: float) -> float:
    """Estimated chance that a finding is right, from its fused score, its distance to the best, and the field."""
    w1, w2, w3 = FINDING_WEIGHTS
    return 1 / (1 + math.exp(-(FINDING_BIAS + w1 * fused + w2 * behind + w3 * max(-6.0, min(6.0, field)))))


def strength(chance: float) -> Strength:
    """The word for a chance."""
    if chance >= STRONG:
        return "strong"
    return "likely" if chance >= LIKELY else "possible"
