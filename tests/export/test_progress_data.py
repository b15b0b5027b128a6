"""Progress as plain data: what a program reads is what a person is shown."""

import json

from integration_cli import Advisor
from integration_cli.export.progress_data import to_data
from tests.filled import TODAY, checklist, filled, known

MEND = "mend/first-step"
FRESH = checklist(known())


def data(text: str, **asked: object) -> dict:
    found = to_data(Advisor(known()).progress({"plan.md": text.encode()}, TODAY, **asked), known())
    assert found == json.loads(json.dumps(found))
    return found


def test_the_whole_is_counted_and_every_plan_category_barrier_and_owner():
    found = data(filled(FRESH, MEND, owner="Jane", due="1 Nov 2026"))

    counted = {"done": 0, "open": 1, "overdue": 1, "unowned": 0, "undated": 0, "not_applicable": 0}
    assert {"owner": "Jane", **counted} == found["owners"][0]
    assert [None] == [owner["owner"] for owner in found["owners"][1:]]
    assert (4, 1, 3) == (found["open"], found["overdue"], found["unowned"])
    assert ["plan.md"] == [plan["plan"] for plan in found["plans"]]
    assert [("money", ["poor", "poorer"]), ("people", ["tired"])] == [
        (category["category"], [barrier["barrier"] for barrier in category["barriers"]])
        for category in found["categories"]
    ]


def test_an_action_says_where_it_stands_and_what_is_empty_is_null():
    text = filled(FRESH, MEND, owner="Jane / Ali", due="1 Nov 2026")

    action = data(text)["actions"][0]

    assert "<!-- action: mend/first-step -->" in text.splitlines()[action["line"] - 1]
    assert ("advice", MEND, "poor", "mend", "open") == tuple(
        action[key] for key in ("kind", "action", "barrier", "solution", "status")
    )
    assert (["Jane", "Ali"], "2026-11-01", True) == (action["owners"], action["due"], action["overdue"])
    assert (None, None, None) == (action["reason"], action["measure"], action["notes"])


def test_a_day_that_cannot_be_read_is_there_with_its_line():
    text = filled(FRESH, MEND, due="end of March")

    (unreadable,) = data(text)["unreadable_dates"]

    assert ("plan.md", "end of March") == (unreadable["plan"], unreadable["due"])
    assert "  - Due: end of March" == text.splitlines()[unreadable["line"] - 1]


def test_movement_is_null_without_an_earlier_version_and_told_with_one():
    before = {"plan.md": ("2026-10-01", FRESH.encode())}

    moved = data(filled(FRESH, MEND, due="1 Nov 2026"), since="HEAD~1", before=before)["since"]

    assert data(FRESH)["since"] is None
    assert ("HEAD~1", [{"plan": "plan.md", "day": "2026-10-01", "there": True}]) == (moved["version"], moved["plans"])
    assert [("late", MEND, "2026-11-01")] == [(c["what"], c["action"], c["due"]) for c in moved["changes"]]
