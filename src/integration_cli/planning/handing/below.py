"""The lines below a box as they stand in the file: where each field and each note is."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from integration_cli.planning.handing.inline import shown
from integration_cli.planning.reading.outline import Node
from integration_cli.planning.reading.step import OURS, Step, field_name, read_step

_LEAD = re.compile(r"^[\s\u00a0>]*")
_BULLET = re.compile(r"(?:[-*+•·▪◦‣●○–]|\d{1,9}[.)])(?:[\s\u00a0]+|$)")

_BOX = re.compile(r"\\?\[[^\]]{0,4}\\?\]|[☐□☑☒✓✔✅]\ufe0f?")


class Written(NamedTuple):
    """A field, or a note where `name` is empty: what is shown of it, and its lines, `start` to `end` (exclusive)."""

    name: str
    value: str
    start: int
    end: int


def written_below(step: Step, lines: Sequence[str]) -> list[Written]:
    """What stands below a box, in order, but not what an update wrote there."""
    found: list[Written] = []
    for number in range(step.said_end, own_end(step)):
        words = _LEAD.sub("", lines[number])
        bullet = _BULLET.match(words)
        words = words[bullet.end() :] if bullet else words
        if not words.strip():
            continue
        if name := field_name(words):
            found.append(Written(name, shown(after_label(words)), number, number + 1))
        elif found and not bullet and found[-1].end == number:
            above = found.pop()
            found.append(above._replace(value=f"{above.value} {shown(words)}".strip(), end=number + 1))
        else:
            found.append(Written("", shown(words), number, number + 1))
    return [written for written in found if written.name or not written.value.startswith(OURS)]


def lead_below(step: Step, lines: Sequence[str]) -> str:
    """How the lines below a box begin, indentation and bullet: as those that stand there, or as a new plan has them."""
    for number in range(step.said_end, own_end(step)):
        lead = _LEAD.match(lines[number])[0]  # type: ignore[index]
        if bullet := _BULLET.match(lines[number], len(lead)):
            return lead + bullet[0]
    return re.sub(r"[^\s>]", " ", parted(lines[step.node.start])[0]) + "- "


def parted(line: str) -> tuple[str, str]:
    """The first line of a box: what stands before the box, and what after it."""
    lead = _LEAD.match(line)[0]  # type: ignore[index]
    bullet = _BULLET.match(line, len(lead))
    at = bullet.end() if bullet else len(lead)
    box = _BOX.match(line, at)
    return line[:at], line[box.end() if box else at :].lstrip(" \t\u00a0")


def own_end(step: Step) -> int:
    """The line at which what belongs to a box ends: its item's end, or the first box inside it."""
    return min((node.start for node in _boxes_inside(step.node)), default=step.node.end)


def after_label(line: str) -> str:
    """What stands after the label of a field."""
    return re.split(r"[:：][*_]{0,3}", line, maxsplit=1)[1]


def _boxes_inside(node: Node) -> Iterator[Node]:
    for part in node.parts:
        if part.kind == "item" and read_step(part):
            yield part
        else:
            yield from _boxes_inside(part)
