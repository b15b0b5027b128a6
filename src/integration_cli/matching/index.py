"""The index of the signs: every scorer's table, kept in a file and read where it lies."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from integration_cli.matching import table as tables
from integration_cli.matching.domain import log_odds
from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.spelling import Speller
from integration_cli.matching.statements import of_elsewhere, of_knowledge
from integration_cli.matching.table import Table, idf
from integration_cli.matching.vocabulary import Vocabulary
from integration_cli.model import Knowledge
from integration_cli.storage import open_cached, save_cached

FORMAT = "1"
"""Raised whenever the same knowledge would give another index."""


@dataclass(frozen=True, slots=True)
class Index:
    """The tables of the scorers, in their order; barriers are named by their place in `barriers`."""

    barriers: tuple[str, ...]
    tables: tuple[Table, ...]
    domain: Table
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
    vocabulary = Vocabulary(knowledge.vocabulary)
    statements = of_knowledge(knowledge, vocabulary)
    blocks: list[bytes] = []
    for scorer in SCORERS:
        blocks += tables.pack(*scorer.recipe(statements, len(knowledge.barriers)))
    blocks += tables.pack(*log_odds(statements, of_elsewhere(knowledge, vocabulary)))
    words = sorted({word for one in statements for word in one.plain})
    blocks.append("\n".join(words).encode())
    header = json.dumps({"statements": len(statements), "lengths": [len(block) for block in blocks]}).encode()
    parts = [len(header).to_bytes(8, "little"), _padded(header), *map(_padded, blocks)]
    return b"".join(parts)


def _padded(block: bytes) -> bytes:
    """Each block begins at a multiple of eight, so that its numbers can be read in place."""
    return block + b"\0" * (-len(block) % 8)


def read(payload: memoryview, knowledge: Knowledge) -> Index:
    """Read an index from its bytes."""
    size = int.from_bytes(payload[:8], "little")
    header = json.loads(bytes(payload[8 : 8 + size]))
    blocks = _blocks(payload, 8 + len(_padded(bytes(size))), header["lengths"])
    count = tables.BLOCKS
    unseen = idf(header["statements"], 0)
    made = tuple(tables.unpack(blocks[n * count : (n + 1) * count], unseen) for n in range(len(SCORERS) + 1))
    known = frozenset(bytes(blocks[-1]).decode().split("\n"))
    return Index(tuple(knowledge.barriers), made[:-1], made[-1], Vocabulary(knowledge.vocabulary), Speller(known))


def _blocks(payload: memoryview, start: int, lengths: Sequence[int]) -> list[memoryview]:
    found = []
    for length in lengths:
        found.append(payload[start : start + length])
        start += length + (-length % 8)
    return found
