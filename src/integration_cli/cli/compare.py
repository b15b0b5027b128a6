"""advisor compare: which barriers partners both see, and which only one does."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("compare")(compare)


def compare(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE FILE...", help="A text file, or a checklist, for each partner.")
    ],
    full: options.Full = False,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Compare how partners describe their partnership.

    Some barriers all of them name, others only one does.

    \b
    advisor compare council.txt hospital.txt
    advisor compare council.txt hospital.txt charity.txt --full
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.console import show, show_json
    from integration_cli.cli.partners import read_partners
    from integration_cli.comparing.compare import compare as put_side_by_side

    advisor = Advisor.load(knowledge)
    comparison = put_side_by_side(read_partners(files, advisor), advisor.knowledge)
    if json:
        from integration_cli.export.comparison_data import to_data

        show_json(to_data(comparison, advisor.knowledge))
    else:
        from integration_cli.cli.screens.comparison import render_comparison

        show(render_comparison(comparison, advisor.knowledge, full))
    if not comparison.rows:
        raise typer.Exit(1)
