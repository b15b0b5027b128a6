"""The words of a joint risk register: which risks arise, who carries them, and how they are scored."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from integration_cli.model import Barrier, Basis, Knowledge, Risk, Solution

Band = Literal["low", "moderate", "high", "extreme"]
Rating = Literal["green", "amber", "red"]

PARTNERS = ("Council", "NHS body")
"""Whose appetites a register asks for unless partners are named."""

BANDS: tuple[tuple[int, Band, Rating], ...] = (
    (15, "extreme", "red"),
    (8, "high", "amber"),
    (4, "moderate", "green"),
    (1, "low", "green"),
)
"""The least score of each band. The four bands are those of the National Patient Safety Agency's "A risk matrix for
risk managers" (2008), which NHS bodies and councils use; that three colours stand for them is our choice."""

SHARINGS: Mapping[str, str] = {
    "shared": "shared, it arises from working together",
    "retained": "retained, each body keeps it",
}
"""What it says of a risk that it is shared or retained."""

BASES: Mapping[str, str] = {
    "document": "A document names this risk; whether it is shared, and who carries it, is our reading.",
    "inferred": "Our inference: no document names this risk.",
}
"""What it says of a risk that a document names it, or none."""


class Score(NamedTuple):
    """How likely a risk is and how hard it would hit, each from 1 to 5."""

    likelihood: int
    impact: int

    @property
    def value(self) -> int:
        """Likelihood times impact: 1 to 25."""
        return self.likelihood * self.impact

    @property
    def band(self) -> Band:
        """The band of the 5 x 5 matrix in which the score lies."""
        return next(band for least, band, _ in BANDS if self.value >= least)

    @property
    def rating(self) -> Rating:
        """The colour of the band."""
        return next(rating for least, _, rating in BANDS if self.value >= least)


class Mitigation(NamedTuple):
    """A solution that softens a risk; `document` where a document ties it to a barrier that the risk arises from."""

    solution: Solution
    basis: Basis


class RegisterRow(NamedTuple):
    """A risk of a register, with those of the register's barriers that it arises from, and its mitigations."""

    risk: Risk
    barriers: tuple[Barrier, ...]
    mitigations: tuple[Mitigation, ...]


class Register(NamedTuple):
    """The risks that arise from barriers (ids, as given), each once; `partners` are whose appetites it asks for."""

    situation: str
    barriers: tuple[str, ...]
    partners: tuple[str, ...]
    rows: tuple[RegisterRow, ...]

    @property
    def shared(self) -> tuple[RegisterRow, ...]:
        """The risks that arise from working together."""
        return tuple(row for row in self.rows if row.risk.sharing == "shared")

    @property
    def retained(self) -> tuple[RegisterRow, ...]:
        """The risks that each body keeps."""
        return tuple(row for row in self.rows if row.risk.sharing == "retained")


class Remark(NamedTuple):
    """What a reader of a register must mend by hand: the line, counted from 1, and what is wrong there."""

    line: int
    said: str


def risks_of(id_: str, knowledge: Knowledge) -> list[str]:
    """The ids of the risks that arise from a barrier, then of those of its main barrier; or that a solution softens."""
    barrier = knowledge.barriers.get(id_)
    near = (id_, barrier.part_of) if barrier else (id_,)
    return list(dict.fromkeys(risk.id for one in near for risk in _naming(one, knowledge.risks.values())))


def _naming(id_: str, risks: Iterable[Risk]) -> Iterable[Risk]:
    return (risk for risk in risks if id_ in (*risk.arises_from, *risk.mitigations))
