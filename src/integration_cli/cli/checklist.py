"""advisor checklist: what to do, as a Markdown file."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options
from integration_cli.cli.completion import complete_barrier


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("checklist")(checklist)


def checklist(
    text: options.Situation = None,
    file: options.SituationFile = None,
    barrier: Annotated[
        list[str] | None,
        typer.Option(
            "--barrier", "-b", metavar="ID", help="Answer this barrier (repeatable).", autocompletion=complete_barrier
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Take every solution, not the best few.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; - is standard output.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file if it exists.")] = False,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Write an action checklist, in Markdown. It answers a problem, or barriers named by id.

    \b
    advisor checklist "nobody can say who signs off the pooled budget" -o plan.md
    advisor checklist --barrier fear-of-sharing-data --all
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.console import say, show_json
    from integration_cli.cli.situation import read_situation
    from integration_cli.cli.writing import one_result, planned_barriers, write_checklist

    one_result(json, output)
    advisor = Advisor.load(knowledge)
    situation = "" if barrier and not text and not file else read_situation(text, file)
    wanted = list(barrier or ())
    if situation:
        wanted += planned_barriers(advisor.diagnose(situation))
    plan = advisor.plan(wanted, situation, everything)
    if json:
        from integration_cli.export.plan_data import to_data

        show_json(to_data(plan))
    if not wanted:
        say("Nothing here matches, so there is no checklist; 'advisor diagnose' says why.")
        raise typer.Exit(1)
    if output or not json:
        write_checklist(advisor, plan, output, force)
