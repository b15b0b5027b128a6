"""A box of the plan while a workbook's words come into it: what changes, and the lines that say so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from integration_cli.dates import in_words, is_day
from integration_cli.handout import Row
from integration_cli.planning.beginning import beginning
from integration_cli.planning.handing.below import Written, after_label, lead_below, written_below
from integration_cli.planning.handing.hand_out import OWN, note_lines, row_of, words_of
from integration_cli.planning.markdown import escaped
from integration_cli.planning.merging.edits import Edits
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.planning.reading.step import OURS, Step, field_name
from integration_cli.upkeep import Status

STATES: dict[Status, str] = {"open": " ", "done": "x", "not applicable": "-"}
FIELDS = ("owner", "due", "measure", "notes")
_LIKE_A_BOX = ("[", "\\[", *"☐□☑☒✓✔✅")


@dataclass(slots=True)
class Draft:
    """A box as it will stand: `now` is its row, changed as words come in, `added` the lines of notes put to it.

    `step` is None, and `below` empty, for a box that the plan does not have yet.
    """

    now: Row
    step: Step | None = None
    below: tuple[Written, ...] = ()
    changed: set[str] = field(default_factory=set)
    added: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, step: Step, plan: PlanFile) -> "Draft":
        """The draft of a box that stands in the plan."""
        return cls(row_of(step, plan, {}), step, tuple(written_below(step, plan.text.lines)))

    @property
    def notes(self) -> list[str]:
        """Every line of notes that the box will have."""
        replaced = self.line_of("notes") if "notes" in self.changed else None
        held = note_lines([written for written in self.below if written != replaced])
        return [*held, *([self.now.notes] if "notes" in self.changed else []), *self.added]

    def line_of(self, name: str) -> Written | None:
        """The first line that holds a field."""
        return next((written for written in self.below if written.name == name), None)

    def takes(self, name: str, value: str) -> bool:
        """Whether a value can be put in place of what stands there without touching other words."""
        if name == "status":
            # Such a line says that the step does not apply, whatever its box says.
            return value != "open" or not any(w.name == "not applicable" and w.value for w in self.below)
        lines = [written for written in self.below if written.name == name]
        return len(lines) < 2 and all(written.end == written.start + 1 for written in lines)

    def put(self, name: str, value: str) -> None:
        """Put a value into a field."""
        self.now = self.now.having(name, value)
        self.changed.add(name)

    def note(self, line: str) -> bool:
        """Add a line of notes; False where it stands there already."""
        if line in self.notes:
            return False
        if not (self.line_of("notes") or "notes" in self.changed or self.step):
            self.put("notes", line)
        else:
            self.added.append(line)
        return True

    def new_lines(self) -> list[str]:
        """The lines of a box that the plan does not have yet."""
        state = STATES[cast(Status, self.now.status)]
        mark = "" if self.now.id.startswith(OWN) or not self.now.id else f"<!-- action: {self.now.id} --> "
        lines = [f"- [{state}] {mark}{escaped(self.now.action)}"]
        lines += [f"  - {name.capitalize()}:{_after_colon(name, getattr(self.now, name))}" for name in FIELDS]
        return lines + [f"  - {_note(line)}" for line in self.added]

    def write(self, plan: PlanFile, edits: Edits) -> None:
        """Change the lines of a box that stands in the plan; every other stays as it is."""
        step, lines = self.step, plan.text.lines
        assert step is not None, "only a box of the plan is changed"
        first = lines[step.node.start]
        begins = beginning(first)
        before, after = begins.item, begins.rest(first)
        box = f"{before}[{STATES[cast(Status, self.now.status)]}] "
        if "action" in self.changed:
            mark = "" if self.now.id.startswith(OWN) else f"<!-- action: {self.now.id} --> "
            said = f"{box}{mark}{escaped(self.now.action)}{words_of(step)[1].rstrip()}"
            edits.replace(step.node.start, step.said_end, [said])
        elif "status" in self.changed:
            edits.replace(step.node.start, step.node.start + 1, [box + after])
        lead = lead_below(step, lines)
        more = [*self._fields(lines, edits, lead), *(lead + _note(line) for line in self.added)]
        if more:
            at = max((written.end for written in self.below), default=step.said_end)
            edits.insert(at, "box", more, "box")

    def _fields(self, lines: Sequence[str], edits: Edits, lead: str) -> Iterator[str]:
        """Put changed fields into their lines; those that have none are returned as new lines."""
        for name in ("status", *FIELDS):
            held = self.line_of(name)
            said = _after_colon(name, getattr(self.now, name))
            if name in self.changed and held:
                line = lines[held.start]
                edits.replace(held.start, held.end, [line[: len(line) - len(after_label(line))] + said])
            elif name in self.changed and name != "status":
                yield f"{lead}{name.capitalize()}:{said}"


def _after_colon(name: str, value: str) -> str:
    if name == "due" and is_day(value):
        value = in_words(value)
    return f" {escaped(value)}" if value else ""


def _note(line: str) -> str:
    """A line of notes, with a label where it would be taken for something else without one."""
    other = field_name(line) or line.startswith(OURS + _LIKE_A_BOX)
    return f"{'Note: ' if other else ''}{escaped(line)}"
