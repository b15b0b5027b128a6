"""What people type into the cells of a workbook, as a plan knows it."""

from integration_cli.handout import COLUMNS, Row
from integration_cli.planning.handing.hand_out import day_or_words
from integration_cli.planning.markdown import in_one_line
from integration_cli.upkeep import Status

STATUSES: dict[Status, tuple[str, ...]] = {
    "open": ("", "open", "no", "n", "not done", "not yet", "not started", "to do", "todo", "false", "0", "☐", "□"),
    "done": (
        "done", "x", "yes", "y", "complete", "completed", "finished", "closed", "ticked", "true", "1",
        "✓", "✔", "☑", "☒", "✅",
    ),
    "not applicable": ("not applicable", "n/a", "na", "n.a.", "-", "–", "—", "not needed", "does not apply"),
}  # fmt: skip
"""What people type for each status."""


def status_of(text: str) -> Status | None:
    """The status that somebody means; None where it is anybody's guess."""
    said = text.casefold().rstrip("\ufe0f")
    return next((status for status, words in STATUSES.items() if said in words), None)


def read_row(row: Row) -> Row:
    """A row as it was typed, in the form in which rows are written: texts in one line, notes in lines, days ISO."""
    for name in COLUMNS.values():
        row = row.having(name, "\n".join(note_lines(row.notes)) if name == "notes" else in_one_line(getattr(row, name)))
    return row.having("due", day_or_words(row.due))


def note_lines(text: str) -> list[str]:
    """The lines of notes in which something stands."""
    return [line for line in map(in_one_line, text.splitlines()) if line]
