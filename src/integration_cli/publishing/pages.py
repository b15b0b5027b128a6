"""Pages from templates: the only door to Jinja2."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import integration_cli.publishing
from integration_cli.dates import in_words
from integration_cli.errors import AdvisorError
from integration_cli.publishing.safety import inert, is_web_address, policy
from integration_cli.register import BASES, SHARINGS

if TYPE_CHECKING:
    from jinja2 import Environment

STYLE = "style.css"


def render(template: str, values: Mapping[str, Any], script: str = "", more_style: str = "") -> str:
    """A page from a template that extends `frame.html`, with its style, its script and the policy that holds it.

    Every text is escaped. The frame needs `title`, and may be given `data`: id -> text that the script reads, each
    free of '<'. `more_style` names a further file of style. Raises AdvisorError where Jinja2 is not installed.
    """
    style = asset(STYLE) + (asset(more_style) if more_style else "")
    return (
        _environment()
        .get_template(template)
        .render(
            {"data": {}, **values, "style": style, "script": script, "policy": policy(style, script)},
        )
    )


def part(template: str, values: Mapping[str, Any]) -> str:
    """A part of a page, escaped, to be put into another as it is."""
    return _environment().get_template(template).render(values)


def script(*names: str) -> str:
    """Scripts as one, closed off from the page's globals."""
    joined = "\n".join(asset(f"scripts/{name}.js") for name in names)
    return f'(() => {{\n"use strict";\n{joined}}})();\n'


def asset(name: str) -> str:
    """The text of a file that came with this room."""
    return Path(integration_cli.publishing.__path__[0], name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError as error:
        raise AdvisorError("pages need Jinja2: pip install 'integration-cli[report]'") from error
    made = Environment(
        loader=FileSystemLoader(Path(integration_cli.publishing.__path__[0], "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=inert,
    )
    filters: dict[str, Callable[..., Any]] = {"in_words": in_words}
    made.filters.update(filters)
    made.globals.update(sharings=SHARINGS, bases=BASES)
    made.tests["web_address"] = is_web_address
    return made
