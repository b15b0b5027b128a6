"""Different ways to write one thing, found in a text: abbreviations, long forms, variants."""

from collections.abc import Iterable
from dataclasses import dataclass

from integration_cli.matching.text import Word, words_of
from integration_cli.model import Forms


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing named by the words from `first` up to, not including, `last`."""

    feature: str
    first: int
    last: int


class Vocabulary:
    """Finds in a text what the groups of forms name; the longest form wins."""

    def __init__(self, groups: Iterable[Forms]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for group in groups:
            for form in group.forms:
                stems = tuple(word.stem for word in words_of(form))
                if stems:
                    self._by_first.setdefault(stems[0], []).append((stems, f"={group.id}"))
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

    def _form_at(self, words: list[Word], at: int) -> tuple[tuple[str, ...], str] | None:
        for stems, feature in self._by_first.get(words[at].stem, ()):
            if tuple(word.stem for word in words[at : at + len(stems)]) == stems:
                return stems, feature
        return None
