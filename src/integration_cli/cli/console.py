"""Results to standard output, talk to standard error, and never a control character from a text."""

import sys
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

SCHEMA_VERSION = 1
"""Version of the JSON that commands print; raised when a field changes its meaning or goes."""


def console(to_stderr: bool = False) -> "Console":
    """A console that takes texts as they are: no markup, no emoji codes, no guessed highlights."""
    from rich.console import Console

    return Console(stderr=to_stderr, markup=False, emoji=False, highlight=False, soft_wrap=False)


def show(renderable: "RenderableType", wrap: bool = True) -> None:
    """Print a finished picture of a value to standard output; lines that programs read are not wrapped."""
    console().print(renderable, soft_wrap=not wrap)


def show_json(data: dict[str, Any]) -> None:
    """Print plain data as JSON, in plain ASCII so that no console can garble it."""
    import json

    sys.stdout.write(json.dumps({"schema_version": SCHEMA_VERSION, **data}, indent=2) + "\n")


def show_text(text: str) -> None:
    """Print a text as it is."""
    sys.stdout.write(text)


def say(text: str) -> None:
    """Talk to the person at the terminal, apart from the results."""
    sys.stderr.write(inert(text) + "\n")


def say_error(text: str) -> None:
    """Say what went wrong."""
    say(f"advisor: {text}")


def inert(text: str) -> str:
    """A text that cannot steer a terminal: control and direction characters become visible stand-ins."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )
