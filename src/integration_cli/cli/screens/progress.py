"""The picture of how far plans have come: bars and numbers that need no colour, then what is late and what comes."""

import shlex
from collections.abc import Iterator, Sequence
from datetime import date

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Hanging, Part, Picture, Text
from integration_cli.cli.screens.movement import movement_parts
from integration_cli.cli.screens.parts import beside, heading, labelled, text
from integration_cli.dates import in_words
from integration_cli.upkeep import Box, Group, Progress, Tally
from integration_cli.words import counted

SHORT = 5
"""Actions, and owners, that one screen has room for; --full shows all."""

BAR = 16
"""Cells of a bar."""

DONE, LATE, OPEN, NONE = "#", "!", ".", "-"
"""Cells of a bar: for what is done, late, open, and a bar of which nothing applies. They survive every console."""

STYLES = {DONE: "green", LATE: "bold red", OPEN: "dim"}


NOBODY = "nobody yet"


def render_progress(progress: Progress, full: bool) -> Picture:
    """Progress on one screen, or whole."""
    return _parts(progress, full)


def _parts(progress: Progress, full: bool) -> Iterator[Part]:
    yield from _whole(progress)
    if len(progress.plans) > 1:
        yield from _table("By plan", progress.plans, len(progress.plans))
    yield from _barriers(progress)
    if len(progress.owners) > 1:
        yield from _table("By owner", progress.owners, len(progress.owners) if full else SHORT)
    if progress.movement:
        yield from movement_parts(progress.movement, full, SHORT)
    yield from _days(progress, full)
    yield from _unreadable(progress)
    yield from _to_fill_in(progress)
    yield from _next(progress)


def _whole(progress: Progress) -> Iterator[Part]:
    tally = progress.tally
    whose = f" of {', '.join(progress.names)}" if progress.names else ""
    yield heading(
        f"{tally.done} of {counted(tally.applicable, 'action')}{whose} done, as at {in_words(progress.today)}"
    )
    line = text(f"{tally.open} open: ").append(f"{tally.overdue} late", "bold" if tally.overdue else "")
    line.append("" if progress.names else f", {tally.unowned} without an owner")
    line.append(f", {tally.undated} without a due date")
    yield beside(bar(tally).append(" "), line)
    if tally.not_applicable:
        said = "does not apply here and is" if tally.not_applicable == 1 else "do not apply here and are"
        yield Hanging(text(f"{counted(tally.not_applicable, 'action')} {said} left out."), 2, 0)
    if left := len(progress.withdrawn):
        yield Hanging(text(f"{counted(left, 'action')} under “No longer recommended”, counted nowhere."), 2, 0)
    if tally.applicable:
        yield Hanging(text(f"In the bars: {DONE} done, {LATE} late, {OPEN} open.", "dim"), 2, 0)
    yield text("")


def bar(tally: Tally) -> Text:
    """A bar of what applies, in which everything that there is has at least one cell."""
    parts = {DONE: tally.done, LATE: tally.overdue, OPEN: tally.open - tally.overdue}
    if not tally.applicable:
        return text(NONE * BAR, "dim")
    cells = {mark: max(1, round(number * BAR / tally.applicable)) if number else 0 for mark, number in parts.items()}
    cells[max(cells, key=lambda mark: cells[mark])] += BAR - sum(cells.values())
    line = Text()
    for mark, number in cells.items():
        line.append(mark * number, STYLES[mark])
    return line


def _barriers(progress: Progress) -> Iterator[Part]:
    groups = [group for family in progress.families for group in family.inside]
    for family in progress.families:
        tally = family.group.tally
        done = f"  {tally.done} of {tally.applicable} done" if len(family.inside) > 1 else ""
        yield heading(family.group.title).append(done)
        yield from _rows(family.inside, groups)
        yield text("")


def _table(title: str, groups: Sequence[Group], most: int) -> Iterator[Part]:
    yield heading(title)
    yield from _rows(groups[:most], groups)
    if len(groups) > most:
        yield Hanging(text(f"… and {len(groups) - most} more with --full", "dim"))
    yield text("")


def _rows(groups: Sequence[Group], others: Sequence[Group]) -> Iterator[Part]:
    """A line for each group, its numbers below those of all the `others`."""
    wide = max(len(f"{group.tally.done}/{group.tally.applicable}") for group in others)
    late = max(len(_late(group.tally)) for group in others)
    for group in groups:
        numbers = f"{group.tally.done}/{group.tally.applicable}"
        narrow = bar(group.tally).append(f" {numbers:>{wide}} ")
        narrow.append(f" {_late(group.tally):>{late}} " if late else "", "bold").append(" ")
        yield beside(narrow, text(group.title))


def _late(tally: Tally) -> str:
    return f"{tally.overdue} late" if tally.overdue else ""


def _days(progress: Progress, full: bool) -> Iterator[Part]:
    if progress.late:
        yield from _listed(f"Late ({len(progress.late)})", progress.late, progress, full or bool(progress.until))
    if progress.until:
        title = f"Due by {in_words(progress.until)} ({len(progress.coming)})"
        yield from _listed(title, progress.coming, progress, full=True)
    elif progress.coming:
        yield from _listed("Due next", progress.coming, progress, full)


def _listed(title: str, boxes: Sequence[Box], progress: Progress, full: bool) -> Iterator[Part]:
    yield heading(title)
    shown = boxes if full else boxes[:SHORT]
    for box in shown:
        line = text(f"{in_words(box.due)}{_days_late(box, progress.today)}", "bold")
        line.append(f"  {inert(box.owner if box.owners else NOBODY)}: ").append(inert(box.text))
        yield Hanging(line.append(f"  {inert(box.plan)}:{box.line}", "dim"))
    if not boxes:
        yield Hanging(text("Nothing more." if progress.late else "Nothing."))
    if left := len(boxes) - len(shown):
        yield Hanging(text(f"… and {left} more with --full", "dim"))
    yield text("")


def _days_late(box: Box, today: str) -> str:
    days = (date.fromisoformat(today) - date.fromisoformat(box.due)).days
    return f", {counted(days, 'day')} late" if days > 0 else ", today" if days == 0 else ""


def _unreadable(progress: Progress) -> Iterator[Part]:
    if not progress.unreadable:
        return
    yield heading("Dates that cannot be read")
    for box in progress.unreadable:
        yield Hanging(text(f"“{box.due_said}”").append(f"  {inert(box.plan)}:{box.line}", "dim"))
    yield Hanging(text("They count as no date: write each as 1 December 2026 or 2026-12-01.", "yellow"), 2, 0)
    yield text("")


def _to_fill_in(progress: Progress) -> Iterator[Part]:
    """What nobody has begun to write, so that the numbers above say less than they might."""
    tally = progress.tally
    missing = []
    if tally.open and tally.unowned == tally.open:
        missing.append("No open action has an owner: write a name after 'Owner:' below each box.")
    if tally.open and tally.undated == tally.open and not progress.unreadable:
        missing.append(
            "No open action has a due date, so nothing can be late: write one after 'Due:', as in 1 December 2026."
        )
    yield from (Hanging(text(said, "yellow"), 0, 2) for said in missing)
    if missing:
        yield text("")


def _next(progress: Progress) -> Iterator[Part]:
    worst = max(progress.plans, key=lambda plan: (plan.tally.overdue, plan.tally.open))
    plan = shlex.quote(worst.id)
    if len(progress.plans) > 1:
        yield labelled("the plan with most to do", f"advisor progress {plan}", "bold")
    elif progress.dated and not progress.until:
        yield labelled("what comes", f"advisor progress {plan} --due-within 30", "bold")
    yield labelled("newer advice", f"advisor update {plan} --dry-run", "bold")
