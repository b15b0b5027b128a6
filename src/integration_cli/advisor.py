"""The public face: everything that the command does, as values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from integration_cli.answer import Answer, Choice
from integration_cli.diagnosis import Diagnosis, Question
from integration_cli.model import Barrier, Knowledge
from integration_cli.plan_keeping import PlanKeeping
from integration_cli.update import Nation, Notice

if TYPE_CHECKING:
    from integration_cli.assessment import Assessment, Form
    from integration_cli.comparison import Comparison
    from integration_cli.currency.notices import Names
    from integration_cli.matching.explain import Explanation
    from integration_cli.matching.index import Index
    from integration_cli.matching.many import Many
    from integration_cli.readiness import Agreement, Movement, Profile
    from integration_cli.survey import Judged, Reply, Survey

SHOWN_CHOICES = 8
"""Solutions of which an answer says what has changed: those that a reader sees first."""


class Advisor(PlanKeeping):
    """The knowledge, and what can be asked of it.

    >>> from integration_cli import Advisor
    >>> advisor = Advisor.load()
    >>> advisor.diagnose("staff are afraid to share patient data, they might be fined").findings[0].barrier
    'fear-of-sharing-data'
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._index: Index | None = None
        self._many: Many | None = None
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

    @property
    def many(self) -> Many:
        """What is remembered from one text to the next when there are many."""
        if self._many is None:
            from integration_cli.matching.many import Many

            self._many = Many(self.index)
        return self._many

    def diagnose_many(self, texts: Iterable[str], top: int = 5) -> Iterator[Diagnosis]:
        """Diagnose texts one after the other: the findings of `diagnose` without reasons, several times as fast."""
        from integration_cli.matching.diagnose import diagnose

        for text in texts:
            yield diagnose(text, self.knowledge, self.index, top, many=self.many)

    def judge(self, replies: Iterable[Reply], possible: bool = False) -> Iterator[Judged]:
        """Diagnose the replies of a survey; `possible` findings, most of which are wrong, count only where asked."""
        from integration_cli.surveying.judging import judge

        return judge(replies, lambda text: next(self.diagnose_many([text])), possible)

    def survey(self, replies: Iterable[Reply], by: str = "", possible: bool = False) -> Survey:
        """Diagnose replies and count what they show; `by` says what their groups are, where they have any.

        Only counters and a few quotes are kept, so the replies may be any number. Raises AdvisorError where there
        are more groups than anybody could read.
        """
        from integration_cli.surveying.result import survey_of

        return survey_of(self.judge(replies, possible), self.knowledge, by, possible)

    def masking(self) -> Callable[[str], str]:
        """A function that masks names, places, numbers and addresses in a text, as far as it can recognise them."""
        from integration_cli.matching.statements import texts
        from integration_cli.surveying.redaction import masking_beside

        return masking_beside(self.knowledge, (t for b in self.knowledge.barriers.values() for t in texts(b)))

    def explain(self, text: str, barrier: str | None = None) -> Explanation:
        """Say why a barrier (the best one by default) ranks where it does for a text.

        Of a text of several parts it is the part that speaks for the barrier most.

        Raises UnknownId where the barrier does not exist, AdvisorError where the text has no words to go by.
        """
        from integration_cli.matching.explain import explain

        chosen = None if barrier is None else self.knowledge.get_barrier(barrier).id
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

    def notices(self, ids: Sequence[str], text: str = "", nation: Nation | None = None) -> list[Notice]:
        """What has changed of that which a text, or entries by their ids, speak of."""
        from integration_cli.currency.notices import entry_texts, notices

        texts = [text, *(part for id_ in ids for part in entry_texts(id_, self.knowledge))]
        return notices(texts, ids, self.names, nation)

    def questions(self, ids: Sequence[str] = (), categories: Collection[str] = ()) -> list[Barrier]:
        """The barriers that a self-assessment asks about: those named, or else all main ones; kept to `categories`.

        Raises UnknownId where a barrier does not exist.
        """
        from integration_cli.assessing.questions import questions

        return questions(self.knowledge, ids, categories)

    def read_forms(self, files: Sequence[tuple[str, bytes]]) -> list[tuple[Form, Assessment]]:
        """Understand filled-in forms, given by name with their contents: workbooks end in .xlsx, others are YAML.

        Raises FaultyForm with the defects of all of them, AdvisorError where workbooks cannot be read here.
        """
        from integration_cli.form_reading import read_forms

        return read_forms(files, self.knowledge)

    def profile(self, assessment: Assessment) -> Profile:
        """Say how far each category is in hand, and which barriers are weakest."""
        from integration_cli.assessing.profile import profile

        return profile(assessment, self.knowledge)

    def agreement(self, assessments: Sequence[Assessment]) -> Agreement:
        """Say where partners agree and where they do not; the order of their assessments does not matter."""
        from integration_cli.assessing.agreement import agreement

        return agreement(assessments, self.knowledge)

    def movement(self, before: Assessment, now: Assessment) -> Movement:
        """Say what has moved from an earlier assessment to a later one."""
        from integration_cli.assessing.movement import movement

        return movement(before, now, self.knowledge)

    def best_choices(self, barriers: Sequence[str], most: int = 2) -> dict[str, tuple[Choice, ...]]:
        """The solutions that answer each of some barriers best, by the barrier's id."""
        from integration_cli.planning.choose import choose

        return {id_: tuple(choose({id_: 1.0}, self.knowledge)[:most]) for id_ in barriers}
