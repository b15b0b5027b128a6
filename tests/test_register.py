"""What a joint risk register speaks of: whose risks, and how they are scored."""

import pytest

from integration_cli.register import Score, risks_of
from tests import small

KNOWN = small.knowledge(
    small.barrier("shared", [("cure", "document")]),
    small.barrier("narrow", [("cure", "inferred")], part_of="shared"),
    small.barrier("untied", part_of="shared"),
    small.solution("cure"),
    small.risk("storm", ["shared"], ["cure"]),
    small.risk("flood", ["narrow"]),
)

MATRIX = """
    green green green green green
    green green green amber amber
    green green amber amber red
    green amber amber red   red
    green amber red   red   red
"""
"""Likelihood downwards, impact to the right, each from 1 to 5."""

PLACES = [
    (likelihood, impact, rating)
    for likelihood, row in enumerate(MATRIX.split("\n")[1:6], 1)
    for impact, rating in enumerate(row.split(), 1)
]
BANDS = {
    "low": {1, 2, 3},
    "moderate": {4, 5, 6},
    "high": {8, 9, 10, 12},
    "extreme": {15, 16, 20, 25},
}


def test_the_risks_of_a_barrier_are_its_own_and_then_those_of_its_main_barrier():
    assert ["storm"] == risks_of("shared", KNOWN)
    assert ["flood", "storm"] == risks_of("narrow", KNOWN)
    assert ["storm"] == risks_of("untied", KNOWN)


def test_a_solution_knows_the_risks_that_it_softens():
    assert ["storm"] == risks_of("cure", KNOWN)
    assert [] == risks_of("place", KNOWN)


@pytest.mark.parametrize(("likelihood", "impact", "rating"), PLACES)
def test_every_pair_of_numbers_has_the_colour_of_its_place_in_the_matrix(likelihood: int, impact: int, rating: str):
    assert 25 == len(PLACES)
    assert rating == Score(likelihood, impact).rating


def test_the_bands_are_those_of_the_matrix_that_nhs_bodies_use():
    scores = [Score(likelihood, impact) for likelihood in range(1, 6) for impact in range(1, 6)]

    assert BANDS == {band: {score.value for score in scores if score.band == band} for band in BANDS}
