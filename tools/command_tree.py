"""The commands as values, read from the application itself, so that no page can tell of others."""

import inspect
from typing import Any, NamedTuple

import typer
from typer.main import get_command

from integration_cli.cli.app import GROUPS, app


class Parameter(NamedTuple):
    """An argument or option: how it is typed, and what it does."""

    typed: str
    says: str


class Page(NamedTuple):
    """What the help of a command says. `group` is empty where the command belongs to the group of the one before."""

    name: str
    group: str
    usage: str
    prose: list[str]
    examples: list[str]
    arguments: list[Parameter]
    options: list[Parameter]

    @property
    def summary(self) -> str:
        """The first sentence, without its full stop."""
        return self.prose[0].partition(". ")[0].removesuffix(".")


def pages() -> list[Page]:
    """The page of `advisor` itself, then those of its commands in the order of the help."""
    group: Any = get_command(app)
    ctx = typer.Context(group, info_name="advisor", **group.context_settings)
    commands = [(name, group.get_command(ctx, name)) for name in group.list_commands(ctx)]
    return [_page("", group, ctx), *(_page(name, command, ctx) for name, command in commands)]


def _page(name: str, command: Any, ctx: Any) -> Page:
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    found = command.get_params(ctx)
    arguments = [_argument(p) for p in found if p.param_type_name == "argument"]
    rest = "[OPTIONS] " + (" ".join(p.typed for p in arguments) if name else "COMMAND ...")
    return Page(
        name=name,
        group=GROUPS.get(name, ""),
        usage=" ".join(filter(None, ["advisor", name, rest.strip()])),
        prose=[" ".join(text.split()) for text in paragraphs if not text.startswith("\b")],
        examples=[line for text in paragraphs if text.startswith("\b") for line in text.splitlines()[1:]],
        arguments=arguments,
        # Said once, of the advisor itself: every command has it.
        options=[_option(p) for p in found if p.param_type_name == "option" and not (name and p.name == "help")],
    )


def _argument(parameter: Any) -> Parameter:
    return Parameter(parameter.metavar or parameter.name.upper(), parameter.help or "")


def _option(parameter: Any) -> Parameter:
    names = ", ".join(sorted(parameter.opts, key=len))
    variable = parameter.envvar if isinstance(parameter.envvar, str) else ""
    told = [parameter.help or "", f"Default: {parameter.default}." if _has_default(parameter) else ""]
    told.append(f"Also: the environment variable {variable}." if variable else "")
    return Parameter(" ".join(filter(None, [names, _value(parameter)])), " ".join(filter(None, told)))


def _value(parameter: Any) -> str:
    """What stands for the value of an option."""
    if parameter.is_flag or parameter.name == "help":
        return ""
    if choices := getattr(parameter.type, "choices", None):
        return "|".join(str(getattr(choice, "value", choice)) for choice in choices)
    return parameter.metavar or "N"


def _has_default(parameter: Any) -> bool:
    return not parameter.is_flag and isinstance(parameter.default, int | str) and parameter.default != ""
