"""Entries of several files put together, and a user's folder laid over the shipped base."""

from pathlib import PurePosixPath
from typing import Any

from integration_cli.errors import Fault
from integration_cli.loading.decode import Decoder, EnoughFaults
from integration_cli.loading.kinds import KINDS
from integration_cli.loading.locate import LARGEST_FILE, KnowledgeFile
from integration_cli.loading.nodes import compose
from integration_cli.loading.places import PlacedRecord
from integration_cli.loading.shapes import Record

ENTRY_KIND = {
    "categories": "category",
    "sources": "source",
    "updates": "update",
    "examples": "example",
    "frameworks": "framework",
    "risks": "risk",
    "vocabulary": "forms",
    "elsewhere": "elsewhere",
    "barrier": "barrier",
    "solutions": "solution",
    "about": "about",
}
KEYED_LISTS = {"actions": "id", "links": "solution", "not_to_confuse": "barrier"}
"""Lists whose items have a key of their own: an amendment of a key replaces that item."""

Entries = dict[str, dict[str, PlacedRecord]]
"""Kind of entry -> id -> record, in the order of files and of entries in them."""


def read_entries(files: list[KnowledgeFile], base: Entries) -> tuple[Entries, list[Fault]]:
    """Decode the files of one folder; `base` holds the entries that they may amend.

    Never raises for content: what is wrong comes back as faults.
    """
    entries: Entries = {kind: {} for kind in ENTRY_KIND.values()}
    faults: list[Fault] = []
    for file in files:
        if file.kind is None:
            faults.append(Fault(file.name, 1, 1, "unknown-file", _where_files_go(file.name)))
            continue
        if len(file.data) > LARGEST_FILE:
            faults.append(Fault(file.name, 1, 1, "too-large", f"over {LARGEST_FILE:,} bytes: split the file"))
            continue
        kind = ENTRY_KIND[file.kind]
        records, found = _decode_file(file, base.get(kind, {}))
        faults += found
        for record in records:
            faults += _add(entries[kind], kind, record, file)
    return entries, faults


def _decode_file(file: KnowledgeFile, base: dict[str, PlacedRecord]) -> tuple[list[PlacedRecord], list[Fault]]:
    node, faults = compose(file.data, file.name)
    if node is None:
        return [], faults
    decoder = Decoder(file.name, base.__contains__)
    type_ = KINDS[file.kind or ""]
    try:
        data = decoder.decode(node, type_, "the file")
    except EnoughFaults:
        return [], decoder.faults
    records = ([data] if isinstance(type_, Record) else data) if data is not None else []
    return records, decoder.faults


def _add(entries: dict[str, PlacedRecord], kind: str, record: PlacedRecord, file: KnowledgeFile) -> list[Fault]:
    id_ = "about" if kind == "about" else record.get("id")
    if id_ is None:
        return []
    if id_ in entries:
        first = entries[id_].place
        place = getattr(id_, "place", record.place)
        message = f"the {kind} '{id_}' stands already at {first.path}:{first.line}"
        return [Fault(place.path, place.line, place.col, "duplicate-id", message)]
    if kind == "solution":
        record["kind"] = PurePosixPath(file.name).stem
    entries[id_] = record
    return []


def _where_files_go(name: str) -> str:
    return (
        f"'{PurePosixPath(name).name}' is not a file of the knowledge: barriers go to barriers/<category>/<id>.yaml, "
        "solutions to solutions/<kind>.yaml; see the knowledge README"
    )


def lay_over(base: Entries, local: Entries) -> Entries:
    """The base with a user's entries over it: new ones added, known ones amended, both marked local."""
    merged: Entries = {}
    for kind, entries in base.items():
        merged[kind] = dict(entries)
        for id_, record in local.get(kind, {}).items():
            known = entries.get(id_)
            merged[kind][id_] = _marked_new(record) if known is None else _amended(known, record)
    return merged


def _marked_new(record: PlacedRecord) -> PlacedRecord:
    return PlacedRecord.at(record.place, {**record, "local": True, "local_signs": list(record.get("signs", []))})


def _amended(base: PlacedRecord, change: PlacedRecord) -> PlacedRecord:
    result = PlacedRecord.at(base.place, dict(base))
    for key, value in change.items():
        if isinstance(value, list):
            result[key] = _joined(base.get(key, []), value, KEYED_LISTS.get(key))
        elif key not in ("id", "kind"):
            result[key] = value
    result["local"] = True
    result["local_signs"] = [sign for sign in change.get("signs", []) if sign not in base.get("signs", [])]
    return result


def _joined(base: list[Any], added: list[Any], key: str | None) -> list[Any]:
    if key is None:
        return base + [item for item in added if item not in base]
    known = {item.get(key) for item in base}
    replaced: dict[Any, PlacedRecord] = {}
    more = []
    for item in added:
        marked = PlacedRecord.at(item.place, {**item, "local": True})
        # What the user's folder itself says twice stays twice: that is a fault for the rules to find.
        if item.get(key) in known and item.get(key) not in replaced:
            replaced[item.get(key)] = marked
        else:
            more.append(marked)
    return [replaced.get(item.get(key), item) for item in base] + more
