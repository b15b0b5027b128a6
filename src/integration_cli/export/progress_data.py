"""How far plans have come as plain data, for programs."""

from typing import Any

from integration_cli.model import Knowledge
from integration_cli.upkeep import Box, Family, Group, Movement, Progress, Tally


def to_data(progress: Progress, knowledge: Knowledge) -> dict[str, Any]:
    """Return counts by plan, category, barrier and owner, and every action that was asked for.

    `overdue`, `unowned` and `undated` are of the open ones. Actions of advice that is given no more are of the kind
    withdrawn, and count nowhere; `since` is null where there is no earlier version.
    """
    return {
        "knowledge": {"version": knowledge.version, "as_at": knowledge.as_at},
        "today": progress.today,
        "until": progress.until or None,
        "kept_to_owners": list(progress.names) or None,
        **_tally(progress.tally),
        "withdrawn": len(progress.withdrawn),
        "plans": [{"plan": plan.id, **_tally(plan.tally)} for plan in progress.plans],
        "categories": [_family(family) for family in progress.families],
        "owners": [{"owner": owner.title if owner.id else None, **_tally(owner.tally)} for owner in progress.owners],
        "actions": [action_data(box) for box in progress.listed],
        "unreadable_dates": [
            {"plan": box.plan, "line": box.line, "due": box.due_said, "text": box.text} for box in progress.unreadable
        ],
        "since": _movement(progress.movement) if progress.movement else None,
    }


def action_data(box: Box) -> dict[str, Any]:
    """Return one action of a plan; what is empty is null."""
    place = box.place
    return {
        "plan": box.plan,
        "line": box.line,
        "kind": box.kind,
        "action": box.id or None,
        "text": box.text,
        "category": place.category or None,
        "barrier": place.barrier or None,
        "solution": place.solution or None,
        "heading": place.heading or None,
        "status": box.status,
        "reason": box.reason or None,
        "owner": box.owner or None,
        "owners": list(box.owners),
        "due": box.due or None,
        "overdue": box.overdue,
        "measure": box.measure or None,
        "notes": box.notes or None,
    }


def _family(family: Family) -> dict[str, Any]:
    return {**_group(family.group, "category"), "barriers": [_group(group, "barrier") for group in family.inside]}


def _group(group: Group, kind: str) -> dict[str, Any]:
    return {kind: group.id or None, "title": group.title, **_tally(group.tally)}


def _tally(tally: Tally) -> dict[str, int]:
    return tally._asdict()


def _movement(movement: Movement) -> dict[str, Any]:
    return {
        "version": movement.since,
        "plans": [
            {"plan": plan, "day": day or None, "there": plan not in movement.absent}
            for plan, day in movement.days.items()
        ],
        "changes": [
            {
                "what": moved.what.replace(" ", "_"),
                "plan": moved.box.plan,
                "action": moved.box.id or None,
                "text": moved.box.text,
                "due": moved.box.due or None,
                "was_due": moved.was or None,
            }
            for moved in movement.moves
        ],
    }
