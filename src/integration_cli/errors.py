"""What can go wrong in a way that the user can mend."""

from collections.abc import Sequence
from typing import NamedTuple


class Fault(NamedTuple):
    """A defect in the knowledge, ordered by its place; lines and columns count from 1."""

    path: str
    line: int
    col: int
    rule: str
    message: str
    source_line: str = ""

    @property
    def place(self) -> str:
        """The place as editors and terminals understand it."""
        return f"{self.path}:{self.line}:{self.col}"


class AdvisorError(Exception):
    """Anything that stops a command; its text says what, where, and the way out."""


class UnknownId(AdvisorError):
    """No entry has this id; the text offers the nearest ones."""


class FaultyForm(AdvisorError):
    """Forms of the self-assessment cannot be used as they stand; `faults` holds every defect found, in order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{fault.place}: {fault.rule} {fault.message}" for fault in self.faults))


class FaultyKnowledge(AdvisorError):
    """The knowledge cannot be used as it stands.

    `faults` holds every defect found, in the order of their places.
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        more = f" (and {len(self.faults) - 1} more)" if len(self.faults) > 1 else ""
        super().__init__(
            f"the knowledge has a fault{more}: {first.place}: {first.rule} {first.message}\n"
            f"run 'advisor check' on that folder to see all of them"
        )
