"""The picture of one entry, by its kind."""

from collections.abc import Iterator, Sequence

from integration_cli.answer import honest_gap
from integration_cli.browsing.lookup import barriers_answered_by, details_of, supporting
from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Hanging, Part, Picture, Text
from integration_cli.cli.screens.parts import LOCAL, heading, labelled, notice, places, text
from integration_cli.dates import in_words
from integration_cli.model import (
    Barrier,
    Category,
    Entry,
    Evidence,
    Example,
    Framework,
    Knowledge,
    Risk,
    Solution,
    Source,
)
from integration_cli.register import risks_of
from integration_cli.update import Notice, Update

SHORT_SIGNS = 8
"""Signs of a barrier that are shown unless all are asked for."""

SHORT_RISKS = 3
"""Risks of a barrier that are shown unless all are asked for."""


def render_entries(
    entries: Sequence[tuple[str, Entry]], notices: Sequence[Notice], knowledge: Knowledge, full: bool
) -> Picture:
    """Entries that share an id, with what has changed of that which they speak of."""
    parts: list[Part] = []
    for kind, entry in entries:
        parts += [_title(kind, entry), *_body(entry, knowledge, full), text("")]
    shown = [n for n in notices if not any(n.update is entry for _, entry in entries)]
    if shown:
        parts.append(heading("What has changed since the documents were written (2015-16)"))
        parts += [Hanging(notice(item)) for item in (shown if full else shown[:4])]
        if not full and len(shown) > 4:
            parts.append(Hanging(text(f"… and {len(shown) - 4} more with --full", "dim")))
        parts.append(text(""))
    return [*parts, *_next(entries)]


def _title(kind: str, entry: Entry) -> Text:
    name = getattr(entry, "title", "") or getattr(entry, "term", "") or entry.id
    line = text(f"{name}{LOCAL if entry.local else ''}", "bold")
    line.append(f"  {kind} {entry.id}", "dim")
    return line


def _body(entry: Entry, knowledge: Knowledge, full: bool) -> Iterator[Part]:
    match entry:
        case Barrier():
            yield from _barrier(entry, knowledge, full)
        case Solution():
            yield from _solution(entry, knowledge)
        case Category():
            yield text(entry.summary)
            inside = [b for b in knowledge.barriers.values() if b.category == entry.id]
            yield from _ids("barriers", [b.id for b in inside], knowledge)
        case Source():
            yield from _source(entry, knowledge)
        case Update():
            yield from _update(entry, knowledge)
        case Example():
            yield text(entry.text)
            if entry.voice:
                yield labelled("whose words", entry.voice)
            yield from _evidence([Evidence(entry.source, entry.section, entry.key_words)], knowledge)
            yield from _ids("supports", entry.supports, knowledge)
        case Framework():
            from integration_cli.cli.screens.framework import framework_parts

            yield from framework_parts(entry, knowledge)
        case Risk():
            from integration_cli.cli.screens.risk import risk_parts

            yield from risk_parts(entry, knowledge)
            yield from _evidence(entry.evidence, knowledge)


def _barrier(barrier: Barrier, knowledge: Knowledge, full: bool) -> Iterator[Part]:
    yield text(barrier.summary)
    yield labelled("category", f"{knowledge.categories[barrier.category].title} ({barrier.category})")
    if barrier.part_of:
        yield from _ids("part of", [barrier.part_of], knowledge)
    yield from _ids("details", details_of(barrier.id, knowledge), knowledge)
    if barrier.basis == "implied":
        yield text("Implied: a document proposes the cure, not the complaint.", "yellow")
    if barrier.notes:
        yield labelled("note", barrier.notes)
    yield labelled("ask yourselves whether this is true", barrier.question)
    yield heading("Solutions")
    if gap := honest_gap(barrier.links):
        yield Hanging(text(gap, "yellow"))
    for link in barrier.links:
        solution = knowledge.solutions[link.solution]
        ours = ", our inference" if link.basis == "inferred" else ""
        line = text(f"- {solution.title}  ({solution.standing}{ours}){LOCAL if link.local else ''}")
        line.append(f"  {solution.id}", "dim")
        yield Hanging(line)
    yield heading("How it shows itself (invented illustrations)")
    for sign in barrier.signs if full else barrier.signs[:SHORT_SIGNS]:
        yield Hanging(text(f"- {sign}{LOCAL if sign in barrier.local_signs else ''}"))
    if not full and len(barrier.signs) > SHORT_SIGNS:
        yield Hanging(text(f"… and {len(barrier.signs) - SHORT_SIGNS} more with --full", "dim"))
    if barrier.not_to_confuse:
        yield heading("Not to be confused with")
    for neighbour in barrier.not_to_confuse:
        line = text(f"- {knowledge.barriers[neighbour.barrier].title}: here it is {neighbour.test}")
        line.append(f"  {neighbour.barrier}", "dim")
        yield Hanging(line)
    yield from _risks("Risks that arise from it", barrier.id, knowledge, full)
    yield from _evidence(barrier.evidence, knowledge)
    yield from _support(barrier.id, knowledge, full)


def _solution(solution: Solution, knowledge: Knowledge) -> Iterator[Part]:
    yield text(solution.summary)
    yield labelled("standing", f"{solution.standing} {'in the documents' if solution.evidence else 'by no document'}")
    yield labelled("who acts", solution.who)
    ours = " (our inference)" if solution.measure.basis == "inferred" else ""
    yield labelled("how you will know that it works", solution.measure.text + ours)
    yield heading("Actions")
    for action in solution.actions:
        where = "our inference" if action.basis == "inferred" else places(action.evidence, knowledge)
        line = text(f"- {action.text}{LOCAL if action.local else ''}")
        line.append(inert(f"  ({where})"), "dim")
        yield Hanging(line)
    yield heading("Barriers that it answers")
    for id_, basis in barriers_answered_by(solution.id, knowledge):
        line = text(f"- {knowledge.barriers[id_].title}{' (our inference)' if basis == 'inferred' else ''}")
        line.append(f"  {id_}", "dim")
        yield Hanging(line)
    yield from _risks("Risks that it softens", solution.id, knowledge, full=True)
    yield from _evidence(solution.evidence, knowledge)
    yield from _support(solution.id, knowledge, full=True)


def _source(source: Source, knowledge: Knowledge) -> Iterator[Part]:
    for label, value in (
        ("author", source.author),
        ("publisher", source.publisher),
        ("date", f"{source.date} ({source.date_basis})"),
        ("title", source.title_basis),
        ("completeness", source.completeness),
    ):
        if value:
            yield labelled(label, value)
    yield heading("Sections")
    yield from (Hanging(text(f"- {section.heading}")) for section in source.sections)
    if source.missing_charts:
        yield heading("Charts that are missing from the text")
        yield from (Hanging(text(f"- {caption}")) for caption in source.missing_charts)
    for label, entries in (("barriers", knowledge.barriers), ("solutions", knowledge.solutions)):
        count = sum(any(e.source == source.id for e in entry.evidence) for entry in entries.values())
        yield labelled(f"{label} that cite it", str(count))


def _update(update: Update, knowledge: Knowledge) -> Iterator[Part]:
    yield notice(Notice(update))
    for other in update.may_also_mean:
        yield labelled(f"“{other.alias}” may also mean", other.meaning)
    if update.caveat:
        yield labelled("open points", update.caveat, "yellow")
    yield labelled("verified", "yes" if update.verified else "no")
    if update.page.title:
        yield labelled("shown by", f"{update.page.title} {update.page.url}")
    yield labelled("which says (our summary)", update.page.says)
    for page in update.other_pages:
        yield labelled("also", page)
    for mention in update.mentioned_in:
        title = knowledge.sources[mention.source].title + ": " if mention.source else ""
        yield labelled("documents", title + mention.place)
    if update.aliases:
        yield labelled("also called", ", ".join(update.aliases))
    yield from _ids("affects", update.affects, knowledge)
    yield labelled("facts as at", in_words(update.as_at))


def _evidence(evidence: Sequence[Evidence], knowledge: Knowledge) -> Iterator[Part]:
    if not evidence:
        return
    yield heading("Where the documents say it")
    for item in evidence:
        line = text(f"- {places([item], knowledge)}")
        line.append(text(f"; look for: {', '.join(item.key_words)}", "dim"))
        if item.note:
            line.append(text(f" ({item.note})", "dim"))
        yield Hanging(line)


def _support(id_: str, knowledge: Knowledge, full: bool) -> Iterator[Part]:
    examples, frameworks = supporting(id_, knowledge)
    if examples:
        yield heading("Examples")
        for example in examples if full else examples[:3]:
            line = text(f"- {knowledge.examples[example].text}")
            line.append(f"  {example}", "dim")
            yield Hanging(line)
    yield from _ids("tables", frameworks, knowledge)


def _risks(title: str, id_: str, knowledge: Knowledge, full: bool) -> Iterator[Part]:
    risks = risks_of(id_, knowledge)
    if risks:
        yield heading(title)
    for risk in (knowledge.risks[id_] for id_ in (risks if full else risks[:SHORT_RISKS])):
        line = text(f"- {risk.text}  ({risk.sharing}){LOCAL if risk.local else ''}")
        line.append(f"  {risk.id}", "dim")
        yield Hanging(line)
    if not full and len(risks) > SHORT_RISKS:
        yield Hanging(text(f"… and {len(risks) - SHORT_RISKS} more with --full", "dim"))


def _ids(label: str, ids: Sequence[str], knowledge: Knowledge) -> Iterator[Part]:
    if not ids:
        return
    named = []
    for id_ in ids:
        found = knowledge.find_entry(id_)
        title = getattr(found[1], "title", "") if found else ""
        named.append(f"{title} ({id_})" if title else id_)
    yield labelled(label, "; ".join(named))


def _next(entries: Sequence[tuple[str, Entry]]) -> Iterator[Part]:
    _, entry = entries[0]
    if isinstance(entry, Barrier | Risk):
        barrier = entry.id if isinstance(entry, Barrier) else entry.arises_from[0]
        yield labelled("next", f"advisor checklist --barrier {barrier} -o plan.md", "bold")
        yield labelled("its risks", f"advisor risks --barrier {barrier} -o register.md", "bold")
    else:
        yield labelled("next", "advisor list, or advisor search WORDS", "bold")
