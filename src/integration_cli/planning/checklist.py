"""A plan as a Markdown action checklist: one file that people read, tick and edit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from integration_cli.answer import Choice, Plan, PlannedBarrier
from integration_cli.dates import in_words
from integration_cli.model import Action, Evidence, Knowledge, Solution
from integration_cli.planning.block import Block, laid_out
from integration_cli.planning.markdown import escaped
from integration_cli.planning.record import Record, header, record_lines, traces_of
from integration_cli.update import Nation, Notice
from integration_cli.words import counted

FIELDS = ("Owner", "Due", "Measure", "Notes")
"""The lines under each action that people fill in."""

HOW_TO_USE = (
    "Put an x into a box when the step is done, or a hyphen, `[-]`, when it does not apply here, and say why in its "
    "notes. Fill in the lines below each box, and write anything else anywhere: only the small hidden marks must stay. "
    "`advisor progress` counts what is done, `advisor update` brings in newer advice and keeps every word of yours."
)


class Edition(NamedTuple):
    """What a checklist is made from: dates (ISO) of making and update, notices by id of barrier or solution, and the
    nation to which the notices are kept (empty: all of them).
    """

    made: str
    notices: Mapping[str, Sequence[Notice]]
    updated: str = ""
    nation: Nation | Literal[""] = ""


def to_markdown(plan: Plan, knowledge: Knowledge, edition: Edition) -> str:
    """Write a plan as Markdown: every action once, as a task-list box with its id in a comment after it."""
    title, *blocks = checklist_blocks(plan, knowledge, edition)
    record = record_of(plan, knowledge, edition, traces_of((title, *blocks)))
    lines = [*title.lines, "", header(record), "", *laid_out(blocks), "", *record_lines(record)]
    return "\n".join(lines) + "\n"


def record_of(plan: Plan, knowledge: Knowledge, edition: Edition, traces: Mapping[str, str]) -> Record:
    """What the file is to remember of a plan."""
    days = (edition.made, edition.updated)
    return Record(knowledge.version, *days, plan.barriers, plan.everything, traces, edition.nation)


def checklist_blocks(plan: Plan, knowledge: Knowledge, edition: Edition) -> list[Block]:
    """The blocks of a plan's checklist in order, the title first."""
    writer = _Writer(knowledge, edition)
    return [*writer.head(plan), *writer.body(plan), *writer.tail(plan)]


def situation_block(text: str, number: int = 1) -> Block:
    """The words that a plan answers, as a quotation; a plan may be given more of them later."""
    label = "The situation" if number == 1 else "Added to the situation"
    return Block(f"h:situation-{number}", "quote", f"**{label}:** {escaped(text)}")


def made_block(knowledge: Knowledge, edition: Edition) -> Block:
    """The paragraph that tells from what a checklist was made, and when."""
    updated = f", brought up to date on {in_words(edition.updated)}" if edition.updated else ""
    where = f" of {edition.nation}" if edition.nation else ""
    return Block(
        "h:made",
        "text",
        f"Made on {in_words(edition.made)}{updated}, from knowledge version {knowledge.version}; what has changed "
        f"in law and institutions{where} stands as at {in_words(knowledge.as_at)}. The advice comes from five "
        "documents of 2015-16; what is our own inference is marked so.",
    )


class _Writer:
    def __init__(self, knowledge: Knowledge, edition: Edition) -> None:
        self._knowledge = knowledge
        self._edition = edition
        self._warned: set[str] = set()

    def head(self, plan: Plan) -> Iterator[Block]:
        yield Block("h:title", "heading", "Action checklist: joining up health and social care", 1)
        if plan.situation.strip():
            yield situation_block(plan.situation)
        yield made_block(self._knowledge, self._edition)
        yield Block("h:how", "text", HOW_TO_USE)
        count = sum(len(choice.solution.actions) for choice in plan.choices)
        said = f"{counted(count, 'action')} from {counted(len(plan.choices), 'solution')}"
        yield Block("h:count", "text", f"**{said}**, against these barriers:")
        for _, barriers in plan.categories:
            for planned in barriers:
                yield Block(f"h:b:{planned.barrier.id}", "item", escaped(planned.barrier.title))

    def body(self, plan: Plan) -> Iterator[Block]:
        for category, barriers in plan.categories:
            yield Block(f"c:{category.id}", "heading", escaped(category.title), 2)
            for planned in barriers:
                yield from self._barrier(planned)

    def _barrier(self, planned: PlannedBarrier) -> Iterator[Block]:
        barrier = planned.barrier
        key = f"b:{barrier.id}"
        yield Block(key, "heading", f"{escaped(barrier.title)}{_local(barrier.local)}", 3)
        yield Block(f"{key}/summary", "text", escaped(barrier.summary))
        if planned.gap:
            yield Block(f"{key}/gap", "quote", f"**Note:** {planned.gap}")
        yield from self._warnings(barrier.id)
        for choice in planned.choices:
            yield from self._choice(choice, barrier.id)
        if planned.elsewhere:
            titles = "; ".join(escaped(choice.solution.title) for choice in planned.elsewhere)
            yield Block(f"{key}/elsewhere", "text", f"Also answered by what stands under another barrier: {titles}.")
        if planned.left_out:
            more = counted(planned.left_out, "further solution")
            command = f"`advisor checklist --barrier {barrier.id} --all`"
            yield Block(f"{key}/more", "text", f"{more} left out here; {command} has them.")

    def _choice(self, choice: Choice, barrier: str) -> Iterator[Block]:
        solution = choice.solution
        key = f"s:{solution.id}"
        basis = next(k.basis for k in self._knowledge.barriers[barrier].links if k.solution == solution.id)
        ours = "" if basis == "document" else ", tied to this barrier by our inference"
        yield Block(key, "heading", f"{escaped(solution.title)}{_local(solution.local)}", 4)
        where = "in the documents" if solution.evidence else "by no document"
        standing = f"*({solution.standing.capitalize()} {where}{ours}.)*"
        yield Block(f"{key}/summary", "text", f"{escaped(solution.summary)} {standing}")
        yield Block(f"{key}/who", "item", f"**Who acts:** {escaped(solution.who)}")
        inferred = " *(our inference)*" if solution.measure.basis == "inferred" else ""
        measure = f"**How you will know that it works:** {escaped(solution.measure.text)}{inferred}"
        yield Block(f"{key}/measure", "item", measure)
        if others := [id_ for id_ in choice.barriers if id_ != barrier]:
            titles = "; ".join(escaped(self._knowledge.barriers[id_].title) for id_ in others)
            yield Block(f"{key}/also", "item", f"**Also answers:** {titles}")
        if solution.evidence:
            yield Block(f"{key}/source", "item", f"**Source:** {self._places(solution.evidence)}")
        yield from self._warnings(solution.id)
        for action in solution.actions:
            yield self._action(solution, action)

    def _action(self, solution: Solution, action: Action) -> Block:
        mark = " *(our inference)*" if action.basis == "inferred" else f" *({self._places(action.evidence)})*"
        content = f"{escaped(action.text)}{mark}{_local(action.local)}"
        return Block(f"a:{solution.id}/{action.id}", "box", content, below=tuple(f"  - {name}:" for name in FIELDS))

    def _warnings(self, id_: str) -> Iterator[Block]:
        for notice in self._edition.notices.get(id_, ()):
            if notice.named and notice.update.id not in self._warned:
                self._warned.add(notice.update.id)
                yield Block(f"w:{notice.update.id}", "quote", f"**Changed since:** {escaped(notice_text(notice))}")

    def tail(self, plan: Plan) -> Iterator[Block]:
        further = {n.update.id: n for notices in self._edition.notices.values() for n in notices}
        if left := [notice for id_, notice in further.items() if id_ not in self._warned]:
            yield Block("t:changed", "heading", "What else has changed since the documents were written", 2)
            for notice in left:
                yield Block(f"t:u:{notice.update.id}", "item", escaped(notice_text(notice)))
        used = {e.source for choice in plan.choices for e in _evidence(choice.solution)}
        if used:
            yield Block("t:sources", "heading", "Sources", 2)
        for number, source in enumerate(self._knowledge.sources.values(), 1):
            if source.id in used:
                said = f"Source {number}: {escaped(source.title)}; {escaped(source.publisher)}; {escaped(source.date)}"
                yield Block(f"t:s:{source.id}", "item", said)

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
    parts.append(notice.says)
    if not update.verified:
        parts.append("Not verified.")
    parts.append(f"As at {in_words(update.as_at)}.")
    return " ".join(parts)


def _evidence(solution: Solution) -> Iterator[Evidence]:
    yield from solution.evidence
    for action in solution.actions:
        yield from action.evidence


def _local(local: bool) -> str:
    return " *(local)*" if local else ""
