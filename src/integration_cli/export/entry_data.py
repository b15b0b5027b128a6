"""Entries of the knowledge as plain data, for programs."""

from collections.abc import Sequence
from typing import Any

from integration_cli.model import Entry, Knowledge
from integration_cli.update import Notice


def page_data(entries: Sequence[tuple[str, Entry]], notices: Sequence[Notice], knowledge: Knowledge) -> dict[str, Any]:
    """Return entries that share an id, with what has changed of that which they speak of."""
    return {
        "entries": [to_data(kind, entry, knowledge) for kind, entry in entries],
        "updates": [notice_data(notice) for notice in notices],
    }


def to_data(kind: str, entry: Entry, knowledge: Knowledge) -> dict[str, Any]:
    """Return an entry as dictionaries, lists and texts, with the look-ups that its page shows."""
    data = entry_data(kind, entry)
    if kind == "solution":
        data["answers"] = [
            {"barrier": barrier.id, "basis": link.basis}
            for barrier in knowledge.barriers.values()
            for link in barrier.links
            if link.solution == entry.id
        ]
    if kind in ("barrier", "solution"):
        # Imported here: a diagnosis needs this module, but no register.
        from integration_cli.register import risks_of

        data["risks"] = risks_of(entry.id, knowledge)
    if kind == "category":
        data["barriers"] = [b.id for b in knowledge.barriers.values() if b.category == entry.id]
    return data


def entry_data(kind: str, entry: Entry) -> dict[str, Any]:
    """Return an entry's own fields after its kind; a solution's or update's own kind is `solution_kind`, and so on."""
    own = plain(entry)
    if "kind" in own:
        own[f"{kind}_kind"] = own.pop("kind")
    return {"kind": kind, **own}


def notice_data(notice: Notice) -> dict[str, Any]:
    """Return an update as it is shown beside something that it affects."""
    update = notice.update
    return {
        "update": update.id,
        "term": update.term,
        "status": update.status,
        "since": update.since,
        "successor": update.successor or None,
        "nations": list(update.nations),
        "note": update.note,
        "caveat": update.caveat or None,
        "verified": update.verified,
        "as_at": update.as_at,
        "named": notice.named or None,
        "may_also_mean": notice.or_meaning or None,
        "local": update.local,
    }


def plain(value: Any) -> Any:
    """A value of the model as dictionaries, lists and texts; sets come in order."""
    if hasattr(value, "_asdict"):
        return {name: plain(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value
