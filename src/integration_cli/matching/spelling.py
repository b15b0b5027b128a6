"""Misspelt words: the only door to rapidfuzz."""

from collections.abc import Collection

from integration_cli.matching.text import Word, stem

LEAST_LETTERS = 5
"""Shorter words have too many neighbours that mean something else."""

LIKE = 84.0
"""Least similarity, in per cent (normalised Indel), of a misspelt word and what it was meant to be."""


class Speller:
    """Knows the words of the knowledge; a word that is not among them may be one of them misspelt."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._by_start: dict[str, list[str]] | None = None

    def mended(self, word: Word) -> Word:
        """The word as it was probably meant; the same word where it is known or nothing is near."""
        plain = word.plain
        if len(plain) < LEAST_LETTERS or not plain.isalpha() or plain in self._known:
            return word
        meant = self._nearest(plain)
        return word if meant is None else Word(meant, stem(meant), word.start, word.end)

    def _nearest(self, plain: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if self._by_start is None:
            self._by_start = {}
            for known in self._known:
                self._by_start.setdefault(known[:1], []).append(known)
        found = process.extractOne(
            plain, self._by_start.get(plain[0], []), scorer=OSA.normalized_similarity, score_cutoff=LIKE / 100
        )
        return None if found is None else str(found[0])
