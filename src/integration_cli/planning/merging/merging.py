"""What the steps of a merge share."""

from collections.abc import Mapping
from typing import NamedTuple

from integration_cli.dates import in_words
from integration_cli.planning.block import Block
from integration_cli.planning.markdown import plain
from integration_cli.planning.merging.edits import Edits
from integration_cli.planning.merging.located import Located, Place
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.planning.record import Record
from integration_cli.upkeep import Change

WITHDRAWN = {"a": "No longer recommended", "r": "No longer arising"}
"""The heading under which withdrawn actions, or risks, are kept that somebody had worked with."""


class Merging(NamedTuple):
    """A merge at work: the file, the traces of what was written, the blocks that would be written now (by key), what
    the file is to remember, where everything stands, the day (ISO), and the edits and changes gathered so far."""

    plan: PlanFile
    base: Mapping[str, str]
    fresh: Mapping[str, Block]
    record: Record
    found: Located
    today: str
    edits: Edits
    changes: list[Change]

    @property
    def on(self) -> str:
        """The day in words."""
        return in_words(self.today)

    def is_aside(self, place: Place) -> bool:
        """Whether something stands among what was withdrawn."""
        return place.box is not None and plain(place.box.under) == WITHDRAWN[self.record.letter]

    def comes_back(self, key: str, place: Place) -> bool:
        """Whether a risk that was put aside goes back to where it stood; an action stays where its keeper sees it."""
        moved = self.edits.changes(place.node.start) or place.node is not place.piece
        return self.record.letter == "r" and key not in self.base and self.is_aside(place) and not moved
