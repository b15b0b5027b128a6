"""What has moved between two assessments as plain data, for programs."""

from typing import Any

from integration_cli.assessment import Assessment, Rating
from integration_cli.readiness import Move, Movement


def to_data(movement: Movement) -> dict[str, Any]:
    """Return the means of each category over the barriers with a score at both dates, and every barrier.

    `change` is in steps of the scale, up is better in hand; null unless both dates have a score.
    """
    return {
        "before": _about(movement.before),
        "now": _about(movement.now),
        "categories": [
            {
                "category": one.category.id,
                "title": one.category.title,
                "before": one.before,
                "now": one.now,
                "change": one.now - one.before,
                "compared": one.compared,
            }
            for one in movement.categories
        ],
        "barriers": [_move(move) for move in movement.moves],
    }


def _about(assessment: Assessment) -> dict[str, Any]:
    return {"by": assessment.whose, "on": assessment.on or None, "file": assessment.name}


def _move(move: Move) -> dict[str, Any]:
    return {
        "barrier": move.barrier.id,
        "title": move.barrier.title,
        "before": _rating(move.before),
        "now": _rating(move.now),
        "change": move.change,
        "reworded": move.reworded,
        "local": move.barrier.local,
    }


def _rating(rating: Rating | None) -> dict[str, Any] | None:
    if rating is None:
        return None
    return {"score": rating.score, "unknown": rating.unknown, "comment": rating.comment or None}
