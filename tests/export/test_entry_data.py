import json

from integration_cli import Advisor
from integration_cli.browsing.contents import contents
from integration_cli.browsing.search import search
from integration_cli.errors import Fault
from integration_cli.export.contents_data import LONG
from integration_cli.export.contents_data import to_data as contents_data
from integration_cli.export.entry_data import notice_data, page_data, to_data
from integration_cli.export.faults_data import to_data as faults_data
from integration_cli.export.hits_data import to_data as hits_data
from integration_cli.update import Notice
from tests import small

KNOWN = small.knowledge(
    small.barrier("late", [("cure", "inferred")], local=True, local_signs=frozenset({"b sign", "a sign"})),
    small.solution("cure"),
    small.update("agency", verified=False, local=True),
    small.risk("storm", ["late"], ["cure"]),
)


def test_every_shipped_entry_is_plain_data_with_its_kind(advisor: Advisor):
    for kind, entries in advisor.knowledge.kinds().items():
        for entry in entries.values():
            data = json.loads(json.dumps(to_data(kind, entry, advisor.knowledge)))

            assert (kind, entry.id) == (data["kind"], data["id"])


def test_the_kind_of_a_solution_or_update_does_not_hide_that_it_is_one():
    cure, agency = KNOWN.solutions["cure"], KNOWN.updates["agency"]

    assert "finance" == to_data("solution", cure, KNOWN)["solution_kind"]
    assert "body" == to_data("update", agency, KNOWN)["update_kind"]


def test_nested_parts_are_named_not_numbered():
    data = to_data("barrier", KNOWN.barriers["late"], KNOWN)

    assert [{"solution": "cure", "basis": "inferred", "local": False}] == data["links"]
    assert "A heading" == data["evidence"][0]["section"]
    assert ["a sign", "b sign"] == data["local_signs"]


def test_a_solution_tells_the_barriers_that_it_answers():
    assert [{"barrier": "late", "basis": "inferred"}] == to_data("solution", KNOWN.solutions["cure"], KNOWN)["answers"]


def test_barriers_and_solutions_tell_the_risks_that_their_pages_show():
    known = small.knowledge(
        small.barrier("late"),
        small.barrier("later", part_of="late"),
        small.solution("cure"),
        small.risk("storm", ["late"], ["cure"]),
        small.risk("flood", ["later"]),
    )

    assert ["storm"] == to_data("barrier", known.barriers["late"], known)["risks"]
    assert ["flood", "storm"] == to_data("barrier", known.barriers["later"], known)["risks"]
    assert ["storm"] == to_data("solution", known.solutions["cure"], known)["risks"]


def test_a_risk_tells_who_carries_it_and_what_softens_it():
    data = to_data("risk", KNOWN.risks["storm"], KNOWN)

    assert ("shared", "who carries storm") == (data["sharing"], data["carried_by"])
    assert (["late"], ["cure"]) == (data["arises_from"], data["mitigations"])


def test_a_category_tells_its_barriers():
    assert ["late"] == to_data("category", KNOWN.categories["money"], KNOWN)["barriers"]


def test_a_page_holds_the_entries_and_what_has_changed():
    notice = Notice(KNOWN.updates["agency"], "agency")

    data = page_data([("barrier", KNOWN.barriers["late"])], [notice], KNOWN)

    assert (["late"], [notice_data(notice)]) == ([entry["id"] for entry in data["entries"]], data["updates"])


def test_a_notice_says_status_note_doubt_and_whether_it_is_local():
    data = notice_data(Notice(KNOWN.updates["agency"], "ICO", "integrated care organisation"))

    expected = {
        "update": "agency", "status": "abolished", "since": "2022-07", "note": "Note of agency.", "verified": False,
        "as_at": "2026-06-30", "named": "ICO", "may_also_mean": "integrated care organisation", "local": True,
    }  # fmt: skip
    assert expected == {name: data[name] for name in expected}


def test_a_list_has_counts_groups_and_whether_entries_are_local_but_not_the_long_fields():
    data = contents_data("barrier", contents(KNOWN, "barrier"), KNOWN)

    ((group),) = data["groups"]
    assert (1, "money", ["late"]) == (data["count"], group["id"], [entry["id"] for entry in group["entries"]])
    assert group["entries"][0]["local"]
    assert set() == group["entries"][0].keys() & set(LONG)


def test_hits_are_the_best_and_counted_in_all():
    hits = search("title", KNOWN)

    data = hits_data("title", hits, 2)

    assert (len(hits), 2) == (data["count"], len(data["hits"]))
    assert [(hit.kind, hit.entry.id, hit.entry.local) for hit in hits[:2]] == [
        (hit["kind"], hit["id"], hit["local"]) for hit in data["hits"]
    ]


def test_faults_come_in_their_order_with_place_and_line():
    data = faults_data([Fault("a.yaml", 3, 7, "rule", "message", "  key: value")])

    assert {
        "count": 1,
        "faults": [
            {
                "path": "a.yaml",
                "line": 3,
                "col": 7,
                "rule": "rule",
                "message": "message",
                "source_line": "  key: value",
            }
        ],
    } == data
