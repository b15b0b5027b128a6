"""The types from which the shape of a knowledge file is put together."""

from dataclasses import dataclass

ID = r"[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class Text:
    """A text; `pattern` is a regular expression that the whole must match, `form` says it in words."""

    pattern: str = ""
    form: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One word out of a few."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of another entry, of one of these kinds; `also` holds words that may stand instead."""

    kinds: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListOf:
    """Items of one type, between `least` and `most` of them."""

    item: "Type"
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record."""

    type: "Type"
    doc: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys; an `entry` has an id of its own and may be amended by a user's folder.

    An `open` one may hold keys of somebody's own, as long as they do not look like a known one mistyped.
    """

    name: str
    fields: dict[str, Field]
    entry: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A mapping with free keys, each a text or a list of texts: one row of a table."""


Type = Text | Choice | Flag | Ref | ListOf | Record | Row
