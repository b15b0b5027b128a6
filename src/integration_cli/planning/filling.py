"""Where in a checklist's file boxes and fields can be filled, so that all else stays as it is, letter for letter."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from integration_cli.planning.beginning import beginning
from integration_cli.planning.markdown import plain, shown
from integration_cli.planning.reading.plan_file import Placed, PlanFile
from integration_cli.planning.reading.step import Step, boxes_inside, label_in
from integration_cli.planning.reading.text_file import TextFile
from integration_cli.sheet import Entry, Sheet, Slot
from integration_cli.upkeep import Box

FILLED = {"owner": "Owner", "due": "Due", "notes": "Notes"}
"""The fields that can be filled, by the names under which they are read."""

_SITUATION = re.compile(r"^(?:The|Added to the) situation: ?")


class _Cut(NamedTuple):
    """A slot by offsets into the text: of which box and what, and what goes before a new value."""

    start: int
    end: int
    box: int
    what: str
    before: str = ""


def sheet_of(plan: PlanFile, placed: Iterable[tuple[Placed, Box]], name: str) -> Sheet:
    """Cut a checklist's text at what can be filled in; `name` is what its file is called."""
    found = list(placed)
    lines = [line + end for line, end in zip(plan.text.lines, plan.text.ends, strict=True)]
    starts = list(accumulate(map(len, lines), initial=0))
    cuts = [c for number, (one, _) in enumerate(found) for c in _Cutter(plan.text, starts, number, one.step).cuts()]
    pieces: list[str] = []
    slots: dict[tuple[int, str], Slot] = {}
    at = 0
    text = "".join(lines)
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        if cut.start >= at:
            pieces += [text[at : cut.start], text[cut.start : cut.end]]
            slots[cut.box, cut.what] = Slot(len(pieces) - 1, cut.before)
            at = cut.end
    entries = tuple(
        Entry(
            box,
            {what: one.step.fields.get(what, "") for what in FILLED},
            one.step.notes,
            slots.get((number, "state")),
            {what: slots[number, what] for what in FILLED if (number, what) in slots},
        )
        for number, (one, box) in enumerate(found)
    )
    pieces.append(text[at:])
    if plan.text.mark:
        pieces[0] = "\ufeff" + pieces[0]
    return Sheet(name, tuple(pieces), entries, plan.record.barriers, _situation(plan))


def _situation(plan: PlanFile) -> str:
    """The words that the plan answers, as they stand in its quotations."""
    quoted = (plain(piece.content) for piece in plan.pieces if piece.kind == "quote")
    return " ".join(_SITUATION.sub("", said) for said in quoted if _SITUATION.match(said))


class _Cutter:
    """Finds the slots of one box."""

    def __init__(self, text: TextFile, starts: Sequence[int], number: int, step: Step) -> None:
        self._lines, self._line_end, self._starts = text.lines, text.end, starts
        self._number, self._step = number, step

    def cuts(self) -> Iterator[_Cut]:
        first = self._step.node.start
        begins = beginning(self._lines[first])
        if not begins.bullet:
            return
        if begins.box and not self._step.fields.keys() & {"status", "not applicable"}:
            at = self._starts[first] + len(begins.item)
            yield _Cut(at, at + len(begins.box), self._number, "state")
        for what, label in FILLED.items():
            if what in self._step.fields:
                yield from self._present(what)
            else:
                # Below the words of the action, in front of all that somebody wrote there.
                at = self._starts[self._step.said_end - 1] + len(self._lines[self._step.said_end - 1])
                yield _Cut(at, at, self._number, what, f"{self._line_end}{begins.inside}- {label}: ")

    def _present(self, what: str) -> Iterator[_Cut]:
        """The slot of a field that is there, where its value stands in one place."""
        own = self._own_lines()
        for number in own:
            indent = len(self._lines[number]) - len(self._lines[number].lstrip(" \t\u00a0>"))
            found = label_in(self._lines[number][indent:])
            if found is None or found[0] != what:
                continue
            start = indent + found[1]
            start += len(self._lines[number][start:]) - len(self._lines[number][start:].lstrip(" \t\u00a0"))
            for last in range(number, max(own) + 1):
                if last > number and (last not in own or label_in(self._lines[last].strip(" \t>"))):
                    break
                parts = [self._lines[number][start:], *self._lines[number + 1 : last + 1]]
                if shown(" ".join(part.strip(" \t>") for part in parts)) == self._step.fields[what]:
                    yield self._value(number, start, last, what)
                    return

    def _value(self, number: int, start: int, last: int, what: str) -> _Cut:
        line = self._lines[last]
        end = len(line.rstrip()) if line.strip() else len(line)
        begins = self._starts[number] + start
        ahead = self._lines[number][start - 1 : start]
        return _Cut(
            begins, max(begins, self._starts[last] + end), self._number, what, "" if ahead in " \t\u00a0" else " "
        )

    def _own_lines(self) -> list[int]:
        """The lines below the words of the action that belong to no other box."""
        others = {line for node in boxes_inside(self._step.node) for line in range(node.start, node.end)}
        return [n for n in range(self._step.node.start + 1, self._step.node.end) if n not in others]
