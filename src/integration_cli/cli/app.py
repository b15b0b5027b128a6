"""The commands, put together."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS = {
    "diagnose": "diagnose",
    "explain": "explain",
    "compare": "compare",
    "assess": "assess",
    "survey": "survey",
    "checklist": "checklist",
    "update": "update",
    "progress": "progress",
    "risks": "risks",
    "report": "report",
    "site": "site",
    "show": "show",
    "list": "listing",
    "search": "search",
    "check": "check",
    "schema": "schema",
}
"""The commands in the order of the help, each with the module that registers it."""

GROUPS = {"diagnose": "Find out", "checklist": "Plan", "report": "Hand on", "show": "Look up", "check": "Your own"}
"""What the first page calls a run of commands, by the command with which the run begins."""

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What Typer raises for every option, argument or command that it does not take; it has no public name."""


class Commands(TyperGroup):
    """The commands, each imported when it is asked for: none waits for the others."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name; None where there is none, and then all are at hand for 'did you mean'."""
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.add_command(_imported(name))
        return super().get_command(ctx, cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The first page: what there is, in one screen."""
        from integration_cli.cli.first_page import write_first_page

        write_first_page(self, ctx, formatter, GROUPS)


def _imported(name: str) -> Any:
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    import_module(f"integration_cli.cli.{COMMANDS[name]}").register(alone)
    return get_command(alone)


app = typer.Typer(
    name="advisor",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"advisor {version('integration-cli')}")
        raise typer.Exit


@app.callback()
def advisor(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Name the barriers to joining up health and social care, and what to do.
    Nothing typed is logged or sent, and stored only in files that you name.

    \b
    advisor diagnose "nobody can say who signs off the pooled budget"
    advisor checklist "nobody can say who signs off the pooled budget" -o plan.md
    """
