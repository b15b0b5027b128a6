"""Answers: what was proposed against barriers, chosen and ordered, and what has changed since."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from integration_cli.diagnosis import Diagnosis, Question
from integration_cli.model import Barrier, Category, Knowledge, Link, Solution
from integration_cli.update import Nation, Notice


class Choice(NamedTuple):
    """A solution with the barriers that it answers, first the one that speaks for it most.

    `documented` is True where a document ties it to at least one of them.
    """

    solution: Solution
    barriers: tuple[str, ...]
    documented: bool


class PlannedBarrier(NamedTuple):
    """A barrier with the solutions that stand under it; each solution stands under one barrier only.

    `elsewhere` names solutions that answer this barrier but stand under another; `left_out` counts the rest.
    """

    barrier: Barrier
    choices: tuple[Choice, ...]
    elsewhere: tuple[Choice, ...]
    left_out: int

    @property
    def gap(self) -> str:
        """What a reader must know where the documents offer little against this barrier; empty where they do."""
        return honest_gap(self.barrier.links)


class Plan(NamedTuple):
    """The set of chosen actions, by category in the fixed order, then by barrier as given.

    `barriers` are the ids in the order given; `everything` tells that every solution was asked for.
    """

    situation: str
    categories: tuple[tuple[Category, tuple[PlannedBarrier, ...]], ...]
    barriers: tuple[str, ...] = ()
    everything: bool = False

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every chosen solution once, in the order of the checklist."""
        return tuple(c for _, barriers in self.categories for barrier in barriers for c in barrier.choices)


class Answer(NamedTuple):
    """Everything that is shown of a diagnosis.

    `elsewhere_only` holds, by id of a barrier or solution, the names in its texts of bodies or laws that another
    nation than the one asked for has. `question` would settle an uncertain diagnosis.
    """

    diagnosis: Diagnosis
    knowledge: Knowledge
    choices: tuple[Choice, ...] = ()
    notices: tuple[Notice, ...] = ()
    nation: Nation | None = None
    elsewhere_only: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    question: Question | None = None


def honest_gap(links: Sequence[Link]) -> str:
    """What to say of a barrier for which the documents propose nothing, or nothing that they tie to it."""
    if not links:
        return "No document proposes anything against this barrier."
    if all(link.basis == "inferred" for link in links):
        return "No document ties a solution to this barrier; what follows is our inference."
    return ""
