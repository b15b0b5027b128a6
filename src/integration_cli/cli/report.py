"""advisor report: one page for people who decide."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report")(report)


def report(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file; - prints it.")],
    text: options.Situation = None,
    file: options.SituationFile = None,
    plan: Annotated[
        Path | None, typer.Option("--plan", metavar="PLAN", help="A checklist of 'advisor checklist', .md or .xlsx.")
    ] = None,
    assessment: Annotated[
        list[Path] | None,
        typer.Option(
            "--assessment",
            metavar="FORM",
            help="A form of 'advisor assess', .yaml or .xlsx, or the JSON of its result; several are compared.",
        ),
    ] = None,
    survey: Annotated[
        Path | None,
        typer.Option(
            "--survey",
            metavar="FILE",
            help="Replies (.csv, .xlsx, .jsonl, .txt), quoted masked; or what 'advisor survey FILE --json' printed.",
        ),
    ] = None,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="What stands at the top.")] = "",
    nation: options.Nation = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file if it exists.")] = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Write one HTML page for a board.

    It says what gets in the way, what was proposed, what has changed, and who does what.

    \b
    advisor report "nobody can say who signs off the pooled budget" -o report.html
    advisor report --plan plan.md -o board.html
    advisor report --assessment council.yaml --assessment trust.yaml -o partners.html
    advisor report --survey replies.csv -o survey.html

    They go together, too. The page needs no network and prints on A4. Its checklist can be filled in there and
    saved as the Markdown that 'advisor update' reads. A survey by group comes from 'advisor survey --by … --json'.
    """
    from integration_cli.advisor import Advisor
    from integration_cli.cli.reporting import Wanted, write_report
    from integration_cli.cli.view import nation_of

    wanted = Wanted(text, file, plan, assessment or [], survey, title, nation_of(nation), knowledge)
    write_report(Advisor.load(knowledge), wanted, output, force)
