"""Evidence held against the documents' own texts."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from integration_cli.errors import AdvisorError, Fault
from integration_cli.loading.merge import Entries
from integration_cli.loading.places import PlacedRecord
from integration_cli.loading.rules import at
from integration_cli.loading.wording import RUN, texts, words

NEAR = 160
"""Words within which all key words of a piece of evidence must stand: about one long paragraph."""


def evidence_faults(entries: Entries, folder: Path) -> list[Fault]:
    """Faults of evidence and of wording against the texts in a folder.

    Raises AdvisorError where the folder, or the text of a source, is missing.
    """
    if not os.path.isdir(folder):
        raise AdvisorError(f"there is no folder of source texts at {folder}: check the path given to --sources")
    found: list[Fault] = []
    copies: dict[tuple[str, ...], str] = {}
    sections: dict[str, dict[str, list[str]]] = {}
    for id_, source in entries["source"].items():
        if "file" not in source:
            continue
        text = _read(folder / source["file"], id_)
        sections[id_] = _sections(text, source)
        found += _missing_headings(source, sections[id_])
        run = words(text)
        for i in range(len(run) - RUN + 1):
            copies.setdefault(tuple(run[i : i + RUN]), id_)
    for record in _records(entries):
        found += _not_found(record, sections)
    found += _copied(entries, copies)
    return found


def _read(path: Path, id_: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise AdvisorError(f"cannot read the text of '{id_}' at {path}: {error}") from error


def _plain(line: str) -> str:
    return " ".join(words(line))


def _sections(text: str, source: PlacedRecord) -> dict[str, list[str]]:
    """Heading -> words of its section; a box that interrupts a section counts for both.

    A heading that stands nowhere is not waited for: those after it are still found.
    """
    parts: dict[str, list[str]] = {"lead": []}
    lines = {_plain(line) for line in text.splitlines()} - {""}
    pending = [part for part in source.get("sections", []) if _plain(part.get("heading", "")) in lines]
    current = ["lead"]
    for line in text.splitlines():
        if pending and _plain(line) == _plain(pending[0]["heading"]):
            part = pending.pop(0)
            current = [part["heading"]] + ([part["inside"]] if "inside" in part else [])
            parts.setdefault(part["heading"], [])
            continue
        for heading in current:
            parts.setdefault(heading, []).extend(words(line))
    return parts


def _missing_headings(source: PlacedRecord, sections: dict[str, list[str]]) -> Iterator[Fault]:
    for part in source.get("sections", []):
        if "heading" in part and part["heading"] not in sections:
            yield at(part, "no-such-heading", f"the document has no heading '{part['heading']}' at this point")


def _records(entries: Entries) -> Iterator[PlacedRecord]:
    def inside(data: Any) -> Iterator[PlacedRecord]:
        if isinstance(data, PlacedRecord):
            # A row of a table has free keys, each with a text or a list.
            given = (data.get("source"), data.get("section"))
            if isinstance(data.get("key_words"), list) and all(isinstance(name, str) for name in given):
                yield data
            for value in data.values():
                yield from inside(value)
        elif isinstance(data, list):
            for value in data:
                yield from inside(value)

    for kind in ("barrier", "solution", "example", "framework", "risk"):
        for record in entries[kind].values():
            yield from inside(record)


def _not_found(record: PlacedRecord, sections: dict[str, dict[str, list[str]]]) -> Iterator[Fault]:
    section = sections.get(record["source"], {}).get(record["section"])
    if section is None or not record["key_words"]:
        return
    places = {key: _positions(words(key), section) for key in record["key_words"]}
    for key, found in places.items():
        if not found:
            yield at(key, "evidence", f"'{key}' does not stand under '{record['section']}' of '{record['source']}'")
    if all(places.values()) and (span := _narrowest(list(places.values()))) > NEAR:
        yield at(record, "evidence", f"the key words stand {span} words apart; {NEAR} at most mark one passage")


def _positions(phrase: list[str], section: list[str]) -> list[int]:
    size = len(phrase)
    return [i for i in range(len(section) - size + 1) if section[i : i + size] == phrase] if phrase else []


def _narrowest(places: list[list[int]]) -> int:
    """Words between the first and last key word, where they stand closest together."""
    best = 10**9
    last: dict[int, int] = {}
    for position, which in sorted((position, which) for which, found in enumerate(places) for position in found):
        last[which] = position
        if len(last) == len(places):
            best = min(best, position - min(last.values()) + 1)
    return best


def _copied(entries: Entries, copies: dict[tuple[str, ...], str]) -> Iterator[Fault]:
    headings = {_plain(text) for source in entries["source"].values() for text in texts(source)}
    for kind in entries.values():
        for record in kind.values():
            for text in texts(record):
                run = words(text)
                if " ".join(run) in headings:
                    continue
                for i in range(len(run) - RUN + 1):
                    if (piece := tuple(run[i : i + RUN])) in copies:
                        message = f"'{' '.join(piece)}' stands in '{copies[piece]}': say it in your own words"
                        yield at(text, "copied-run", message)
                        break
