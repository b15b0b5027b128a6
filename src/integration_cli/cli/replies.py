"""The replies of a survey: from a file or standard input, row by row."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from integration_cli.cli.console import say
from integration_cli.errors import AdvisorError
from integration_cli.survey import Reply
from integration_cli.surveying.redaction import Labels
from integration_cli.tables.columns import choose_text_column, find_column
from integration_cli.tables.opening import open_table
from integration_cli.tables.row import Row


class Replies(NamedTuple):
    """The replies as they come, and the name of the column by which they are grouped; empty without one."""

    rows: Iterator[Reply]
    by: str = ""


def opened_replies(
    file: str, column: str | None, by: str | None, mask: Callable[[str], str], stack: ExitStack
) -> Replies:
    """Open the replies of a file, which `stack` closes; says what is read where it was not told.

    Raises AdvisorError where the file is no table, or a column is not there.
    """
    name = "standard input" if file == "-" else file
    chosen = choose_text_column(open_table(_stream(file, stack), name), column)
    table = chosen.table
    if table.note:
        say(mask(table.note))
    if chosen.guessed:
        title = mask(table.columns[chosen.at])
        say(f"column '{title}' is read, the only one that holds sentences; --column names another")
    group = find_column(table.columns, by) if by is not None else None
    if group is not None and group == chosen.at:
        raise AdvisorError("--by needs another column than the one that holds the replies")
    title = "" if group is None else table.columns[group] or f"column {group + 1}"
    return Replies(_replies(table.rows, chosen.at, group, Labels(mask)), title)


def _replies(rows: Iterator[Row], at: int, group: int | None, labels: Labels) -> Iterator[Reply]:
    for row in rows:
        if row.fault:
            yield Reply(row.number, "", fault=row.fault)
        else:
            name = "" if group is None else labels.of(" ".join(row.cells[group].split()))
            yield Reply(row.number, row.cells[at], name)


def _stream(file: str, stack: ExitStack) -> io.BufferedReader:
    if file == "-":
        source = sys.stdin.buffer if sys.stdin else io.BytesIO()
        return source if isinstance(source, io.BufferedReader) else io.BufferedReader(source)  # type: ignore[arg-type]
    try:
        return stack.enter_context(Path(file).open("rb"))
    except OSError as error:
        raise AdvisorError(f"cannot read {file}: {error.strerror or error}") from error
