"""The profile of an assessment: how far each category is in hand, and what is weakest."""

from collections.abc import Iterable

from integration_cli.assessment import Assessment, Rating
from integration_cli.model import Knowledge
from integration_cli.readiness import CategoryProfile, Profile, Rated, Tally

WEAK = 2
"""A barrier rated so or lower is weak: half in hand at best."""


def profile(assessment: Assessment, knowledge: Knowledge) -> Profile:
    """Sum an assessment up. The form may hold some barriers only: categories without any are left out.

    Equally weak barriers come in the order of their categories' means, the lowest first, then in the knowledge's order.
    """
    rated = [Rated(b, assessment.ratings[id_]) for id_, b in knowledge.barriers.items() if id_ in assessment.ratings]
    categories = []
    for category in knowledge.categories.values():
        if inside := tuple(one for one in rated if one.barrier.category == category.id):
            categories.append(CategoryProfile(category, tally(one.rating for one in inside), inside))
    return Profile(
        assessment.whose, assessment.on, tally(one.rating for one in rated), tuple(categories), _weakest(categories)
    )


def tally(ratings: Iterable[Rating]) -> Tally:
    """Count ratings; the mean is over those with a score."""
    all_ = list(ratings)
    scores = [rating.score for rating in all_ if rating.score is not None]
    unknown = sum(rating.unknown for rating in all_)
    mean = sum(scores) / len(scores) if scores else None
    return Tally(mean, len(scores), unknown, len(all_) - len(scores) - unknown)


def _weakest(categories: list[CategoryProfile]) -> tuple[Rated, ...]:
    weak = [
        (one.rating.score, category.tally.mean or 0.0, one)
        for category in categories
        for one in category.barriers
        if one.rating.score is not None and one.rating.score <= WEAK
    ]
    return tuple(one for _, _, one in sorted(weak, key=lambda item: item[:2]))
