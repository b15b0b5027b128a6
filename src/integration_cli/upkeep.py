"""What becomes of a plan: what an update did to it, and how far it has come."""

from typing import Literal, NamedTuple

What = Literal[
    "new", "reworded", "proposed", "withdrawn", "kept", "again", "joined", "restored", "rated",
    "taken", "both", "added",
]  # fmt: skip
"""New advice; words replaced that nobody had changed; new words put beside changed ones; advice taken out, or kept
because somebody had worked with it; advice that came back; boxes that stood twice; marks that had gone; risks whose
rating follows from other numbers now. Of a workbook: what was taken from it; what had changed in the plan too, and went
into the notes; rows that somebody added."""

Status = Literal["open", "done", "not applicable"]

Kind = Literal["advice", "own", "withdrawn"]
"""A box that the advisor wrote; one that somebody added; one of advice that is given no more."""

Move = Literal["done", "reopened", "set aside", "late", "date moved", "new", "gone"]
"""What may become of a box between two days: done; open again; found not to apply; overdue; due on another day;
not there before; there no more, or no longer recommended."""


class Change(NamedTuple):
    """One thing that an update did: to which block of the plan, and the words that it is about."""

    what: What
    block: str
    said: str


class Merged(NamedTuple):
    """A plan's file after an update, and what was done in it."""

    data: bytes
    changes: tuple[Change, ...]

    def after(self, earlier: "Merged") -> "Merged":
        """Both as one, this one done after the other."""
        return Merged(self.data, earlier.changes + self.changes)


class Place(NamedTuple):
    """Where a box belongs: ids and titles of its category, barrier and solution, empty where it has none.

    `heading` is what a box stands under that somebody added outside of every barrier.
    """

    category: str = ""
    category_title: str = ""
    barrier: str = ""
    barrier_title: str = ""
    solution: str = ""
    solution_title: str = ""
    heading: str = ""


class Box(NamedTuple):
    """One action of a plan as it stands.

    `made` is the day (ISO) on which its plan was made, `line` counts from 1. `key` knows it again in any later version
    of the plan, `id` is that of its action, empty for a step of somebody's own. `owner` and `due_said` are what
    somebody wrote, `owners` the names in it, `due` the day (ISO; empty where there is none that can be read).
    `overdue` is whether it is open and its day is past.
    """

    plan: str
    made: str
    line: int
    key: str
    id: str
    kind: Kind
    place: Place
    text: str
    status: Status
    reason: str
    owner: str
    owners: tuple[str, ...]
    due: str
    due_said: str
    overdue: bool
    measure: str
    notes: str


class Tally(NamedTuple):
    """How many boxes there are of each status; of the open ones, how many are late, nobody's, and without a day."""

    done: int
    open: int
    not_applicable: int
    overdue: int
    unowned: int
    undated: int

    @property
    def applicable(self) -> int:
        """Boxes that are done or to be done: what a share is taken of."""
        return self.done + self.open


class Group(NamedTuple):
    """Boxes that have a plan, category, barrier, heading or owner in common; `id` is empty where it has none."""

    id: str
    title: str
    tally: Tally


class Family(NamedTuple):
    """A category with its barriers, or what somebody added outside of every category with its headings."""

    group: Group
    inside: tuple[Group, ...]


class Moved(NamedTuple):
    """What became of one box; `was` is its day before, where that moved."""

    what: Move
    box: Box
    was: str = ""


class Movement(NamedTuple):
    """What became of plans since an earlier version: its name, its day by plan (ISO), and the plans not there yet."""

    since: str
    days: dict[str, str]
    absent: tuple[str, ...]
    moves: tuple[Moved, ...]


class Progress(NamedTuple):
    """How far plans have come on a day (ISO).

    `boxes` are those that count, in the order of the plans; `withdrawn` those of advice given no more, which count
    nowhere. `names` are the owners that it is kept to, `until` the last day (ISO) of what is asked for; both empty
    where nothing was left out. `movement` is None where there is no earlier version.
    """

    today: str
    until: str
    names: tuple[str, ...]
    boxes: tuple[Box, ...]
    withdrawn: tuple[Box, ...]
    tally: Tally
    plans: tuple[Group, ...]
    families: tuple[Family, ...]
    owners: tuple[Group, ...]
    movement: Movement | None = None

    @property
    def dated(self) -> tuple[Box, ...]:
        """The open boxes that have a day, the earliest first."""
        return tuple(sorted((box for box in self.boxes if box.status == "open" and box.due), key=lambda box: box.due))

    @property
    def late(self) -> tuple[Box, ...]:
        """What is overdue, longest first."""
        return tuple(box for box in self.dated if box.overdue)

    @property
    def coming(self) -> tuple[Box, ...]:
        """What is due today or later, up to the day that was asked for."""
        return tuple(box for box in self.dated if not box.overdue and (not self.until or box.due <= self.until))

    @property
    def listed(self) -> tuple[Box, ...]:
        """What a table or a calendar of it holds: everything, or where a last day was given what is due by then."""
        return (*self.late, *self.coming) if self.until else (*self.boxes, *self.withdrawn)

    @property
    def unreadable(self) -> tuple[Box, ...]:
        """Open boxes in which something stands for a day that cannot be read as one."""
        return tuple(box for box in self.boxes if box.status == "open" and box.due_said and not box.due)
