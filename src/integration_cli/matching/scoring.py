"""A text scored for every barrier by every scorer, and the scores put together."""

import math
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from integration_cli.matching.index import Index
from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.reading import Reading

WEIGHTS = {"words": 1.5, "phrases": 1.0, "pieces": 1.0}
"""Share of each scorer in the fused score; chosen by leaving signs out, see docs/matching.md."""


class Scores(NamedTuple):
    """Scores of a text, one for each barrier of the index.

    `by_scorer` holds them as each scorer gives them; `fused` is their weighted mean after each was put on one
    scale (mean 0, standard deviation 1 over the barriers of this text); `spreads` are the standard deviations.
    `found` are the features that the tables hold, by space.
    """

    by_scorer: tuple[list[float], ...]
    spreads: tuple[float, ...]
    fused: list[float]
    found: "dict[str, list[Found]]"


class Found(NamedTuple):
    """A feature of a text that a table holds: its number, the weight of each of the table's scorers, its places."""

    number: int
    weights: tuple[float, ...]
    places: list[int]
    reach: int


def found_in(reading: Reading, index: Index, space: str) -> list[Found]:
    """The text's features that the space's table holds; the weights of a sublinear scorer have unit length."""
    table = index.tables[space]
    scorers = [scorer for scorer in SCORERS if scorer.space == space]
    square = 0.0
    raw = []
    for feature, places in reading.features[space].items():
        number = table.find(feature)
        often = 1.0 if len(places) == 1 else 1.0 + math.log(len(places))
        square += (often * (table.rarity[number] if number >= 0 else table.unseen)) ** 2
        if number >= 0:
            raw.append((number, often, places, reading.reach.get(feature, 1)))
    length = math.sqrt(square) or 1.0
    said = {often for _, often, _, _ in raw}
    weights = {often: tuple(often / length if s.sublinear else 1.0 for s in scorers) for often in said}
    return [Found(number, weights[often], places, reach) for number, often, places, reach in raw]


def score(reading: Reading, index: Index) -> Scores:
    """Score a text for every barrier."""
    by_scorer: list[list[float]] = []
    found = {space: found_in(reading, index, space) for space in index.tables}
    for space, table in index.tables.items():
        by_scorer += table.totals(found[space], len(index.barriers))
    return scores_of(by_scorer, found)


def scores_of(by_scorer: Sequence[list[float]], found: "dict[str, list[Found]]") -> Scores:
    """Put the scores of every scorer together."""
    fused = [0.0] * len(by_scorer[0])
    whole = sum(WEIGHTS.values())
    spreads = []
    for scorer, scores in zip(SCORERS, by_scorer, strict=True):
        mean = sum(scores) / len(scores)
        apart = [score - mean for score in scores]
        spread = math.sqrt(sum(map(mul, apart, apart)) / len(scores))
        spreads.append(spread)
        if spread > 0:
            share = WEIGHTS[scorer.name] / whole / spread
            fused = [sum_ + share * value for sum_, value in zip(fused, apart, strict=True)]
    return Scores(tuple(by_scorer), tuple(spreads), fused, found)


def contributions(reading: Reading, scores: Scores, index: Index, barriers: Sequence[int]) -> list[list[float]]:
    """What each word of the text adds to each of these barriers' fused scores, beyond what it adds on average.

    A feature of several words is shared out among them. One list for each barrier, one number for each word, in
    the scale of `fused`.
    """
    adds = [[0.0] * len(reading.words) for _ in barriers]
    whole = sum(WEIGHTS.values())
    spreads = dict(zip((scorer.name for scorer in SCORERS), scores.spreads, strict=True))
    size = len(index.barriers)
    for space, table in index.tables.items():
        names = [scorer.name for scorer in SCORERS if scorer.space == space]
        shares = [WEIGHTS[name] / whole / spreads[name] if spreads[name] > 0 else 0.0 for name in names]
        for feature in scores.found[space]:
            start, end = table.starts[feature.number], table.starts[feature.number + 1]
            row = table.barriers[start:end].tolist()
            values = [0.0] * len(row)
            for column, weight, share in zip(table.columns, feature.weights, shares, strict=True):
                for at, value in enumerate(column[start:end]):
                    values[at] += share * weight * value
            average = sum(values) / size
            said = len(feature.places) * feature.reach
            for add, barrier in zip(adds, barriers, strict=True):
                gain = ((values[row.index(barrier)] if barrier in row else 0.0) - average) / said
                for first in feature.places:
                    for place in range(first, min(first + feature.reach, len(add))):
                        add[place] += gain
    return adds
