"""The relevance on the development texts does not fall: floors a little below what was reached (docs/matching.md)."""

import pytest
from benchmarks.statements import rows

from integration_cli import Advisor

FLOORS = {"statements": (0.52, 0.73), "queries": (0.90, 0.94)}
"""Least share of texts for which an accepted barrier is first, and among the first three."""


def mains(advisor: Advisor, text: str) -> list[str]:
    return list(dict.fromkeys(f.part_of or f.barrier for f in advisor.diagnose(text).findings))


@pytest.mark.parametrize("name", FLOORS)
def test_the_right_barrier_comes_first_as_often_as_before(advisor: Advisor, name: str):
    texts = rows(name)
    found = [mains(advisor, row.text) for row in texts]

    first = sum(any(id_ in row.accepted for id_ in ids[:1]) for row, ids in zip(texts, found, strict=True))
    among = sum(any(id_ in row.accepted for id_ in ids[:3]) for row, ids in zip(texts, found, strict=True))

    assert first / len(texts) >= FLOORS[name][0]
    assert among / len(texts) >= FLOORS[name][1]


def test_texts_of_other_fields_are_left_alone_as_often_as_before(advisor: Advisor):
    answered = [row.text for row in rows("offtopic") if mains(advisor, row.text)]

    assert len(answered) <= 1
