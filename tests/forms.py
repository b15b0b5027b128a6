"""Filled-in forms of the self-assessment, of which a test says only what it is about."""

from collections.abc import Mapping

from integration_cli import Advisor
from integration_cli.assessment import Assessment, Rating
from integration_cli.export.form_yaml import to_yaml


def rating(barrier: str, said: int | str | None, comment: str = "", **changes: str) -> Rating:
    """A rating: 0 to 4, '?' where nobody knows, None where it is open."""
    return Rating(barrier, said if isinstance(said, int) else None, said == "?", comment, **changes)


def assessment(said: Mapping[str, int | str | None], by: str = "", on: str = "", name: str = "") -> Assessment:
    return Assessment({id_: rating(id_, one) for id_, one in said.items()}, by, on, name)


def form(advisor: Advisor, said: Mapping[str, int | str | None], by: str = "", on: str = "2026-06-30") -> str:
    """The text of a form as the advisor writes it."""
    return to_yaml([], advisor.knowledge, assessment(said, by, on))
