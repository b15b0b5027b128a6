"""The index in a form small enough to travel inside a page, with every number that the matching goes by."""

import json
import math
import zlib
from array import array
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from integration_cli.diagnosis import WORTH_A_LOOK
from integration_cli.matching import calibration, diagnose, met, ranking, reasons, segments, signals, spelling, text
from integration_cli.matching.fitted import FIELD, FINDING
from integration_cli.matching.index import Index
from integration_cli.matching.lexical import SCORERS
from integration_cli.matching.scoring import WEIGHTS
from integration_cli.matching.sense import sense
from integration_cli.matching.table import Table
from integration_cli.matching.vocabulary import written
from integration_cli.model import Knowledge

LEVELS = 65535
"""Steps between a column's least and greatest weight, on a logarithmic scale: off by less than one in ten thousand."""


def pack(index: Index, knowledge: Knowledge) -> bytes:
    """Lay out the index, the statements of each barrier and all numbers, compressed (zlib).

    A length in four bytes, a head (JSON) that says how long each block is, then the blocks: of each table the
    hashes, starts, rarities, log odds, barriers and columns; of the sense of words hashes, nearness and weights.
    Numbers of several bytes are laid out byte by byte, the first bytes of all before the second: they compress better.
    """
    head = {**_numbers(), **_texts(index, knowledge), "tables": {}}
    blocks: list[bytes] = []
    for space, table in index.tables.items():
        scales = [_scale(column) for column in table.columns]
        head["tables"][space] = {"unseen": table.unseen, "scales": scales}
        blocks += _table(table, scales)
    words = sense()
    head["scale"] = words.scale
    blocks += [_planes(_steps(words.hashes)), words.nearness.tobytes(), words.weights.tobytes()]
    head["lengths"] = [len(block) for block in blocks]
    written_head = json.dumps(head, separators=(",", ":")).encode()
    return zlib.compress(b"".join([len(written_head).to_bytes(4, "little"), written_head, *blocks]), 9)


def _numbers() -> dict[str, Any]:
    """The numbers of every step, from where they stand."""
    return {
        "scorers": [[s.name, s.space, s.sublinear, WEIGHTS[s.name]] for s in SCORERS],
        "stop": sorted(text.STOP_WORDS),
        "endings": text.ENDINGS,
        "piece": text.PIECE,
        "leastLetters": spelling.LEAST_LETTERS,
        "like": spelling.LIKE / 100,
        "short": segments.SHORT,
        "leastWords": segments.LEAST_WORDS,
        "oursAlone": signals.OURS_ALONE,
        # JSON knows no infinity.
        "field": [[None if math.isinf(most) else most, bias, weights] for most, bias, weights in FIELD],
        "finding": FINDING,
        "strong": calibration.STRONG,
        "likely": calibration.LIKELY,
        "top": diagnose.TOP,
        "longEnough": WORTH_A_LOOK,
        "context": ranking.CONTEXT,
        "neighbours": ranking.NEIGHBOURS,
        "enoughWords": ranking.ENOUGH_WORDS,
        "mostParts": ranking.MOST_PARTS,
        "shortBonus": met.SHORT_BONUS,
        "mostWords": reasons.MOST_WORDS,
        "share": reasons.SHARE,
        "beforeSigns": reasons.BEFORE_SIGNS,
    }


def _texts(index: Index, knowledge: Knowledge) -> dict[str, Any]:
    return {
        "barriers": index.barriers,
        "statements": [
            [b.title, b.summary, b.question, ", ".join(b.terms), *b.signs] for b in knowledge.barriers.values()
        ],
        "forms": written(knowledge.vocabulary.values()),
        "words": index.speller.words,
    }


def _table(table: Table, scales: Sequence[tuple[float, float]]) -> list[bytes]:
    return [
        _planes(_steps(table.hashes)),
        _planes(_steps(table.starts)),
        _planes(array("f", table.rarity)),
        _planes(array("f", table.domain)),
        _planes(array("H", table.barriers)),
        *(_planes(_levels(column, scale)) for column, scale in zip(table.columns, scales, strict=True)),
    ]


def _planes(numbers: "array[Any]") -> bytes:
    data, width = numbers.tobytes(), numbers.itemsize
    return b"".join(data[at::width] for at in range(width))


def _steps(numbers: Sequence[int]) -> "array[int]":
    """Ascending numbers as the distance of each to the one before."""
    return array("I", [last - first for first, last in pairwise([0, *numbers])])


def _scale(weights: Sequence[float]) -> tuple[float, float]:
    """The logarithm of the least weight, and of the ratio of two neighbouring levels."""
    low, high = math.log(min(weights)), math.log(max(weights))
    return low, (high - low) / LEVELS or 1.0


def _levels(weights: Sequence[float], scale: tuple[float, float]) -> "array[int]":
    low, step = scale
    return array("H", [round((math.log(weight) - low) / step) for weight in weights])
