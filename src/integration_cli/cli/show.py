"""advisor show: one entry, whole."""

from typing import Annotated

import typer

from integration_cli.cli import options
from integration_cli.cli.completion import complete_id


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show)


def show(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", help="Id of any entry; kind:id where two share it.", autocompletion=complete_id),
    ],
    full: options.Full = False,
    json: options.Json = False,
    nation: options.Nation = None,
    knowledge: options.Knowledge = None,
) -> None:
    """Show one entry whole, by its id. Entries are barriers, solutions, sources, updates, examples, frameworks, risks
    and categories.

    \b
    advisor show unclear-governance-and-hosting
    advisor show update:transformation-fund
    """
    from integration_cli.advisor import Advisor
    from integration_cli.browsing.lookup import get_entries
    from integration_cli.cli.console import show as show_picture
    from integration_cli.cli.console import show_json
    from integration_cli.cli.view import nation_of

    advisor = Advisor.load(knowledge)
    entries = get_entries(id_, advisor.knowledge)
    notices = advisor.notices([entries[0][1].id], nation=nation_of(nation))
    if json:
        from integration_cli.export.entry_data import page_data

        show_json(page_data(entries, notices, advisor.knowledge))
    else:
        from integration_cli.cli.screens.entry import render_entries

        show_picture(render_entries(entries, notices, advisor.knowledge, full))
