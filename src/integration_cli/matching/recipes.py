"""How each scorer's weights are made from the statements: closed form, so that new ones count at once."""

import math
from collections import Counter
from collections.abc import Callable, Mapping

from integration_cli.matching.statements import Statement
from integration_cli.matching.table import Weights
from integration_cli.matching.text import pieces

K1 = 8.0
"""BM25's k1: high, since a barrier's text is many statements and a word said often means more."""

B = 0.5
"""BM25's b: how much a barrier about which much is written is held back."""

Rarity = Mapping[str, float]
"""Feature -> idf."""


def bm25(statements: list[Statement], barriers: int, rarity: Rarity) -> Weights:
    """BM25 (Robertson & Zaragoza 2009) with one document per barrier, over stems and pairs of stems."""
    counts = [Counter[str]() for _ in range(barriers)]
    for statement in statements:
        counts[statement.barrier].update(statement.words)
    lengths = [sum(count.values()) for count in counts]
    average = sum(lengths) / max(1, barriers)
    documents = Counter(feature for count in counts for feature in count)
    weights: Weights = {}
    for number, count in enumerate(counts):
        held_back = K1 * (1 - B + B * lengths[number] / average)
        for feature, tf in count.items():
            if feature in rarity:
                n = documents[feature]
                rare = math.log(1 + (barriers - n + 0.5) / (n + 0.5))
                weights.setdefault(feature, {})[number] = rare * tf * (K1 + 1) / (tf + held_back)
    return weights


def centroids(statements: list[Statement], barriers: int, rarity: Rarity) -> Weights:
    """The mean direction of a barrier's statements in tf-idf space (Rocchio), over stems and pairs of stems."""
    sums: list[dict[str, float]] = [{} for _ in range(barriers)]
    for statement in statements:
        total = sums[statement.barrier]
        vector = {f: (1 + math.log(tf)) * rarity[f] for f, tf in statement.words.items() if f in rarity}
        length = math.sqrt(sum(value * value for value in vector.values()))
        for feature, value in vector.items():
            total[feature] = total.get(feature, 0.0) + value / length
    return _directions(sums, rarity)


def piece_centroids(statements: list[Statement], barriers: int, rarity: Rarity) -> Weights:
    """Centroids of the pieces of words, which misspelt words still share.

    A statement of n different words counts with 1 / sqrt(n), and its pieces are summed word by word: measured
    as good as unit vectors of pieces, and a third of the work.
    """
    by_word: list[dict[str, float]] = [{} for _ in range(barriers)]
    for statement in statements:
        share = 1 / math.sqrt(len(statement.plain) or 1)
        total = by_word[statement.barrier]
        for word, tf in statement.plain.items():
            total[word] = total.get(word, 0.0) + tf * share
    cut = {word: Counter(pieces(word)) for total in by_word for word in total}
    sums: list[dict[str, float]] = [{} for _ in range(barriers)]
    for total, words in zip(sums, by_word, strict=True):
        for word, value in words.items():
            for piece, tf in cut[word].items():
                total[piece] = total.get(piece, 0.0) + tf * value * rarity[piece]
    return _directions(sums, rarity)


def _directions(sums: list[dict[str, float]], rarity: Rarity) -> Weights:
    """Unit vectors of the sums, by feature; a text's own idf is folded in, so that it need not be looked up."""
    weights: Weights = {}
    for number, total in enumerate(sums):
        length = math.sqrt(sum(value * value for value in total.values()))
        for feature, value in total.items():
            weights.setdefault(feature, {})[number] = value / length * rarity[feature]
    return weights


RECIPES: dict[str, Callable[[list[Statement], int, Rarity], Weights]] = {
    "words": bm25,
    "phrases": centroids,
    "pieces": piece_centroids,
}
"""For each scorer, by its name, what makes its weights from the statements and the number of barriers."""
