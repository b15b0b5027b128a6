import pytest

from integration_cli import Advisor
from integration_cli.browsing.lookup import barriers_answered_by, details_of, get_entries, supporting
from integration_cli.errors import UnknownId
from integration_cli.model import Example, Framework
from tests import small

KINDS = ("barrier", "solution", "category", "source", "update", "example", "framework", "risk")
KNOWN = small.knowledge(
    small.barrier("shared", [("cure", "document")]),
    small.barrier("narrow", [("cure", "inferred")], part_of="shared"),
    small.barrier("untied", part_of="shared"),
    small.solution("cure"),
    small.update("shared"),
    Example("place", "A place.", "report", "lead", ("a", "b", "c"), ("shared",)),
    Framework("table", "A table", ("shared", "cure"), ({"row": "one"},)),
    small.risk("storm", ["shared"], ["cure"]),
    small.risk("flood", ["narrow"]),
    formerly={"old-name": "narrow"},
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_entry_is_found_by_its_id_and_by_kind_and_id(advisor: Advisor, kind: str):
    entries = advisor.knowledge.kinds()[kind]

    assert len(entries) > 0
    for id_, entry in entries.items():
        assert (kind, entry) in get_entries(id_, advisor.knowledge)
        assert [(kind, entry)] == get_entries(f"{kind}:{id_}", advisor.knowledge)


def test_an_id_that_two_kinds_share_gives_both_and_the_kind_tells_them_apart():
    assert ["barrier", "update"] == [kind for kind, _ in get_entries("shared", KNOWN)]
    assert ["update"] == [kind for kind, _ in get_entries("update:shared", KNOWN)]


def test_a_former_id_leads_to_the_entry():
    assert [("barrier", KNOWN.barriers["narrow"])] == get_entries("old-name", KNOWN)
    assert [("barrier", KNOWN.barriers["narrow"])] == get_entries("barrier:old-name", KNOWN)


@pytest.mark.parametrize("wanted", ["shard", "barrier:shard", "Shared"])
def test_an_unknown_id_is_refused_with_what_was_meant(wanted: str):
    with pytest.raises(UnknownId, match=f"'{wanted}'; did you mean 'shared'"):
        get_entries(wanted, KNOWN)


@pytest.mark.parametrize("wanted", ["solution:shared", "nonsense:shared"])
def test_an_id_of_another_kind_is_unknown(wanted: str):
    with pytest.raises(UnknownId, match=wanted):
        get_entries(wanted, KNOWN)


@pytest.mark.parametrize("wanted", ["", ":", "qqqqqqqqqq", "barrier:"])
def test_an_id_like_no_other_is_refused_without_a_guess(wanted: str):
    with pytest.raises(UnknownId) as refused:
        get_entries(wanted, KNOWN)

    assert "did you mean" not in str(refused.value)
    assert "advisor search" in str(refused.value)


def test_details_are_those_of_the_barrier():
    assert ["narrow", "untied"] == details_of("shared", KNOWN)
    assert [] == details_of("narrow", KNOWN)


def test_a_solution_knows_the_barriers_that_it_answers_and_on_what_basis():
    assert [("shared", "document"), ("narrow", "inferred")] == barriers_answered_by("cure", KNOWN)


def test_the_reverse_look_up_agrees_with_the_links_of_the_shipped_knowledge(advisor: Advisor):
    links = {(b.id, link.solution) for b in advisor.knowledge.barriers.values() for link in b.links}

    found = {
        (barrier, solution)
        for solution in advisor.knowledge.solutions
        for barrier, _ in barriers_answered_by(solution, advisor.knowledge)
    }

    assert links == found


def test_examples_and_tables_that_bear_on_an_entry_are_found():
    assert (["place"], ["table"]) == supporting("shared", KNOWN)
    assert ([], ["table"]) == supporting("cure", KNOWN)
    assert ([], []) == supporting("narrow", KNOWN)


@pytest.mark.parametrize(
    ("id_", "rows"), [("four-barrier-table", 4), ("tensions-between-sources", 8), ("survey-results", 14)]
)
def test_the_tables_that_the_documents_are_known_for_are_there_whole(advisor: Advisor, id_: str, rows: int):
    ((kind, table),) = get_entries(id_, advisor.knowledge)

    assert ("framework", rows) == (kind, len(table.rows))
