"""What forms of the self-assessment say, shown or handed on."""

from pathlib import Path

import typer

from integration_cli.advisor import Advisor
from integration_cli.assessment import Assessment
from integration_cli.cli.assess_forms import FormsAsked, narrowed, read_files
from integration_cli.cli.checklists import write_checklist
from integration_cli.cli.console import say, show, show_json


def show_profile(advisor: Advisor, assessment: Assessment, weakest: int, json: bool) -> None:
    """Print the profile of an assessment with what to do about its weakest barriers. Exits with 1 where it is empty."""
    profile = advisor.profile(assessment)
    choices = advisor.best_choices([one.barrier.id for one in profile.weakest])
    if json:
        from integration_cli.export.profile_data import to_data

        show_json(to_data(profile, choices))
    else:
        from integration_cli.cli.screens.profile import render_profile

        show(render_profile(profile, choices, weakest, assessment.name))
    if not profile.tally.rated:
        raise typer.Exit(1)


def plan_weakest(advisor: Advisor, assessment: Assessment, weakest: int, target: Path | None, force: bool) -> None:
    """Write a checklist against the weakest barriers, where one is asked for. Exits with 1 where none is weak."""
    if target is None:
        return
    weak = [one.barrier.id for one in advisor.profile(assessment).weakest[:weakest]]
    if not weak:
        say("No barrier is rated 2 or lower, so there is no checklist.")
        raise typer.Exit(1)
    write_checklist(advisor, advisor.plan(weak), target, force)


def show_agreement(advisor: Advisor, wanted: FormsAsked, full: bool, json: bool) -> None:
    """Print where partners disagree. Exits with 1 where no barrier is rated by two of them."""
    agreement = advisor.agreement([narrowed(advisor, wanted, one) for _, one in read_files(advisor, wanted.files)])
    if json:
        from integration_cli.export.agreement_data import to_data

        show_json(to_data(agreement))
    else:
        from integration_cli.cli.screens.agreement import render_agreement

        show(render_agreement(agreement, full))
    if not agreement.spreads:
        raise typer.Exit(1)


def show_movement(advisor: Advisor, earlier: Path, wanted: FormsAsked, full: bool, json: bool) -> None:
    """Print what has moved between two assessments. Exits with 1 where nothing compares."""
    before, now = (narrowed(advisor, wanted, one) for _, one in read_files(advisor, [earlier, wanted.files[0]]))
    movement = advisor.movement(before, now)
    if json:
        from integration_cli.export.movement_data import to_data

        show_json(to_data(movement))
    else:
        from integration_cli.cli.screens.moved import render_movement

        show(render_movement(movement, full))
    if not movement.categories:
        raise typer.Exit(1)
