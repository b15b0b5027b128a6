"""One text a line, without a header."""

from collections.abc import Iterator
from typing import TextIO

from integration_cli.tables.lines import LONGEST, Lines
from integration_cli.tables.row import Row, Table


def read_plain(stream: TextIO) -> Table:
    """The lines of a text as a table of one column without a name."""
    return Table(("",), _rows(Lines(stream)))


def _rows(lines: Lines) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        lines.accept()
        if len(line) >= LONGEST:
            yield Row(number, (), f"is longer than {LONGEST:,} characters")
        else:
            yield Row(number, (line.rstrip("\r\n"),))
