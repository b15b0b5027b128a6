"""advisor checklist: what to do, as a Markdown file, a Word document or a workbook."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("checklist")(checklist)


def checklist(
    text: options.Situation = None,
    file: options.SituationFile = None,
    barrier: options.Barriers = None,
    everything: Annotated[bool, typer.Option("--all", help="Take every solution, not the best few.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file; - is standard output.")
    ] = None,
    from_plan: Annotated[
        Path | None, typer.Option("--plan", metavar="PLAN.md", help="Give this plan the form of -o, as it is.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file if it exists.")] = False,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Write an action checklist, in Markdown. It answers a problem, or barriers named by id.

    \b
    advisor checklist "nobody can say who signs off the pooled budget" -o plan.md
    advisor checklist --barrier fear-of-sharing-data --all
    advisor checklist --plan plan.md -o plan.xlsx

    A name that ends with .docx makes a Word document, one with .xlsx a workbook with a row to fill in for each action:
    'advisor update PLAN.md --from FILE.xlsx' takes it back, and makes PLAN.md where there is none: that is the plan.
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.checklists import one_result, planned_barriers, write_checklist
    from integration_cli.cli.console import say, show_json
    from integration_cli.cli.handouts import hand_out_plan
    from integration_cli.cli.situation import read_situation

    one_result(json, output)
    advisor = Advisor.load(knowledge)
    if from_plan:
        hand_out_plan(advisor, from_plan, output, force, bool(text or file or barrier or everything or json))
        return
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
