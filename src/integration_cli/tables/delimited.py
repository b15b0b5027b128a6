"""Delimited text (CSV): cells between commas, semicolons, tabs or bars, in quotes where they hold such a thing."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import TextIO

from integration_cli.errors import AdvisorError
from integration_cli.tables.lines import Lines
from integration_cli.tables.row import Row, Table, fitted

DELIMITERS = ",;\t|"
NO_DELIMITER = "\x1f"
"""A character that no text holds: the table has one column."""

SAMPLE = 50
"""Lines by which the delimiter is told."""


def read_delimited(stream: TextIO, name: str) -> Table:
    """The table in a delimited text; its first row names the columns. Raises AdvisorError where there is none."""
    lines = Lines(stream)
    delimiter = _delimiter(list(islice(lines, SAMPLE)))
    lines.give_back(keep=0)
    records = _records(lines, delimiter)
    header: list[str] = []
    fault = ""
    while not fault and not any(header):
        _, header, fault = next(records, (0, [], "is empty"))
    if fault:
        raise AdvisorError(f"{name} has no first row that names the columns: it {fault}")
    columns = tuple(cell.strip() for cell in header)
    return Table(columns, _rows(records, len(columns)))


def _rows(records: "Iterator[tuple[int, list[str], str]]", columns: int) -> Iterator[Row]:
    for number, cells, fault in records:
        yield Row(number, (), fault) if fault else fitted(number, cells, columns)


def _records(lines: Lines, delimiter: str) -> "Iterator[tuple[int, list[str], str]]":
    """Each record with its number, or with its fault; only the first line of a faulty one is lost."""
    number = 0
    while True:
        # A reader that has met a fault is not used again: it would remember half a record.
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                number += 1
                lines.accept()
                yield number, cells, ""
        except csv.Error as error:
            number += 1
            lines.give_back()
            yield number, [], _in_words(error)
        else:
            return


def _in_words(error: csv.Error) -> str:
    said = str(error)
    if "unexpected end" in said or "field larger" in said:
        return "opens a quote that nothing closes"
    if "expected after" in said:
        return "has a quote inside a quoted cell (it must be doubled)"
    return f"cannot be read ({said})"


def _delimiter(sample: list[str]) -> str:
    """The character that cuts most rows into as many cells as the first; of several the one that makes most."""
    best = max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))
    return best if _evenness(sample, best) > (0.5, 0) else NO_DELIMITER


def _evenness(sample: list[str], delimiter: str) -> tuple[float, int]:
    """The share of rows that fit the first one, and how many cells that has."""
    records = [
        cells for _, cells, fault in _records(Lines(StringIO("".join(sample), newline="")), delimiter) if cells or fault
    ]
    columns = len(records[0]) if records else 0
    if columns < 2:
        return 0.0, 0
    return sum(not fitted(0, cells, columns).fault for cells in records if cells) / len(records), columns
