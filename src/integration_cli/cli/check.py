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
    matching: Annotated[
        bool, typer.Option("--matching", help="Instead see whether each sign, left out, finds its barrier (minutes).")
    ] = False,
    first: Annotated[int, typer.Option("--first", min=1, help="With --matching: in how many places.")] = 3,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Find every fault of the knowledge, with its place. Exit 1 when there are any.

    \b
    advisor check
    advisor check --knowledge our-entries
    advisor check --matching
    """
    from integration_cli.cli.console import show, show_json
    from integration_cli.cli.self_testing import show_self_test
    from integration_cli.loading.check import check as find_faults

    if matching:
        show_self_test(path, knowledge, first, json)
        return
    faults = find_faults(path, knowledge, sources)
    if json:
        from integration_cli.export.faults_data import to_data

        show_json(to_data(faults))
    else:
        from integration_cli.cli.screens.faults import render_faults

        show(render_faults(faults), wrap=False)
    if faults:
        raise typer.Exit(1)
