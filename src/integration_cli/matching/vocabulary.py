"""Different ways to write one thing, found in a text: abbreviations, long forms, variants."""

from collections.abc import Iterable
from typing import NamedTuple

from integration_cli.matching.text import Word, words_of
from integration_cli.model import Forms


class Concept(NamedTuple):
    """A thing named by the words from `first` up to, not including, `last`."""

    feature: str
    first: int
    last: int


Written = list[tuple[str, list[str]]]
"""A concept's feature with the stems of one of its forms, for every form."""


def written(groups: Iterable[Forms]) -> Written:
    """The forms of all groups, taken apart."""
    forms = ((f"={group.id}", [word.stem for word in words_of(form)]) for group in groups for form in group.forms)
    return [(feature, stems) for feature, stems in forms if stems]


class Vocabulary:
    """Finds in a text what the groups of forms name; the longest form wins."""

    def __init__(self, forms: Written) -> None:
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for feature, stems in forms:
            self._by_first.setdefault(stems[0], []).append((stems, feature))
        for found in self._by_first.values():
            found.sort(key=lambda form: -len(form[0]))

    def concepts(self, words: list[Word]) -> list[Concept]:
        """What the words name, in order, without overlaps."""
        found = []
        at = 0
        while at < len(words):
            match = self._form_at(words, at)
            if match:
                stems, feature = match
                found.append(Concept(feature, at, at + len(stems)))
            at += len(match[0]) if match else 1
        return found

    def _form_at(self, words: list[Word], at: int) -> tuple[list[str], str] | None:
        for stems, feature in self._by_first.get(words[at].stem, ()):
            if [word.stem for word in words[at : at + len(stems)]] == stems:
                return stems, feature
        return None
