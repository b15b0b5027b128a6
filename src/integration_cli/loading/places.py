"""Values that know where in a file they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file; lines and columns count from 1."""

    path: str
    line: int
    col: int


class PlacedText(str):
    """A text with the place where it stands."""

    __slots__ = ("place",)
    place: Place

    @classmethod
    def at(cls, place: Place, text: str) -> PlacedText:
        """Return the text with its place."""
        new = cls(text)
        new.place = place
        return new


class PlacedRecord(dict[str, Any]):
    """A mapping with the place where it begins."""

    __slots__ = ("place",)
    place: Place

    @classmethod
    def at(cls, place: Place, items: dict[str, Any]) -> PlacedRecord:
        """Return the mapping with its place."""
        new = cls(items)
        new.place = place
        return new
