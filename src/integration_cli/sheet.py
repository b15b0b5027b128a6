"""A checklist to be filled in somewhere else than in its file, as values that never change."""

from collections.abc import Mapping
from typing import NamedTuple

from integration_cli.upkeep import Box


class Slot(NamedTuple):
    """A place of the file that may be filled: which of its pieces, and what goes before a new value there."""

    piece: int
    before: str = ""


class Entry(NamedTuple):
    """A box with what its fields hold by name, and `remarks`: what else stands below it.

    `state` and `slots` (of fields, by name) tell where it can be filled; None, or no slot, where only its file can be
    edited safely.
    """

    box: Box
    fields: Mapping[str, str]
    remarks: tuple[str, ...]
    state: Slot | None
    slots: Mapping[str, Slot]


class Sheet(NamedTuple):
    """A checklist's text in pieces, which joined are its file in UTF-8, and its boxes in order.

    `barriers` are the ids of those that it answers, `situation` the words.

    Who fills a slot puts a value in the place of its piece, and leaves all other pieces as they are.
    """

    name: str
    pieces: tuple[str, ...]
    entries: tuple[Entry, ...]
    barriers: tuple[str, ...]
    situation: str = ""
