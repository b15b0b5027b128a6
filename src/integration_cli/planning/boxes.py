"""The boxes of a plan as they stand on a day: where each belongs, who is to do it, and when."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from integration_cli.model import Knowledge
from integration_cli.planning.markdown import escaped, plain, trace
from integration_cli.planning.merging.doubles import is_copy
from integration_cli.planning.merging.keys import renamed
from integration_cli.planning.merging.located import locate
from integration_cli.planning.merging.merging import WITHDRAWN
from integration_cli.planning.owners import is_blank, owners_in
from integration_cli.planning.reading.plan_file import Placed, PlanFile
from integration_cli.planning.reading.step import Step
from integration_cli.upkeep import Box, Kind, Place

_LEVELS = {"c": 2, "b": 3, "s": 4}
"""Of the headings of categories, barriers and solutions."""

ELSEWHERE = "Not in this knowledge"
"""The category of a barrier that the plan answers and this knowledge does not hold."""


class _Scope(NamedTuple):
    """What a piece of the file stands under: the innermost block of ours (its key), and the nearest heading."""

    key: str
    heading: str


def boxes_of(name: str, plan: PlanFile, knowledge: Knowledge, today: str) -> Iterator[Box]:
    """The boxes of the plan called `name` in the order of its file; copies that hold nothing are left out.

    An action belongs to the barrier for which it was written, wherever its box stands now; a step of somebody's own to
    the heading under which it stands.
    """
    for _, box in placed_boxes(name, plan, knowledge, today):
        yield box


def placed_boxes(name: str, plan: PlanFile, knowledge: Knowledge, today: str) -> Iterator[tuple[Placed, Box]]:
    """The same boxes, each with where it stands in its file."""
    reader = _Reader(name, plan, knowledge, today)
    for placed in plan.boxes:
        if not reader.leaves_out(placed):
            yield placed, reader.box(placed)


class _Reader:
    def __init__(self, name: str, plan: PlanFile, knowledge: Knowledge, today: str) -> None:
        formerly = knowledge.formerly
        self._name, self._plan, self._knowledge, self._today = name, plan, knowledge, today
        self._base = {renamed(key, formerly): known for key, known in plan.record.traces.items()}
        self._homes = {formerly.get(id_, id_): formerly.get(home, home) for id_, home in plan.record.homes.items()}
        found = locate(plan, self._base, {}, formerly)
        self._keys = {id(place.box): key for key, place in found.places.items() if place.box}
        self._copies = {
            id(double) for key, double in found.doubles if is_copy(double, found.places[key], self._base.get(key, ""))
        }
        self._scopes = dict(_scopes(plan, self._base))
        self._own: Counter[str] = Counter()

    def leaves_out(self, placed: Placed) -> bool:
        """Whether a box is a copy that holds nothing of its own, or holds nothing at all."""
        nothing = not placed.step.text and not placed.step.id and placed.step.untouched
        return nothing or id(placed) in self._copies

    def box(self, placed: Placed) -> Box:
        step = placed.step
        ours = self._keys.get(id(placed), "")
        kind = self._kind(ours, placed)
        said = step.fields.get("due", "")
        late = kind != "withdrawn" and step.status == "open" and bool(step.due) and step.due < self._today
        owner = step.fields.get("owner", "")
        return Box(
            plan=self._name,
            made=self._plan.record.made,
            line=self._line(step),
            key=ours or self._own_key(step),
            id=ours[2:],
            kind=kind,
            place=self._place(ours, placed),
            text=self._text(ours, step),
            status=step.status,
            reason=step.reason,
            owner=owner,
            owners=owners_in(owner),
            due=step.due,
            due_said="" if is_blank(said) else said,
            overdue=late,
            measure=step.fields.get("measure", ""),
            notes="; ".join(note for note in (step.fields.get("notes", ""), *step.notes) if note),
        )

    def _kind(self, ours: str, placed: Placed) -> Kind:
        if ours:
            return "advice" if ours in self._base else "withdrawn"
        return "withdrawn" if plain(placed.under) == WITHDRAWN["a"] else "own"

    def _line(self, step: Step) -> int:
        """The line of a day that cannot be read, since it is to be mended, else that of the box."""
        said = step.fields.get("due", "")
        below = range(step.said_end, step.node.end) if said and not step.due else ()
        lines = self._plan.text.lines
        return next((number for number in below if said in plain(lines[number])), step.node.start) + 1

    def _own_key(self, step: Step) -> str:
        self._own[step.trace] += 1
        number = self._own[step.trace]
        return f"own:{step.trace}" if number == 1 else f"own:{step.trace}/{number}"

    def _text(self, ours: str, step: Step) -> str:
        """The action without its source where nobody changed its words, else what stands there."""
        id_, _, part = ours[2:].partition("/")
        solution = self._knowledge.solutions.get(id_)
        known = next((action.text for action in solution.actions if action.id == part), "") if solution else ""
        untouched = known and step.trace == self._base.get(ours) and step.text.startswith(plain(escaped(known)))
        return known if untouched else step.text

    def _place(self, ours: str, placed: Placed) -> Place:
        scope = self._scopes[id(placed.piece)]
        key = f"s:{ours[2:].partition('/')[0]}" if ours else scope.key
        kind, _, id_ = key.partition(":")
        solution = id_ if kind == "s" else ""
        barrier = self._homes.get(solution, "") if solution else id_ if kind == "b" else ""
        known = self._knowledge.barriers.get(barrier)
        category = known.category if known else id_ if kind == "c" else ""
        family, proposed = self._knowledge.categories.get(category), self._knowledge.solutions.get(solution)
        return Place(
            category,
            family.title if family else ELSEWHERE if barrier else category,
            barrier,
            known.title if known else barrier,
            solution,
            proposed.title if proposed else solution,
            "" if barrier else scope.heading,
        )


def _scopes(plan: PlanFile, base: Mapping[str, str]) -> Iterator[tuple[int, _Scope]]:
    """What each piece of a plan, by its identity, stands under."""
    keys: dict[str, list[str]] = {}
    for key, known in base.items():
        if key[0] in _LEVELS and "/" not in key:
            keys.setdefault(known, []).append(key)
    above: list[tuple[int, str]] = []
    heading = ""
    for piece in plan.pieces:
        if piece.kind == "heading":
            above = [(level, key) for level, key in above if level < piece.level]
            alike = keys.get(trace("heading", piece.content), [])
            best = next((key for key in alike if _LEVELS[key[0]] == piece.level), alike[0] if alike else "")
            above.append((piece.level, best))
            heading = "" if piece.level == 1 else plain(piece.content)
        yield id(piece), _Scope(next((key for _, key in reversed(above) if key), ""), heading)
