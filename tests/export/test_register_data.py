from integration_cli import Advisor
from integration_cli.export.register_data import to_data
from tests import small

KNOWN = small.knowledge(
    small.barrier("leak", [("cure", "document")]),
    small.solution("cure"),
    small.risk("flood", ["leak"], sharing="retained"),
    small.risk("storm", ["leak"], ["cure"]),
)


def test_risks_come_with_their_mitigations_shared_ones_first():
    data = to_data(Advisor(KNOWN).risks(["leak"], "it leaks"), KNOWN)

    assert ["storm", "flood"] == [risk["id"] for risk in data["risks"]]
    assert [{"solution": "cure", "title": "Title of cure", "standing": "recommended", "basis": "document"}] == data[
        "risks"
    ][0]["mitigations"]
    assert ("it leaks", ["leak"], ["Council", "NHS body"]) == (data["situation"], data["barriers"], data["partners"])


def test_the_matrix_tells_where_each_band_begins():
    data = to_data(Advisor(KNOWN).risks([]), KNOWN)

    assert [(15, "extreme", "red"), (8, "high", "amber"), (4, "moderate", "green"), (1, "low", "green")] == [
        (band["least"], band["band"], band["rating"]) for band in data["matrix"]
    ]
    assert (0, [], None) == (data["count"], data["risks"], data["situation"])
