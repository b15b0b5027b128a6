"""Replies counted as they come: counters and a few quotes are kept, never the replies."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nsmallest

from integration_cli.errors import AdvisorError
from integration_cli.model import Knowledge
from integration_cli.survey import BrokenRow, Judged, Quote

QUOTES = 3
"""Quotes kept for each barrier, and of what stayed unmatched."""

BROKEN_ROWS = 5
"""Broken rows that are named."""

MOST_GROUPS = 200
LONGEST = 2_000
"""Characters of a quote that are kept; a screen shows far fewer."""


@dataclass(slots=True)
class Counts:
    """What was counted so far. Two of them merge into what one would have counted, in any order.

    `read` counts replies by group; `barriers` by group and main barrier; `categories` by group and
    category; `unmatched` by group, `why` by reason.
    """

    total: int = 0
    blank: int = 0
    broken: int = 0
    read: Counter[str] = field(default_factory=Counter)
    barriers: Counter[tuple[str, str]] = field(default_factory=Counter)
    categories: Counter[tuple[str, str]] = field(default_factory=Counter)
    unmatched: Counter[str] = field(default_factory=Counter)
    why: Counter[str] = field(default_factory=Counter)
    quotes: dict[str, list[Quote]] = field(default_factory=dict)
    unmatched_quotes: list[Quote] = field(default_factory=list)
    broken_rows: list[BrokenRow] = field(default_factory=list)

    def add(self, judged: Judged, knowledge: Knowledge) -> None:
        """Count a reply. Raises AdvisorError where there are more groups than anybody could read."""
        self.total += 1
        reply = judged.reply
        if judged.status == "broken":
            self.broken += 1
            self.broken_rows = nsmallest(BROKEN_ROWS, [*self.broken_rows, BrokenRow(reply.number, judged.reason)])
        elif judged.status == "blank":
            self.blank += 1
        else:
            self.read[reply.group] += 1
            self._check_groups()
            self._add_read(judged, knowledge)

    def _add_read(self, judged: Judged, knowledge: Knowledge) -> None:
        reply = judged.reply
        if judged.status == "unmatched":
            self.unmatched[reply.group] += 1
            self.why[judged.reason] += 1
            self.unmatched_quotes = _first([*self.unmatched_quotes, Quote(0.0, reply.number, reply.text[:LONGEST])])
            return
        mains = [finding.part_of or finding.barrier for finding in judged.counted]
        for main, finding in zip(mains, judged.counted, strict=True):
            self.barriers[reply.group, main] += 1
            quote = Quote(-finding.score, reply.number, finding.segment.text[:LONGEST])
            kept = self.quotes.get(main, [])
            if len(kept) < QUOTES or quote < kept[-1]:
                self.quotes[main] = _first([*kept, quote])
        for category in {knowledge.barriers[main].category for main in mains}:
            self.categories[reply.group, category] += 1

    def merge(self, other: "Counts") -> None:
        """Count what another has counted. Raises AdvisorError where there are too many groups."""
        self.total += other.total
        self.blank += other.blank
        self.broken += other.broken
        self.read += other.read
        self.barriers += other.barriers
        self.categories += other.categories
        self.unmatched += other.unmatched
        self.why += other.why
        for barrier, quotes in other.quotes.items():
            self.quotes[barrier] = _first([*self.quotes.get(barrier, []), *quotes])
        self.unmatched_quotes = _first([*self.unmatched_quotes, *other.unmatched_quotes])
        self.broken_rows = nsmallest(BROKEN_ROWS, [*self.broken_rows, *other.broken_rows])
        self._check_groups()

    def _check_groups(self) -> None:
        if len(self.read) > MOST_GROUPS:
            raise AdvisorError(
                f"the column to count by has more than {MOST_GROUPS} different values: choose one that has few, "
                "such as the kind of organisation"
            )


def _first(quotes: Iterable[Quote]) -> list[Quote]:
    return nsmallest(QUOTES, quotes)
