"""The index of the signs: a table for each space of features, kept in a file and read where it lies."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from integration_cli.matching import met
from integration_cli.matching import table as tables
from integration_cli.matching.domain import log_odds
from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.met import Statements
from integration_cli.matching.spelling import Speller
from integration_cli.matching.statements import Statement, borrowed, of_elsewhere, own
from integration_cli.matching.table import Table, idf
from integration_cli.matching.text import pieces
from integration_cli.matching.vocabulary import Vocabulary
from integration_cli.model import Knowledge
from integration_cli.storage import open_cached, save_cached

FORMAT = "2"
"""Raised whenever the same knowledge would give another index."""

SPACES = tuple(dict.fromkeys(scorer.space for scorer in SCORERS))
FIXED_BLOCKS = 5
"""Blocks of a table before its columns."""

LEAST = 2
"""Statements that must hold a pair of words before it counts: the rest is chance, and half of the index."""


@dataclass(frozen=True, slots=True)
class Index:
    """The tables by space; barriers are named by their place in `barriers`."""

    barriers: tuple[str, ...]
    tables: dict[str, Table]
    statements: Statements
    vocabulary: Vocabulary
    speller: Speller


def open_index(knowledge: Knowledge, folder: Path) -> Index:
    """The index of this knowledge: from the folder where it is kept, else made now and kept if the disk allows."""
    path = folder / f"index-{knowledge.digest[:16]}.bin"
    key = f"index {FORMAT} {knowledge.digest}"
    payload = open_cached(path, key)
    if payload is None:
        made = make(knowledge)
        save_cached(path, key, made)
        payload = memoryview(made)
    return read(payload, knowledge)


def make(knowledge: Knowledge) -> bytes:
    """Make the index of the knowledge's signs, as bytes."""
    vocabulary = Vocabulary(knowledge.vocabulary.values())
    by_barrier = own(knowledge, vocabulary)
    ours = [one for statements in by_barrier for one in statements] + borrowed(knowledge, vocabulary)
    others = of_elsewhere(knowledge, vocabulary)
    blocks = met.pack(by_barrier)
    for space in SPACES:
        rarity = _word_rarity(ours) if space == "words" else _piece_rarity(ours)
        columns = [s.recipe(ours, len(knowledge.barriers), rarity) for s in SCORERS if s.space == space]
        blocks += tables.pack(columns, rarity, log_odds(ours, others) if space == "words" else {})
    words = sorted({word for one in ours for word in one.plain})
    blocks.append("\n".join(words).encode())
    header = json.dumps({"statements": len(ours), "lengths": [len(block) for block in blocks]}).encode()
    return b"".join([len(header).to_bytes(8, "little"), _padded(header), *map(_padded, blocks)])


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


def _padded(block: bytes) -> bytes:
    """Each block begins at a multiple of eight, so that its numbers can be read in place."""
    return block + b"\0" * (-len(block) % 8)


def read(payload: memoryview, knowledge: Knowledge) -> Index:
    """Read an index from its bytes."""
    size = int.from_bytes(payload[:8], "little")
    header = json.loads(bytes(payload[8 : 8 + size]))
    blocks = _blocks(payload, 8 + len(_padded(bytes(size))), header["lengths"])
    unseen = idf(header["statements"], 0)
    statements, blocks = met.unpack(blocks[: met.BLOCKS]), blocks[met.BLOCKS :]
    made: dict[str, Table] = {}
    for space in SPACES:
        count = FIXED_BLOCKS + sum(scorer.space == space for scorer in SCORERS)
        made[space] = tables.unpack(blocks[:count], unseen)
        blocks = blocks[count:]
    return Index(
        tuple(knowledge.barriers), made, statements, Vocabulary(knowledge.vocabulary.values()), Speller(blocks[0])
    )


def _blocks(payload: memoryview, start: int, lengths: Sequence[int]) -> list[memoryview]:
    found = []
    for length in lengths:
        found.append(payload[start : start + length])
        start += length + (-length % 8)
    return found
