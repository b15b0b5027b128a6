"""advisor progress: how far checklists have come."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("progress")(progress)


def progress(
    plans: Annotated[list[Path], typer.Argument(metavar="PLAN.md...", help="Checklists of 'advisor checklist'.")],
    owner: Annotated[str, typer.Option("--owner", metavar="NAME", help="Keep to an owner, or part of a name.")] = "",
    due_within: Annotated[
        int | None, typer.Option("--due-within", metavar="DAYS", min=0, help="List what is late or due by then.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="FILE|REV", help="What moved since a copy, or git revision.")
    ] = None,
    today: Annotated[str | None, typer.Option("--today", metavar="DATE", help="Count as on another day.")] = None,
    fail: Annotated[bool, typer.Option("--fail-on-overdue", help="Exit 1 when something is late.")] = False,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Also write a table; - prints it.")] = None,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Also write due dates for a calendar.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite these files if they exist.")] = False,
    full: options.Full = False,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Count what is done, late and nobody's yet.

    Of one or more checklists, by barrier, by category and by owner.

    \b
    advisor progress plan.md
    advisor progress plan.md --due-within 30
    advisor progress plan.md --csv actions.csv

    Nothing is changed in the checklists. With --owner or --due-within, a table or calendar holds that part only.
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.clock import day_of, days_later
    from integration_cli.cli.earlier import read_before
    from integration_cli.cli.following import one_on_standard_output, show_progress, write_tables
    from integration_cli.cli.plans import each_once, read_files

    one_on_standard_output(json, csv, ics)
    day, plans = day_of(today), each_once(plans)
    advisor, files, before = Advisor.load(knowledge), read_files(plans), read_before(plans, since)
    found = advisor.progress(files, day, owner, days_later(day, due_within), since or "", before)
    write_tables(found, csv, ics, force)
    show_progress(found, advisor.knowledge, full, json, csv, ics)
    if fail and found.tally.overdue:
        raise typer.Exit(1)
