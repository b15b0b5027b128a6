"""Is this text about health and care bodies working together? Log odds of its words and pairs of words.

Naive Bayes (with Lidstone smoothing) between the signs and the texts that belong to no barrier. It tells the
same quarrel in another field, which the ranking scores cannot.
"""

import math
from collections import Counter

from integration_cli.matching.statements import Statement

SMOOTHING = 1.0

LEAST = 2
"""Statements that must hold a feature before it says anything of the field."""


def log_odds(ours: list[Statement], others: list[Statement]) -> dict[str, float]:
    """For each feature the log of how much likelier it is in our statements than in others."""
    inside = Counter(feature for one in ours for feature in one.features)
    outside = Counter(feature for one in others for feature in one.features)
    scale = len(others) / max(1, len(ours))
    odds = {}
    for feature in inside.keys() | outside.keys():
        if inside[feature] + outside[feature] >= LEAST:
            here = (inside[feature] + SMOOTHING) / (len(ours) + 2 * SMOOTHING)
            there = (outside[feature] + SMOOTHING * scale + 0.1) / (len(others) + 2 * SMOOTHING * scale + 0.2)
            odds[feature] = math.log(here / there)
    return odds
