"""Rows that somebody added to a workbook, as boxes of the plan."""

from collections.abc import Sequence

from integration_cli.planning.handing.inline import shown
from integration_cli.planning.markdown import trace
from integration_cli.planning.merging.edits import Edits
from integration_cli.planning.reading.outline import Node
from integration_cli.planning.reading.plan_file import PlanFile

ADDED = "Added in the workbook"
"""The heading under which they stand."""


def insert_added(plan: PlanFile, edits: Edits, boxes: Sequence[Sequence[str]]) -> None:
    """Put boxes, given as lines, under their heading, which is made above the tail of the file where there is none."""
    heading = next((p for p in plan.pieces if p.kind == "heading" and shown(p.content) == ADDED), None)
    if heading and boxes:
        last = _last_under(heading, plan)
        at, above = last.end, "box" if last.kind == "item" else last.kind
    elif boxes:
        at, above = _tail(plan), ""
        edits.insert(at, "heading", [f"## {ADDED}"])
    for lines in boxes:
        edits.insert(at, "box", lines, above)


def _last_under(heading: Node, plan: PlanFile) -> Node:
    last = heading
    for piece in plan.pieces:
        if piece.start > last.start:
            if piece is plan.record_at or (piece.kind == "heading" and piece.level <= heading.level):
                break
            last = piece
    return last


def _tail(plan: PlanFile) -> int:
    """The line before which the tail of a checklist begins: what else has changed, the sources, the record."""
    traces = plan.record.traces
    tail = {traces[key] for key in ("t:changed", "t:sources") if key in traces}
    found = [p.start for p in plan.pieces if p.kind == "heading" and trace("heading", p.content) in tail]
    return min([*found, plan.record_at.start])
