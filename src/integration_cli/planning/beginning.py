"""How a list item begins in somebody's file: with the bullets and boxes of any editor."""

import re
from typing import NamedTuple

_BEGINNING = re.compile(
    r"(?P<lead>[\s\u00a0>]*)"
    r"(?P<bullet>(?:[-*+•·▪◦‣●○–]|\d{1,9}[.)])(?:[\s\u00a0]+|$))?"
    r"(?P<box>\\?\[[^\]]{0,5}\\?\]|[☐□☑☒✓✔✅]\ufe0f?)?"
)


class Beginning(NamedTuple):
    """What stands before the words of a line: white space and marks of quotation, a bullet with its space, a box."""

    lead: str
    bullet: str
    box: str

    @property
    def item(self) -> str:
        """All that stands before the box."""
        return self.lead + self.bullet

    @property
    def inside(self) -> str:
        """How a line begins that stands inside the item: as far in as its box, quoted where it is."""
        return re.sub(r"[^\s>]", " ", self.item)

    def rest(self, line: str) -> str:
        """The words of a line that begins so."""
        return line[len("".join(self)) :].lstrip(" \t\u00a0")


def beginning(line: str) -> Beginning:
    """How a line begins; a part that it lacks is empty."""
    found = _BEGINNING.match(line)
    assert found, "every part may be missing"
    return Beginning(*(part or "" for part in found.groups()))
