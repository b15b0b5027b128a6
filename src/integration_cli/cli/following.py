"""What progress is given out as: a screen, JSON, a table, a calendar."""

from pathlib import Path

from integration_cli.cli.console import say, show, show_json, show_text
from integration_cli.cli.new_files import write_new
from integration_cli.errors import AdvisorError
from integration_cli.model import Knowledge
from integration_cli.upkeep import Progress
from integration_cli.words import counted


def one_on_standard_output(json: bool, csv: Path | None, ics: Path | None) -> None:
    """Raises AdvisorError where two results would share standard output."""
    names = {"--json": json, "--csv -": str(csv) == "-", "--ics -": str(ics) == "-"}
    wanted = [name for name, chosen in names.items() if chosen]
    if len(wanted) > 1:
        raise AdvisorError(f"{' and '.join(wanted)} cannot share standard output: give one of them a file")


def write_tables(progress: Progress, csv: Path | None, ics: Path | None, force: bool) -> None:
    """Write a table and a calendar where they are asked for; nothing where either cannot be made.

    Raises AdvisorError.
    """
    calendar = ""
    if ics:
        from integration_cli.export.calendar import to_calendar

        calendar = to_calendar(progress).decode()
    if csv:
        from integration_cli.export.progress_csv import to_csv

        # Spreadsheets know a file for UTF-8 by the mark with which it begins.
        table = to_csv(progress)
        _write(csv, table, "\ufeff", force, counted(len(progress.listed), "action"))
    if ics:
        _write(ics, calendar, "", force, counted(calendar.count("BEGIN:VEVENT"), "due date"))


def show_progress(progress: Progress, knowledge: Knowledge, full: bool, json: bool, *targets: Path | None) -> None:
    """Print progress, unless a table or a calendar goes where the screen would."""
    if json:
        from integration_cli.export.progress_data import to_data

        show_json(to_data(progress, knowledge))
    elif "-" not in map(str, targets):
        from integration_cli.cli.screens.progress import render_progress

        show(render_progress(progress, full))


def _write(target: Path, content: str, mark: str, force: bool, what: str) -> None:
    if str(target) == "-":
        show_text(content)
        return
    write_new(target, mark + content, force)
    say(f"wrote {target}: {what}")
