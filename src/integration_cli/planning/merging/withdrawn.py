"""Advice that is given no more: taken out where nobody touched it, else kept under a heading of its own."""

from integration_cli.planning.markdown import plain
from integration_cli.planning.merging.added import section_end
from integration_cli.planning.merging.lines import below, dedented
from integration_cli.planning.merging.located import Place
from integration_cli.planning.merging.merging import WITHDRAWN, Merging
from integration_cli.planning.reading.outline import Node
from integration_cli.planning.reading.plan_file import Placed
from integration_cli.upkeep import Change


def withdraw(work: Merging) -> None:
    """Take out, or put aside, every block that would not be written any more."""
    gone = [(key, place) for key, place in work.found.places.items() if key in work.base and key not in work.fresh]
    aside: list[str] = []
    for key, place in gone:
        if place.box:
            aside += _withdraw_box(work, key, place, place.box)
        elif place.node.kind != "heading":
            work.edits.remove(place.node.start, place.node.end)
    if aside:
        _put_aside(work, aside)
    # The deeper headings first: one goes only when nothing is left below it.
    headings = [(key, place.node) for key, place in gone if place.node.kind == "heading"]
    for key, node in sorted(headings, key=lambda item: -item[1].level):
        if _is_empty(work, node):
            work.edits.remove(node.start, node.end)
            work.changes.append(Change("withdrawn", key, plain(node.content)))


def _withdraw_box(work: Merging, key: str, place: Place, box: Placed) -> list[str]:
    """Take a box out, or mark it; the lines of one that is to be put aside."""
    untouched = box.step.untouched and place.trace == work.base[key] and not box.step.nested
    work.changes.append(Change("withdrawn" if untouched else "kept", key, box.step.text))
    if untouched:
        work.edits.remove(place.node.start, place.node.end)
        return []
    lines = list(work.plan.text.lines[place.node.start : place.node.end])
    note = f"{below(lines[0])}Withdrawn on {work.on}"
    if place.node is not place.piece or box.step.nested:
        # Inside somebody's own list or quotation it stays: taken out, it would take other words along.
        work.edits.attach(place.node.end, note)
        return []
    under = f"; it stood under “{plain(box.under)}”" if box.under else ""
    work.edits.remove(place.node.start, place.node.end)
    return dedented([*lines, note + under])


def _put_aside(work: Merging, lines: list[str]) -> None:
    """Put the lines of boxes under the heading of what is withdrawn, which is put in where there is none."""
    title = WITHDRAWN[work.record.letter]
    for piece in work.plan.pieces:
        if piece.kind == "heading" and plain(piece.content) == title:
            at = section_end(work, piece, piece.level)
            last = next(p for p in reversed(work.plan.pieces) if p.start < at)
            work.edits.insert(last.end, "box", lines, "box" if last.kind == "item" else last.kind)
            return
    tail = [place.node for key, place in work.found.places.items() if key in ("t:changed", "t:sources")]
    at = min((node.start for node in tail), default=work.plan.record_at.start)
    work.edits.insert(at, "heading", [f"## {title}"])
    work.edits.insert(at, "box", lines)


def _is_empty(work: Merging, heading: Node) -> bool:
    lines = work.plan.text.lines
    below = range(heading.end, section_end(work, heading, heading.level))
    return all(work.edits.removes(number) for number in below if lines[number].strip())
