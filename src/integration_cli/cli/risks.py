"""advisor risks: a joint risk register, drafted, scored, and kept up to date."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("risks")(risks)


def risks(
    text: options.Situation = None,
    file: options.SituationFile = None,
    plan: Annotated[
        Path | None, typer.Option("--plan", metavar="PLAN.md", help="Take the barriers of a checklist.")
    ] = None,
    barrier: options.Barriers = None,
    partner: Annotated[
        list[str] | None,
        typer.Option("--partner", metavar="NAME", help="Ask for this partner's appetite (repeatable)."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write a file: .md, .csv, .xlsx; - is stdout."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file, whatever is in it.")] = False,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Draft a joint risk register.

    It holds the risks that arise from working together, and those that each body keeps.

    \b
    advisor risks "nobody can say who signs off the pooled budget" -o register.md
    advisor risks --plan plan.md --partner Council --partner ICB -o register.csv
    advisor risks -o register.md

    Run it again with the same file, as in the last line, to work out the ratings and bring in newer risks: what you
    filled in stays (.md, .csv; a workbook rates by itself). With another problem, plan or barriers, the register
    becomes one of those risks instead.
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.checklists import one_result
    from integration_cli.cli.console import say
    from integration_cli.cli.registers import asked_for, existing_register, write_register

    one_result(json, output)
    there = existing_register(output, force)
    advisor = Advisor.load(knowledge)
    barriers, situation = asked_for(advisor, text, file, plan, barrier, there)
    drafted = advisor.risks(barriers, situation, partner or (there.partners if there else ()))
    write_register(advisor, drafted, output, there, json)
    if not drafted.rows:
        say("Nothing here matches, so there is no register; 'advisor diagnose' says why.")
        raise typer.Exit(1)
