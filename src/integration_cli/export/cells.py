"""Cells of a CSV file that a spreadsheet shows and does not obey."""

import csv
import io
import re
from collections.abc import Iterable

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet takes a cell for a formula (OWASP, "CSV Injection")."""


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def inert_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe stands before what would begin one.

    Control characters, which could steer a terminal, become stand-ins; line ends and tabs stay.
    """
    text = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) or text.lstrip().startswith(FORMULA_STARTS) else text


def lines(rows: Iterable[Iterable[str | int | float]]) -> str:
    """Rows as CSV; texts are made inert, numbers stand as they are."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([inert_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return stream.getvalue()
