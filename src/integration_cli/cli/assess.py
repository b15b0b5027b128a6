"""advisor assess: how ready are we?"""

import typer

from integration_cli.cli import assess_options as own
from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("assess")(assess)


def assess(
    files: own.Files = None,
    output: own.Output = None,
    by: own.By = "",
    category: options.Categories = None,
    barrier: own.Barriers = None,
    problem: own.Problem = None,
    file: options.SituationFile = None,
    again: own.Again = False,
    blank: own.Blank = None,
    result: own.Result = False,
    checklist: own.Checklist = None,
    weakest: own.Weakest = 3,
    compare: own.Compare = False,
    since: own.Since = None,
    full: options.Full = False,
    force: own.Force = False,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Rate how far you are with each barrier, from 0 to 4.

    The profile shows the weakest barriers first, and where partners disagree most.

    \b
    advisor assess -o ours.yaml --by "Riverside Council"
    advisor assess --blank form.xlsx
    advisor assess ours.yaml --result --checklist plan.md
    advisor assess --compare council.yaml icb.yaml trust.yaml
    advisor assess ours.yaml --since last-year.yaml
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli import assess_results as results
    from integration_cli.cli.assess_forms import FormsAsked, one_purpose, situation_of, write_blank
    from integration_cli.cli.assess_round import ask_and_read

    one_purpose(files or [], output, blank, compare, since, json, checklist)
    advisor = Advisor.load(knowledge)
    wanted = FormsAsked(files or [], output, by, category, barrier, situation_of(problem, file), again, result or json)
    if compare:
        results.show_agreement(advisor, wanted, full, json)
    elif since is not None:
        results.show_movement(advisor, since, wanted, full, json)
    elif blank is not None:
        write_blank(advisor, wanted, blank, force)
    else:
        assessment = ask_and_read(advisor, wanted, force)
        results.show_profile(advisor, assessment, weakest, json)
        results.plan_weakest(advisor, assessment, weakest, checklist, force)
