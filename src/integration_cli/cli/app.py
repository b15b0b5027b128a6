"""The commands, put together."""

from typing import Annotated

import typer

from integration_cli.cli import check, checklist, compare, diagnose, explain, listing, schema, search, show, update

app = typer.Typer(
    name="advisor",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (diagnose, checklist, update, compare, explain, show, listing, search, check, schema):
    module.register(app)


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
    """Name the barriers to joining up health and social care, and what to do about them.

    \b
    advisor diagnose "nobody can say who signs off the pooled budget"
    advisor checklist "nobody can say who signs off the pooled budget" -o plan.md

    Everything runs on this machine: nothing typed is stored, logged or sent.
    """
