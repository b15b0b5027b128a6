"""advisor schema: what an editor needs to complete and check entries."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Kind(StrEnum):
    """A kind of knowledge file."""

    ABOUT = "about"
    CATEGORIES = "categories"
    SOURCES = "sources"
    UPDATES = "updates"
    EXAMPLES = "examples"
    FRAMEWORKS = "frameworks"
    RISKS = "risks"
    VOCABULARY = "vocabulary"
    ELSEWHERE = "elsewhere"
    BARRIER = "barrier"
    SOLUTIONS = "solutions"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema")(schema)


def schema(
    kind: Annotated[Kind | None, typer.Argument(metavar="[KIND]", help="Kind of file, such as barrier.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write every kind's schema into a folder.")
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of knowledge file. Editors such as VS Code complete and check entries by it.

    \b
    advisor schema barrier
    advisor schema -o knowledge/schema
    """
    from integration_cli.cli.console import show_text
    from integration_cli.cli.new_files import write_schemas
    from integration_cli.errors import AdvisorError
    from integration_cli.loading.json_schema import schema_text

    if output is not None:
        write_schemas(output)
    elif kind is not None:
        show_text(schema_text(kind.value))
    else:
        raise AdvisorError(f"name a kind ({', '.join(Kind)}), or a folder for all with -o DIR")
