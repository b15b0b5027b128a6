"""The picture of a list of entries."""

from collections.abc import Iterator, Sequence

from integration_cli.cli.pictures import Hanging, Part, Picture
from integration_cli.cli.screens.parts import LOCAL, heading, labelled, text
from integration_cli.dates import in_words
from integration_cli.group import Group
from integration_cli.model import Barrier, Entry, Framework, Knowledge, Risk, Solution, Source
from integration_cli.update import Update

PLURALS = {
    "barrier": "barriers",
    "solution": "solutions",
    "source": "sources",
    "update": "updates",
    "example": "examples",
    "framework": "frameworks",
    "risk": "risks",
}


def render_contents(kind: str, groups: Sequence[Group], knowledge: Knowledge) -> Picture:
    """A list, group by group, with counts."""
    return _parts(kind, groups, knowledge)


def _parts(kind: str, groups: Sequence[Group], knowledge: Knowledge) -> Iterator[Part]:
    total = sum(len(group.entries) for group in groups)
    for group in groups:
        yield heading(f"{group.title}  ({len(group.entries)})")
        for entry in group.entries:
            yield from _entry(entry)
        yield text("")
    counted = f"{total} {PLURALS[kind]}"
    if kind == "barrier":
        details = sum(bool(getattr(e, "part_of", "")) for group in groups for e in group.entries)
        counted += f" ({total - details} main, {details} details) in {len(groups)} categories"
    if kind == "source":
        yield heading("What these documents do not give, and what the knowledge does not know")
        yield from (Hanging(text(f"- {limit}")) for limit in knowledge.limits)
        yield text("")
    yield text(f"{counted}; knowledge {knowledge.version}, facts as at {in_words(knowledge.as_at)}.", "dim")
    yield labelled("next", "advisor show ID", "bold")


def _entry(entry: Entry) -> Iterator[Part]:
    match entry:
        case Barrier(part_of=part_of):
            line = text(f"{'› ' if part_of else ''}{entry.title}")
            step = 4 if part_of else 2
        case Solution():
            line, step = text(f"{entry.title}  ({entry.standing})"), 2
        case Update():
            nations = ", ".join(entry.nations)
            doubt = "" if entry.verified else ", not verified"
            line = text(f"{entry.term}: {entry.status} since {in_words(entry.since)} ({nations}{doubt})")
            step = 2
        case Source():
            line, step = text(f"{entry.title}  ({entry.publisher}; {entry.date})"), 2
        case Framework():
            line, step = text(f"{entry.title}  ({len(entry.rows)} rows)"), 2
        case Risk():
            line, step = text(f"{entry.text}  ({entry.sharing}; {entry.carried_by})"), 2
        case _:
            line, step = text(getattr(entry, "text", "") or getattr(entry, "title", "")), 2
    if entry.local:
        line.append(LOCAL, "bold")
    line.append(f"  {entry.id}", "dim")
    yield Hanging(line, step, 4)
    if isinstance(entry, Update):
        # Never the status alone: "still in force" would reassure falsely without the note.
        yield Hanging(text(entry.note, "dim"), 6, 0)
