"""Words looked up in every kind of entry."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from integration_cli.model import Barrier, Entry, Knowledge
from integration_cli.words import word_places

WEIGHTS = {"id": 4.0, "title": 4.0, "term": 4.0, "terms": 3.0, "aliases": 3.0, "summary": 2.0, "text": 2.0}
"""How much a word counts by the field in which it stands; 1 elsewhere."""

LEAST_START = 4
"""Letters from which the beginning of a word is enough to find it."""


class Hit(NamedTuple):
    """An entry that holds all words looked for; `where` is the first text that holds one of them."""

    kind: str
    entry: Entry
    score: float
    where: str


def search(query: str, knowledge: Knowledge) -> list[Hit]:
    """The entries that hold every word of the query, the best first."""
    wanted = [word for word, _, _ in word_places(query)]
    hits = []
    for kind, entries in knowledge.kinds().items():
        for entry in entries.values():
            hit = _hit(kind, entry, wanted)
            if hit is not None:
                hits.append(hit)
    return sorted(hits, key=lambda hit: (-hit.score, hit.kind, hit.entry.id))


def _hit(kind: str, entry: Entry, wanted: list[str]) -> Hit | None:
    best: dict[str, float] = {}
    where = ""
    for name, text in _texts(entry):
        if not _may_hold(text, wanted):
            continue
        words = [word for word, _, _ in word_places(text)]
        for query in wanted:
            if any(_meets(word, query) for word in words):
                best[query] = max(best.get(query, 0.0), WEIGHTS.get(name, 1.0))
                where = where or text
    if not wanted or len(best) < len(set(wanted)):
        return None
    return Hit(kind, entry, sum(best.values()), where)


def _may_hold(text: str, wanted: list[str]) -> bool:
    """A quick look, before the words of a text are told apart: false only where no word can meet."""
    if not text.isascii():
        return True
    letters = text.lower().replace("'", "")
    return any(query in letters for query in wanted)


def _meets(word: str, query: str) -> bool:
    return word == query or (len(query) >= LEAST_START and word.startswith(query))


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an entry with the name of its field; counter-signs are left out, they say what it is not."""
    if isinstance(value, str):
        yield name, value
    elif hasattr(value, "_asdict"):
        for field, part in value._asdict().items():
            if not (isinstance(value, Barrier) and field in ("not_signs", "not_to_confuse", "local_signs")):
                yield from _texts(part, field)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item, name)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, str(key))
