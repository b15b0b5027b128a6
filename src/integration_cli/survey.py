"""The words of a survey: replies, what became of each, and what all of them show."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from integration_cli.diagnosis import Finding

Status = Literal["matched", "unmatched", "blank", "broken"]


class Reply(NamedTuple):
    """A free text of a survey: the number of its row, its text, its group, and why the row cannot be read."""

    number: int
    text: str
    group: str = ""
    fault: str = ""


class Judged(NamedTuple):
    """A reply with what became of it, and why where nothing did.

    `counted` are the findings that count, each the best of its main barrier, best first; `others` the rest.
    """

    reply: Reply
    status: Status
    reason: str = ""
    counted: tuple[Finding, ...] = ()
    others: tuple[Finding, ...] = ()


class Quote(NamedTuple):
    """What a reply says for a barrier, ordered by how well (its chance, negative) and by the number of its row."""

    order: float
    number: int
    text: str


class BrokenRow(NamedTuple):
    """A row that could not be read, and why."""

    number: int
    reason: str


class Interval(NamedTuple):
    """The shares, between 0 and 1, that go well with what was counted."""

    low: float
    high: float


class Share(NamedTuple):
    """How many of the replies that could be read show a barrier, or a category."""

    id: str
    replies: int
    of: int
    interval: Interval

    @property
    def share(self) -> float:
        """The share, between 0 and 1."""
        return self.replies / self.of if self.of else 0.0


class Group(NamedTuple):
    """The replies of one group; `few` warns that there are too few to read anything from their shares."""

    name: str
    read: int
    unmatched: int
    few: bool
    barriers: tuple[Share, ...]
    categories: tuple[Share, ...]


class Survey(NamedTuple):
    """A survey counted: barriers and categories most frequent first, details under their main barrier.

    `total` is all rows: those read, blank and broken. `why` says of the unmatched replies how many for which reason.
    `quotes` are by barrier, best first. `by` names the column of the groups, of which there are none without it.
    `possible` says whether possible findings were counted, `masked` whether names and places were masked.
    """

    total: int
    read: int
    blank: int
    broken: int
    unmatched: int
    possible: bool
    barriers: tuple[Share, ...]
    categories: tuple[Share, ...]
    by: str
    groups: tuple[Group, ...]
    quotes: Mapping[str, tuple[Quote, ...]]
    why: tuple[tuple[str, int], ...]
    unmatched_quotes: tuple[Quote, ...]
    broken_rows: tuple[BrokenRow, ...]
    masked: bool = False
