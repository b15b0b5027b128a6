"""What must hold between the entries of the knowledge, beyond the shape of each."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from integration_cli.errors import Fault
from integration_cli.loading.kinds import KINDS
from integration_cli.loading.merge import ENTRY_KIND, Entries
from integration_cli.loading.places import PlacedRecord
from integration_cli.loading.shapes import ListOf, Record, Ref, Type
from integration_cli.suggest import did_you_mean

Rule = Callable[[Entries], Iterator[Fault]]


def at(placed: Any, rule: str, message: str) -> Fault:
    """A fault at the place of a text or record."""
    place = placed.place
    return Fault(place.path, place.line, place.col, rule, message)


def unknown_ids(entries: Entries) -> Iterator[Fault]:
    """Every reference names an entry that exists."""
    for kind_of_file, type_ in KINDS.items():
        kind = ENTRY_KIND[kind_of_file]
        record_type = type_.item if isinstance(type_, ListOf) else type_
        for record in entries.get(kind, {}).values():
            yield from _dangling(record, record_type, entries)
    for framework in entries["framework"].values():
        for row in framework.get("rows", []):
            yield from _dangling_in_row(row, entries)


def _dangling(data: Any, type_: Type, entries: Entries) -> Iterator[Fault]:
    match type_:
        case Ref(kinds=kinds, also=also):
            if data not in also and not any(data in entries[kind] for kind in kinds):
                known = [id_ for kind in kinds for id_ in entries[kind]]
                yield at(data, "unknown-id", f"no {' or '.join(kinds)} is called '{data}'{did_you_mean(data, known)}")
        case ListOf(item=item):
            for one in data:
                yield from _dangling(one, item, entries)
        case Record(fields=fields):
            for key, value in data.items():
                if key in fields:
                    yield from _dangling(value, fields[key].type, entries)


def _dangling_in_row(row: PlacedRecord, entries: Entries) -> Iterator[Fault]:
    for key, value in row.items():
        if key in ("barrier_id", "solution_ids"):
            kind = "barrier" if key == "barrier_id" else "solution"
        elif key == "source" or key.endswith("_source"):
            kind = "source"
        else:
            continue
        for id_ in value if isinstance(value, list) else [value]:
            yield from _dangling(id_, Ref((kind,)), entries)


def misplaced(entries: Entries) -> Iterator[Fault]:
    """A barrier lies in barriers/<its category>/<its id>.yaml."""
    for id_, barrier in entries["barrier"].items():
        place = PurePosixPath(barrier.place.path)
        if place.stem != id_:
            yield at(barrier.get("id", barrier), "misplaced", f"the file is called '{place.name}', the barrier '{id_}'")
        category = barrier.get("category")
        folder = PurePosixPath(category.place.path).parent.name if category else ""
        if category and folder != category:
            yield at(category, "misplaced", f"the file lies in '{folder}', its category is '{category}'")


def part_of_cycles(entries: Entries) -> Iterator[Fault]:
    """A detail belongs to a main barrier, never to itself, in a circle, or to another detail."""
    barriers = entries["barrier"]
    for id_, barrier in barriers.items():
        parent = barrier.get("part_of")
        if parent is None:
            continue
        if id_ in _ancestors(id_, barriers):
            yield at(parent, "cycle", f"'{id_}' is part of itself, by way of '{parent}'")
        elif _parent(parent, barriers):
            yield at(parent, "detail-of-detail", f"'{parent}' is itself a detail: name its main barrier instead")


def _parent(id_: str, barriers: dict[str, PlacedRecord]) -> str | None:
    barrier = barriers.get(id_)
    return None if barrier is None else barrier.get("part_of")


def _ancestors(id_: str, barriers: dict[str, PlacedRecord]) -> set[str]:
    seen: set[str] = set()
    parent = _parent(id_, barriers)
    while parent is not None and parent not in seen:
        seen.add(parent)
        parent = _parent(parent, barriers)
    return seen


def self_references(entries: Entries) -> Iterator[Fault]:
    """No barrier is its own neighbour, and no counter-sign belongs to the barrier that it counters."""
    for id_, barrier in entries["barrier"].items():
        for neighbour in barrier.get("not_to_confuse", []):
            if neighbour.get("barrier") == id_:
                yield at(neighbour, "self-reference", f"'{id_}' cannot be confused with itself")
        for counter in barrier.get("not_signs", []):
            if counter.get("belongs_to") == id_:
                yield at(counter, "self-reference", f"this counter-sign belongs to '{id_}': make it a sign")


def repeated_keys(entries: Entries) -> Iterator[Fault]:
    """Within an entry no link, neighbour or action stands twice."""
    for kind, field, key in (
        ("barrier", "links", "solution"),
        ("barrier", "not_to_confuse", "barrier"),
        ("solution", "actions", "id"),
    ):
        for record in entries[kind].values():
            seen = set()
            for item in record.get(field, []):
                if key not in item:
                    continue
                if item[key] in seen:
                    yield at(item, "duplicate-item", f"'{item[key]}' stands twice in '{field}'")
                seen.add(item[key])


def basis_needs_evidence(entries: Entries) -> Iterator[Fault]:
    """An action or risk of basis 'document' says where; an inferred one cannot."""
    actions = (action for solution in entries["solution"].values() for action in solution.get("actions", []))
    for item in (*actions, *entries["risk"].values()):
        if item.get("basis") == "document" and not item.get("evidence"):
            yield at(item, "no-evidence", "basis is 'document' but no evidence is given")
        if item.get("basis") == "inferred" and item.get("evidence"):
            yield at(item, "no-evidence", "evidence is given, so basis should be 'document'")


def unknown_sections(entries: Entries) -> Iterator[Fault]:
    """Each piece of evidence names a heading of its source, or 'lead'."""
    for source, section in evidence_places(entries):
        if source not in entries["source"]:
            continue
        sections = entries["source"][source].get("sections", [])
        known = ["lead", *(part["heading"] for part in sections if "heading" in part)]
        if section not in known:
            hint = did_you_mean(section, known) or f"; 'advisor show {source}' lists its headings"
            yield at(section, "unknown-section", f"'{source}' has no heading '{section}'{hint}")


def unknown_boxes(entries: Entries) -> Iterator[Fault]:
    """What a section of a source stands inside is another section of that source."""
    for id_, source in entries["source"].items():
        known = [part["heading"] for part in source.get("sections", []) if "heading" in part]
        for part in source.get("sections", []):
            if "inside" in part and part["inside"] not in known:
                hint = did_you_mean(part["inside"], known)
                yield at(part["inside"], "unknown-section", f"'{id_}' has no heading '{part['inside']}'{hint}")


def evidence_places(entries: Entries) -> Iterator[tuple[str, Any]]:
    """Every pair of source and section that any record anywhere names."""
    for kind in ("barrier", "solution", "example", "framework", "risk"):
        for record in entries[kind].values():
            yield from ((item["source"], item["section"]) for item in _with_section(record))


def _with_section(data: Any) -> Iterator[PlacedRecord]:
    if isinstance(data, PlacedRecord):
        # A row of a table has free keys: what it calls 'source' or 'section' may be a list.
        if isinstance(data.get("source"), str) and isinstance(data.get("section"), str):
            yield data
        for value in data.values():
            yield from _with_section(value)
    elif isinstance(data, list):
        for value in data:
            yield from _with_section(value)


def reused_former_ids(entries: Entries) -> Iterator[Fault]:
    """An id that an entry had before is not in use for another of its kind, and leads to one entry only."""
    claimed: dict[str, str] = {}
    for kind in ("barrier", "solution", "risk"):
        for id_, record in entries[kind].items():
            for old in record.get("formerly", []):
                if old in entries[kind]:
                    yield at(old, "reused-id", f"'{old}' is in use; it cannot also be the former id of '{id_}'")
                elif claimed.setdefault(old, id_) != id_:
                    yield at(old, "reused-id", f"'{old}' is already the former id of '{claimed[old]}'")


STRUCTURE: tuple[Rule, ...] = (
    unknown_ids,
    misplaced,
    part_of_cycles,
    self_references,
    repeated_keys,
    basis_needs_evidence,
    unknown_sections,
    unknown_boxes,
    reused_former_ids,
)
"""Rules without which the knowledge cannot be trusted to load."""
