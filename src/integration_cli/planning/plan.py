"""What to do: the chosen solutions, by category and barrier."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from integration_cli.answer import Choice, Plan, PlannedBarrier
from integration_cli.model import Knowledge
from integration_cli.planning.choose import choose, equal_weights

PER_BARRIER = 3
"""Solutions that a barrier brings into a plan unless all are asked for: more are read by nobody."""


_NONE: Mapping[str, str] = MappingProxyType({})


def plan(
    barriers: Sequence[str],
    knowledge: Knowledge,
    situation: str = "",
    everything: bool = False,
    settled: Mapping[str, str] = _NONE,
) -> Plan:
    """Choose solutions for barriers, given best first; each solution stands under the barrier it serves most.

    By default a barrier brings at most `PER_BARRIER` solutions, and inferred ones only where no document ties
    any to it. `settled` gives solutions of an earlier plan with the barrier under which they stood: they stay there as
    long as they are tied to it. Raises UnknownId.
    """
    ids = list(dict.fromkeys(knowledge.get_barrier(id_).id for id_ in barriers))
    taken: dict[str, list[Choice]] = {id_: [] for id_ in ids}
    named: dict[str, list[Choice]] = {id_: [] for id_ in ids}
    left_out = dict.fromkeys(ids, 0)
    for choice in choose(equal_weights(ids), knowledge):
        home = settled.get(choice.solution.id, "")
        if home not in choice.barriers:
            home = next((id_ for id_ in choice.barriers if everything or _wanted(choice, id_, taken, knowledge)), "")
        for id_ in choice.barriers:
            if id_ == home:
                taken[id_].append(choice)
            elif not home:
                left_out[id_] += 1
            else:
                named[id_].append(choice)
    planned = {
        id_: PlannedBarrier(knowledge.barriers[id_], tuple(taken[id_]), tuple(named[id_]), left_out[id_]) for id_ in ids
    }
    grouped = []
    for category in knowledge.categories.values():
        if inside := tuple(p for p in planned.values() if p.barrier.category == category.id):
            grouped.append((category, inside))
    return Plan(situation, tuple(grouped), tuple(ids), everything)


def _wanted(choice: Choice, id_: str, taken: dict[str, list[Choice]], knowledge: Knowledge) -> bool:
    if len(taken[id_]) >= PER_BARRIER:
        return False
    links = knowledge.barriers[id_].links
    basis = next(link.basis for link in links if link.solution == choice.solution.id)
    return basis == "document" or all(link.basis == "inferred" for link in links)
