"""Which risks a register holds: those of its barriers, each once."""

from collections.abc import Sequence

from integration_cli.model import Barrier, Knowledge, Risk
from integration_cli.planning.markdown import in_one_line
from integration_cli.register import PARTNERS, Mitigation, Register, RegisterRow, risks_of


def draft(
    barriers: Sequence[str], knowledge: Knowledge, situation: str = "", partners: Sequence[str] = PARTNERS
) -> Register:
    """Gather the risks of barriers in their order: a detail's own, then those of its main barrier.

    Raises UnknownId.
    """
    ids = tuple(dict.fromkeys(knowledge.get_barrier(id_).id for id_ in barriers))
    near = {near: None for id_ in ids for near in (id_, knowledge.barriers[id_].main)}
    found = dict.fromkeys(risk for id_ in ids for risk in risks_of(id_, knowledge))
    names: dict[str, str] = {}
    for name in filter(None, map(in_one_line, partners)):
        names.setdefault(name.casefold(), name)
    rows = tuple(_row(knowledge.risks[id_], list(near), knowledge) for id_ in found)
    return Register(situation, ids, tuple(names.values()) or PARTNERS, rows)


def _row(risk: Risk, near: Sequence[str], knowledge: Knowledge) -> RegisterRow:
    barriers = tuple(knowledge.barriers[id_] for id_ in near if id_ in risk.arises_from)
    return RegisterRow(risk, barriers, tuple(_mitigation(id_, risk, knowledge) for id_ in risk.mitigations))


def _mitigation(id_: str, risk: Risk, knowledge: Knowledge) -> Mitigation:
    barriers = [knowledge.barriers[barrier] for barrier in risk.arises_from]
    documented = any(_documented(id_, near) for b in barriers for near in (b, knowledge.barriers[b.main]))
    return Mitigation(knowledge.solutions[id_], "document" if documented else "inferred")


def _documented(solution: str, barrier: Barrier) -> bool:
    return any(link.solution == solution and link.basis == "document" for link in barrier.links)
