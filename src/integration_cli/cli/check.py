"""advisor check: what is wrong with the knowledge."""

from pathlib import Path
from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A whole knowledge folder; the shipped one by default.")
    ] = None,
    sources: Annotated[
        Path | None, typer.Option("--sources", metavar="DIR", help="Look the evidence up in the documents' texts.")
    ] = None,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Check knowledge: every fault at once, with its place; exit 1 when there are any.

    \b
    advisor check
    advisor check --knowledge our-entries
    """
    from integration_cli.cli.console import show, show_json
    from integration_cli.loading.check import check as find_faults

    faults = find_faults(path, knowledge, sources)
    if json:
        from integration_cli.export.faults_data import to_data

        show_json(to_data(faults))
    else:
        from integration_cli.cli.screens.faults import render_faults

        show(render_faults(faults), wrap=False)
    if faults:
        raise typer.Exit(1)
