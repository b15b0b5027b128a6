"""What a checklist remembers of its making, in the file itself: the base of every later merge."""

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, get_args

from integration_cli.planning.block import Block
from integration_cli.update import Nation

FORMAT = 1
"""Version of the format; raised when an older advisor could not read the file any more."""

NAME = "advisor-record"
KINDS = {"a": "checklist", "r": "register"}
"""What a file is, by the letter with which the keys of its boxes begin."""

_COMMANDS = {"a": "update", "r": "risks"}
_WIDTH = 100
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-\d\d")

LARGEST = 50_000_000
"""Bytes of a record; that of a plan with every solution has about a thousandth. A few letters can stand for any number.
"""


class Record(NamedTuple):
    """What was generated: for which barriers (ids, in order), from which knowledge, when, and every block's trace.

    Dates are ISO; `updated` is empty until the file was brought up to date. `traces` keeps the order of the file.
    `nation` is the one to which a plan was kept, or empty; `partners` are those of a risk register.
    """

    knowledge: str
    made: str
    updated: str
    barriers: tuple[str, ...]
    everything: bool
    traces: Mapping[str, str]
    nation: Nation | Literal[""] = ""
    partners: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """With what the keys of its boxes begin: `r` for a register, which has partners, else `a`."""
        return "r" if self.partners else "a"

    @property
    def homes(self) -> dict[str, str]:
        """The barrier under which each solution stood, by id."""
        homes, barrier = {}, ""
        for key in self.traces:
            if key.startswith("b:") and "/" not in key:
                barrier = key[2:]
            elif key.startswith("s:") and "/" not in key:
                homes[key[2:]] = barrier
        return homes


def traces_of(blocks: Iterable[Block]) -> dict[str, str]:
    """The traces of blocks by key, in order; the situation has none, since it is never written anew."""
    return {block.key: block.trace for block in blocks if not block.key.startswith("h:situation")}


def header(record: Record) -> str:
    """The line by which a file is known as a checklist or register of ours."""
    updated = f", updated: {record.updated}" if record.updated else ""
    kind = KINDS[record.letter]
    return f"<!-- advisor-{kind}: {FORMAT}, knowledge: {record.knowledge}, made: {record.made}{updated} -->"


def record_lines(record: Record) -> list[str]:
    """The record as a comment of a few lines, compressed: a reader sees nothing of it, and it stays small."""
    kept = {name: value for name, value in record._asdict().items() if value or name not in ("nation", "partners")}
    packed = zlib.compress(json.dumps(kept, separators=(",", ":")).encode(), 9)
    letters = b64encode(packed).decode()
    lines = [letters[at : at + _WIDTH] for at in range(0, len(letters), _WIDTH)]
    return [
        f"<!-- {NAME}: what the advisor wrote, for 'advisor {_COMMANDS[record.letter]}'; it must stay",
        *lines,
        "-->",
    ]


def read_record(comment: str) -> Record | None:
    """The record in the text of a comment; None where it is damaged."""
    _, _, letters = comment.partition("must stay")
    try:
        data: dict[str, Any] = json.loads(_unpacked(b64decode("".join(letters.split()), validate=True)))
        data["barriers"], data["partners"] = tuple(data["barriers"]), tuple(data.get("partners", ()))
        record = Record(**data)
        return record if _sound(record) else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
        return None


def _unpacked(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(packed, LARGEST)
    if not unpacker.eof:
        raise zlib.error("the end is missing, or very far away")
    return data


def _sound(record: Record) -> bool:
    """Whether every value is of its kind: a file may come from anywhere."""
    texts = (record.knowledge, *record.barriers, *record.partners, *record.traces.values())
    days = (record.made, *([record.updated] if record.updated else []))
    return (
        all(isinstance(text, str) for text in texts)
        and isinstance(record.everything, bool)
        and record.nation in ("", *get_args(Nation))
        and all(_DAY.fullmatch(day) for day in days)
    )
