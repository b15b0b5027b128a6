"""advisor survey: many replies diagnosed and counted."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("survey")(survey)


def survey(
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, .xlsx, .jsonl, or .txt; - reads CSV from a pipe.")],
    column: Annotated[
        str | None, typer.Option("--column", "-c", metavar="NAME", help="Column of the replies, by name or number.")
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Count each value of this column apart, too.")
    ] = None,
    possible: Annotated[bool, typer.Option("--possible", help="Count possible findings too; most are wrong.")] = False,
    redact: Annotated[bool, typer.Option("--redact", help="Mask names, places and numbers that it knows.")] = False,
    rows: Annotated[
        Path | None, typer.Option("--rows", metavar="FILE", help="Also write every row with its findings, as CSV.")
    ] = None,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Also write the counts as CSV.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite these files if they exist.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", min=0, metavar="N", help="Processes to share the work; 0 is one a core.")
    ] = 1,
    full: options.Full = False,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Diagnose every reply to a survey, and count barriers.

    \b
    advisor survey replies.csv --column comment --by organisation
    advisor survey replies.csv --redact --rows rows.csv --csv counts.csv
    """
    from integration_cli.cli.console import show, show_json
    from integration_cli.cli.surveying import Wanted, run_survey

    wanted = Wanted(file, column, by, possible, redact, rows, csv, force, jobs, knowledge)
    result, entries = run_survey(wanted)
    if json:
        from integration_cli.export.survey_data import to_data

        show_json(to_data(result, entries))
    else:
        from integration_cli.cli.screens.survey import render_survey

        show(render_survey(result, entries, full))
    if not result.barriers:
        raise typer.Exit(1)
