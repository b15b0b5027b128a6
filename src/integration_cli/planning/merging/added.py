"""Advice that is new: put where it would stand in a new checklist, next to what of that is still there."""

from bisect import bisect_right
from dataclasses import dataclass

from integration_cli.planning.block import Block
from integration_cli.planning.markdown import plain
from integration_cli.planning.merging.edits import LISTED
from integration_cli.planning.merging.keys import living, scopes
from integration_cli.planning.merging.lines import bullet, bulleted, dedented, indent
from integration_cli.planning.merging.located import Place
from integration_cli.planning.merging.merging import Merging
from integration_cli.planning.merging.reworded import given_again
from integration_cli.planning.reading.outline import Node
from integration_cli.upkeep import Change


@dataclass(slots=True)
class _Section:
    """A part of the file under a heading of `level`, which stands on the lines `start` to `end` (exclusive): what is
    new comes before the line `at`, below the block `after`; `put_in` is the key of what is marked new as a whole."""

    level: int
    start: int
    end: int
    after: Place
    at: int
    put_in: str = ""


def add(work: Merging) -> None:
    """Put in every block that was not written before, unless what it belongs to was taken out."""
    homes = work.record.homes
    alive = living(work.found.places, {**homes, **work.plan.record.homes})
    header = work.plan.header_at
    sections = [_Section(0, 0, len(work.plan.text.lines), Place(header, header, ""), header.end)]
    for key, block in work.fresh.items():
        if block.kind == "heading":
            _leave(sections, block.level)
        place = work.found.places.get(key)
        if place and work.comes_back(key, place):
            _bring_back(work, block, place, sections[-1])
        elif place and work.is_aside(place):
            continue
        elif place:
            _pass(work, sections, block, place)
        elif key not in work.base and all(scope in alive or scope not in work.base for scope in scopes(key, homes)):
            section = sections[-1]
            if block.kind == "heading":
                section.at = section_end(work, section.after.piece, block.level)
            _put_in(work, block, section)
            section.put_in = _covering(block, section.put_in)


def section_end(work: Merging, piece: Node, level: int) -> int:
    """The line before which a heading of a level ends the part of the file in which a piece stands."""
    pieces = work.plan.pieces
    for number in range(bisect_right(pieces, piece.start, key=lambda other: other.start), len(pieces)):
        other = pieces[number]
        if other is work.plan.record_at or (other.kind == "heading" and other.level <= level):
            return other.start
    return len(work.plan.text.lines)


def _leave(sections: list[_Section], level: int) -> None:
    """Go back to the part of the file in which a heading of a level would stand."""
    while sections[-1].level >= level:
        left = sections.pop()
        if sections[-1].start <= left.start < sections[-1].end:
            sections[-1].after, sections[-1].at, sections[-1].put_in = left.after, left.at, left.put_in


def _pass(work: Merging, sections: list[_Section], block: Block, place: Place) -> None:
    """Go on below a block that stands in the file, unless somebody moved it away from what it belongs to."""
    piece = place.piece
    if block.kind == "heading":
        end = section_end(work, piece, piece.level)
        sections.append(_Section(block.level, piece.start, end, place, piece.end))
    elif sections[-1].start <= piece.start < sections[-1].end:
        sections[-1].after, sections[-1].at, sections[-1].put_in = place, piece.end, ""


def _bring_back(work: Merging, block: Block, place: Place, section: _Section) -> None:
    """Move a risk that arises again from among those that do not to where it would stand."""
    lines = dedented(work.plan.text.lines[place.node.start : place.node.end])
    work.edits.remove(place.node.start, place.node.end)
    work.edits.insert(section.at, "box", [*lines, given_again(work, block, place)])


def _covering(block: Block, put_in: str) -> str:
    """The key of the new barrier or solution to which what follows belongs, and which is marked new as a whole."""
    if block.kind != "heading":
        return put_in
    return put_in if put_in.startswith("b:") and block.key.startswith("s:") else block.key


def _put_in(work: Merging, block: Block, section: _Section) -> None:
    lines, at, after = list(block.lines), section.at, section.after.piece
    above = after.kind if at == after.end else ""
    if block.kind == "box" and not section.put_in:
        lines.append(f"  - New on {work.on}")
    if above == "item" and block.kind in LISTED:
        neighbour = work.plan.text.lines[after.start]
        by = indent(neighbour)
        lines, above = (
            [by + line for line in bulleted(lines, bullet(neighbour))],
            "box" if section.after.box else "item",
        )
    work.edits.insert(at, block.kind, lines, above)
    if block.key[:2] in ("b:", "s:") and block.kind == "heading" and _covering(block, section.put_in) == block.key:
        work.edits.insert(at, "text", [f"*New on {work.on}*"])
    if block.kind == "box" or block.kind == "heading" or block.key.startswith("w:"):
        work.changes.append(Change("new", block.key, plain(block.content)))
