"""How far the sheets of a workbook reach, told before it is opened: opened whole, it has a cell for each place."""

import re
from contextlib import suppress
from xml.parsers import expat

_MAKES_CELLS = {"c": "r", "mergeCell": "ref", "hyperlink": "ref"}
"""What a cell is made for, with the attribute that says where."""

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,20})$")


class _Extent:
    """How far the cells of a sheet reach, as its XML comes by."""

    def __init__(self) -> None:
        self.row = self.column = 0
        self._at_row = self._at_column = 0

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition(":")[2]
        if name == "row":
            said = attributes.get("r", "")
            self._at_row, self._at_column = int(said) if said.isdecimal() else self._at_row + 1, 0
        elif name in _MAKES_CELLS:
            self._at_column += 1
            found = _PLACE.match(attributes.get(_MAKES_CELLS[name], "").rpartition(":")[2])
            self.row = max(self.row, int(found[2]) if found else self._at_row)
            self.column = max(self.column, _number(found[1]) if found else self._at_column)


def _number(letters: str) -> int:
    """The number of a column by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def extent(content: bytes) -> tuple[int, int]:
    """The last row and the last column of a sheet, given as its XML; 0 and 0 for what is no sheet."""
    reached = _Extent()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reached.begin
    with suppress(expat.ExpatError, ValueError):
        parser.Parse(content, True)
    return reached.row, reached.column
