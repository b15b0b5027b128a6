"""The words of readiness: what assessments say, alone, side by side and over time, as values that never change."""

from typing import NamedTuple

from integration_cli.assessment import Assessment, Rating
from integration_cli.model import Barrier, Category

CONSENSUS = 1.0
"""Greatest interquartile range that counts as agreement on the scale of five points."""

FEW = 4
"""With fewer ratings than this, quartiles mostly lie between two of them: agreement then means that no two ratings
are more than one step apart, and the interquartile range only orders."""


APART = 2
"""Steps from the median from which a partner stands apart."""


class Tally(NamedTuple):
    """Ratings counted: `mean` of those with a score (0 to 4; None where there is none), and how many there are.

    Where nobody knows, or nobody has answered yet, nothing goes into the mean.
    """

    mean: float | None
    rated: int
    unknown: int
    open: int

    @property
    def asked(self) -> int:
        """How many statements the form holds."""
        return self.rated + self.unknown + self.open


class Rated(NamedTuple):
    """A barrier with its rating."""

    barrier: Barrier
    rating: Rating


class CategoryProfile(NamedTuple):
    """A category with its barriers in the knowledge's order."""

    category: Category
    tally: Tally
    barriers: tuple[Rated, ...]


class Profile(NamedTuple):
    """What an assessment says: in all, by category in the fixed order, and its weak barriers, the weakest first."""

    whose: str
    on: str
    tally: Tally
    categories: tuple[CategoryProfile, ...]
    weakest: tuple[Rated, ...]

    @property
    def unknown(self) -> tuple[Rated, ...]:
        """The barriers of which nobody knows how they stand."""
        return tuple(one for category in self.categories for one in category.barriers if one.rating.unknown)


class Said(NamedTuple):
    """What one partner said of a barrier; `rating` is None where the partner's form does not hold it."""

    partner: str
    rating: Rating | None


class Spread(NamedTuple):
    """How partners rate one barrier: median and quartiles of the scores, and what each of them said.

    `few` says that there are so few scores that the quartiles are a rough guide.
    """

    barrier: Barrier
    said: tuple[Said, ...]
    median: float
    low: float
    high: float
    few: bool

    @property
    def iqr(self) -> float:
        """The interquartile range: the width of the middle half of the scores."""
        return self.high - self.low

    @property
    def scores(self) -> tuple[int, ...]:
        """The scores in ascending order."""
        return tuple(sorted(s.rating.score for s in self.said if s.rating and s.rating.score is not None))

    @property
    def width(self) -> int:
        """The distance from the lowest to the highest score."""
        return self.scores[-1] - self.scores[0]

    @property
    def agreed(self) -> bool:
        """Whether the partners agree, by the rule for few or for several of them."""
        return self.width <= CONSENSUS if self.few else self.iqr <= CONSENSUS

    @property
    def apart(self) -> tuple[Said, ...]:
        """Who stands two steps or more from the median: among a handful of partners, one voice is a whole body."""
        return tuple(s for s in self.said if s.rating and s.rating.score is not None and self._far(s.rating.score))

    def _far(self, score: int) -> bool:
        return abs(score - self.median) >= APART


class Agreement(NamedTuple):
    """Several assessments compared.

    `partners` come by name. `spreads` holds the barriers that two or more partners have scored, the widest
    disagreement first; `single` those that only one has scored, or none.
    """

    partners: tuple[Assessment, ...]
    spreads: tuple[Spread, ...]
    single: tuple[Barrier, ...]


class Move(NamedTuple):
    """A barrier at two dates; None where the form of that date does not hold it.

    `change` is in steps of the scale; None unless both have a score.
    """

    barrier: Barrier
    before: Rating | None
    now: Rating | None

    @property
    def change(self) -> int | None:
        """Steps up (better in hand) or down."""
        if self.before is None or self.now is None or self.before.score is None or self.now.score is None:
            return None
        return self.now.score - self.before.score

    @property
    def reworded(self) -> bool:
        """Whether the two forms asked in different words, so that the ratings do not quite compare."""
        asked = {one.statement for one in (self.before, self.now) if one and one.statement}
        return len(asked) > 1


class CategoryMove(NamedTuple):
    """A category at two dates: the means over those `compared` barriers that have a score at both."""

    category: Category
    before: float
    now: float
    compared: int


class Movement(NamedTuple):
    """Two assessments compared, barriers in the knowledge's order; categories with nothing to compare are left out."""

    before: Assessment
    now: Assessment
    categories: tuple[CategoryMove, ...]
    moves: tuple[Move, ...]

    @property
    def fell(self) -> tuple[Move, ...]:
        """What is less in hand than before, the deepest fall first."""
        return tuple(sorted((m for m in self.moves if (m.change or 0) < 0), key=lambda m: m.change or 0))

    @property
    def rose(self) -> tuple[Move, ...]:
        """What is better in hand than before, the highest rise first."""
        return tuple(sorted((m for m in self.moves if (m.change or 0) > 0), key=lambda m: -(m.change or 0)))

    @property
    def stayed(self) -> tuple[Move, ...]:
        """What has the same score as before."""
        return tuple(m for m in self.moves if m.change == 0)

    @property
    def one_sided(self) -> tuple[Move, ...]:
        """What has a score at one of the dates only."""
        return tuple(m for m in self.moves if _scored(m.before) != _scored(m.now))


def _scored(rating: Rating | None) -> bool:
    return rating is not None and rating.score is not None
