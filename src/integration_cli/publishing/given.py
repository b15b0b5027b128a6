"""What other commands print as JSON, read back: profiles of assessments, and surveys."""

import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from integration_cli.dates import in_words
from integration_cli.errors import AdvisorError

Made = TypeVar("Made")

SCALE = 4
"""The highest rating of an assessment."""


class Rated(NamedTuple):
    """A barrier with its rating, 0 to `SCALE`; None where there is none."""

    barrier: str
    title: str
    score: int | None
    comment: str
    solutions: tuple[str, ...] = ()


class Family(NamedTuple):
    """A category of an assessment: the mean of its ratings (None where there are none), and how many there are."""

    id: str
    title: str
    mean: float | None
    rated: int
    unknown: int
    open: int
    barriers: tuple[Rated, ...]


class Profile(NamedTuple):
    """What one partner's assessment says, weakest barriers first in `weakest`; `on` is its day in words."""

    by: str
    on: str
    mean: float | None
    families: tuple[Family, ...]
    weakest: tuple[Rated, ...]

    @property
    def rated(self) -> int:
        """How many barriers have a rating."""
        return sum(family.rated for family in self.families)


class Share(NamedTuple):
    """How many of the replies show something; shares and the ends of the interval are between 0 and 1."""

    id: str
    title: str
    replies: int
    of: int
    share: float
    low: float
    high: float
    quotes: tuple[str, ...] = ()


class Group(NamedTuple):
    """The replies of one group; `few` warns that there are too few to read anything from their shares."""

    name: str
    read: int
    few: bool
    categories: Mapping[str, Share]


class Survey(NamedTuple):
    """A survey counted; `by` names what the groups are, empty where there are none."""

    rows: int
    read: int
    unmatched: int
    why: tuple[tuple[str, int], ...]
    categories: tuple[Share, ...]
    barriers: tuple[Share, ...]
    by: str
    groups: tuple[Group, ...]
    unmatched_quotes: tuple[str, ...]
    interval: str


def profile_of(data: Any, name: str) -> Profile:
    """A profile from what 'advisor assess FILE --json' printed. Raises AdvisorError."""
    return _read(_profile, data, name, "advisor assess FILE --json")


def survey_of(data: Any, name: str) -> Survey:
    """A survey from what 'advisor survey FILE --json' printed. Raises AdvisorError."""
    return _read(_survey, data, name, "advisor survey FILE --json")


def _read(read: Callable[[Any], Made], data: Any, name: str, command: str) -> Made:
    try:
        return read(data)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise AdvisorError(f"{name} is not what '{command}' prints: make it with that command") from error


def _profile(data: Any) -> Profile:
    return Profile(
        _text(data["by"]),
        _day(data["on"]),
        _number(data["mean"], SCALE),
        tuple(
            Family(
                _text(one["category"]),
                _text(one["title"]),
                _number(one["mean"], SCALE),
                _count(one["rated"]),
                _count(one["unknown"]),
                _count(one["open"]),
                tuple(_rated(barrier) for barrier in one["barriers"]),
            )
            for one in data["categories"]
        ),
        tuple(_rated(barrier) for barrier in data["weakest"]),
    )


def _rated(data: Any) -> Rated:
    score = _number(data["score"], SCALE)
    return Rated(
        _text(data["barrier"]),
        _text(data["title"]),
        None if score is None else int(score),
        _text(data["comment"]),
        tuple(_text(one["title"]) for one in data.get("solutions", ())),
    )


def _survey(data: Any) -> Survey:
    return Survey(
        rows=_count(data["rows"]),
        read=_count(data["read"]),
        unmatched=_count(data["unmatched"]),
        why=tuple((_text(one["reason"]), _count(one["replies"])) for one in data["unmatched_because"]),
        categories=tuple(_share(one, "category") for one in data["categories"]),
        barriers=tuple(_share(one, "barrier") for one in data["barriers"]),
        by=_text(data["by"]),
        groups=tuple(
            Group(
                _text(one["group"]),
                _count(one["read"]),
                bool(one["few"]),
                {_text(c["category"]): _share(c, "category") for c in one["categories"]},
            )
            for one in data["groups"]
        ),
        unmatched_quotes=tuple(_text(one["text"]) for one in data["unmatched_quotes"]),
        interval=_text(data["interval"]),
    )


def _share(data: Any, kind: str) -> Share:
    share, low, high = (_number(data[what], 1) for what in ("share", "low", "high"))
    if share is None or low is None or high is None:
        raise ValueError("a share without a number")
    quotes = tuple(_text(one["text"]) for one in data.get("quotes", ()))
    return Share(
        _text(data[kind]), _text(data["title"]), _count(data["replies"]), _count(data["of"]), share, low, high, quotes
    )


def _text(value: Any) -> str:
    if value is not None and not isinstance(value, str):
        raise TypeError("not a text")
    return value or ""


def _day(value: Any) -> str:
    """A day in words; whatever else somebody typed for one stays as it is."""
    said = _text(value)
    try:
        return in_words(said) if said else ""
    except (ValueError, IndexError):
        return said


def _count(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("not a count")
    return value


def _number(value: Any, most: float) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError("not a number")
    if not 0 <= value <= most:
        raise ValueError("a number outside of its scale")
    return float(value)
