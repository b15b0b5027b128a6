from integration_cli import Advisor
from integration_cli.export.plan_data import to_data
from integration_cli.planning.plan import plan
from tests import small
from tests.markdown import boxes

KNOWN = small.knowledge(
    small.barrier("ours", [("new", "inferred")], local=True),
    small.barrier("bare"),
    small.solution("new", local=True, actions=(small.action("a", local=True), small.action("b", basis="inferred"))),
)


def test_a_plan_tells_families_barriers_solutions_and_actions():
    data = to_data(plan(["ours", "bare"], KNOWN, "our words"))

    (family,) = data["categories"]
    ours, bare = family["barriers"]
    (new,) = ours["solutions"]
    assert ("our words", "money") == (data["situation"], family["category"])
    assert ("new", "inferred", ["ours"]) == (new["solution"], new["basis"], new["answers"])
    assert [("new/a", "document"), ("new/b", "inferred")] == [(step["id"], step["basis"]) for step in new["actions"]]
    assert ([], 0) == (bare["solutions"], bare["left_out"])
    assert "No document proposes anything" in bare["gap"]


def test_what_is_local_is_marked():
    (ours, bare) = to_data(plan(["ours", "bare"], KNOWN))["categories"][0]["barriers"]

    assert (True, False) == (ours["local"], bare["local"])
    assert ours["solutions"][0]["local"]
    assert [True, False] == [step["local"] for step in ours["solutions"][0]["actions"]]


def test_a_plan_without_a_situation_has_none():
    assert to_data(plan(["bare"], KNOWN))["situation"] is None


def test_the_data_and_the_checklist_hold_the_same_actions_in_the_same_order(advisor: Advisor):
    made = advisor.plan(list(advisor.knowledge.barriers)[:12])

    ids = [
        step["id"]
        for family in to_data(made)["categories"]
        for barrier in family["barriers"]
        for solution in barrier["solutions"]
        for step in solution["actions"]
    ]
    assert len(ids) > 0
    assert [box.action for box in boxes(advisor.checklist(made, "2026-11-03"))] == ids
