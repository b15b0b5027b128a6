"""What an update did to a plan, on a screen."""

from collections.abc import Mapping, Sequence

from integration_cli.cli.pictures import Hanging, Part, Picture
from integration_cli.cli.screens.parts import heading, text
from integration_cli.upkeep import Change, What

TITLES: dict[What, str] = {
    "taken": "Taken from the workbook",
    "both": "Changed in the workbook and in the plan: the plan's stays, the workbook's is in the notes",
    "added": "Added in the workbook",
    "new": "New",
    "again": "Recommended again",
    "reworded": "In other words now",
    "proposed": "In other words now, shown below yours",
    "withdrawn": "No longer recommended, taken out: nobody had worked with it",
    "kept": "No longer recommended, kept: somebody had worked with it",
    "joined": "Boxes that stood twice",
    "restored": "Hidden marks put right",
}
QUIET = ("h:", "t:", "c:")
"""Blocks whose changes go without saying: the head, the tail, the headings of families."""


REGISTER_TITLES: dict[What, str] = {
    **TITLES,
    "again": "Arises again",
    "withdrawn": "No longer arising, taken out: nobody had worked with it",
    "kept": "No longer arising, kept: somebody had worked with it",
    "joined": "Risks that stood twice",
    "rated": "Rated by your numbers",
}


def changes(made: Sequence[Change], titles: Mapping[What, str] = TITLES) -> Picture:
    """The changes of an update, by what was done."""
    parts: list[Part] = []
    for what, title in titles.items():
        said = [change.said for change in made if change.what == what and not change.block.startswith(QUIET)]
        if said:
            parts += [heading(f"{title} ({len(said)})"), *(Hanging(text(f"· {words}")) for words in said), text("")]
    return parts or [text("Only the head, the tail or the hidden record changed.\n")]
