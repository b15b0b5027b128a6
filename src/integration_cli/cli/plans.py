"""Plans as files: read, replaced without losing what was there, and what an update did to them."""

from datetime import date
from pathlib import Path

from integration_cli.cli.console import say, show, show_json, show_text
from integration_cli.errors import AdvisorError
from integration_cli.storage import held, write_atomically
from integration_cli.upkeep import Merged

LARGEST = 20_000_000
"""Bytes of a plan that are read; ten thousand actions have about four million."""


def today() -> str:
    """The day on which the command runs (ISO)."""
    return date.today().isoformat()


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


def replace_file(path: Path, old: bytes, new: bytes) -> None:
    """Put new contents in place of old, which are kept beside the file; nothing is written where they are the same.

    Raises AdvisorError, also where somebody has saved the file since it was read: then it is left as it is.
    """
    if new == old:
        return
    kept = path.with_name(f"{path.name}.bak")
    try:
        with held(path):
            if read_file(path) != old:
                raise BlockingIOError
            write_atomically(kept, old)
            write_atomically(path, new)
    except BlockingIOError:
        message = f"{path} was saved by somebody else just now, and is left as it is: run the command again"
        raise AdvisorError(message) from None
    except OSError as error:
        raise AdvisorError(f"cannot write {path} or its copy {kept.name}: {error.strerror or error}") from error


def show_difference(path: Path, old: bytes, merged: Merged) -> None:
    """Print what an update would change, as programs for comparing texts print it."""
    from difflib import unified_diff

    from integration_cli.cli.console import inert

    before, after = (data.decode("utf-8", "replace").splitlines() for data in (old, merged.data))
    lines = unified_diff(before, after, str(path), f"{path} (updated)", lineterm="", n=2)
    shown = [inert(line) for line in lines if "advisor-record" not in line]
    if shown:
        show_text("\n".join(shown) + "\n")
    else:
        say(f"{path} is up to date")


def show_merged(path: Path, old: bytes, merged: Merged, json: bool) -> None:
    """Print what an update did."""
    from integration_cli.export.changes_data import to_data

    changed = merged.data != old
    if json:
        show_json(to_data(merged, changed))
    elif not changed:
        say(f"{path} is up to date: nothing was changed")
    else:
        from integration_cli.cli.screens.changes import changes

        show(changes(merged.changes))
        say(f"wrote {path}; as it was: {path}.bak\nnext: advisor progress {path}")
