"""How the index is made: once for each state of the knowledge."""

from array import array
from collections import Counter

from integration_cli.matching import met
from integration_cli.matching import table as tables
from integration_cli.matching.blocks import pack
from integration_cli.matching.domain import log_odds
from integration_cli.matching.lexical import SCORERS, SPACES, idf
from integration_cli.matching.recipes import RECIPES
from integration_cli.matching.statements import Statement, borrowed, of_elsewhere, own
from integration_cli.matching.table import hashed
from integration_cli.matching.text import pieces
from integration_cli.matching.vocabulary import Vocabulary, written
from integration_cli.model import Knowledge

LEAST = 2
"""Statements that must hold a pair of words before it counts: the rest is chance, and half of the index."""


def make(knowledge: Knowledge) -> bytes:
    """Make the index of the knowledge's signs, as bytes."""
    forms = written(knowledge.vocabulary.values())
    vocabulary = Vocabulary(forms)
    by_barrier = own(knowledge, vocabulary)
    ours = [one for statements in by_barrier for one in statements] + borrowed(knowledge, vocabulary)
    others = of_elsewhere(knowledge, vocabulary)
    blocks = met.pack(by_barrier)
    for space in SPACES:
        rarity = _word_rarity(ours) if space == "words" else _piece_rarity(ours)
        columns = [RECIPES[s.name](ours, len(knowledge.barriers), rarity) for s in SCORERS if s.space == space]
        blocks += tables.pack(columns, rarity, log_odds(ours, others) if space == "words" else {})
    words = sorted({word for one in ours for word in one.plain})
    blocks += [array("I", sorted(map(hashed, words))).tobytes(), "\n".join(words).encode()]
    return pack({"unseen": idf(len(ours), 0), "forms": forms}, blocks)


def _word_rarity(statements: list[Statement]) -> dict[str, float]:
    holding = Counter(feature for one in statements for feature in one.words)
    return {f: idf(len(statements), n) for f, n in holding.items() if n >= LEAST or " " not in f}


def _piece_rarity(statements: list[Statement]) -> dict[str, float]:
    holding = Counter(word for one in statements for word in one.plain)
    found = Counter[str]()
    for word, n in holding.items():
        for piece in set(pieces(word)):
            found[piece] += n
    return {piece: idf(len(statements), min(n, len(statements))) for piece, n in found.items()}
