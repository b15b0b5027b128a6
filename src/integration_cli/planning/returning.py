"""A workbook from anywhere, read back: what would fill the memory or the day is refused before it is opened."""

import re
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO
from xml.parsers import expat

from integration_cli.handout import Returned
from integration_cli.planning.reading.workbook import LARGEST, NotAWorkbook, read_workbook

MOST_CELLS = 2_000_000
"""Cells between the first and the last place of a sheet; a plan with ten thousand actions has about 120,000.

Opened whole, a workbook has a cell for each of them, whether anything stands there or not.
"""

_MAKES_CELLS = {"c": "r", "mergeCell": "ref", "hyperlink": "ref"}
"""What a cell is made for, with the attribute that says where."""

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,20})$")


def read_returned(data: bytes, name: str = "the workbook") -> Returned:
    """Read the rows of a workbook, in their order; `name` is what it is called in errors.

    Raises NotAWorkbook, also where it is larger than any plan, and AdvisorError where openpyxl is not installed.
    """
    _check(data, name)
    try:
        return read_workbook(data, name)
    except SyntaxError as error:
        # Whichever reader of XML openpyxl has found, this is what it raises.
        raise NotAWorkbook(f"{name} is no workbook that can be read: open it in Excel and save it as .xlsx") from error


def _check(data: bytes, name: str) -> None:
    """Raises NotAWorkbook where a sheet reaches too far. What is no workbook at all is left to its reader."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > LARGEST:
                return
            for part in parts:
                _check_part(packed.read(part), name)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError):
        return


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


def _check_part(content: bytes, name: str) -> None:
    extent = _Extent()
    parser = expat.ParserCreate()
    parser.StartElementHandler = extent.begin
    with suppress(expat.ExpatError, ValueError):
        parser.Parse(content, True)
    if extent.row * extent.column > MOST_CELLS:
        raise NotAWorkbook(
            f"{name} has a sheet that reaches to row {extent.row:,} and column {extent.column:,}\n"
            "Delete the rows and columns beyond what people wrote (Ctrl+End in Excel shows the last), and save it again"
        )
