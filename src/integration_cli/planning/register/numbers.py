"""Numbers as people type them into a register, and what they amount to."""

import re
from collections.abc import Iterable

from integration_cli.register import Rating, Score

UNSCORED = "not scored yet"

_NUMBER = re.compile(r"^[A-Z]?\s*([1-5])(?!\s*(?:[.,/–—-]|to|or)?\s*\d)(?=\W|$)", re.IGNORECASE)
_OURS = re.compile(rf"{UNSCORED}|\d{{1,2}}, (?:red|amber|green) \((?:low|moderate|high|extreme)\)|")


def read_number(text: str) -> int | None:
    """The number from 1 to 5 with which a text begins: '4', '4 - likely', 'L4'; None for anything else.

    A range or a fraction is none: '3-4', '3 or 4', '2.5', '4/5'.
    """
    found = _NUMBER.match(text.strip())
    return int(found[1]) if found else None


def read_score(likelihood: str, impact: str) -> Score | None:
    """The score that two texts give; None while one of them is no number from 1 to 5."""
    numbers = read_number(likelihood), read_number(impact)
    return Score(*numbers) if numbers[0] and numbers[1] else None  # type: ignore[arg-type]


def rating_text(score: Score | None) -> str:
    """A score in words: '20, red (extreme)'."""
    return f"{score.value}, {score.rating} ({score.band})" if score else UNSCORED


def is_ours(text: str) -> bool:
    """Whether a rating is one that was worked out, or none at all, and not what somebody typed."""
    return _OURS.fullmatch(text.strip()) is not None


def counted(scores: Iterable[Score | None]) -> str:
    """How many scores there are of each colour: '1 red, 2 amber, 0 green, 6 not scored yet'."""
    found: list[Rating | None] = [score.rating if score else None for score in scores]
    if all(rating is None for rating in found):
        return "none scored yet"
    colours: tuple[Rating, ...] = ("red", "amber", "green")
    said = [f"{found.count(colour)} {colour}" for colour in colours]
    return ", ".join(said) + (f", {found.count(None)} {UNSCORED}" if None in found else "")
