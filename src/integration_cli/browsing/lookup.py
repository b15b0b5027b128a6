"""Entries by id, whatever their kind."""

from integration_cli.errors import UnknownId
from integration_cli.model import Entry, Knowledge
from integration_cli.suggest import did_you_mean


def get_entries(id_: str, knowledge: Knowledge) -> list[tuple[str, Entry]]:
    """Every entry with this id, or with the id that replaced it, with its kind; 'kind:id' names one kind only.

    The same id may stand for a barrier and for the update on it. Raises UnknownId.
    """
    kind, _, name = id_.rpartition(":")
    wanted = knowledge.formerly.get(name, name)
    kinds = knowledge.kinds()
    found = [(k, entries[wanted]) for k, entries in kinds.items() if wanted in entries and kind in ("", k)]
    if not found:
        known = dict.fromkeys(known for entries in kinds.values() for known in entries)
        hint = did_you_mean(name, known)
        raise UnknownId(f"no entry is called '{id_}'{hint}\n'advisor search WORDS' finds entries by what they say")
    return found


def details_of(id_: str, knowledge: Knowledge) -> list[str]:
    """The ids of a main barrier's details."""
    return [barrier.id for barrier in knowledge.barriers.values() if barrier.part_of == id_]


def barriers_answered_by(id_: str, knowledge: Knowledge) -> list[tuple[str, str]]:
    """The barriers that a solution answers, with the basis of each link."""
    return [
        (barrier.id, link.basis)
        for barrier in knowledge.barriers.values()
        for link in barrier.links
        if link.solution == id_
    ]


def supporting(id_: str, knowledge: Knowledge) -> tuple[list[str], list[str]]:
    """The examples and the frameworks that bear on an entry."""
    examples = [example.id for example in knowledge.examples.values() if id_ in example.supports]
    frameworks = [framework.id for framework in knowledge.frameworks.values() if id_ in framework.supports]
    return examples, frameworks
