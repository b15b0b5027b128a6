"""advisor explain: why a barrier ranks where it does."""

from typing import Annotated

import typer

from integration_cli.cli import options
from integration_cli.cli.completion import complete_barrier


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("explain")(explain)


def explain(
    text: options.Situation = None,
    file: options.SituationFile = None,
    barrier: Annotated[
        str | None,
        typer.Option(
            "--barrier", "-b", metavar="ID", help="The barrier; the best by default.", autocompletion=complete_barrier
        ),
    ] = None,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Show why a barrier ranks where it does for a problem.

    Scorers, words and signs are shown, and what it is told apart from.

    \b
    advisor explain "nobody can say who signs off the pooled budget" --barrier no-dispute-resolution
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.console import show, show_json
    from integration_cli.cli.situation import read_situation

    situation = read_situation(text, file)
    advisor = Advisor.load(knowledge)
    explanation = advisor.explain(situation, barrier)
    if json:
        from integration_cli.export.entry_data import plain

        show_json({"situation": situation, **plain(explanation)})
    else:
        from integration_cli.cli.screens.explanation import render_explanation

        show(render_explanation(explanation, situation, advisor.knowledge))
