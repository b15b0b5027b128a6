"""What a register says of each risk, label by label, and what it leaves for people to fill in."""

from collections.abc import Sequence
from typing import NamedTuple

from integration_cli.model import Knowledge, Risk
from integration_cli.register import Mitigation, RegisterRow

GENERATED = ("Arises from", "Shared or retained", "Carried by", "Mitigation", "Source")
"""What the advisor writes; people may change it, and then theirs stays."""

OURS_TO_FILL = ("Owner", "Review date", "Notes")


class Scale(NamedTuple):
    """The labels of one scoring: two numbers that people give, and what is worked out from them."""

    likelihood: str
    impact: str
    score: str
    rating: str


SCALES = (
    Scale("Likelihood now", "Impact now", "Score now", "Rating now"),
    Scale("Target likelihood", "Target impact", "Target score", "Target rating"),
)
NUMBERS = tuple(label for scale in SCALES for label in (scale.likelihood, scale.impact))
RATINGS = tuple(scale.rating for scale in SCALES)


def appetite(partner: str) -> str:
    """The label under which a partner says how much of a risk it is ready to bear."""
    return f"Appetite of {partner}"


def generated(row: RegisterRow, knowledge: Knowledge) -> dict[str, str]:
    """What the advisor says of a risk, by label."""
    risk = row.risk
    barriers = "; ".join(_named(barrier.title, barrier.local) for barrier in row.barriers)
    mitigations = "; ".join(_mitigation(mitigation) for mitigation in row.mitigations)
    said = (
        barriers,
        risk.sharing,
        risk.carried_by,
        mitigations or "none in the documents: agree one of your own",
        _source(risk, knowledge),
    )
    return dict(zip(GENERATED, said, strict=True))


def _mitigation(mitigation: Mitigation) -> str:
    solution = mitigation.solution
    tied = "a document pairs them" if mitigation.basis == "document" else "paired by our inference"
    return f"{_named(solution.title, solution.local)} ({solution.standing}; {tied})"


def _source(risk: Risk, knowledge: Knowledge) -> str:
    if risk.basis == "inferred":
        return "our inference: no document names this risk"
    places = dict.fromkeys((e.source, e.section) for e in risk.evidence)
    said = "; ".join(
        f"“{knowledge.sources[source].title}”, {'opening' if section == 'lead' else f'under “{section}”'}"
        for source, section in places
    )
    return f"{said}; whether it is shared, and who carries it, is our reading"


def _named(title: str, local: bool) -> str:
    return f"{title} (local)" if local else title


def filled_in(partners: Sequence[str]) -> tuple[str, ...]:
    """The labels that people fill in or that are worked out from what they filled in, in the order of a register."""
    scores = (label for scale in SCALES for label in (scale.likelihood, scale.impact, scale.rating))
    return (*(appetite(partner) for partner in partners), *scores, *OURS_TO_FILL)
