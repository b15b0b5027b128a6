"""Who is to do a step: the names in what people write after 'Owner:'."""

import re
from collections.abc import Iterable, Sequence

from integration_cli.errors import AdvisorError
from integration_cli.suggest import did_you_mean

NOTHING_YET = {"tbc", "tbd", "tba", "n/a", "na", "none", "nobody", "to be confirmed", "to be agreed", "vacant", "?"}
"""What people write where they have nothing to write yet, in an owner's place or a date's."""

MOST_NAMED = 12
"""Owners that an error names."""

_FIRMLY = re.compile(r"\s*[;/|\n]\s*")
_LOOSELY = re.compile(r"\s*(?:[;/|\n,&+]|\band\b)\s*", re.IGNORECASE)
_OFFICES = re.compile(
    r"\b(?:board|care|chair|chief|clinical|committee|council|department|deputy|director|executive|finance|group|head|"
    r"health|icb|lead|manager|nhs|officer|office|partnership|secretary|service|services|team|trust|workforce)\b",
    re.IGNORECASE,
)
"""Words of offices and bodies: 'Finance and Performance Committee' is one owner, 'Jane and Ali' are two."""


def is_blank(said: str) -> bool:
    """Whether a text stands for nothing yet: it is empty, dashes or question marks, or says so."""
    bare = " ".join(said.split()).strip(" .-–—_?…()[]")
    return not bare or bare.casefold() in NOTHING_YET


def owners_in(said: str) -> tuple[str, ...]:
    """The names in a text, each once: 'Jane / Ali', 'Jane and Ali', 'Jane; Ali' and 'Jane, Ali' are two.

    Where it speaks of an office or a body, a comma or an 'and' is part of the name.
    """
    if is_blank(said):
        return ()
    parts = (_FIRMLY if _OFFICES.search(said) else _LOOSELY).split(said)
    names = [" ".join(part.split()).strip(" .-–—") for part in parts if not is_blank(part)]
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return tuple(found.values())


def matching_owners(asked: str, owners: Sequence[str]) -> tuple[str, ...]:
    """The owners whose names hold words that begin so, in whatever case; all of them where nothing is asked.

    Raises AdvisorError where there is none.
    """
    wanted = _words(asked)
    found = tuple(owner for owner in owners if all(_begins(_words(owner), word) for word in wanted))
    if wanted and found:
        return found
    if not asked:
        return ()
    if not owners:
        raise AdvisorError("no action of these plans has an owner yet: write a name after 'Owner:' first")
    words = {word: None for owner in owners for word in (owner, *re.findall(r"\w+", owner))}
    more = f" and {len(owners) - MOST_NAMED} more" if len(owners) > MOST_NAMED else ""
    raise AdvisorError(
        f"no owner in these plans is called '{asked}'{did_you_mean(asked.title(), words)}\n"
        f"There are {', '.join(owners[:MOST_NAMED])}{more}"
    )


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


def _begins(words: Iterable[str], start: str) -> bool:
    return any(word.startswith(start) for word in words)
