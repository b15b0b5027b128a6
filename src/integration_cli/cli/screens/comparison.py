"""The picture of a comparison: a column for each partner, a line for each barrier."""

import shlex
from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Hanging, Part, Picture, Text
from integration_cli.cli.screens.parts import LOCAL, beside, heading, labelled, text
from integration_cli.comparison import Comparison, Group, Row
from integration_cli.model import Knowledge

SHORT_ROWS = 4
"""Barriers of each group, and pairs of partners, that one screen has room for; --full shows all."""

MARKS = {"strong": ("S", "bold green"), "likely": ("L", "green"), None: ("x", "bold")}
MAYBE, UNNAMED = ("?", "dim"), ("-", "dim")
"""Letters, not blocks: they survive every console, and need no colour."""


class _Table(NamedTuple):
    """What every line of the table goes by: the letter of each partner, by name."""

    comparison: Comparison
    knowledge: Knowledge
    letters: dict[str, str]
    full: bool

    @property
    def width(self) -> int:
        """Cells before a barrier's title."""
        return 2 * len(self.letters) + 1

    def shown(self, rows: Sequence[Row]) -> Sequence[Row]:
        return rows if self.full else rows[:SHORT_ROWS]


def render_comparison(comparison: Comparison, knowledge: Knowledge, full: bool) -> Picture:
    """The partners, the barriers that all, some or one of them name, and how far each two agree."""
    letters = dict(zip((partner.name for partner in comparison.partners), ascii_lowercase, strict=False))
    table = _Table(comparison, knowledge, letters, full)
    return [*_partners(table), *(_compared(table) if comparison.rows else _nothing(table))]


def _partners(table: _Table) -> Iterator[Part]:
    yield heading("Partners")
    for partner in table.comparison.partners:
        named = table.comparison.count_for(partner.name)
        line = Text().append(inert(f"{partner.name}: "), "bold")
        said = f"names {_counted(named)}" if named else "names nothing surely enough to count; left out below"
        line.append(said, "" if named else "yellow")
        yield beside(text(f"{table.letters[partner.name]}  "), line)
    yield text("")


def _counted(barriers: int) -> str:
    return f"{barriers} barrier{'' if barriers == 1 else 's'}"


def _compared(table: _Table) -> Iterator[Part]:
    for group in ("all", "some", "one"):
        yield from _group(group, [row for row in table.comparison.rows if row.group == group], table)
    if table.full:
        yield from _group("none", table.comparison.hints, table)
    yield from _key(table)
    yield from _pairs(table)
    yield from _next(table.comparison)


def _group(group: Group, rows: Sequence[Row], table: _Table) -> Iterator[Part]:
    heard = len(table.letters) - len(table.comparison.silent)
    if not rows and (group != "all" or heard < 2):
        return
    heads = text("".join(f"{letter} " for letter in table.letters.values()) + " ", "dim")
    yield beside(heads, heading(_title(group, heard, bool(table.comparison.silent))))
    if not rows:
        yield Hanging(text("None."), 2 + table.width)
    for row in table.shown(rows):
        yield from _row(row, table)
    if left := len(rows) - len(table.shown(rows)):
        yield Hanging(text(f"… and {left} more with --full", "dim"), 2 + table.width)
    yield text("")


def _title(group: Group, heard: int, some_silent: bool) -> str:
    everybody = "Named by both" if heard == 2 else f"Named by all {heard}"
    return {
        "all": everybody + (" that name anything" if some_silent else ""),
        "some": "Named by some",
        "one": "Named by one only",
        "none": "Named by nobody surely: only possible, and most such findings are wrong",
    }[group]


def _row(row: Row, table: _Table) -> Iterator[Part]:
    barrier = table.knowledge.barriers[row.barrier]
    line = Text().append(inert(f"{barrier.title}{LOCAL if barrier.local else ''}"), "bold")
    line.append(f"  {barrier.id}", "dim")
    yield beside(_cells(row, table), line)
    for part in (*_details(row, table), *_words(row, table), *_question(row, table)):
        yield Hanging(part, 2 + table.width)


def _cells(row: Row, table: _Table) -> Text:
    strengths = {sight.partner: sight.strength for sight in row.sights}
    line = Text()
    for name in table.letters:
        mark, style = UNNAMED if name not in table.comparison.silent else (" ", "")
        if name in strengths:
            mark, style = MARKS[strengths[name]]
        elif name in row.maybe:
            mark, style = MAYBE
        line.append(mark, style)
        line.append(" ")
    return line.append(" ")


def _details(row: Row, table: _Table) -> Iterator[Text]:
    """Details that partners name in place of the barrier, or beside it: these count for it."""
    ids = dict.fromkeys(id_ for sight in row.sights for id_ in sight.named if id_ != row.barrier)
    for id_ in ids:
        barrier = table.knowledge.barriers[id_]
        letters = ", ".join(table.letters[sight.partner] for sight in row.sights if id_ in sight.named)
        line = text(f"› {barrier.title}{LOCAL if barrier.local else ''} ({letters})")
        line.append(f"  {id_}", "dim")
        yield line


def _words(row: Row, table: _Table) -> Iterator[Text]:
    if not table.full:
        return
    partners = {partner.name: partner for partner in table.comparison.partners}
    for sight in row.sights:
        if words := partners[sight.partner].words_for(sight.named[0]):
            yield labelled(f"{table.letters[sight.partner]} says", " · ".join(words), "cyan")


def _question(row: Row, table: _Table) -> Iterator[Text]:
    """What to put to the others where one partner alone names a barrier."""
    if row.group != "one":
        return
    others = ", ".join(letter for name, letter in table.letters.items() if name != row.sights[0].partner)
    line = Text().append(f"ask {others}: ", "cyan")
    yield line.append(inert(f"is it so? “{table.knowledge.barriers[row.barrier].question}”"))


def _key(table: _Table) -> Iterator[Part]:
    planned = any(sight.strength is None for row in table.comparison.rows for sight in row.sights)
    marks = f"S strong, L likely, {'x in its plan, ' if planned else ''}? may see it too, - does not name it."
    yield Hanging(text(marks, "dim"), 2, 0)
    yield Hanging(text("That is how surely the words mean it, not how much it hurts.", "dim"), 2, 0)
    yield Hanging(text("Who does not name a barrier may see it all the same: ask.", "dim"), 2, 0)
    yield text("")


def _pairs(table: _Table) -> Iterator[Part]:
    pairs, widest = table.comparison.pairs, table.comparison.widest_gaps
    shown = pairs if table.full else pairs[:SHORT_ROWS]
    if not shown:
        return
    yield heading("In common, of the barriers that either names")
    for pair in shown:
        line = text(f"{table.letters[pair.one]} and {table.letters[pair.other]}: {pair.both} of {pair.either}")
        if pair in widest and len(widest) < len(pairs):
            line.append("  the widest gap", "yellow")
        yield Hanging(line)
    if left := len(pairs) - len(shown):
        yield Hanging(text(f"… and {left} more with --full", "dim"))
    yield text("")


def _next(comparison: Comparison) -> Iterator[Part]:
    first = comparison.rows[0]
    yield labelled("more", f"the same with --full, or advisor show {first.barrier}", "bold")
    files = {partner.name: partner.file for partner in comparison.partners if partner.file}
    said = [sight for sight in first.sights if sight.strength is not None and sight.partner in files]
    if said:
        file = shlex.quote(files[said[0].partner])
        yield labelled("why", f"advisor explain --file {file} --barrier {said[0].named[0]}", "bold")
    yield labelled("a plan", f"advisor checklist --barrier {first.barrier} -o plan.md", "bold")


def _nothing(table: _Table) -> Iterator[Part]:
    yield heading("There is nothing to compare: no file names a barrier surely enough.")
    file = next((partner.file for partner in table.comparison.partners if partner.file), "FILE")
    yield labelled("next", f"advisor diagnose --file {shlex.quote(file)}", "bold")
