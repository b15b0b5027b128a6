"""The commands as the application knows them."""

from typing import Any

import typer
from typer.main import get_command

from integration_cli.cli.app import COMMANDS, app


def parameters() -> dict[str, list[Any]]:
    """The arguments and options of every command."""
    group = get_command(app)
    return {name: group.get_command(typer.Context(group), name).params for name in COMMANDS}  # type: ignore[attr-defined]
