"""The words of a table: rows that come one after the other, and are never all held."""

from collections.abc import Iterator
from typing import NamedTuple

from integration_cli.words import counted


class Row(NamedTuple):
    """A row as its file counts it (the first is 1, a header counts). `fault` says why its cells cannot be trusted."""

    number: int
    cells: tuple[str, ...]
    fault: str = ""


class Table(NamedTuple):
    """The names of the columns, the rows below them, and what a reader should know of how it was read."""

    columns: tuple[str, ...]
    rows: Iterator[Row]
    note: str = ""


def fitted(number: int, cells: list[str], columns: int) -> Row:
    """A row with as many cells as there are columns: empty ones too many are cut off, others are a fault."""
    found = [*cells]
    while len(found) > columns and not found[-1].strip():
        found.pop()
    if not any(cell.strip() for cell in found):
        return Row(number, ("",) * columns)
    if len(found) != columns:
        return Row(number, (), f"has {counted(len(found), 'cell')} where the header has {columns}")
    return Row(number, tuple(found))


def without_blank_tail(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows up to the last that holds anything: sheets go on for ever below it."""
    waiting: list[int] = []
    blank = Row(0, ())
    for row in rows:
        if not row.fault and not any(cell.strip() for cell in row.cells):
            waiting = [waiting[0], row.number] if waiting else [row.number, row.number]
            blank = row
            continue
        if waiting:
            yield from (blank._replace(number=number) for number in range(waiting[0], waiting[1] + 1))
            waiting = []
        yield row
