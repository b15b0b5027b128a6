"""The words of a text, and where they stand."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:(?:[\u0300-\u036f]+['’&]?|['’&])[^\W_]+)*")
"""Letters and digits, joined by apostrophes, ampersands, and accents that are written as characters of their own."""

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


def word_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of a text in its plain form, with its start and end."""
    for match in _WORD.finditer(text):
        yield plain_form(match.group()), match.start(), match.end()


def words_as_written(text: str) -> list[str]:
    """The words of a text as they stand in it."""
    return _WORD.findall(text)


def first_word(text: str) -> str:
    """The plain form of a text's first word; empty where it has none."""
    match = _WORD.search(text)
    return plain_form(match.group()) if match else ""


@lru_cache(maxsize=65536)
def plain_form(word: str) -> str:
    """A word in small letters, without accents, possessive or apostrophe."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
        word = "".join(c for c in word if not unicodedata.combining(c))
    word = word.lower()
    if word.endswith("'s"):
        word = word[:-2]
    return word.replace("'", "")


def counted(count: int, what: str) -> str:
    """So many of something: "1 action", "2 actions"."""
    return f"{count} {what}{'' if count == 1 else 's'}"
