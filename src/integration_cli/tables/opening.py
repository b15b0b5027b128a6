"""A file opened as a table, by what it is and how it is called."""

from io import BufferedReader
from pathlib import PurePath

from integration_cli.errors import AdvisorError
from integration_cli.tables.delimited import read_delimited
from integration_cli.tables.encoding import text_of
from integration_cli.tables.json_lines import read_json_lines
from integration_cli.tables.plain import read_plain
from integration_cli.tables.row import Table, without_blank_tail
from integration_cli.tables.xlsx import read_xlsx

LINES_OF_JSON = (".jsonl", ".ndjson", ".json")
PLAIN = (".txt", ".md")
PAGES = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")
"""How the pages begin that programs hand out as .xls."""


def open_table(stream: BufferedReader, name: str) -> Table:
    """The table in a stream; its name's ending tells the format, a workbook is known by its first bytes.

    Rows come as they are asked for; trailing blank ones are left out. Raises AdvisorError where it is no table.
    """
    table = _opened(stream, name)
    return table._replace(rows=without_blank_tail(table.rows))


def _opened(stream: BufferedReader, name: str) -> Table:
    start = stream.peek(4)
    ending = PurePath(name).suffix.lower()
    if start.startswith(b"PK\x03\x04"):
        if not stream.seekable():
            raise AdvisorError("a workbook cannot be read from a pipe: name the file")
        return read_xlsx(stream, name)
    if not start:
        raise AdvisorError(f"{name} is empty")
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise AdvisorError(f"{name} is an old or a locked workbook: save it without a password as .xlsx or CSV")
    if stream.peek(100)[:100].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(PAGES) and ending not in PLAIN:
        raise AdvisorError(f"{name} is a web page, whatever its name: open it in Excel and save it as .xlsx or CSV")
    text = text_of(stream, name)
    if ending in LINES_OF_JSON:
        return read_json_lines(text, name)
    return read_plain(text) if ending in PLAIN else read_delimited(text, name)
