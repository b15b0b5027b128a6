"""advisor diagnose: the barriers that a text describes."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diagnose")(diagnose)


def diagnose(
    text: options.Situation = None,
    file: options.SituationFile = None,
    top: Annotated[int, typer.Option("--top", min=1, max=104, help="Findings to show at most.")] = 5,
    category: options.Categories = None,
    nation: options.Nation = None,
    full: options.Full = False,
    ask: Annotated[bool, typer.Option("--ask", help="Ask one question where it is open what comes first.")] = False,
    json: options.Json = False,
    checklist: Annotated[
        Path | None, typer.Option("--checklist", metavar="FILE", help="Also write an action checklist.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the checklist if it exists.")] = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Name the barriers that a problem shows, and why. What was proposed against them follows.

    \b
    advisor diagnose "our social workers are scared of a fine, so they put nothing on the shared record"
    advisor diagnose --file minutes.txt --full
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.asking import ask_and_follow
    from integration_cli.cli.checklists import one_result, planned_barriers, write_checklist
    from integration_cli.cli.console import show, show_json
    from integration_cli.cli.situation import read_situation
    from integration_cli.cli.view import known_categories, nation_of

    one_result(json, checklist)
    situation = read_situation(text, file)
    advisor = Advisor.load(knowledge)
    diagnosis = advisor.diagnose(situation, top, known_categories(category, advisor.knowledge))
    if ask:
        diagnosis = ask_and_follow(diagnosis, advisor)
    answer = advisor.answer(diagnosis, nation_of(nation))
    if json:
        from integration_cli.export.diagnosis_data import to_data

        show_json(to_data(answer))
    else:
        from integration_cli.cli.screens.diagnosis import render_answer

        show(render_answer(answer, full))
    if checklist and diagnosis.findings:
        plan = advisor.plan(planned_barriers(diagnosis), situation)
        write_checklist(advisor, plan, checklist, force, answer.nation)
    if not diagnosis.findings:
        raise typer.Exit(1)
