"""JSON Lines: an object on each line, the same columns by name."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any, TextIO

from integration_cli.errors import AdvisorError
from integration_cli.tables.lines import Lines
from integration_cli.tables.row import Row, Table

SAMPLE = 100
"""Lines whose keys name the columns: not every object has every key."""


def read_json_lines(stream: TextIO, name: str) -> Table:
    """The table in JSON Lines. Raises AdvisorError where none of the first lines is an object."""
    lines = Lines(stream)
    sample = [_object(line) for line in islice(lines, SAMPLE)]
    lines.give_back(keep=0)
    columns = tuple(dict.fromkeys(key for found in sample if isinstance(found, dict) for key in found))
    if not columns:
        raise AdvisorError(f'{name} is not JSON Lines: each line must be an object such as {{"comment": "…"}}')
    return Table(columns, _rows(lines, columns))


def _rows(lines: Lines, columns: tuple[str, ...]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        lines.accept()
        found = _object(line) if line.strip() else {}
        if isinstance(found, str):
            yield Row(number, (), found)
        else:
            yield Row(number, tuple(_cell(found.get(column)) for column in columns))


def _object(line: str) -> dict[str, Any] | str:
    """The object on a line, or what is wrong with it."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return "is not JSON"
    return found if isinstance(found, dict) else "is not a JSON object"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
