"""What became of plans since an earlier version of them, on a screen."""

from collections.abc import Iterator

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Hanging, Part, Text
from integration_cli.cli.screens.parts import heading, text
from integration_cli.dates import in_words
from integration_cli.upkeep import Move, Moved, Movement

TITLES: dict[Move, str] = {
    "done": "done",
    "late": "became late",
    "date moved": "due date moved",
    "reopened": "open again",
    "set aside": "found not to apply",
    "new": "new",
    "gone": "gone, or no longer recommended",
}


def movement_parts(movement: Movement, full: bool, most: int) -> Iterator[Part]:
    """Every kind of movement with its actions, the first few of each unless all are asked for."""
    days = sorted(set(movement.days.values()))
    when = " and ".join(in_words(day) for day in (days if len(days) < 3 else (days[0], days[-1])))
    yield heading(f"Since {movement.since} ({when})")
    for plan in movement.absent:
        yield Hanging(text(f"{plan} was not there yet: nothing of it is told here.", "yellow"))
    for what, title in TITLES.items():
        moves = [moved for moved in movement.moves if moved.what == what]
        shown = moves if full else moves[:most]
        if moves:
            yield Hanging(text(f"{title} ({len(moves)})", "bold"))
        yield from (Hanging(_moved(moved), 4) for moved in shown)
        if left := len(moves) - len(shown):
            yield Hanging(text(f"… and {left} more with --full", "dim"), 4)
    if not movement.moves and len(movement.absent) < len(movement.days):
        yield Hanging(text("Nothing moved."))
    yield text("")


def _moved(moved: Moved) -> Text:
    box = moved.box
    line = text("· ")
    if moved.was:
        line.append(f"{in_words(moved.was)} to {in_words(box.due) if box.due else 'no date'}: ", "bold")
    elif moved.what == "late":
        line.append(f"{in_words(box.due)}: ", "bold")
    elif moved.what == "set aside" and box.reason:
        line.append(f"{inert(box.reason)}: ", "bold")
    line.append(inert(box.text))
    where = box.plan if moved.what == "gone" else f"{box.plan}:{box.line}"
    return line.append(f"  {inert(where)}", "dim")
