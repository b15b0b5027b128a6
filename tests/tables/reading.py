"""Tables read from bytes as from a file."""

import io

from integration_cli.tables.opening import open_table
from integration_cli.tables.row import Row, Table


def table_of(data: bytes | str, name: str = "replies.csv") -> Table:
    return open_table(io.BufferedReader(io.BytesIO(data.encode() if isinstance(data, str) else data)), name)


def rows_of(data: bytes | str, name: str = "replies.csv") -> list[Row]:
    return list(table_of(data, name).rows)


def cells_of(data: bytes | str, name: str = "replies.csv") -> list[tuple[str, ...]]:
    return [row.cells for row in rows_of(data, name)]
