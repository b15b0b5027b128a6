"""The profile of an assessment as plain data, for programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from integration_cli.answer import Choice
from integration_cli.assessment import LEAST, MOST, Rating
from integration_cli.export.choice_data import choice_data
from integration_cli.model import Barrier
from integration_cli.readiness import Profile, Tally


def to_data(profile: Profile, choices: Mapping[str, Sequence[Choice]]) -> dict[str, Any]:
    """Return the profile; means are between 0 and 4, null where nothing has a score.

    `weakest` holds all weak barriers, the weakest first, with their solutions as far as `choices` has them.
    """
    return {
        "by": profile.whose,
        "on": profile.on or None,
        "scale": {"least": LEAST, "most": MOST},
        **_tally(profile.tally),
        "categories": [
            {
                "category": one.category.id,
                "title": one.category.title,
                **_tally(one.tally),
                "barriers": [rating_data(rated.barrier, rated.rating) for rated in one.barriers],
            }
            for one in profile.categories
        ],
        "weakest": [
            {
                **rating_data(rated.barrier, rated.rating),
                "solutions": [choice_data(choice) for choice in choices.get(rated.barrier.id, ())],
            }
            for rated in profile.weakest
        ],
    }


def rating_data(barrier: Barrier, rating: Rating) -> dict[str, Any]:
    """Return a barrier with its rating: `score` null where there is none, `unknown` where nobody could say."""
    return {
        "barrier": barrier.id,
        "title": barrier.title,
        "statement": rating.statement or barrier.question,
        "score": rating.score,
        "unknown": rating.unknown,
        "comment": rating.comment or None,
        "local": barrier.local,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {"mean": tally.mean, "rated": tally.rated, "unknown": tally.unknown, "open": tally.open}
