"""What there is of one kind, in groups that a reader can take in."""

from collections.abc import Collection

from integration_cli.group import Group
from integration_cli.model import Category, Entry, Example, Framework, Knowledge
from integration_cli.update import Nation, Update


def contents(
    knowledge: Knowledge, kind: str, categories: Collection[str] = (), nation: Nation | None = None
) -> list[Group]:
    """The entries of a kind: barriers and risks by category, solutions and updates by kind, others by document.

    `categories` keeps barriers, and solutions that answer them; a nation keeps updates that hold there.
    """
    if kind in ("barrier", "risk"):
        return [
            Group(c.id, c.title, _of_category(kind, c, knowledge))
            for c in knowledge.categories.values()
            if not categories or c.id in categories
        ]
    entries = [e for e in knowledge.kinds()[kind].values() if _wanted(e, knowledge, categories, nation)]
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_shared(kind, entry), []).append(entry)
    return [Group(id_, _title(id_, knowledge), tuple(members)) for id_, members in groups.items()]


def _of_category(kind: str, category: Category, knowledge: Knowledge) -> tuple[Entry, ...]:
    """Barriers of a category, or risks of which the nearest barrier belongs to it."""
    if kind == "barrier":
        return tuple(barrier for barrier in knowledge.barriers.values() if barrier.category == category.id)
    nearest = {risk: knowledge.barriers[risk.arises_from[0]] for risk in knowledge.risks.values()}
    return tuple(risk for risk, barrier in nearest.items() if barrier.category == category.id)


def _shared(kind: str, entry: Entry) -> str:
    if kind in ("solution", "update"):
        return str(getattr(entry, "kind", ""))
    if kind == "source":
        return "documents"
    return str(getattr(entry, "source", "")) or "several documents"


def _title(id_: str, knowledge: Knowledge) -> str:
    source = knowledge.sources.get(id_)
    return source.title if source else id_.replace("-", " ").capitalize()


def _wanted(entry: Entry, knowledge: Knowledge, categories: Collection[str], nation: Nation | None) -> bool:
    if isinstance(entry, Update):
        return nation is None or nation in entry.nations or "UK" in entry.nations
    if not categories:
        return True
    inside = {barrier.id for barrier in knowledge.barriers.values() if barrier.category in categories}
    if isinstance(entry, Example | Framework):
        return bool(inside.intersection(entry.supports))
    return any(link.solution == entry.id for id_ in inside for link in knowledge.barriers[id_].links)
