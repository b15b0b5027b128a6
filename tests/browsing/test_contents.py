from integration_cli import Advisor
from integration_cli.browsing.contents import contents
from integration_cli.group import Group
from integration_cli.model import Example, Framework
from tests import small

KNOWN = small.knowledge(
    small.category("people"),
    small.barrier("late", [("cure", "document")]),
    small.barrier("alone", [("talk", "document")], category="people"),
    small.solution("cure"),
    small.solution("talk", kind="attitude"),
    small.update("english"),
    small.update("welsh", kind="law", nations=("Wales",)),
    small.update("british", nations=("UK",)),
    Example("place", "A place.", "report", "lead", ("a", "b", "c"), ("late",)),
    Framework("table", "A table", ("talk", "alone"), ({"row": "one"},), source="report"),
    Framework("assembled", "Put together", ("late",), ({"row": "one"},)),
    small.risk("flood", ["alone", "late"]),
    small.risk("storm", ["late"]),
)


def ids(groups: list[Group]) -> dict[str, list[str]]:
    return {group.id: [entry.id for entry in group.entries] for group in groups}


def test_barriers_come_by_category_in_the_fixed_order():
    assert {"money": ["late"], "people": ["alone"]} == ids(contents(KNOWN, "barrier"))
    assert ["money", "people"] == list(ids(contents(KNOWN, "barrier")))


def test_solutions_and_updates_come_by_kind():
    assert {"finance": ["cure"], "attitude": ["talk"]} == ids(contents(KNOWN, "solution"))
    assert {"body": ["english", "british"], "law": ["welsh"]} == ids(contents(KNOWN, "update"))


def test_risks_come_under_the_category_of_the_nearest_barrier():
    assert {"money": ["storm"], "people": ["flood"]} == ids(contents(KNOWN, "risk"))


def test_tables_come_by_document_and_those_put_together_by_themselves():
    groups = contents(KNOWN, "framework")

    assert {"report": ["table"], "several documents": ["assembled"]} == ids(groups)
    assert ["Title of report", "Several documents"] == [group.title for group in groups]


def test_a_category_keeps_its_barriers_and_what_bears_on_them():
    def kept(kind: str) -> dict[str, list[str]]:
        return ids(contents(KNOWN, kind, ["people"]))

    assert {"people": ["alone"]} == kept("barrier")
    assert {"attitude": ["talk"]} == kept("solution")
    assert {} == kept("example")
    assert {"report": ["table"]} == kept("framework")
    assert {"people": ["flood"]} == kept("risk")


def test_a_nation_keeps_its_updates_and_those_of_the_whole_kingdom():
    assert {"law": ["welsh"], "body": ["british"]} == ids(contents(KNOWN, "update", nation="Wales"))


def test_every_shipped_entry_is_in_the_list_of_its_kind_once(advisor: Advisor):
    for kind, entries in advisor.knowledge.kinds().items():
        if kind != "category":
            listed = [entry.id for group in contents(advisor.knowledge, kind) for entry in group.entries]
            assert sorted(entries) == sorted(listed)
