"""The actions of plans as a table for spreadsheets."""

import csv
import io

from integration_cli.upkeep import Box, Progress

COLUMNS = (
    "plan", "barrier", "category", "solution", "action id", "text", "status", "reason",
    "owner", "due", "overdue", "measure", "notes",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of something to work out, or to run."""

WITHDRAWN = "no longer recommended"


def to_csv(progress: Progress) -> str:
    """Return a header and a row for each action that was asked for; dates are ISO, `overdue` is yes or no.

    A cell that a spreadsheet would act on begins with an apostrophe; line breaks and control characters are spaces.
    """
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in _row(box)] for box in progress.listed)
    return table.getvalue()


def cell(value: str) -> str:
    """A text that a spreadsheet shows as it is."""
    line = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return f"'{line}" if line.startswith(FORMULA) else line


def _row(box: Box) -> tuple[str, ...]:
    place = box.place
    return (
        box.plan,
        place.barrier_title or place.heading,
        place.category_title,
        place.solution_title,
        box.id,
        box.text,
        WITHDRAWN if box.kind == "withdrawn" else box.status,
        box.reason,
        box.owner,
        box.due or box.due_said,
        "yes" if box.overdue else "no",
        box.measure,
        box.notes,
    )
