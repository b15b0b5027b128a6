"""What has moved between two assessments."""

from integration_cli.assessment import Assessment
from integration_cli.model import Knowledge
from integration_cli.readiness import CategoryMove, Move, Movement


def movement(before: Assessment, now: Assessment, knowledge: Knowledge) -> Movement:
    """Compare an earlier assessment with a later one; only what has a score in both counts for a category."""
    moves = [
        Move(barrier, before.ratings.get(id_), now.ratings.get(id_))
        for id_, barrier in knowledge.barriers.items()
        if id_ in before.ratings or id_ in now.ratings
    ]
    categories = []
    for category in knowledge.categories.values():
        pairs = [
            (move.before.score, move.now.score)
            for move in moves
            if move.barrier.category == category.id and move.before and move.now
            if move.before.score is not None and move.now.score is not None
        ]
        if pairs:
            earlier, later = (sum(side) / len(pairs) for side in zip(*pairs, strict=True))
            categories.append(CategoryMove(category, earlier, later, len(pairs)))
    return Movement(before, now, tuple(categories), tuple(moves))
