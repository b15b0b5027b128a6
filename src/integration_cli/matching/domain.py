"""Is this text about health and care bodies working together? Log odds of its words and pairs of words.

Naive Bayes (with Lidstone smoothing) between the signs and the texts that belong to no barrier. It tells the
same quarrel in another field, which the ranking scores cannot.
"""

import math
from collections import Counter

from integration_cli.matching.reading import Reading
from integration_cli.matching.statements import Statement
from integration_cli.matching.table import Table, Weights

SMOOTHING = 1.0


def log_odds(ours: list[Statement], others: list[Statement]) -> tuple[Weights, dict[str, float]]:
    """For each feature the log of how much likelier it is in our statements than in others."""
    inside = Counter(feature for one in ours for feature in one.features)
    outside = Counter(feature for one in others for feature in one.features)
    scale = len(others) / max(1, len(ours))
    weights: Weights = {}
    for feature in inside.keys() | outside.keys():
        here = (inside[feature] + SMOOTHING) / (len(ours) + 2 * SMOOTHING)
        there = (outside[feature] + SMOOTHING * scale + 0.1) / (len(others) + 2 * SMOOTHING * scale + 0.2)
        weights[feature] = {0: math.log(here / there)}
    return weights, dict.fromkeys(weights, 0.0)


def odds(reading: Reading, table: Table) -> tuple[float, int, int]:
    """The sum of a text's log odds, how many of its features the table knows, and how many it has."""
    total = 0.0
    known = 0
    asked = reading.all_features
    for feature in asked:
        number = table.find(feature)
        if number >= 0:
            known += 1
            total += table.weights[table.starts[number]]
    return total, known, len(asked)
