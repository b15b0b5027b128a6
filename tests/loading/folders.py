"""Small knowledge folders: the sound one beside this file, and what is made from it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

SOUND = Path(__file__).parent / "sound"
"""A whole knowledge without a fault: two categories, three barriers, two solutions, one of everything else."""

INVALID = Path(__file__).parents[1] / "data" / "invalid"
"""Faulty files, a folder per case: put over the sound knowledge they give the faults in the text beside it."""

CASES = sorted(path.name for path in INVALID.iterdir() if path.is_dir())

REPORT = """\
A report by the clerk: people work best together.

Budgets

Every purse is guarded. Make a list. A common purse would help.

The mill

At the mill an invoice lay for a year.

Staff

They doubt one another.
"""
"""The text of the one document that the sound knowledge cites."""


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, which is returned."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def edited(name: str, old: str, new: str) -> dict[str, str]:
    """A file of the sound knowledge with one place changed."""
    text = (SOUND / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} should stand once in {name}"
    return {name: text.replace(old, new)}


def places(data: object, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value inside plain data."""
    yield way
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from places(value, (*way, key))
