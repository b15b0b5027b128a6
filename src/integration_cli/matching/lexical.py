"""The lexical scorers: BM25, tf-idf centroids, centroids of pieces of words. `recipes` makes their weights."""

import math
from typing import Literal, NamedTuple

Space = Literal["words", "pieces"]
"""A family of features: stems, concepts and pairs of stems; or pieces of words."""


class Scorer(NamedTuple):
    """A way to score a text for every barrier: the space whose features it weighs, and how.

    `sublinear` says that a feature said n times in a text counts 1 + ln(n), else once.
    """

    name: str
    space: Space
    sublinear: bool


SCORERS: tuple[Scorer, ...] = (
    Scorer("words", "words", sublinear=False),
    Scorer("phrases", "words", sublinear=True),
    Scorer("pieces", "pieces", sublinear=True),
)
"""The scorers in use; those of one space are the columns of its table, in this order."""

SPACES = tuple(dict.fromkeys(scorer.space for scorer in SCORERS))
"""The spaces of features, each with a table."""


def idf(documents: int, holding: int) -> float:
    """Smoothed inverse document frequency, ln((1 + N) / (1 + n)) + 1 (Salton & Buckley 1988; as in scikit-learn)."""
    return math.log((1 + documents) / (1 + holding)) + 1
