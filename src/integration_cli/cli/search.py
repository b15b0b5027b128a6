"""advisor search: entries by the words that they hold."""

from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("search")(search)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words that an entry must hold, all of them.")],
    top: Annotated[int, typer.Option("--top", min=1, help="Entries to show at most.")] = 15,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """Find entries of every kind by the words that they hold.

    \b
    advisor search risk register
    advisor search torbay --json
    """
    from integration_cli.advisor import Advisor
    from integration_cli.browsing.search import search as find
    from integration_cli.cli.console import show, show_json

    query = " ".join(words)
    hits = find(query, Advisor.load(knowledge).knowledge)
    if json:
        from integration_cli.export.hits_data import to_data

        show_json(to_data(query, hits, top))
    else:
        from integration_cli.cli.screens.hits import render_hits

        show(render_hits(query, hits, top))
    if not hits:
        raise typer.Exit(1)
