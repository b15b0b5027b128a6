"""Days as people type them into a plan."""

import re

from integration_cli.dates import MONTHS

_MONTH = r"([A-Za-z]{3,9})\.?"
_ORDERS = (
    (re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b"), ("year", "month", "day")),
    (re.compile(r"\b(\d{1,2})\s*[/.]\s*(\d{1,2})\s*[/.]\s*(\d{4}|\d\d)\b"), ("day", "month", "year")),
    (re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b"), ("day", "month", "year")),
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}[\s,-]+(\d{{4}})\b"), ("day", "month", "year")),
    (re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b"), ("month", "day", "year")),
)


def read_day(text: str) -> str:
    """The day in a text as an ISO date: 2026-12-01, 1 Dec 2026, Tue 1st December 2026, 01/12/2026 (day first).

    The first where there are several; empty where the text holds no whole day that exists. Other words do not matter.
    """
    days = []
    for pattern, order in _ORDERS:
        for found in pattern.finditer(text):
            parts = dict(zip(order, found.groups(), strict=True))
            if day := _iso(parts["year"], parts["month"], parts["day"]):
                days.append((found.start(), day))
    return min(days, default=(0, ""))[1]


def is_day(text: str) -> bool:
    """Whether a text is a day in one of these forms, and nothing else."""
    return any(pattern.fullmatch(text.strip()) for pattern, _ in _ORDERS) and bool(read_day(text))


def _iso(year: str, month: str, day: str) -> str:
    full = int(year) + (2000 if len(year) == 2 else 0)
    number = int(month) if month.isdigit() else _month(month)
    leap = full % 4 == 0 and (full % 100 != 0 or full % 400 == 0)
    days = (0, 31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    exists = full >= 1 and 1 <= number <= 12 and 1 <= int(day) <= days[number]
    return f"{full:04}-{number:02}-{int(day):02}" if exists else ""


def _month(name: str) -> int:
    start = name.casefold()
    return next((number for number, month in enumerate(MONTHS, 1) if month.casefold().startswith(start)), 0)
