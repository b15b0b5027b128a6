"""Which piece of an edited checklist is which block that was written."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from integration_cli.planning.markdown import trace
from integration_cli.planning.merging.keys import renamed
from integration_cli.planning.reading.outline import Node
from integration_cli.planning.reading.plan_file import Placed, PlanFile

BOXED = ("a:", "r:")
"""How the keys of boxes begin."""


class Place(NamedTuple):
    """Where a block stands: its own lines, the piece of the file that holds it, and the trace of its words now."""

    node: Node
    piece: Node
    trace: str
    box: Placed | None = None


class Located(NamedTuple):
    """The blocks found, by key; further boxes with the id of one that was found, by its key (`doubles`); pieces that
    are nobody's but the person's own (`own`)."""

    places: Mapping[str, Place]
    doubles: tuple[tuple[str, Placed], ...]
    own: tuple[Node, ...]


def locate(plan: PlanFile, base: Mapping[str, str], fresh: Mapping[str, str], formerly: Mapping[str, str]) -> Located:
    """Find the blocks of `base` (what was written, trace by key) and of `fresh` (what would be) in a file.

    A box is known by its id, or by the one it had before (`formerly`), and where that is gone by its words; everything
    else by its words alone.
    """
    boxes, doubles = _boxes(plan, base, fresh, formerly)
    held = {id(place.piece) for place in boxes.values()} | {id(box.piece) for box in plan.boxes}
    held |= {id(plan.header_at), id(plan.record_at)}
    texts, own = _texts([piece for piece in plan.pieces if id(piece) not in held], base, fresh)
    return Located({**boxes, **texts}, doubles, own)


def _boxes(
    plan: PlanFile, base: Mapping[str, str], fresh: Mapping[str, str], formerly: Mapping[str, str]
) -> tuple[dict[str, Place], tuple[tuple[str, Placed], ...]]:
    found: dict[str, Placed] = {}
    doubles = []
    for box in plan.boxes:
        key = renamed(f"{plan.record.letter}:{box.step.id}", formerly)
        if not box.step.id:
            continue
        if (other := found.setdefault(key, box)) is not box:
            # The box with more of somebody's work in it stays the action's.
            found[key], double = (box, other) if _work(box) > _work(other) else (other, box)
            doubles.append((key, double))
    by_words = {known: key for traces in (fresh, base) for key, known in traces.items() if key.startswith(BOXED)}
    for box in plan.boxes:
        key = by_words.get(box.step.trace, "")
        if key and not box.step.id:
            found.setdefault(key, box)
    places = {key: Place(box.step.node, box.piece, box.step.trace, box) for key, box in found.items()}
    return places, tuple(doubles)


def _work(box: Placed) -> tuple[bool, bool]:
    return box.step.status != "open", not box.step.untouched


def _texts(
    pieces: list[Node], base: Mapping[str, str], fresh: Mapping[str, str]
) -> tuple[dict[str, Place], tuple[Node, ...]]:
    keys: dict[str, list[str]] = {}
    for traces in (base, fresh):
        for key, known in traces.items():
            if not key.startswith(BOXED) and key not in keys.setdefault(known, []):
                keys[known].append(key)
    places: dict[str, Place] = {}
    own = []
    scope = ""
    for piece in pieces:
        now = trace(piece.kind, piece.content)
        key = _best(keys.get(now, ()), scope, places)
        if key:
            places[key] = Place(piece, piece, now)
            scope = key if piece.kind == "heading" else scope
        else:
            own.append(piece)
    return places, tuple(own)


def _best(keys: Sequence[str], scope: str, taken: Mapping[str, Place]) -> str:
    """The key that a text stands for: one under the heading that it stands under goes first."""
    free = [key for key in keys if key not in taken]
    return next((key for key in free if key.startswith(f"{scope}/")), free[0] if free else "")
