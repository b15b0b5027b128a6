"""The index of the signs: a table for each space of features, kept in a file and read where it lies."""

from collections.abc import Sequence
from typing import NamedTuple

from integration_cli.caching import Cache, find_in
from integration_cli.matching import met
from integration_cli.matching import table as tables
from integration_cli.matching.blocks import unpack
from integration_cli.matching.lexical import SCORERS, SPACES
from integration_cli.matching.met import Statements
from integration_cli.matching.spelling import Speller
from integration_cli.matching.table import Table
from integration_cli.matching.vocabulary import Vocabulary
from integration_cli.model import Knowledge

FIXED_BLOCKS = 5
"""Blocks of a table before its columns."""


class Index(NamedTuple):
    """The tables by space; barriers are named by their place in `barriers`."""

    barriers: tuple[str, ...]
    tables: dict[str, Table]
    statements: Statements
    vocabulary: Vocabulary
    speller: Speller


def open_index(knowledge: Knowledge, caches: Sequence[Cache]) -> Index:
    """The index of this knowledge: from where it is kept, else made now and kept in the first cache."""
    name, key = name_and_key(knowledge.digest)
    payload = find_in(caches, name, key)
    if payload is None:
        # Imported here: a warm start need not know how an index is made.
        from integration_cli.matching.building import make

        made = make(knowledge)
        caches[0].keep(name, key, made)
        payload = memoryview(made)
    return read(payload, knowledge)


def name_and_key(digest: str) -> tuple[str, str]:
    """Under which name and key the index of knowledge with this digest is kept."""
    return f"index-{digest[:16]}.bin", f"index {digest}"


def read(payload: memoryview, knowledge: Knowledge) -> Index:
    """Read an index from its bytes."""
    head, blocks = unpack(payload)
    statements, blocks = met.unpack(blocks[: met.BLOCKS]), blocks[met.BLOCKS :]
    made: dict[str, Table] = {}
    for space in SPACES:
        count = FIXED_BLOCKS + sum(scorer.space == space for scorer in SCORERS)
        made[space] = tables.unpack(blocks[:count], head["unseen"])
        blocks = blocks[count:]
    return Index(
        tuple(knowledge.barriers),
        made,
        statements,
        Vocabulary(head["forms"]),
        Speller(blocks[0].cast("I"), blocks[1]),
    )
