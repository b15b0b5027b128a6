"""What becomes of a plan: what an update did to it, and how far it has come."""

from typing import Literal, NamedTuple

What = Literal["new", "reworded", "proposed", "withdrawn", "kept", "again", "joined", "restored"]
"""New advice; words replaced that nobody had changed; new words put beside changed ones; advice taken out, or kept
because somebody had worked with it; advice that came back; boxes that stood twice; marks that had gone."""


class Change(NamedTuple):
    """One thing that an update did: to which block of the plan, and the words that it is about."""

    what: What
    block: str
    said: str


class Merged(NamedTuple):
    """A plan's file after an update, and what was done in it."""

    data: bytes
    changes: tuple[Change, ...]
