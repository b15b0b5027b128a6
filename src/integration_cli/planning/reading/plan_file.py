"""A checklist read back, however people have edited it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from integration_cli.errors import AdvisorError
from integration_cli.planning.comments import comments
from integration_cli.planning.reading.outline import Node, outline
from integration_cli.planning.reading.step import Step, read_step
from integration_cli.planning.reading.text_file import TextFile, read_text
from integration_cli.planning.record import FORMAT, NAME, Record, read_record

_HEADER = re.compile(r"\s*advisor-(\w+):\s*(\d+)\s*(,.*)?$", re.DOTALL)


_MAKES = {"checklist": "checklist", "register": "risks"}


_RECORD = re.compile(rf"\s*{NAME}:")


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
    _refuse_two_versions(text.lines, name)
    pieces = tuple(outline(text.lines).parts)
    header_at, record_at = _find_header(pieces, kind, name), _find_record(pieces, name)
    record = read_record(_match(record_at, _RECORD).string)  # type: ignore[union-attr]
    if record is None:
        raise NotAPlan(
            f"{name}: what the advisor wrote down at the end of the file ({NAME}) is damaged\n"
            "Take those lines from an older copy, such as the .bak file beside it"
        )
    return PlanFile(text, pieces, (), record, header_at, record_at)


def _refuse_two_versions(lines: Sequence[str], name: str) -> None:
    """Raise NotAPlan where a program has put two versions of the file together, and nobody has chosen yet."""
    start = next((number for number, line in enumerate(lines, 1) if line.startswith("<<<<<<< ")), len(lines))
    end = next((number for number, line in enumerate(lines, 1) if number > start and line.startswith(">>>>>>> ")), 0)
    if end:
        raise NotAPlan(
            f"{name}, lines {start} to {end}: two versions of the plan were put together here\n"
            "Keep what you want of both, take out the lines <<<<<<<, ======= and >>>>>>>, and run the command again"
        )


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
    for piece in pieces:
        if _match(piece, _RECORD):
            return piece
    for piece in reversed(pieces):
        if f"{NAME}: " in piece.content:
            raise NotAPlan(
                f"{name}, line {piece.start + 1}: a comment, a block of code, a list or a quotation that begins here "
                "is not closed, and goes on to the end of the file\nClose it before the lines "
                f"'<!-- {NAME}: ... -->', with an empty line between, and run the command again"
            )
    raise NotAPlan(
        f"{name} lost what the advisor wrote down at its end, the lines '<!-- {NAME}: ... -->'\n"
        "Take those lines from an older copy, such as the .bak file beside it"
    )


def _match(piece: Node, pattern: re.Pattern[str]) -> re.Match[str] | None:
    if piece.kind not in ("html", "text") or "advisor-" not in piece.content:
        return None
    return next((found for comment in comments(piece.content) if (found := pattern.match(comment.words))), None)


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
