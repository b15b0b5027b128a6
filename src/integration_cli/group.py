"""Entries in groups that a reader can take in."""

from typing import NamedTuple

from integration_cli.model import Entry


class Group(NamedTuple):
    """Entries that belong together, under the name of what they share."""

    id: str
    title: str
    entries: tuple[Entry, ...]
