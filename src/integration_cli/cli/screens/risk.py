"""The picture of a risk, as a register would hold it."""

from collections.abc import Iterator

from integration_cli.cli.pictures import Hanging, Part
from integration_cli.cli.screens.parts import heading, labelled, text
from integration_cli.model import Knowledge, Risk
from integration_cli.register import BASES, SHARINGS


def risk_parts(risk: Risk, knowledge: Knowledge) -> Iterator[Part]:
    """The risk in words, who carries it, the barriers it arises from and the solutions that soften it."""
    yield text(risk.text)
    yield labelled("sharing", SHARINGS[risk.sharing])
    yield labelled("carried by", risk.carried_by)
    yield text(BASES[risk.basis], "yellow" if risk.basis == "inferred" else "dim")
    if risk.note:
        yield labelled("note", risk.note)
    yield heading("Barriers that it arises from")
    for id_ in risk.arises_from:
        line = text(f"- {knowledge.barriers[id_].title}")
        line.append(f"  {id_}", "dim")
        yield Hanging(line)
    yield heading("Mitigations")
    for id_ in risk.mitigations:
        solution = knowledge.solutions[id_]
        line = text(f"- {solution.title}  ({solution.standing})")
        line.append(f"  {id_}", "dim")
        yield Hanging(line)
    if not risk.mitigations:
        yield Hanging(text("No document proposes anything against these barriers.", "yellow"))
