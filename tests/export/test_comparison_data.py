import json
from itertools import permutations

import pytest

from integration_cli import Advisor
from integration_cli.export.comparison_data import to_data

TEXTS = {
    "council": "When we fall out over the joint fund there is no arbitration, and nobody above us to settle it.",
    "trust": "It is unclear who hosts the joint team, who decides and who is accountable for it.",
    "canteen": "Simmer the lentils for twenty minutes.",
}


@pytest.fixture(scope="module")
def data(advisor: Advisor) -> dict[str, object]:
    return to_data(advisor.compare(TEXTS), advisor.knowledge)


def test_every_partner_is_there_with_how_much_it_names(data: dict[str, object]):
    assert [
        {"name": "canteen", "file": None, "barriers": 0},
        {"name": "council", "file": None, "barriers": 1},
        {"name": "trust", "file": None, "barriers": 1},
    ] == data["partners"]


def test_a_barrier_says_who_names_it_by_which_detail_and_with_which_words(data: dict[str, object], advisor: Advisor):
    (row,) = data["barriers"]

    barrier = advisor.knowledge.barriers["unclear-governance-and-hosting"]
    assert (barrier.id, barrier.title, barrier.question, "all") == tuple(
        row[key] for key in ("barrier", "title", "question", "named_by")
    )
    assert [("council", ["no-dispute-resolution"]), ("trust", ["unclear-governance-and-hosting"])] == [
        (sight["name"], [named["barrier"] for named in sight["names"]]) for sight in row["partners"]
    ]
    for sight in row["partners"]:
        words = [word for named in sight["names"] for phrase in named["words"] for word in phrase.split()]
        assert len(words) > 0
        assert all(word in TEXTS[sight["name"]] for word in words)


def test_agreement_is_between_those_that_name_something(data: dict[str, object]):
    assert [{"one": "council", "other": "trust", "both": 1, "either": 1, "share": 1.0}] == data["agreement"]
    assert [] == data["widest_gaps"]


def test_the_same_bytes_come_of_any_order(advisor: Advisor):
    written = {
        json.dumps(to_data(advisor.compare(dict(order)), advisor.knowledge)) for order in permutations(TEXTS.items())
    }

    assert 1 == len(written)
