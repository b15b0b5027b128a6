"""Which column is meant: by name, by number, or the only one that holds sentences."""

from collections.abc import Sequence
from itertools import chain, islice
from typing import NamedTuple

from integration_cli.errors import AdvisorError
from integration_cli.suggest import did_you_mean
from integration_cli.tables.row import Row, Table

SAMPLE = 50
"""Rows by which it is told what a column holds."""

WORDS = 3.0
"""Words that the cells of a column have on average, those that are empty apart, when it holds sentences."""

LISTED = 60
"""Columns that are listed where somebody has to choose; few surveys have more."""


class Chosen(NamedTuple):
    """A table with the place of a column, and whether we chose it ourselves."""

    table: Table
    at: int
    guessed: bool = False


def choose_text_column(table: Table, wanted: str | None) -> Chosen:
    """The column that holds the texts. Raises AdvisorError where it cannot be told, or is not there."""
    if wanted is not None:
        return Chosen(table, find_column(table.columns, wanted))
    if len(table.columns) == 1:
        return Chosen(table, 0)
    sample = list(islice(table.rows, SAMPLE))
    whole = table._replace(rows=chain(sample, table.rows))
    likely = [at for at in range(len(table.columns)) if _words(sample, at) >= WORDS]
    if len(likely) != 1:
        found = "no column holds sentences" if not likely else "several columns hold sentences"
        raise AdvisorError(f"{found}: say which one to read with --column\n{listed(table.columns)}")
    return Chosen(whole, likely[0], guessed=True)


def find_column(columns: Sequence[str], wanted: str) -> int:
    """The place of a column by its name, in any case of letters, or by its number from 1. Raises AdvisorError."""
    for form in (str, str.casefold):
        places = [at for at, name in enumerate(columns) if form(name) == form(wanted.strip())]
        if len(places) > 1:
            numbers = " and ".join(str(at + 1) for at in places)
            raise AdvisorError(f"several columns are called '{wanted}': give a number instead ({numbers})")
        if places:
            return places[0]
    if wanted.strip().isdecimal() and 1 <= int(wanted) <= len(columns):
        return int(wanted) - 1
    hint = did_you_mean(wanted, [name for name in columns if name])
    raise AdvisorError(f"no column is called '{wanted}'{hint}\n{listed(columns)}")


def listed(columns: Sequence[str]) -> str:
    """The columns with their numbers, in one line; of very many the first."""
    shown = enumerate(columns[:LISTED], 1)
    names = [f"{number} {' '.join(name.split())[:40] or '(no name)'}" for number, name in shown]
    more = [f"and {len(columns) - LISTED:,} more"] if len(columns) > LISTED else []
    return f"columns: {', '.join(names + more)}"


def _words(sample: Sequence[Row], at: int) -> float:
    lengths = [len(row.cells[at].split()) for row in sample if not row.fault and row.cells[at].strip()]
    return sum(lengths) / len(lengths) if lengths else 0.0
