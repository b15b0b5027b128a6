"""Which solutions answer a set of barriers best."""

from collections.abc import Mapping, Sequence

from integration_cli.answer import Choice
from integration_cli.model import Knowledge, Link

BASIS_WEIGHT = {"document": 1.0, "inferred": 0.4}
STANDING_WEIGHT = {"recommended": 1.0, "reported": 0.9, "suggested": 0.7, "contested": 0.4}
"""How far a solution's standing moves it: these order the list and claim no more."""


def choose(barriers: Mapping[str, float], knowledge: Knowledge) -> list[Choice]:
    """Order the solutions of barriers, given with how much each counts.

    Those that a document ties to a barrier come before those that are our inference; then one that answers
    several barriers, and one that the documents stand behind firmly, comes first.
    """
    gains: dict[str, list[tuple[float, str, bool]]] = {}
    for id_, weight in barriers.items():
        for rank, link in enumerate(knowledge.barriers[id_].links):
            gain = weight * link_weight(link, rank)
            gains.setdefault(link.solution, []).append((gain, id_, link.basis == "document"))
    choices = []
    for id_, found in gains.items():
        solution = knowledge.solutions[id_]
        total = sum(gain for gain, _, _ in found) * STANDING_WEIGHT[solution.standing]
        documented = any(stated for _, _, stated in found)
        ordered = tuple(barrier for _, barrier, _ in sorted(found, key=lambda item: -item[0]))
        choices.append((not documented, -total, id_, Choice(solution, ordered, documented)))
    return [choice for *_, choice in sorted(choices, key=lambda item: item[:3])]


def link_weight(link: Link, rank: int) -> float:
    """How much a barrier speaks for the solution of one of its links, of which it has `rank` before this one."""
    return BASIS_WEIGHT[link.basis] / (1 + 0.05 * rank)


def equal_weights(barriers: Sequence[str]) -> dict[str, float]:
    """Barriers that somebody named, best first: each counts a little less than the one before."""
    return {id_: 1 / (1 + 0.1 * rank) for rank, id_ in enumerate(barriers)}
