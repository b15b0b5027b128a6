"""Which entries speak of an entry: the way back along every link."""

from collections.abc import Iterator, Mapping, Sequence

from integration_cli.model import Barrier, Entry, Example, Framework, Knowledge, Risk, Solution
from integration_cli.update import Notice, Update

Place = tuple[str, str]
"""Kind and id of an entry: one id may stand for a barrier and for the update on it."""

NOTED = ("barrier", "solution", "risk")
"""Kinds whose entries say what has changed for them."""

Back = dict[Place, dict[str, list[str]]]
"""For each entry, by their kind, the ids of those that speak of it."""


def back_links(knowledge: Knowledge, notices: Mapping[str, Sequence[Notice]]) -> Back:
    """The way back along every link; an update is also spoken of by the entries that it is noted at."""
    found: Back = {}
    for kind, entries in knowledge.kinds().items():
        for id_, entry in entries.items():
            for place in dict.fromkeys(_targets(kind, entry, knowledge)):
                found.setdefault(place, {}).setdefault(kind, []).append(id_)
    for id_, noted in notices.items():
        for kind in NOTED:
            if id_ in knowledge.kinds()[kind]:
                for notice in noted:
                    found.setdefault(("update", notice.update.id), {}).setdefault(kind, []).append(id_)
    return found


def _targets(kind: str, entry: Entry, knowledge: Knowledge) -> Iterator[Place]:
    match entry:
        case Barrier():
            yield ("category", entry.category)
            yield from (("solution", link.solution) for link in entry.links)
            yield from (("source", evidence.source) for evidence in entry.evidence)
        case Solution():
            evidence = [*entry.evidence, *(e for action in entry.actions for e in action.evidence)]
            yield from (("source", e.source) for e in evidence)
        case Risk():
            yield from (("barrier", id_) for id_ in entry.arises_from)
            yield from (("solution", id_) for id_ in entry.mitigations)
            yield from (("source", evidence.source) for evidence in entry.evidence)
        case Update():
            yield from (("source", mention.source) for mention in entry.mentioned_in if mention.source)
            yield from places(entry.affects, knowledge, but=kind)
        case Example() | Framework():
            if entry.source:
                yield ("source", entry.source)
            yield from places(entry.supports, knowledge, "barrier", "solution")


def places(ids: Sequence[str], knowledge: Knowledge, *kinds: str, but: str = "") -> Iterator[Place]:
    """Every entry that one of the ids stands for, of these kinds (of any, where none is named)."""
    for id_ in ids:
        wanted = knowledge.formerly.get(id_, id_)
        for kind, entries in knowledge.kinds().items():
            if wanted in entries and kind != but and (not kinds or kind in kinds):
                yield kind, wanted
