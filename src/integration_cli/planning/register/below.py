"""The lines below a risk as people leave them: labels with what stands behind them, and anything else."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from integration_cli.planning.markdown import plain
from integration_cli.planning.reading.outline import Node
from integration_cli.planning.reading.step import marked_id
from integration_cli.planning.register.labels import GENERATED, appetite, filled_in

_BULLETS = " \t\u00a0-*+•·▪◦‣●○–"


class Line(NamedTuple):
    """A label and what stands behind it, in the lines `start` to `end` (exclusive); words without a label have none."""

    label: str
    start: int
    end: int
    value: str


class Labels(NamedTuple):
    """The labels by which lines are known, as people may write them: one pattern for all, and the labels by number."""

    names: tuple[str, ...]
    pattern: re.Pattern[str]

    def read(self, line: str) -> tuple[str, str] | None:
        """The label with which a line begins, and what stands behind it; None for any other line."""
        if ":" not in line and "：" not in line:
            return None
        said = plain(line).lstrip(_BULLETS)
        found = self.pattern.match(said)
        return (self.names[(found.lastindex or 1) - 1], said[found.end() :].strip()) if found else None


@lru_cache(maxsize=16)
def labels_for(partners: tuple[str, ...]) -> Labels:
    """The labels of a register with these partners."""
    # The longest first: one partner's name may begin with another's.
    names = tuple(sorted((*GENERATED, *filled_in(partners)), key=len, reverse=True))
    wanted = "|".join(f"({re.escape(plain(name))})" for name in names)
    return Labels(names, re.compile(rf"(?:{wanted})\s*(?:\([^)]*\))?\s*[:：]", re.IGNORECASE))


def is_appetite(label: str) -> bool:
    """Whether a label asks for a partner's appetite."""
    return label.startswith(appetite(""))


def lines_below(item: Node, labels: Labels) -> list[Line]:
    """The lines of a risk after its own words."""
    first = item.parts[0]
    said = words_end(first, labels)
    found: list[Line] = []
    _take(found, list(enumerate(first.content.split("\n")[said - first.start :], said)), labels, "")
    for part in item.parts[1:]:
        if not is_risk(part, labels):
            _take(found, list(_texts(part, labels)), labels, part.kind)
    return found


def words_end(first: Node, labels: Labels) -> int:
    """The line before which a risk's own words end, from the first paragraph of its item."""
    lines = first.content.split("\n")
    return first.start + next((n for n, line in enumerate(lines) if n and labels.read(line)), len(lines))


def is_risk(node: Node, labels: Labels) -> bool:
    """Whether a list item is a risk: it bears the mark of one, or has a place for its scores below its words."""
    if node.kind != "item" or not node.parts or node.parts[0].kind != "text":
        return False
    if marked_id(node.parts[0].content, "risk"):
        return True
    first, *rest = _texts(node, labels)
    return labels.read(first[1]) is None and any(_scored(line, labels) for _, line in rest)


def _scored(line: str, labels: Labels) -> bool:
    found = labels.read(line)
    return found is not None and ("ikelihood" in found[0] or found[0].startswith(("Impact", "Target impact")))


def _texts(node: Node, labels: Labels) -> Iterator[tuple[int, str]]:
    """Every line of a node with its number; risks inside it speak for themselves."""
    for number, part in enumerate(node.parts):
        if not (number and is_risk(part, labels)):
            yield from _texts(part, labels)
    if not node.parts:
        yield from enumerate(node.content.rstrip("\n").split("\n"), node.start)


def _take(found: list[Line], lines: list[tuple[int, str]], labels: Labels, kind: str) -> None:
    """Take in the lines of one part: a line without a label goes on that which stands above it in the same part."""
    opened = False
    for number, text in lines:
        read = labels.read(text)
        if read or not opened or not found:
            label, value = read or ("", plain(text))
            found.append(Line(label, number, number + 1, value))
            opened = kind == "item" or bool(read)
        else:
            last = found[-1]
            found[-1] = last._replace(end=number + 1, value=f"{last.value} {plain(text)}".strip())
