"""Text to words with places, stems and pieces of words, as all scorers see it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from integration_cli.words import word_places

_STOP = """
    a about after again all also am an and any are as at be because been before being but by can could did do does
    doing dont for from get gets getting go goes going got had has have having he her here hers him his how i if in
    into is isnt it its just let like me might more most my no nor not now of off on once one only or other our
    ours out over own same say says she should so some such than that the their theirs them then there these
    they this those though through to too under until up us very was we were weve what when where which while
    who whom whose why will with wont would yet you your
"""
STOP_WORDS = frozenset(_STOP.split())
"""Words that say nothing about a barrier by themselves; they still count inside pairs and pieces of words."""


class Word(NamedTuple):
    """A word of a text: its plain form, its stem, where it stands, and whether it begins with a capital."""

    plain: str
    stem: str
    start: int
    end: int
    capital: bool = False


def words_of(text: str) -> list[Word]:
    """The words of a text in order, in their plain forms and with their stems."""
    return [Word(plain, stem(plain), start, end, text[start].isupper()) for plain, start, end in word_places(text)]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest endings, so that 'pooled', 'pooling' and 'pools' meet.

    A few rules are enough here: the texts are short and both sides are cut alike, so a stem need not be a word.
    """
    if len(word) <= 3 or not word.isalpha():
        return word
    for ending, replacement, keep in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= keep:
            base = word[: len(word) - len(ending)] + replacement
            if (
                ending in ("ing", "ed", "er", "ers")
                and len(base) > 3
                and base[-1] == base[-2]
                and base[-1] not in "lsz"
            ):
                base = base[:-1]
            word = base
            break
    return word[:-1] if len(word) > 4 and word[-1] in "ey" else word


ENDINGS = (
    ("isations", "is", 3), ("isation", "is", 3), ("izations", "is", 3), ("ization", "is", 3),
    ("ational", "at", 3), ("fulness", "ful", 3), ("iveness", "iv", 3), ("ousness", "ous", 3),
    ("ations", "at", 3), ("ation", "at", 3), ("ating", "at", 3), ("ators", "at", 3), ("ator", "at", 3),
    ("ates", "at", 3), ("ated", "at", 3), ("ate", "at", 4), ("ative", "at", 3),
    ("ilities", "il", 3), ("ility", "il", 3), ("ments", "", 3), ("ment", "", 3), ("nesses", "", 3),
    ("ness", "", 3), ("ising", "is", 3), ("izing", "is", 3), ("ised", "is", 3), ("ized", "is", 3),
    ("ises", "is", 3), ("ise", "is", 3), ("ize", "is", 3), ("ings", "", 3), ("ing", "", 3), ("ies", "y", 2),
    ("ied", "y", 2), ("edly", "", 3), ("ed", "", 3), ("ively", "iv", 3), ("ive", "iv", 3), ("ions", "", 4),
    ("ion", "", 4), ("ers", "", 4), ("er", "", 4), ("ically", "ic", 3), ("ally", "al", 3), ("ly", "", 3),
    ("sses", "ss", 2), ("es", "", 3), ("ss", "ss", 1), ("s", "", 3),
)  # fmt: skip
"""Each ending with what takes its place and the letters that must be left before it; the first that fits counts."""


def pairs(stems: list[str]) -> Iterator[str]:
    """Neighbouring stems, joined."""
    for first, second in pairwise(stems):
        yield f"{first} {second}"


PIECE = 4
"""Letters of a piece: as good as 3 to 5 together, with a third of the features."""


@lru_cache(maxsize=16384)
def pieces(plain: str) -> tuple[str, ...]:
    """Runs of letters of a word, its edges marked: misspelt words still share most of theirs."""
    padded = f" {plain} "
    return tuple(padded[start : start + PIECE] for start in range(max(1, len(padded) - PIECE + 1)))
