"""Advice that is new: put where it would stand in a new checklist, next to what of that is still there."""

from integration_cli.planning.block import Block
from integration_cli.planning.markdown import plain
from integration_cli.planning.merging.edits import LISTED
from integration_cli.planning.merging.keys import living, scopes
from integration_cli.planning.merging.lines import dedented, indent
from integration_cli.planning.merging.located import Place
from integration_cli.planning.merging.merging import Merging
from integration_cli.planning.merging.reworded import given_again
from integration_cli.planning.reading.outline import Node
from integration_cli.upkeep import Change


def add(work: Merging) -> None:
    """Put in every block that was not written before, unless what it belongs to was taken out."""
    homes = work.record.homes
    alive = living(work.found.places, {**homes, **work.plan.record.homes})
    after, at, put_in = work.plan.header_at, work.plan.header_at.end, ""
    for key, block in work.fresh.items():
        place = work.found.places.get(key)
        if place and work.comes_back(key, place):
            _bring_back(work, block, place, at, after)
        elif place and work.is_aside(place):
            continue
        elif place:
            after, at, put_in = place.piece, place.piece.end, ""
        elif key not in work.base and all(scope in alive or scope not in work.base for scope in scopes(key, homes)):
            if block.kind == "heading":
                at = section_end(work, after, block.level)
            _put_in(work, block, at, after, whole=put_in)
            put_in = _covering(block, put_in)


def section_end(work: Merging, piece: Node, level: int) -> int:
    """The line before which a heading of a level ends the part of the file in which a piece stands."""
    limits = [work.plan.record_at] if work.plan.record_at.start > piece.start else []
    limits += [p for p in work.plan.pieces if p.kind == "heading" and p.level <= level and p.start > piece.start]
    return min((limit.start for limit in limits), default=len(work.plan.text.lines))


def _bring_back(work: Merging, block: Block, place: Place, at: int, after: Node) -> None:
    """Move a risk that arises again from among those that do not to where it would stand."""
    lines = dedented(work.plan.text.lines[place.node.start : place.node.end])
    work.edits.remove(place.node.start, place.node.end)
    above = after.kind if at == after.end else ""
    work.edits.insert(at, "box", [*lines, given_again(work, block, place)], above)


def _covering(block: Block, put_in: str) -> str:
    """The key of the new barrier or solution to which what follows belongs, and which is marked new as a whole."""
    if block.kind != "heading":
        return put_in
    return put_in if put_in.startswith("b:") and block.key.startswith("s:") else block.key


def _put_in(work: Merging, block: Block, at: int, after: Node, whole: str) -> None:
    lines = list(block.lines)
    above = after.kind if at == after.end else ""
    if block.kind == "box" and not whole:
        lines.append(f"  - New on {work.on}")
    if above == "item" and block.kind in LISTED:
        by = indent(work.plan.text.lines[after.start])
        lines, above = [by + line for line in lines], block.kind
    work.edits.insert(at, block.kind, lines, above)
    if block.key[:2] in ("b:", "s:") and block.kind == "heading" and _covering(block, whole) == block.key:
        work.edits.insert(at, "text", [f"*New on {work.on}*"])
    if block.kind == "box" or block.kind == "heading" or block.key.startswith("w:"):
        work.changes.append(Change("new", block.key, plain(block.content)))
