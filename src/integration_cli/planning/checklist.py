"""A plan as a Markdown action checklist: one file that people read, tick and edit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from integration_cli.answer import Choice, Plan, PlannedBarrier
from integration_cli.dates import in_words
from integration_cli.model import Action, Evidence, Knowledge, Solution
from integration_cli.update import Notice

FIELDS = ("Owner", "Due", "Measure", "Notes")
"""The lines under each action that people fill in."""

HOW_TO_USE = (
    "Tick a box when the step is done. Fill in the lines below it, write anything else anywhere: "
    "only the small hidden mark after each box must stay."
)


class Edition(NamedTuple):
    """What a checklist was made from: the date (ISO), and the notices by id of barrier or solution."""

    made: str
    notices: Mapping[str, Sequence[Notice]]


def to_markdown(plan: Plan, knowledge: Knowledge, edition: Edition) -> str:
    """Write a plan as Markdown: every action once, as a task-list box with its id in a comment after it."""
    writer = _Writer(knowledge, edition)
    return "\n".join([*writer.head(plan), *writer.body(plan), *writer.tail(plan)]).rstrip() + "\n"


class _Writer:
    def __init__(self, knowledge: Knowledge, edition: Edition) -> None:
        self._knowledge = knowledge
        self._edition = edition
        self._warned: set[str] = set()

    def head(self, plan: Plan) -> Iterator[str]:
        knowledge = self._knowledge
        yield "# Action checklist: joining up health and social care"
        yield ""
        yield f"<!-- advisor-checklist: 1, knowledge: {knowledge.version}, made: {self._edition.made} -->"
        yield ""
        if plan.situation.strip():
            yield f"> **The situation:** {escaped(plan.situation)}"
            yield ""
        yield (
            f"Made on {in_words(self._edition.made)} from knowledge version {knowledge.version}; what has changed in "
            f"law and institutions stands as at {in_words(knowledge.as_at)}. The advice comes from five documents of "
            "2015-16; what is our own inference is marked so."
        )
        yield ""
        yield HOW_TO_USE
        yield ""
        count = sum(len(choice.solution.actions) for choice in plan.choices)
        yield f"**{_many(count, 'action')} from {_many(len(plan.choices), 'solution')}**, against these barriers:"
        yield ""
        for _, barriers in plan.categories:
            yield from (f"- {escaped(planned.barrier.title)}" for planned in barriers)
        yield ""

    def body(self, plan: Plan) -> Iterator[str]:
        for category, barriers in plan.categories:
            yield f"## {escaped(category.title)}"
            yield ""
            for planned in barriers:
                yield from self._barrier(planned)

    def _barrier(self, planned: PlannedBarrier) -> Iterator[str]:
        barrier = planned.barrier
        yield f"### {escaped(barrier.title)}{_local(barrier.local)}"
        yield ""
        yield escaped(barrier.summary)
        yield ""
        if planned.gap:
            yield f"> **Note:** {planned.gap}"
            yield ""
        yield from self._warnings(barrier.id)
        for choice in planned.choices:
            yield from self._choice(choice, barrier.id)
        if planned.elsewhere:
            titles = "; ".join(escaped(choice.solution.title) for choice in planned.elsewhere)
            yield f"Also answered by what stands under another barrier: {titles}."
            yield ""
        if planned.left_out:
            more = _many(planned.left_out, "further solution")
            yield f"{more} left out here; `advisor checklist --barrier {barrier.id} --all` has them."
            yield ""

    def _choice(self, choice: Choice, barrier: str) -> Iterator[str]:
        solution = choice.solution
        basis = next(k.basis for k in self._knowledge.barriers[barrier].links if k.solution == solution.id)
        ours = "" if basis == "document" else ", tied to this barrier by our inference"
        yield f"#### {escaped(solution.title)}{_local(solution.local)}"
        yield ""
        where = "in the documents" if solution.evidence else "by no document"
        yield f"{escaped(solution.summary)} *({solution.standing.capitalize()} {where}{ours}.)*"
        yield ""
        yield f"- **Who acts:** {escaped(solution.who)}"
        inferred = " *(our inference)*" if solution.measure.basis == "inferred" else ""
        yield f"- **How you will know that it works:** {escaped(solution.measure.text)}{inferred}"
        if others := [id_ for id_ in choice.barriers if id_ != barrier]:
            titles = "; ".join(escaped(self._knowledge.barriers[id_].title) for id_ in others)
            yield f"- **Also answers:** {titles}"
        if solution.evidence:
            yield f"- **Source:** {self._places(solution.evidence)}"
        yield ""
        yield from self._warnings(solution.id)
        for action in solution.actions:
            yield from self._action(solution, action)
        yield ""

    def _action(self, solution: Solution, action: Action) -> Iterator[str]:
        mark = " *(our inference)*" if action.basis == "inferred" else f" *({self._places(action.evidence)})*"
        yield f"- [ ] <!-- action: {solution.id}/{action.id} --> {escaped(action.text)}{mark}{_local(action.local)}"
        yield from (f"  - {name}:" for name in FIELDS)

    def _warnings(self, id_: str) -> Iterator[str]:
        for notice in self._edition.notices.get(id_, ()):
            if notice.named and notice.update.id not in self._warned:
                self._warned.add(notice.update.id)
                yield f"> **Changed since:** {escaped(notice_text(notice))}"
                yield ""

    def tail(self, plan: Plan) -> Iterator[str]:
        further = {n.update.id: n for notices in self._edition.notices.values() for n in notices}
        if left := [notice for id_, notice in further.items() if id_ not in self._warned]:
            yield "## What else has changed since the documents were written"
            yield ""
            yield from (f"- {escaped(notice_text(notice))}" for notice in left)
            yield ""
        used = {e.source for choice in plan.choices for e in _evidence(choice.solution)}
        if used:
            yield "## Sources"
            yield ""
        for number, source in enumerate(self._knowledge.sources.values(), 1):
            if source.id in used:
                yield f"- Source {number}: {escaped(source.title)}; {escaped(source.publisher)}; {escaped(source.date)}"

    def _places(self, evidence: Sequence[Evidence]) -> str:
        numbers = {id_: number for number, id_ in enumerate(self._knowledge.sources, 1)}
        places = dict.fromkeys((e.source, e.section) for e in evidence)
        return "; ".join(
            f"source {numbers[source]}, {'opening' if section == 'lead' else f'“{escaped(section)}”'}"
            for source, section in places
        )


def notice_text(notice: Notice) -> str:
    """A notice as one paragraph: what it is, its status with the note that goes with it, nation, date, doubts."""
    update = notice.update
    ours = " (local)" if update.local else ""
    parts = [f"{update.term}{ours}: {update.status} since {in_words(update.since)} ({', '.join(update.nations)})."]
    if update.successor:
        parts.append(f"Now: {update.successor}.")
    parts.append(update.note)
    if notice.or_meaning:
        parts.append(f"(This is about “{notice.named}” in that sense; it may also mean {notice.or_meaning}.)")
    if not update.verified:
        parts.append("Not verified.")
    parts.append(f"As at {in_words(update.as_at)}.")
    return " ".join(parts)


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: no emphasis, links, tags, comments or list items of its own."""
    inside = re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", in_one_line(text))
    return re.sub(r"^(\d+(?=[.)](?: |$))|(?=[-+]))", r"\1\\", inside)


def in_one_line(text: str) -> str:
    """A text with every run of white space and control characters turned into one space."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _evidence(solution: Solution) -> Iterator[Evidence]:
    yield from solution.evidence
    for action in solution.actions:
        yield from action.evidence


def _local(local: bool) -> str:
    return " *(local)*" if local else ""


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
