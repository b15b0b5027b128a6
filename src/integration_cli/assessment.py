"""The words of a self-assessment: how true somebody finds each barrier's statement, as values that never change."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

LEAST, MOST = 0, 4

SCALE: Mapping[int, str] = MappingProxyType(
    {
        0: "not true here at all: the barrier stands in full",
        1: "true in a few places, or only on paper",
        2: "true in about half of what we do",
        3: "mostly true; the gaps are known",
        4: "true throughout, and we could show it: well in hand",
    }
)
"""What each rating means; higher is better in hand."""

UNKNOWN = "do not know"
"""What a form holds where somebody could not say; counted and shown, never scored."""


class Rating(NamedTuple):
    """How true somebody finds the statement of a barrier: 0 to 4, or `unknown`, or neither where it is open.

    `statement` is the wording that was rated, where the form tells it.
    """

    barrier: str
    score: int | None = None
    unknown: bool = False
    comment: str = ""
    statement: str = ""

    @property
    def answered(self) -> bool:
        """Whether somebody has said something, be it that nobody knows."""
        return self.unknown or self.score is not None

    @property
    def mark(self) -> str:
        """The rating as a form holds it; empty where it is open."""
        return UNKNOWN if self.unknown else "" if self.score is None else str(self.score)


class Assessment(NamedTuple):
    """The ratings of one organisation (`by`) at one date (`on`, ISO), by barrier, in the order of its form.

    `name` tells it from others where `by` does not: the name of its file.
    """

    ratings: Mapping[str, Rating]
    by: str = ""
    on: str = ""
    name: str = ""

    @property
    def whose(self) -> str:
        """The organisation, or the file where it has no name."""
        return self.by or self.name or "no name"


class Written(NamedTuple):
    """What stands in one place of a form: line and column count from 1, `start` and `end` are offsets into its text."""

    text: str
    line: int
    col: int
    start: int = 0
    end: int = 0


class Row(NamedTuple):
    """What a form holds on one barrier, as it is written; None where a key is not there.

    `indent` is the column at which its keys stand, `flow` whether it is written in braces.
    """

    barrier: Written
    statement: Written | None = None
    rating: Written | None = None
    comment: Written | None = None
    indent: int = 2
    flow: bool = False


class Form(NamedTuple):
    """A form as somebody filled it in, before anything of it is understood.

    `end` is the offset at which a further row is written, `indent` the column of the rows, `flow` whether they stand
    in brackets.
    """

    name: str
    rows: tuple[Row, ...]
    by: Written | None = None
    on: Written | None = None
    end: int = 0
    indent: int = 0
    flow: bool = False
