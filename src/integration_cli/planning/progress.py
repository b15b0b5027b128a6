"""How far plans have come: their boxes counted by plan, barrier, category and owner."""

from collections.abc import Iterable, Mapping, Sequence

from integration_cli.model import Knowledge
from integration_cli.planning.boxes import boxes_of
from integration_cli.planning.movement import Earlier, movement
from integration_cli.planning.owners import matching_owners
from integration_cli.planning.reading.plan_file import NotAPlan, PlanFile, read_plan
from integration_cli.upkeep import Box, Family, Group, Progress, Tally

OWN = "Steps of your own"
NO_HEADING = "Under no heading of a barrier"
NOBODY = "nobody yet"


def read_plans(files: Mapping[str, bytes]) -> dict[str, PlanFile]:
    """The plans in files, by name. Raises NotAPlan with all that are none: totals without them would mislead."""
    plans, faults = {}, []
    for name, data in files.items():
        try:
            plans[name] = read_plan(data, name)
        except NotAPlan as fault:
            faults.append(str(fault))
    if faults:
        rest = "\nNothing was counted: leave such a file out to count the others" if len(files) > 1 else ""
        raise NotAPlan("\n".join(faults) + rest)
    return plans


def progress(
    plans: Mapping[str, PlanFile],
    knowledge: Knowledge,
    today: str,
    owner: str = "",
    until: str = "",
    earlier: Earlier | None = None,
) -> Progress:
    """Count how far plans have come on a day (ISO).

    `owner` keeps to what is somebody's whose name holds this, `until` (ISO) is the last day of what is asked for;
    `earlier` are the plans as they were. Raises AdvisorError where nobody is called so.
    """
    found = [box for name, plan in plans.items() for box in boxes_of(name, plan, knowledge, today)]
    names = matching_owners(owner, [group.title for group in _owners(found) if group.id])
    kept = _kept(found, names)
    counted = tuple(box for box in kept if box.kind != "withdrawn")
    moved = movement(found, earlier, knowledge) if earlier else None
    if moved:
        theirs = {id(box) for box in _kept([move.box for move in moved.moves], names)}
        moved = moved._replace(moves=tuple(move for move in moved.moves if id(move.box) in theirs))
    return Progress(
        today=today,
        until=until,
        names=names,
        boxes=counted,
        withdrawn=tuple(box for box in kept if box.kind == "withdrawn"),
        tally=_tally(counted),
        plans=tuple(Group(name, name, _tally(box for box in counted if box.plan == name)) for name in plans),
        families=tuple(_families(counted, knowledge)),
        owners=tuple(group for group in _owners(counted) if not names or group.title in names),
        movement=moved,
    )


def _kept(boxes: Sequence[Box], names: Sequence[str]) -> list[Box]:
    """The boxes of some owners; all of them where none are named."""
    wanted = {name.casefold() for name in names}
    return [box for box in boxes if not wanted or wanted & {name.casefold() for name in box.owners}]


def _tally(boxes: Iterable[Box]) -> Tally:
    every = list(boxes)
    open_ = [box for box in every if box.status == "open"]
    return Tally(
        done=sum(box.status == "done" for box in every),
        open=len(open_),
        not_applicable=sum(box.status == "not applicable" for box in every),
        overdue=sum(box.overdue for box in open_),
        unowned=sum(not box.owners for box in open_),
        undated=sum(not box.due for box in open_),
    )


def _families(boxes: Iterable[Box], knowledge: Knowledge) -> Iterable[Family]:
    """The categories in their order, each with its barriers in the order of the plans; what is outside comes last."""
    families: dict[tuple[str, str], dict[tuple[str, str], list[Box]]] = {}
    for box in boxes:
        place = box.place
        family = (place.category, place.category_title or OWN)
        inside = (place.barrier, place.barrier_title or _own_title(box))
        families.setdefault(family, {}).setdefault(inside, []).append(box)
    order = {id_: number for number, id_ in enumerate(knowledge.categories)}
    for (id_, title), groups in sorted(families.items(), key=lambda item: order.get(item[0][0], len(order))):
        whole = Group(id_, title, _tally(box for found in groups.values() for box in found))
        yield Family(whole, tuple(Group(*key, _tally(found)) for key, found in groups.items()))


def _own_title(box: Box) -> str:
    place = box.place
    return OWN if place.category else place.heading or NO_HEADING


def _owners(boxes: Iterable[Box]) -> list[Group]:
    """The owners, those with most overdue and most open first, then who has none; a box of two counts for each."""
    spelt: dict[str, str] = {}
    theirs: dict[str, list[Box]] = {}
    for box in boxes:
        for name in box.owners or ("",):
            spelt.setdefault(name.casefold(), name)
            theirs.setdefault(name.casefold(), []).append(box)
    groups = [Group(id_, spelt[id_] or NOBODY, _tally(found)) for id_, found in theirs.items()]
    return sorted(groups, key=lambda group: (not group.id, -group.tally.overdue, -group.tally.open, group.id))
