"""The lines of a list item in somebody's file: how they are indented, and where their words begin."""

import re
from collections.abc import Sequence

from integration_cli.planning.beginning import beginning
from integration_cli.planning.block import BOXES

LABEL = re.compile(r"^(?:\*\*|__)?Risk(?::(?:\*\*|__)?|(?:\*\*|__):?)")
"""What stands before a risk in a register, where an action has its square."""


def parted(line: str, letter: str = "a") -> tuple[str, str]:
    """What stands before the words of a box, indentation, bullet and box (put in where there is none); the words.

    `letter` tells an action, `a`, from a risk, `r`.
    """
    begins = beginning(line)
    if letter == "r":
        label = LABEL.match(line[len(begins.item) :])
        begins = begins._replace(box=label[0] if label else "")
    return f"{begins.item}{begins.box or BOXES[letter]} ", begins.rest(line)


def below(line: str) -> str:
    """How the lines of a list below an item begin, from the item's first line: indentation and bullet."""
    begins = beginning(line)
    if not begins.bullet:
        return indent(line) + "  - "
    marks = begins.bullet.replace("\t", "    ")
    return f"{begins.lead}{' ' * (len(marks) if len(marks) <= 5 else 2)}{bullet(line)} "


def bullet(line: str) -> str:
    """The bullet of an item, where it is one of those that Markdown has; else a hyphen."""
    mark = beginning(line).bullet[:1]
    return mark if mark in ("*", "+") else "-"


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
