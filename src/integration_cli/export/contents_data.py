"""A list of entries as plain data, for programs."""

from collections.abc import Sequence
from typing import Any

from integration_cli.export.entry_data import entry_data
from integration_cli.group import Group
from integration_cli.model import Entry, Knowledge

LONG = ("signs", "local_signs", "not_signs", "evidence", "rows", "actions", "not_to_confuse", "page", "mentioned_in")
"""Fields that `advisor show` gives; a list would be megabytes of them."""


def to_data(kind: str, groups: Sequence[Group], knowledge: Knowledge) -> dict[str, Any]:
    """Return the groups with their entries, without the longest fields, and counts."""
    return {
        "kind": kind,
        "knowledge": {"version": knowledge.version, "as_at": knowledge.as_at, "limits": list(knowledge.limits)},
        "count": sum(len(group.entries) for group in groups),
        "groups": [
            {"id": group.id, "title": group.title, "entries": [_short(kind, entry) for entry in group.entries]}
            for group in groups
        ],
    }


def _short(kind: str, entry: Entry) -> dict[str, Any]:
    return {key: value for key, value in entry_data(kind, entry).items() if key not in LONG}
