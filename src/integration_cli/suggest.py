"""'Did you mean': the nearest known words to a mistyped one."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], most: int = 3, least: float = 0.6) -> list[str]:
    """Return the known words that look most like this one, best first; none where none is near.

    `least` is the likeness (0 to 1) from which a word counts as near.
    """
    from difflib import get_close_matches

    return get_close_matches(word, list(known), n=most, cutoff=least)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return '; did you mean ...?' for the nearest known words, or nothing where none is near."""
    near = nearest(word, known)
    return f"; did you mean {' or '.join(repr(name) for name in near)}?" if near else ""
