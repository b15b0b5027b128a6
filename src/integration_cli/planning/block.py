"""The pieces of which a checklist is laid out; each is known by a key, and by its trace while nobody edits it."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

from integration_cli.planning.markdown import trace

Kind = Literal["heading", "text", "quote", "item", "box"]


class Block(NamedTuple):
    """A heading, paragraph, quotation, list item, or box with its lines; `content` is what its trace is made of.

    `level` is that of a heading, else 0. The first letter of a key tells what the block is about: `h` the head,
    `c` a category, `b` a barrier, `s` a solution, `a` an action, `r` a risk, `w` a warning, `t` the tail. Actions and
    risks are the boxes: a risk has no square to tick.
    """

    key: str
    kind: Kind
    content: str
    level: int = 0
    below: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The block in Markdown."""
        marks = {"heading": "#" * self.level + " ", "quote": "> ", "item": "- ", "text": ""}
        first = f"{box_head(self.key)}{self.content}" if self.kind == "box" else f"{marks[self.kind]}{self.content}"
        return (first, *self.below)

    @property
    def trace(self) -> str:
        """By which the block is known again while its words stand."""
        return trace(self.kind, self.content)


BOXES = {"a": "[ ]", "r": "**Risk:**"}
"""What stands before the mark of an action or a risk: a line that begins with a comment would be HTML as a whole."""


MARKS = {"a": "action", "r": "risk"}
"""What the comment after it calls a box."""


def box_head(key: str) -> str:
    """A box with the id of its action or risk in a comment straight after it, where no program stops reading."""
    return f"- {BOXES[key[0]]} {mark(key)} "


def mark(key: str) -> str:
    """The comment by which the box of an action or a risk is known."""
    return f"<!-- {MARKS[key[0]]}: {key[2:]} -->"


def laid_out(blocks: Iterable[Block]) -> list[str]:
    """The lines of blocks in order: an empty line between two, but not within a list."""
    ordered = list(blocks)
    lines = list(ordered[0].lines) if ordered else []
    for above, block in pairwise(ordered):
        lines += ["", *block.lines] if apart(above.kind, block.kind) else block.lines
    return lines


def apart(above: str, below: str) -> bool:
    """Whether two kinds of blocks need an empty line between them."""
    return above != below or above not in ("item", "box")
