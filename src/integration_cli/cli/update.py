"""advisor update: a checklist brought up to date, every word of its keeper's kept."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options
from integration_cli.cli.completion import complete_barrier


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("update")(update)


def update(
    plan: Annotated[Path, typer.Argument(metavar="PLAN.md", help="A checklist that 'advisor checklist' wrote.")],
    situation: Annotated[
        str | None, typer.Option("--with", metavar="TEXT", help="What has come up since: its barriers are added.")
    ] = None,
    workbook: Annotated[
        Path | None, typer.Option("--from", metavar="FILE.xlsx", help="Take back what was written in this workbook.")
    ] = None,
    barrier: options.Barriers = None,
    drop: Annotated[
        list[str] | None,
        typer.Option("--drop", metavar="ID", help="Take this barrier out.", autocompletion=complete_barrier),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Bring a checklist up to date with newer advice. What you ticked and wrote stays as it is.

    \b
    advisor update plan.md --dry-run
    advisor update plan.md --with "staff will not share records across the two systems"
    advisor update plan.md --from plan.xlsx

    New advice is marked with the day; advice that is given no more goes only where nobody touched it. The file as
    it was is kept beside it as PLAN.md.bak.

    With --from, what people wrote in a workbook of 'advisor checklist' comes in first: statuses, owners, dates,
    measures and notes. A cell that nobody changed there changes nothing; where the plan was changed too, its own words
    stay and the workbook's go into the notes; rows that somebody added become boxes. Without a PLAN.md, one is made.
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.checklists import barriers_of
    from integration_cli.cli.clock import today
    from integration_cli.cli.handouts import read_old, taken_back
    from integration_cli.cli.plans import replace_file, show_difference, show_merged

    advisor = Advisor.load(knowledge)
    data = read_old(plan, workbook)
    brought = taken_back(advisor, data, workbook, str(plan))
    added = [*(barrier or ()), *barriers_of(situation, advisor)]
    merged = advisor.update(brought.data, today(), situation or "", added, drop or (), str(plan)).after(brought)
    if dry_run and not json:
        show_difference(plan, data, merged)
        return
    if not dry_run:
        replace_file(plan, data, merged.data)
    show_merged(plan, data, merged, json)
