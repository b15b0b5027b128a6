"""Updates that a text calls for: because it names something that has changed, or because an entry is affected."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from integration_cli.model import Knowledge
from integration_cli.update import Nation, Notice, Update
from integration_cli.words import first_word, word_places


class _Name(NamedTuple):
    text: str
    update: Update | None

    @property
    def words(self) -> tuple[str, ...]:
        return _words(self.text)


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(plain for plain, _, _ in word_places(name))


class Names:
    """The names by which texts call what has changed, found as whole words, the longest first.

    Abbreviations count only in their own case. A name inside a longer one that means something else
    ("Care Act" in "Health and Care Act") does not count.
    """

    def __init__(self, updates: Iterable[Update]) -> None:
        self.updates = tuple(updates)
        self._by_first: dict[str, list[_Name]] = {}
        for update in self.updates:
            for alias in update.aliases:
                self._add(alias, update)
            for longer in update.unless_inside:
                self._add(longer, None)
        for names in self._by_first.values():
            names.sort(key=lambda name: (-len(name.text), name.update is None))

    def _add(self, text: str, update: Update | None) -> None:
        self._by_first.setdefault(first_word(text), []).append(_Name(text, update))

    def found_in(self, text: str) -> list[Notice]:
        """The updates that a text names, each once, in the order of the text."""
        places = list(word_places(text))
        plain = [word for word, _, _ in places]
        found: dict[str, Notice] = {}
        at = 0
        while at < len(places):
            name = self._name_at(plain, at, text, places)
            if name is not None and name.update is not None:
                found.setdefault(name.update.id, _notice(name.update, name.text))
            at += len(name.words) if name is not None else 1
        return list(found.values())

    def _name_at(self, plain: list[str], at: int, text: str, places: list[tuple[str, int, int]]) -> _Name | None:
        for name in self._by_first.get(plain[at], ()):
            end = at + len(name.words)
            if tuple(plain[at:end]) == name.words:
                written = text[places[at][1] : places[end - 1][2]]
                if not is_abbreviation(name.text) or written.replace("’", "'").removesuffix("'s") == name.text:
                    return name
        return None


def is_abbreviation(name: str) -> bool:
    """Whether a name is one short word with capitals inside, such as ICB, PbR or iBCF."""
    return " " not in name and len(name) <= 6 and sum(c.isupper() for c in name) >= 2


def _notice(update: Update, named: str) -> Notice:
    meaning = next((other.meaning for other in update.may_also_mean if other.alias == named), "")
    return Notice(update, named, meaning)


def notices(texts: Sequence[str], entries: Iterable[str], names: Names, nation: Nation | None = None) -> list[Notice]:
    """The updates for texts shown and for the entries (ids) behind them: those named come first.

    With a nation, updates that do not hold there are left out.
    """
    found: dict[str, Notice] = {}
    for text in texts:
        for notice in names.found_in(text):
            found.setdefault(notice.update.id, notice)
    wanted = set(entries)
    for update in names.updates:
        if wanted.intersection(update.affects):
            found.setdefault(update.id, Notice(update))
    return [notice for notice in found.values() if nation is None or holds_in(notice.update, nation)]


def entry_texts(id_: str, knowledge: Knowledge) -> Iterator[str]:
    """The texts of a barrier, solution or risk that readers see."""
    if barrier := knowledge.barriers.get(id_):
        yield from (barrier.title, barrier.summary)
    if solution := knowledge.solutions.get(id_):
        yield from (solution.title, solution.summary, solution.who, solution.measure.text)
        yield from (action.text for action in solution.actions)
    if risk := knowledge.risks.get(id_):
        yield from (risk.text, risk.carried_by)


def holds_in(update: Update, nation: Nation) -> bool:
    """Whether a fact is about this nation, or the whole United Kingdom."""
    return nation in update.nations or "UK" in update.nations


def foreign_names(ids: Iterable[str], knowledge: Knowledge, names: Names, nation: Nation) -> dict[str, tuple[str, ...]]:
    """For each entry whose texts name a body or law that this nation does not have: those names."""
    found = {}
    for id_ in ids:
        notices = [notice for text in entry_texts(id_, knowledge) for notice in names.found_in(text)]
        if foreign := dict.fromkeys(n.named for n in notices if not holds_in(n.update, nation)):
            found[id_] = tuple(foreign)
    return found
