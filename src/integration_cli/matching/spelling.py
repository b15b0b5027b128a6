"""Misspelt words: the only door to rapidfuzz."""

from bisect import bisect_left
from functools import cached_property, lru_cache

from integration_cli.matching.table import hashed
from integration_cli.matching.text import Word, stem

LEAST_LETTERS = 6
"""Shorter words have too many neighbours that mean something else."""

LIKE = 82.0
"""Least similarity, in per cent (optimal string alignment), of a misspelt word and what it was meant to be."""


class Speller:
    """Knows the words of the knowledge (`lines`, and their `hashes` in order); another may be one of them misspelt."""

    def __init__(self, hashes: "memoryview[int]", lines: memoryview) -> None:
        self._hashes = hashes
        self._lines = lines
        # The same names and slips come again and again where many texts are read.
        self._meant = lru_cache(maxsize=16384)(self._meant_by)

    @property
    def words(self) -> list[str]:
        """The known words, in order."""
        return bytes(self._lines).decode().split()

    def _knows(self, plain: str) -> bool:
        wanted = hashed(plain)
        at = bisect_left(self._hashes, wanted)
        return at < len(self._hashes) and self._hashes[at] == wanted

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.words:
            found.setdefault(word[:1], []).append(word)
        return found

    def mended(self, word: Word) -> Word:
        """The word as it was probably meant; the same word where it is known or nothing is near."""
        plain = word.plain
        if len(plain) < LEAST_LETTERS or not plain.isalpha():
            return word
        meant = self._meant(plain)
        return word if meant is None else Word(meant, stem(meant), word.start, word.end, word.capital)

    def _meant_by(self, plain: str) -> str | None:
        return None if self._knows(plain) else self._nearest(plain)

    def _nearest(self, plain: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        found = process.extractOne(
            plain, self._by_start.get(plain[:1], []), scorer=OSA.normalized_similarity, score_cutoff=LIKE / 100
        )
        return None if found is None else str(found[0])
