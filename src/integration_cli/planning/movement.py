"""What became of plans since an earlier version of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from integration_cli.model import Knowledge
from integration_cli.planning.boxes import boxes_of
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.upkeep import Box, Moved, Movement


class Earlier(NamedTuple):
    """Plans as they were: what that version is called, and by plan its day (ISO) and its text.

    A plan that was not there yet has None in place of its text.
    """

    since: str
    days: Mapping[str, str]
    plans: Mapping[str, PlanFile | None]


def movement(boxes: Sequence[Box], earlier: Earlier, knowledge: Knowledge) -> Movement:
    """Compare the boxes of plans with those of an earlier version; a plan that was not there yet moves nothing.

    Boxes of advice that is given no more count as gone.
    """
    moves: list[Moved] = []
    for name, plan in earlier.plans.items():
        if plan is not None:
            then = {box.key: box for box in boxes_of(name, plan, knowledge, earlier.days[name]) if _counts(box)}
            now = {box.key: box for box in boxes if box.plan == name and _counts(box)}
            moves += (moved for key, box in now.items() for moved in _moves(box, then.get(key)))
            moves += (Moved("gone", box) for key, box in then.items() if key not in now)
    absent = tuple(name for name, plan in earlier.plans.items() if plan is None)
    return Movement(earlier.since, dict(earlier.days), absent, tuple(moves))


def _counts(box: Box) -> bool:
    return box.kind != "withdrawn"


def _moves(now: Box, then: Box | None) -> Iterator[Moved]:
    before = then.status if then else "open"
    if then is None:
        yield Moved("new", now)
    if now.status == "done" and before != "done":
        yield Moved("done", now)
    if now.status == "open" and before != "open":
        yield Moved("reopened", now)
    if now.status == "not applicable" and before != "not applicable":
        yield Moved("set aside", now)
    if now.overdue and not (then and then.overdue):
        yield Moved("late", now)
    if then and then.due and now.status == "open" and now.due != then.due:
        yield Moved("date moved", now, then.due)
