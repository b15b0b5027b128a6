"""The words of the advisor: what the knowledge base holds, as values that never change."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from integration_cli.errors import UnknownId
from integration_cli.suggest import did_you_mean
from integration_cli.update import Update

Basis = Literal["document", "inferred"]
Standing = Literal["recommended", "reported", "suggested", "contested"]


class Evidence(NamedTuple):
    """Where a source says something: the heading, and the words by which a reader finds the passage."""

    source: str
    section: str
    key_words: tuple[str, ...]
    note: str = ""


class Category(NamedTuple):
    """One of the families of barriers, in a fixed order."""

    id: str
    title: str
    summary: str
    local: bool = False


class Section(NamedTuple):
    """A heading of a source; `inside` names the section that a box interrupts."""

    heading: str
    inside: str = ""


class Source(NamedTuple):
    """One of the documents that the knowledge was made from."""

    id: str
    title: str
    author: str
    publisher: str
    date: str
    date_basis: str
    completeness: str
    file: str
    sections: tuple[Section, ...]
    title_basis: str = ""
    missing_charts: tuple[str, ...] = ()
    local: bool = False


class Link(NamedTuple):
    """A barrier's tie to a solution; `document` where a document pairs the two, else our inference."""

    solution: str
    basis: Basis
    local: bool = False


class Neighbour(NamedTuple):
    """A barrier that is easily confused with this one, and the test that tells them apart."""

    barrier: str
    test: str


class NotSign(NamedTuple):
    """A statement close in words that belongs to another barrier, or to none (`belongs_to` empty)."""

    text: str
    belongs_to: str


class Barrier(NamedTuple):
    """An obstacle to integration; a detail is a narrower form of the barrier named in `part_of`.

    `local_signs` are those of `signs` that a user's own folder added.
    """

    id: str
    category: str
    title: str
    summary: str
    basis: Literal["stated", "implied"]
    question: str
    terms: tuple[str, ...]
    not_to_confuse: tuple[Neighbour, ...]
    evidence: tuple[Evidence, ...]
    links: tuple[Link, ...]
    signs: tuple[str, ...]
    not_signs: tuple[NotSign, ...] = ()
    part_of: str = ""
    notes: str = ""
    formerly: tuple[str, ...] = ()
    local: bool = False
    local_signs: frozenset[str] = frozenset()

    @property
    def main(self) -> str:
        """The id of the main barrier: its own, or that of the barrier it is a detail of."""
        return self.part_of or self.id


class Measure(NamedTuple):
    """How a partnership will know that a solution works."""

    text: str
    basis: Basis


class Action(NamedTuple):
    """One concrete step of a solution; `id` is unique within the solution."""

    id: str
    text: str
    basis: Basis
    evidence: tuple[Evidence, ...] = ()
    local: bool = False


class Solution(NamedTuple):
    """What the documents propose against barriers."""

    id: str
    kind: str
    title: str
    summary: str
    standing: Standing
    who: str
    evidence: tuple[Evidence, ...]
    measure: Measure
    actions: tuple[Action, ...]
    formerly: tuple[str, ...] = ()
    local: bool = False


class Example(NamedTuple):
    """A place, case or figure worth citing; `supports` names barriers and solutions."""

    id: str
    text: str
    source: str
    section: str
    key_words: tuple[str, ...]
    supports: tuple[str, ...]
    voice: str = ""
    local: bool = False


Cell = str | tuple[str, ...]


class Framework(NamedTuple):
    """A table of a document carried whole; one assembled from several passages has no `source` of its own."""

    id: str
    title: str
    supports: tuple[str, ...]
    rows: tuple[Mapping[str, Cell], ...]
    source: str = ""
    section: str = ""
    key_words: tuple[str, ...] = ()
    note: str = ""
    local: bool = False


class Risk(NamedTuple):
    """What barriers may lead to: `shared` where it comes from working together, `retained` where each body keeps it."""

    id: str
    text: str
    arises_from: tuple[str, ...]
    sharing: Literal["shared", "retained"]
    carried_by: str
    mitigations: tuple[str, ...]
    basis: Basis
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    formerly: tuple[str, ...] = ()
    local: bool = False


class Forms(NamedTuple):
    """Different ways to write one thing, each standing for all: an abbreviation, its long form, variants."""

    id: str
    forms: tuple[str, ...]
    local: bool = False


Entry = Category | Barrier | Solution | Source | Update | Example | Framework | Risk


class Knowledge(NamedTuple):
    """Everything the advisor knows, by id and in order.

    `version` names the state of the shipped entries, `as_at` the date at which their facts stand, `limits` what
    a reader must know of their gaps. `digest` changes whenever any file does. `elsewhere` holds, in
    groups, texts that describe no barrier, by which the matcher learns what is not its business.
    """

    version: str
    as_at: str
    limits: tuple[str, ...]
    digest: str
    categories: Mapping[str, Category]
    barriers: Mapping[str, Barrier]
    solutions: Mapping[str, Solution]
    sources: Mapping[str, Source]
    updates: Mapping[str, Update]
    examples: Mapping[str, Example]
    frameworks: Mapping[str, Framework]
    risks: Mapping[str, Risk]
    vocabulary: Mapping[str, Forms]
    elsewhere: Mapping[str, tuple[str, ...]]
    formerly: Mapping[str, str]

    def kinds(self) -> dict[str, Mapping[str, Entry]]:
        """Every kind of entry that has an id, by the kind's name."""
        return {
            "barrier": self.barriers,
            "solution": self.solutions,
            "category": self.categories,
            "source": self.sources,
            "update": self.updates,
            "example": self.examples,
            "framework": self.frameworks,
            "risk": self.risks,
        }

    def find_entry(self, id_: str) -> tuple[str, Entry] | None:
        """The kind and entry of an id, or of the id that replaced it; None where no entry has it."""
        wanted = self.formerly.get(id_, id_)
        for kind, entries in self.kinds().items():
            if wanted in entries:
                return kind, entries[wanted]
        return None

    def get_barrier(self, id_: str) -> Barrier:
        """The barrier with this id, or with the id that replaced it. Raises UnknownId."""
        found = self.formerly.get(id_, id_)
        if found not in self.barriers:
            hint = did_you_mean(id_, self.barriers)
            raise UnknownId(f"no barrier is called '{id_}'{hint}\n'advisor list' shows all of them")
        return self.barriers[found]
