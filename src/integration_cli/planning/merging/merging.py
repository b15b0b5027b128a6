"""What the steps of a merge share."""

from collections.abc import Mapping
from typing import NamedTuple

from integration_cli.dates import in_words
from integration_cli.planning.block import Block
from integration_cli.planning.merging.edits import Edits
from integration_cli.planning.merging.located import Located
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.planning.record import Record
from integration_cli.upkeep import Change


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
