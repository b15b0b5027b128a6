"""The words of a comparison: which barriers the partners of one partnership name, as values that never change."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from integration_cli.diagnosis import Finding, Strength, phrases

Group = Literal["all", "some", "one", "none"]


class Partner(NamedTuple):
    """One side of a partnership with the barriers that it speaks of.

    `findings` holds each barrier with its finding in `text`, or None where a plan names it: that has no strength.
    """

    name: str
    findings: Mapping[str, Finding | None]
    text: str = ""
    file: str = ""

    def words_for(self, barrier: str) -> list[str]:
        """The words of the text that speak for a barrier which it names; none where a plan names it."""
        finding = self.findings[barrier]
        return [phrase for reason in finding.reasons for phrase in phrases(reason, self.text)] if finding else []


class Sight(NamedTuple):
    """How one partner names a main barrier: itself or by details, the ids in `named`, surest first.

    `strength` and `score` (0 to 1) are those of the surest; a plan's barrier has no strength, and a score of 1.
    """

    partner: str
    strength: Strength | None
    score: float
    named: tuple[str, ...]


class Row(NamedTuple):
    """A main barrier with the partners that name it, and those of whom it is only possible, both by name.

    `weight` is the sum of the scores of those that name it; where nobody does, `group` is "none".
    """

    barrier: str
    group: Group
    sights: tuple[Sight, ...]
    maybe: tuple[str, ...]
    weight: float


class Pair(NamedTuple):
    """How many main barriers two partners both name, of those that either names."""

    one: str
    other: str
    both: int
    either: int

    @property
    def share(self) -> float:
        """The Jaccard index of the two sets of barriers: 0 for nothing in common, 1 for the same barriers."""
        return self.both / self.either


class Comparison(NamedTuple):
    """What partners name, side by side.

    `rows` are the barriers that somebody names, `hints` those that are only possible; `pairs` are the partners
    two by two, least agreement first. `silent` names the partners that name nothing: they count nowhere.
    """

    partners: tuple[Partner, ...]
    silent: tuple[str, ...]
    rows: tuple[Row, ...]
    hints: tuple[Row, ...]
    pairs: tuple[Pair, ...]

    @property
    def widest_gaps(self) -> tuple[Pair, ...]:
        """The two partners that agree least, or several such pairs; none where all name the same."""
        least = self.pairs[0] if self.pairs else None
        return tuple(
            p for p in self.pairs if least and p.share < 1 and (p.share, p.either) == (least.share, least.either)
        )

    def count_for(self, partner: str) -> int:
        """How many main barriers a partner names."""
        return sum(sight.partner == partner for row in self.rows for sight in row.sights)
