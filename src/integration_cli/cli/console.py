"""Results to standard output, talk to standard error, and never a control character from a text."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Picture, paint
from integration_cli.cli.terminal import columns, shows_colours
from integration_cli.errors import AdvisorError, Fault

SCHEMA_VERSION = 1
"""Version of the JSON that commands print; raised when a field changes its meaning or goes."""


class ReaderGone(Exception):
    """Nobody reads the output any more: head has seen enough, less was left."""


def show(picture: Picture, wrap: bool = True) -> None:
    """Print a finished picture of a value to standard output; lines that programs read are not wrapped."""
    show_text(paint(picture, columns() if wrap else None, shows_colours(sys.stdout)))


def show_json(data: dict[str, Any]) -> None:
    """Print plain data as JSON, in plain ASCII so that no console can garble it."""
    import json

    show_text(json.dumps({"schema_version": SCHEMA_VERSION, **data}, indent=2) + "\n")


def show_text(text: str) -> None:
    """Print a text as it is."""
    if sys.stdout is None:
        raise AdvisorError("cannot write the output: standard output is closed")
    with _output():
        sys.stdout.write(text)


@contextmanager
def _output() -> Iterator[None]:
    """Write to standard output here and now. Raises ReaderGone, or AdvisorError where it takes no more."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        drop_the_rest(sys.stdout)
        raise ReaderGone from None
    except OSError as error:
        drop_the_rest(sys.stdout)
        raise AdvisorError(f"cannot write the output: {error.strerror or error}") from error


def drop_the_rest(stream: TextIO) -> None:
    """Let what is left in the buffer go nowhere: it would fail again when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str) -> None:
    """Talk to the person at the terminal, apart from the results."""
    _talk(inert(text) + "\n")


def say_picture(picture: Picture, wrap: bool = True) -> None:
    """Talk to the person at the terminal in a picture."""
    _talk(paint(picture, columns() if wrap else None, shows_colours(sys.stderr)))


def _talk(text: str) -> None:
    """What nobody can hear is left unsaid."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            drop_the_rest(sys.stderr)


def say_faults(faults: Sequence[Fault]) -> None:
    """Say what is wrong with files, each fault with its place and line."""
    from integration_cli.cli.screens.faults import render_faults

    say_picture(render_faults(faults), wrap=False)


def say_error(text: str) -> None:
    """Say what went wrong."""
    say(f"advisor: {text}")
