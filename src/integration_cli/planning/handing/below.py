"""The lines below a box as they stand in the file: where each field and each note is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from integration_cli.planning.beginning import beginning
from integration_cli.planning.handing.inline import shown
from integration_cli.planning.reading.step import OURS, Step, boxes_inside, field_name


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
        begins = beginning(lines[number])
        words = lines[number][len(begins.item) :]
        if not words.strip():
            continue
        if name := field_name(words):
            found.append(Written(name, shown(after_label(words)), number, number + 1))
        elif found and not begins.bullet and found[-1].end == number:
            above = found.pop()
            found.append(above._replace(value=f"{above.value} {shown(words)}".strip(), end=number + 1))
        else:
            found.append(Written("", shown(words), number, number + 1))
    return [written for written in found if written.name or not written.value.startswith(OURS)]


def lead_below(step: Step, lines: Sequence[str]) -> str:
    """How the lines below a box begin, indentation and bullet: as those that stand there, or as a new plan has them."""
    for number in range(step.said_end, own_end(step)):
        begins = beginning(lines[number])
        if begins.bullet:
            return begins.item
    return beginning(lines[step.node.start]).inside + "- "


def own_end(step: Step) -> int:
    """The line at which what belongs to a box ends: its item's end, or the first box inside it."""
    return min((node.start for node in boxes_inside(step.node)), default=step.node.end)


def after_label(line: str) -> str:
    """What stands after the label of a field."""
    return re.split(r"[:：][*_]{0,3}", line, maxsplit=1)[1]
