"""advisor list: what there is."""

from typing import Annotated

import typer

from integration_cli.cli import options


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("list")(list_entries)


def list_entries(
    category: options.Categories = None,
    solutions: Annotated[bool, typer.Option("--solutions", help="List the solutions by kind.")] = False,
    sources: Annotated[bool, typer.Option("--sources", help="List the documents.")] = False,
    updates: Annotated[bool, typer.Option("--updates", help="List what has changed since.")] = False,
    examples: Annotated[bool, typer.Option("--examples", help="List the examples.")] = False,
    frameworks: Annotated[bool, typer.Option("--frameworks", help="List the tables of the documents.")] = False,
    risks: Annotated[bool, typer.Option("--risks", help="List the risks by category of barrier.")] = False,
    nation: options.Nation = None,
    json: options.Json = False,
    knowledge: options.Knowledge = None,
) -> None:
    """List the barriers by category, or another kind of entry.

    \b
    advisor list --category governance
    advisor list --frameworks
    advisor list --risks --category data-sharing
    """
    from integration_cli.advisor import Advisor
    from integration_cli.browsing.contents import contents
    from integration_cli.cli.console import show, show_json
    from integration_cli.cli.view import check_filters, chosen_kind, known_categories, nation_of

    base = Advisor.load(knowledge).knowledge
    chosen = {
        "solution": solutions, "source": sources, "update": updates,
        "example": examples, "framework": frameworks, "risk": risks,
    }  # fmt: skip
    kind = chosen_kind(chosen)
    check_filters(kind, category, nation)
    groups = contents(base, kind, known_categories(category, base), nation_of(nation))
    if json:
        from integration_cli.export.contents_data import to_data

        show_json(to_data(kind, groups, base))
    else:
        from integration_cli.cli.screens.contents import render_contents

        show(render_contents(kind, groups, base))
