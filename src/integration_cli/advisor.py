"""The public face: everything that the command does, as values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from integration_cli.answer import Answer, Plan
from integration_cli.comparison import Comparison
from integration_cli.diagnosis import Diagnosis, Question
from integration_cli.model import Knowledge
from integration_cli.update import Nation, Notice
from integration_cli.upkeep import Merged

if TYPE_CHECKING:
    from integration_cli.currency.notices import Names
    from integration_cli.matching.explain import Explanation
    from integration_cli.matching.index import Index
    from integration_cli.planning.checklist import Edition

SHOWN_CHOICES = 8
"""Solutions of which an answer says what has changed: those that a reader sees first."""


class Advisor:
    """The knowledge, and what can be asked of it.

    >>> from integration_cli import Advisor
    >>> advisor = Advisor.load()
    >>> advisor.diagnose("staff are afraid to share patient data, they might be fined").findings[0].barrier
    'fear-of-sharing-data'
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._index: Index | None = None
        self._names: Names | None = None

    @classmethod
    def load(cls, path: Path | str | None = None) -> Advisor:
        """Load the shipped knowledge, with the folder at `path` laid over it.

        Raises FaultyKnowledge where an entry cannot be used, AdvisorError where a folder cannot be read.
        """
        from integration_cli.loading.load import load

        return cls(load(Path(path) if path is not None else None))

    @property
    def index(self) -> Index:
        """The index of the signs; made, or read, when it is first asked for."""
        if self._index is None:
            from integration_cli.loading.locate import caches
            from integration_cli.matching.index import open_index

            self._index = open_index(self.knowledge, caches())
        return self._index

    @property
    def names(self) -> Names:
        """The names by which texts call what has changed; put together when they are first asked for."""
        if self._names is None:
            from integration_cli.currency.notices import Names

            self._names = Names(self.knowledge.updates.values())
        return self._names

    def diagnose(self, text: str, top: int = 5, categories: Collection[str] = ()) -> Diagnosis:
        """Name the barriers that a text describes, best first; no findings where nothing matches."""
        from integration_cli.matching.diagnose import diagnose

        return diagnose(text, self.knowledge, self.index, top, categories)

    def explain(self, text: str, barrier: str | None = None) -> Explanation:
        """Say why a barrier (the best one by default) ranks where it does for a text taken as one statement.

        Raises UnknownId where the barrier does not exist, AdvisorError where the text has no words to go by.
        """
        from integration_cli.matching.explain import best_barrier, explain

        chosen = best_barrier(text, self.index) if barrier is None else self.knowledge.get_barrier(barrier).id
        return explain(text, chosen, self.knowledge, self.index)

    def compare(self, texts: Mapping[str, str]) -> Comparison:
        """Say which barriers the partners of one partnership all name, from a text of each by its name.

        The order of the texts does not matter.
        """
        from integration_cli.comparing.compare import MOST_FINDINGS, compare, described

        partners = [described(name, self.diagnose(text, MOST_FINDINGS)) for name, text in texts.items()]
        return compare(partners, self.knowledge)

    def question(self, diagnosis: Diagnosis) -> Question | None:
        """The question that would settle a diagnosis whose best finding is uncertain."""
        from integration_cli.matching.question import question_for

        return question_for(diagnosis, self.knowledge)

    def answer(self, diagnosis: Diagnosis, nation: Nation | None = None) -> Answer:
        """Add to a diagnosis the solutions of its barriers, best first, and what has changed since.

        With a nation, updates of other nations are left out, and entries that speak of theirs are flagged.
        """
        from integration_cli.currency.notices import foreign_names
        from integration_cli.planning.choose import choose

        weights = {finding.barrier: finding.score for finding in diagnosis.findings}
        choices = tuple(choose(weights, self.knowledge))
        ids = [*weights, *(choice.solution.id for choice in choices[:SHOWN_CHOICES])]
        notices = tuple(self.notices(ids, diagnosis.situation, nation)) if weights else ()
        foreign = foreign_names(ids, self.knowledge, self.names, nation) if nation else {}
        return Answer(diagnosis, self.knowledge, choices, notices, nation, foreign, self.question(diagnosis))

    def plan(self, barriers: Sequence[str], situation: str = "", everything: bool = False) -> Plan:
        """Choose what to do about barriers, given best first; `everything` takes every solution there is.

        Raises UnknownId where a barrier does not exist.
        """
        from integration_cli.planning.plan import plan

        return plan(barriers, self.knowledge, situation, everything)

    def checklist(self, plan: Plan, made: str, nation: Nation | None = None) -> str:
        """Write a plan as a Markdown checklist dated `made` (an ISO date), with a nation kept to what holds there."""
        from integration_cli.planning.checklist import to_markdown

        return to_markdown(plan, self.knowledge, self._edition(plan, made, nation=nation))

    def update(
        self,
        data: bytes,
        today: str,
        situation: str = "",
        add: Sequence[str] = (),
        drop: Sequence[str] = (),
        name: str = "the plan",
    ) -> Merged:
        """Bring a checklist, given as the bytes of its file, up to the knowledge of today (an ISO date).

        `add` and `drop` name barriers that come into the plan or leave it; `situation` is what was added to it, `name`
        what errors call the file.
        Raises NotAPlan where the file is no checklist, UnknownId where a barrier does not exist.
        """
        from integration_cli.planning.reading.plan_file import read_plan
        from integration_cli.planning.update import update

        plan = read_plan(data, name)
        edition_of = partial(self._edition, nation=plan.record.nation or None)
        return update(plan, data, self.knowledge, edition_of, today, situation, add, drop)

    def _edition(self, plan: Plan, made: str, updated: str = "", nation: Nation | None = None) -> Edition:
        from integration_cli.planning.checklist import Edition

        ids = [planned.barrier.id for _, barriers in plan.categories for planned in barriers]
        ids += [choice.solution.id for choice in plan.choices]
        return Edition(made, {id_: self.notices([id_], nation=nation) for id_ in ids}, updated, nation or "")

    def notices(self, ids: Sequence[str], text: str = "", nation: Nation | None = None) -> list[Notice]:
        """What has changed of that which a text, or entries by their ids, speak of."""
        from integration_cli.currency.notices import entry_texts, notices

        texts = [text, *(part for id_ in ids for part in entry_texts(id_, self.knowledge))]
        return notices(texts, ids, self.names, nation)
