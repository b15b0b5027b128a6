"""A register as a table for spreadsheets: cells in and out of CSV, and the columns that are ours."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from integration_cli.errors import AdvisorError
from integration_cli.planning.reading.text_file import TextFile, read_text
from integration_cli.planning.register.labels import GENERATED, OURS_TO_FILL, SCALES, appetite

ID, RISK, CHANGES, RECORD = "Id", "Risk", "Changes", "Record"
APPETITE = appetite("")
SCORES = tuple(label for scale in SCALES for label in (scale.score, scale.rating))
"""What is worked out."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BOM = b"\xef\xbb\xbf"
_LARGEST_CELL = 1_000_000


class Row(NamedTuple):
    """A row of a table, its cells by their columns; of columns that share a name, the first counts."""

    cells: list[str]
    places: Mapping[str, int]

    def has(self, name: str) -> bool:
        """Whether the table has a column with this name."""
        return name.casefold() in self.places

    def get(self, name: str) -> str:
        """The cell in a column; empty where there is none."""
        at = self.places.get(name.casefold(), len(self.cells))
        return self.cells[at].strip() if at < len(self.cells) else ""

    def set(self, name: str, value: str) -> None:
        """Put a value into a column, where the table has it; a cell that says the same stays as it is."""
        if self.has(name) and self.get(name) != value:
            at = self.places[name.casefold()]
            self.cells.extend([""] * (at + 1 - len(self.cells)))
            self.cells[at] = value

    def others(self, names: Sequence[str]) -> Iterator[str]:
        """The cells in all other columns."""
        places = {self.places.get(name.casefold()) for name in names}
        return (cell.strip() for at, cell in enumerate(self.cells) if at not in places)


class Table(NamedTuple):
    """The columns and rows of a CSV file, and how the file was written."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str
    text: TextFile

    def row(self, values: Mapping[str, str]) -> Row:
        """A new row."""
        made = Row([""] * len(self.names), _places(self.names))
        for name, value in values.items():
            made.set(name, value)
        return made

    def with_columns(self, wanted: Sequence[str]) -> "Table":
        """The table with further columns, behind those of the other partners, where it lacks them."""
        places = _places(self.names)
        more = [name for name in wanted if name.casefold() not in places]
        partners = [at for at, name in enumerate(self.names) if name.strip().casefold().startswith(APPETITE.casefold())]
        at = partners[-1] + 1 if partners else len(self.names)
        names = (*self.names[:at], *more, *self.names[at:])
        return self._replace(names=names, rows=tuple(_widened(row, at, len(more), names) for row in self.rows))


def columns(partners: Sequence[str]) -> tuple[str, ...]:
    """The columns of a register with these partners."""
    scores = (label for scale in SCALES for label in scale)
    return (ID, RISK, *GENERATED, *map(appetite, partners), *scores, *OURS_TO_FILL, CHANGES, RECORD)


def read_table(data: bytes, name: str) -> Table:
    """Read a register as CSV, as spreadsheets save it: with commas, semicolons or tabs. Raises AdvisorError."""
    text = read_text(data)
    delimiter = max(",;\t", key=(text.lines[0] if text.lines else "").count)
    whole = "".join(line + end for line, end in zip(text.lines, text.ends, strict=True))
    # The limit is the process's own: others who read tables keep theirs.
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        rows = [list(map(revealed, row)) for row in csv.reader(io.StringIO(whole, ""), delimiter=delimiter)]
    except csv.Error as error:
        raise AdvisorError(f"{name} cannot be read as a table: {error}") from error
    finally:
        csv.field_size_limit(before)
    names = tuple(rows[0]) if rows else ()
    places = _places(names)
    if missing := [column for column in (ID, RISK, RECORD) if column.casefold() not in places]:
        lost = " and ".join(f"“{column}”" for column in missing)
        raise AdvisorError(
            f"{name} is not a register of ours, or lost its column {lost}\n"
            "Put it back from an older copy, choose another name, or --force to replace the file"
        )
    return Table(names, tuple(Row(row, places) for row in rows[1:]), delimiter, text)


def partners_of(table: Table) -> tuple[str, ...]:
    """The partners whose appetites a table asks for."""
    names = (name.strip() for name in table.names)
    return tuple(name[len(APPETITE) :] for name in names if name.casefold().startswith(APPETITE.casefold()))


def new_table(names: Sequence[str]) -> Table:
    """A table without rows, written as spreadsheets in Britain expect it."""
    return Table(tuple(names), (), ",", TextFile((), ("\r\n",), _BOM, "utf-8"))


def table_bytes(table: Table, rows: Sequence[Row]) -> bytes:
    """Write rows as CSV, in the manner of the file that the table was read from."""
    out = io.StringIO()
    # As the row of the heads ends: cells may hold line ends of other kinds, and more of them.
    end = next(iter(table.text.ends), "") or "\r\n"
    writer = csv.writer(out, delimiter=table.delimiter, lineterminator=end)
    writer.writerows(list(map(harmless, cells)) for cells in (table.names, *(row.cells for row in rows)))
    return table.text.to_bytes([(out.getvalue(), "")])


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before a character that begins one."""
    return f"'{cell}" if _begins_formula(cell) else cell


def revealed(cell: str) -> str:
    """The words of a cell, without the apostrophe that kept them from being a formula."""
    return cell[1:] if cell.startswith("'") and _begins_formula(cell[1:]) else cell


def _begins_formula(cell: str) -> bool:
    bare = cell.lstrip("'")
    return bare.startswith(_FORMULA) or bare.lstrip().startswith(_FORMULA[:4])


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name.strip().casefold(): at for at, name in reversed(list(enumerate(names)))}


def _widened(row: Row, at: int, more: int, names: Sequence[str]) -> Row:
    cells = [*row.cells, *[""] * (at - len(row.cells))] if more else row.cells
    return Row([*cells[:at], *[""] * more, *cells[at:]], _places(names))
