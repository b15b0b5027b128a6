"""Three closed-form scorers over words: BM25, tf-idf centroids, centroids of pieces of words.

Each is a table of weights; new statements count as soon as the table is made again, nothing is trained.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from integration_cli.matching.reading import Features, Reading
from integration_cli.matching.statements import Statement
from integration_cli.matching.table import Table, Weights, idf
from integration_cli.matching.text import pieces

K1 = 8.0
"""BM25's k1: high, since a barrier's text is many statements and a word said often means more."""

B = 0.5
"""BM25's b: how much a barrier about which much is written is held back."""

Recipe = Callable[[list[Statement], int], tuple[Weights, dict[str, float]]]
"""Statements and the number of barriers -> a table's weights and the rarity of its features."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """A way to score a text for every barrier: how its table is made, and how a text's features are weighed."""

    name: str
    recipe: Recipe
    features: Callable[[Reading], list[Features]]
    sublinear: bool

    def weighed(self, reading: Reading, table: Table) -> list[tuple[int, float, list[int]]]:
        """The text's features that the table knows: number, weight (unit length), places."""
        found = []
        square = 0.0
        for features in self.features(reading):
            for feature, places in features.items():
                number = table.find(feature)
                weight = 1.0 + math.log(len(places)) if self.sublinear else 1.0
                rarity = table.rarity[number] if number >= 0 else table.unseen
                square += (weight * rarity) ** 2
                if number >= 0:
                    found.append((number, weight, places))
        length = math.sqrt(square) or 1.0
        return [(number, weight / length, places) for number, weight, places in found]


def bm25(statements: list[Statement], barriers: int) -> tuple[Weights, dict[str, float]]:
    """BM25 (Robertson & Zaragoza 2009) with one document per barrier, over stems."""
    counts = [Counter[str]() for _ in range(barriers)]
    for statement in statements:
        counts[statement.barrier].update(statement.stems)
    lengths = [sum(count.values()) for count in counts]
    average = sum(lengths) / max(1, barriers)
    documents = Counter(stem for count in counts for stem in count)
    rarity = {stem: math.log(1 + (barriers - n + 0.5) / (n + 0.5)) for stem, n in documents.items()}
    weights: Weights = {stem: {} for stem in documents}
    for number, count in enumerate(counts):
        held_back = K1 * (1 - B + B * lengths[number] / average)
        for stem, tf in count.items():
            weights[stem][number] = rarity[stem] * tf * (K1 + 1) / (tf + held_back)
    return weights, rarity


def centroids(statements: list[Statement], barriers: int) -> tuple[Weights, dict[str, float]]:
    """The mean direction of a barrier's statements in tf-idf space (Rocchio), over stems and pairs of stems."""
    holding = Counter(feature for s in statements for feature in (*s.stems, *s.pairs))
    rarity = {feature: idf(len(statements), n) for feature, n in holding.items()}
    sums: list[dict[str, float]] = [{} for _ in range(barriers)]
    for statement in statements:
        total = sums[statement.barrier]
        vector = {
            feature: (1 + math.log(tf)) * rarity[feature]
            for counter in (statement.stems, statement.pairs)
            for feature, tf in counter.items()
        }
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        for feature, value in vector.items():
            total[feature] = total.get(feature, 0.0) + value / length
    return _directions(sums, rarity), rarity


def piece_centroids(statements: list[Statement], barriers: int) -> tuple[Weights, dict[str, float]]:
    """Centroids of the pieces of words, which misspelt words still share.

    A statement of n different words counts with 1 / sqrt(n), and its pieces are summed word by word: measured
    as good as unit vectors of pieces, and a third of the work.
    """
    by_word: list[dict[str, float]] = [{} for _ in range(barriers)]
    holding = Counter[str]()
    cut: dict[str, Counter[str]] = {}
    for statement in statements:
        share = 1 / math.sqrt(len(statement.plain) or 1)
        total = by_word[statement.barrier]
        for word, tf in statement.plain.items():
            total[word] = total.get(word, 0.0) + tf * share
            if word not in cut:
                cut[word] = Counter(pieces(word))
        holding.update(word for word in statement.plain)
    found = Counter[str]()
    for word, n in holding.items():
        for piece in cut[word]:
            found[piece] += n
    rarity = {piece: idf(len(statements), min(n, len(statements))) for piece, n in found.items()}
    sums: list[dict[str, float]] = [{} for _ in range(barriers)]
    for total, words in zip(sums, by_word, strict=True):
        for word, value in words.items():
            for piece, tf in cut[word].items():
                total[piece] = total.get(piece, 0.0) + tf * value * rarity[piece]
    return _directions(sums, rarity), rarity


def _directions(sums: list[dict[str, float]], rarity: Mapping[str, float]) -> Weights:
    """Unit vectors of the sums, by feature; a text's own idf is folded in, so that it need not be looked up."""
    weights: Weights = {}
    for number, total in enumerate(sums):
        length = math.sqrt(sum(value * value for value in total.values())) or 1.0
        for feature, value in total.items():
            weights.setdefault(feature, {})[number] = value / length * rarity[feature]
    return weights


SCORERS: tuple[Scorer, ...] = (
    Scorer("words", bm25, lambda reading: [reading.stems], sublinear=False),
    Scorer("phrases", centroids, lambda reading: [reading.stems, reading.pairs], sublinear=True),
    Scorer("pieces", piece_centroids, lambda reading: [reading.pieces], sublinear=True),
)
"""The scorers in use, in the order of their tables in the index."""
