"""A text scored for every barrier by every scorer, and the scores put together."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from integration_cli.matching.index import Index
from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.reading import Reading

WEIGHTS = {"words": 1.0, "phrases": 1.0, "pieces": 1.0}
"""Share of each scorer in the fused score."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a text, one for each barrier of the index.

    `by_scorer` holds them as each scorer gives them; `fused` is their weighted mean after each was put on one
    scale (mean 0, standard deviation 1 over the barriers of this text). `known` is the share of the text's
    content words that the knowledge uses.
    """

    by_scorer: tuple[list[float], ...]
    fused: list[float]
    known: float


def score(reading: Reading, index: Index) -> Scores:
    """Score a text for every barrier."""
    size = len(index.barriers)
    by_scorer = []
    for scorer, table in zip(SCORERS, index.tables, strict=True):
        totals = [0.0] * size
        for number, weight, _ in scorer.weighed(reading, table):
            barriers, values = table.row(number)
            for barrier, value in zip(barriers, values, strict=True):
                totals[barrier] += weight * value
        by_scorer.append(totals)
    return Scores(tuple(by_scorer), _fused(by_scorer), _known(reading, index))


def _fused(by_scorer: Sequence[list[float]]) -> list[float]:
    size = len(by_scorer[0])
    fused = [0.0] * size
    whole = sum(WEIGHTS.values())
    for scorer, scores in zip(SCORERS, by_scorer, strict=True):
        mean = sum(scores) / size
        spread = math.sqrt(sum((score - mean) ** 2 for score in scores) / size)
        if spread > 0:
            share = WEIGHTS[scorer.name] / whole / spread
            for number, score in enumerate(scores):
                fused[number] += share * (score - mean)
    return fused


def _known(reading: Reading, index: Index) -> float:
    content = reading.content
    if not content:
        return 0.0
    return sum(index.tables[0].find(word.stem) >= 0 for word in content) / len(content)


def contributions(reading: Reading, index: Index, barrier: int) -> list[float]:
    """What each word of the text adds to a barrier's fused score, compared with what it adds on average.

    A feature of several words is shared out among them. One number for each word, in the scale of `fused`.
    """
    size = len(index.barriers)
    whole = sum(WEIGHTS.values())
    adds = [0.0] * len(reading.words)
    for scorer, table in zip(SCORERS, index.tables, strict=True):
        by_word = [0.0] * len(reading.words)
        totals = [0.0] * size
        for number, weight, places in scorer.weighed(reading, table):
            barriers, values = table.row(number)
            here = average = 0.0
            for other, value in zip(barriers, values, strict=True):
                totals[other] += weight * value
                average += value
                if other == barrier:
                    here = value
            gain = weight * (here - average / size) / len(places)
            for place in places:
                by_word[place] += gain
        mean = sum(totals) / size
        spread = math.sqrt(sum((total - mean) ** 2 for total in totals) / size)
        if spread > 0:
            share = WEIGHTS[scorer.name] / whole / spread
            for place, gain in enumerate(by_word):
                adds[place] += share * gain
    return adds
