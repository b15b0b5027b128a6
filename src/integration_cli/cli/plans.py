"""Plans as files: read, replaced without losing what was there, and what an update did to them."""

import os
from collections.abc import Sequence
from pathlib import Path

from integration_cli.cli.console import say, show, show_json, show_text
from integration_cli.errors import AdvisorError
from integration_cli.storage import held, write_atomically
from integration_cli.upkeep import Merged

LARGEST = 20_000_000
"""Bytes of a plan that are read; ten thousand actions have about four million."""


def each_once(paths: Sequence[Path]) -> list[Path]:
    """Files in the order in which they were named, without those that were named already."""
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault(os.path.realpath(path), path)
    return list(first.values())


def read_files(paths: Sequence[Path]) -> dict[str, bytes]:
    """The bytes of plans by their paths as typed. Raises AdvisorError."""
    return {str(path): read_file(path) for path in paths}


def read_file(path: Path) -> bytes:
    """The bytes of a plan. Raises AdvisorError."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise AdvisorError(f"cannot read {path}: {error.strerror or error}") from error
    if len(data) > LARGEST:
        raise AdvisorError(f"{path} is larger than {LARGEST // 1_000_000} MB: that is no checklist of ours")
    return data


def is_plan(data: bytes) -> bool:
    """Whether the bytes of a file look like a checklist of ours, in whatever encoding."""
    return b"advisor-checklist:" in data.replace(b"\0", b"")


def replace_file(path: Path, old: bytes, new: bytes) -> None:
    """Put new contents in place of old, which are kept beside the file; nothing is written where they are the same.

    Nothing is old where there is no file yet.

    Raises AdvisorError, also where somebody has saved the file since it was read: then it is left as it is.
    """
    if new == old:
        return
    kept = path.with_name(f"{path.name}.bak")
    try:
        with held(path):
            if (read_file(path) if old or path.exists() else b"") != old:
                raise BlockingIOError
            if old:
                write_atomically(kept, old, like=path)
            write_atomically(path, new)
    except BlockingIOError:
        message = f"{path} was saved by somebody else just now, and is left as it is: run the command again"
        raise AdvisorError(message) from None
    except OSError as error:
        raise AdvisorError(f"cannot write {path} or its copy {kept.name}: {error.strerror or error}") from error


def show_difference(path: Path, old: bytes, merged: Merged) -> None:
    """Print what an update would change, as programs for comparing texts print it."""
    from difflib import unified_diff

    from integration_cli.cli.inert import inert
    from integration_cli.planning.reading.text_file import read_text

    before, after = (_without_record(read_text(data).lines) for data in (old, merged.data))
    lines = unified_diff(before, after, str(path), f"{path} (updated)", lineterm="", n=2)
    shown = [inert(line) for line in lines]
    if shown:
        show_text("\n".join(shown) + "\n")
    else:
        say(f"{path} is up to date")


def _without_record(lines: Sequence[str]) -> Sequence[str]:
    """Lines without the hidden record, which says nothing to a reader."""
    start = next((number for number, line in enumerate(lines) if "advisor-record:" in line), len(lines))
    end = next((number for number, line in enumerate(lines) if number > start and ">" in line), start)
    return [*lines[:start], *lines[end + 1 :]]


def show_merged(path: Path, old: bytes, merged: Merged, json: bool) -> None:
    """Print what an update did."""
    from integration_cli.export.changes_data import to_data

    changed = merged.data != old
    if json:
        show_json(to_data(merged, changed))
    elif not changed:
        say(f"{path} is up to date: nothing was changed")
    else:
        from shlex import quote

        from integration_cli.cli.screens.changes import changes

        if old or merged.changes:
            show(changes(merged.changes))
        was = f"; as it was: {path}.bak" if old else ""
        say(f"wrote {path}{was}\nnext: advisor progress {quote(str(path))}")
