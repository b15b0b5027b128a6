"""Files that a command writes: never over another without being told, never half."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from integration_cli.cli.console import say
from integration_cli.errors import AdvisorError
from integration_cli.storage import write_atomically, written_atomically


def check_new(target: Path, force: bool) -> None:
    """Raises AdvisorError where a file exists that may not be replaced, or something that is no file."""
    if os.path.exists(target) and not os.path.isfile(target):
        raise AdvisorError(f"{target} is not a file: choose another name")
    if os.path.exists(target) and not force:
        raise AdvisorError(f"{target} exists already: choose another name, or --force to replace it")


@contextmanager
def new_file(target: Path, force: bool) -> Iterator[IO[bytes]]:
    """A stream whose contents become a new file, or replace any with `force`, once all is written.

    Raises AdvisorError.
    """
    check_new(target, force)
    try:
        with written_atomically(target) as stream:
            yield stream
    except OSError as error:
        raise AdvisorError(f"cannot write {target}: {error.strerror or error}") from error


def write_new(target: Path, content: str | bytes, force: bool) -> None:
    """Write a file that does not exist yet, or any with `force`. Raises AdvisorError."""
    check_new(target, force)
    try:
        write_atomically(target, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise AdvisorError(f"cannot write {target}: {error.strerror or error}") from error


def write_schemas(folder: Path) -> None:
    """Write the schema of every kind of knowledge file into a folder. Raises AdvisorError."""
    from integration_cli.loading.json_schema import file_name, schema_text
    from integration_cli.loading.kinds import KINDS

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in KINDS:
            write_atomically(folder / file_name(kind), schema_text(kind).encode("utf-8"))
    except OSError as error:
        raise AdvisorError(f"cannot write into {folder}: {error.strerror or error}") from error
    say(f"wrote {len(KINDS)} schemas into {folder}")
