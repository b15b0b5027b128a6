"""The page that `advisor --help` prints: what there is, in one screen."""

from collections.abc import Mapping
from inspect import cleandoc
from typing import Any

LONGEST = 10_000
"""Letters: a first sentence is wrapped, never cut."""


def write_first_page(group: Any, ctx: Any, page: Any, groups: Mapping[str, str]) -> None:
    """Write usage, examples and the commands by group; options stand in one line, so that 24 lines hold it all.

    `groups` names a run of commands by its first; a command that begins none belongs to the run before it.
    """
    group.format_usage(ctx, page)
    with page.indentation():
        for paragraph in cleandoc(group.help).split("\n\n"):
            page.write_text(paragraph)
    page.write_paragraph()
    with page.indentation():
        page.write_dl([*_commands(group, ctx, groups), ("Options", _options(group, ctx))])


def _commands(group: Any, ctx: Any, groups: Mapping[str, str]) -> list[tuple[str, str]]:
    names = group.list_commands(ctx)
    left, right = (max(map(len, texts)) for texts in (groups.values(), names))
    return [(f"{groups.get(name, ''):{left}}  {name:{right}}", _first_sentence(group, ctx, name)) for name in names]


def _first_sentence(group: Any, ctx: Any, name: str) -> str:
    return str(group.get_command(ctx, name).get_short_help_str(LONGEST)).removesuffix(".")


def _options(group: Any, ctx: Any) -> str:
    return " ".join(max(option.opts, key=len) for option in group.get_params(ctx))
