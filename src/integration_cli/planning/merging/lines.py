"""The lines of a list item in somebody's file: how they are indented, and where their words begin."""

import re
from collections.abc import Sequence

from integration_cli.planning.block import BOXES

_MARKER = re.compile(r"^([\s\u00a0>]*)((?:[-*+•·▪◦‣●○–]|\d{1,9}[.)])[\s\u00a0]+)")
_BOX = re.compile(r"^\\?\[[^\]]{0,4}\\?\]|^[☐□☑☒✓✔✅]\ufe0f?")
LABEL = re.compile(r"^(?:\*\*|__)?Risk(?::(?:\*\*|__)?|(?:\*\*|__):?)")
"""What stands before a risk in a register, where an action has its square."""

_BOXES = {"a": _BOX, "r": LABEL}


def parted(line: str, letter: str = "a") -> tuple[str, str]:
    """What stands before the words of a box, indentation, bullet and box (put in where there is none); the words.

    `letter` tells an action, `a`, from a risk, `r`.
    """
    marker = _MARKER.match(line)
    lead = marker[0] if marker else ""
    box = _BOXES[letter].match(line[len(lead) :])
    words = line[len(lead) + (box.end() if box else 0) :]
    return f"{lead}{box[0] if box else BOXES[letter]} ", words.lstrip(" \t\u00a0")


def below(line: str) -> str:
    """How the lines of a list below an item begin, from the item's first line: indentation and bullet."""
    marker = _MARKER.match(line)
    if not marker:
        return indent(line) + "  - "
    lead, marks = marker[1], marker[2].replace("\t", "    ")
    return f"{lead}{' ' * (len(marks) if len(marks) <= 5 else 2)}{bullet(line)} "


def bullet(line: str) -> str:
    """The bullet of an item, where it is one of those that Markdown has; else a hyphen."""
    marker = _MARKER.match(line)
    return marker[2][0] if marker and marker[2][0] in "*+" else "-"


def bulleted(lines: Sequence[str], mark: str) -> list[str]:
    """Lines of a list that has hyphens, with another bullet."""
    return [re.sub(r"^( *)- ", rf"\1{mark} ", line) for line in lines]


def indent(line: str) -> str:
    """The white space with which a line begins."""
    return line[: len(line) - len(line.lstrip(" \t\u00a0"))]


def dedented(lines: Sequence[str]) -> list[str]:
    """Lines without the indentation of the first, where all have it."""
    by = indent(lines[0])
    if by and all(line.startswith(by) or not line.strip() for line in lines):
        return [line[len(by) :] if line.strip() else line for line in lines]
    return list(lines)
