"""A checklist read back, however people have edited it."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from integration_cli.errors import AdvisorError
from integration_cli.planning.markdown import COMMENT
from integration_cli.planning.reading.outline import Node, outline
from integration_cli.planning.reading.step import Step, read_step
from integration_cli.planning.reading.text_file import TextFile, read_text
from integration_cli.planning.record import FORMAT, NAME, Record, read_record

_HEADER = re.compile(r"\s*advisor-(\w+):\s*(\d+)\s*(,.*)?$", re.DOTALL)


_MAKES = {"checklist": "checklist", "register": "risks"}


class NotAPlan(AdvisorError):
    """A file that is no checklist or register of ours, or lost what the advisor needs to know of it."""


class Placed(NamedTuple):
    """A box, the piece of the file in which it stands, and the heading above it (empty if there is none)."""

    step: Step
    piece: Node
    under: str


class PlanFile(NamedTuple):
    """A checklist or register: its text, its pieces in order, its boxes, what it remembers, and where that stands."""

    text: TextFile
    pieces: tuple[Node, ...]
    boxes: tuple[Placed, ...]
    record: Record
    header_at: Node
    record_at: Node


def read_plan(data: bytes, name: str = "the file") -> PlanFile:
    """Read a checklist; `name` is what the file is called in errors. Raises NotAPlan."""
    plan = read_remembered(data, "checklist", name)
    return plan._replace(boxes=tuple(placed(plan.pieces, read_step)))


def read_remembered(data: bytes, kind: str, name: str) -> PlanFile:
    """Read all but the boxes of a file of ours of a kind, `checklist` or `register`. Raises NotAPlan."""
    text = read_text(data)
    pieces = tuple(outline(text.lines).parts)
    header_at, record_at = _find_header(pieces, kind, name), _find_record(pieces, name)
    record = read_record(COMMENT.search(record_at.content)[1])  # type: ignore[index]
    if record is None:
        raise NotAPlan(
            f"{name}: what the advisor wrote down at the end of the file ({NAME}) is damaged\n"
            "Take those lines from an older copy, such as the .bak file beside it"
        )
    return PlanFile(text, pieces, (), record, header_at, record_at)


def _find_header(pieces: tuple[Node, ...], kind: str, name: str) -> Node:
    for piece in pieces:
        if (found := _match(piece, _HEADER)) and found[1] == kind:
            if int(found[2]) > FORMAT:
                raise NotAPlan(f"{name} was written by a newer advisor (format {found[2]}): bring this one up to date")
            return piece
    raise NotAPlan(
        f"{name} is not a {kind} of ours, or lost its line '<!-- advisor-{kind}: ... -->'\n"
        f'Put the line back from an older copy, or make a {kind} with: advisor {_MAKES[kind]} "..." -o FILE'
    )


def _find_record(pieces: tuple[Node, ...], name: str) -> Node:
    found = next((piece for piece in pieces if _match(piece, re.compile(rf"\s*{NAME}:"))), None)
    if found is None:
        raise NotAPlan(
            f"{name} lost what the advisor wrote down at its end, the lines '<!-- {NAME}: ... -->'\n"
            "Take those lines from an older copy, such as the .bak file beside it"
        )
    return found


def _match(piece: Node, pattern: re.Pattern[str]) -> re.Match[str] | None:
    if piece.kind not in ("html", "text") or "advisor-" not in piece.content:
        return None
    comment = COMMENT.search(piece.content)
    return pattern.match(comment[1]) if comment else None


def placed(pieces: tuple[Node, ...], read: Callable[[Node], Step | None]) -> Iterator[Placed]:
    """Every box of a file, wherever it stands, as `read` understands a list item."""
    under = ""
    for piece in pieces:
        if piece.kind == "heading":
            under = piece.content
        for step in _steps(piece, read):
            yield Placed(step, piece, under)


def _steps(node: Node, read: Callable[[Node], Step | None]) -> Iterator[Step]:
    if node.kind == "item" and (step := read(node)):
        yield step
    for part in node.parts:
        yield from _steps(part, read)
