import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.browsing.search import search
from integration_cli.model import Example, Framework, Neighbour, NotSign
from tests import small

KNOWN = small.knowledge(
    small.barrier(
        "late",
        title="Money comes late",
        terms=("cash flow",),
        signs=("the invoice is unpaid",),
        not_signs=(NotSign("a parrot", ""),),
        not_to_confuse=(Neighbour("late", "a zebra"),),
    ),
    small.barrier("poor", title="Little money", summary="There is little invoice money."),
    small.solution("cure", actions=(small.action("step", text="Write to the treasurer"),)),
    small.update("agency", aliases=("Quango",)),
    Example("place", "Torbay did it.", "report", "lead", ("a", "b", "c"), ("late",)),
    Framework("table", "A table", ("late",), ({"topic": "walrus", "views": ("carpenter", "oyster")},)),
    small.risk("storm", ["late"], text="Because of clouds, hail may fall.", carried_by="the umbrella holder"),
)


def found(query: str) -> list[str]:
    return [hit.entry.id for hit in search(query, KNOWN)]


@pytest.mark.parametrize(
    ("query", "kind", "id_"),
    [
        ("cash flow", "barrier", "late"),
        ("treasurer", "solution", "cure"),
        ("Quango", "update", "agency"),
        ("torbay", "example", "place"),
        ("walrus", "framework", "table"),
        ("oyster", "framework", "table"),
        ("hail", "risk", "storm"),
        ("umbrella", "risk", "storm"),
        ("money", "category", "money"),
        ("report", "source", "report"),
    ],
)
def test_every_kind_of_entry_is_found_by_the_words_that_it_holds(query: str, kind: str, id_: str):
    assert (kind, id_) in {(hit.kind, hit.entry.id) for hit in search(query, KNOWN)}


def test_all_words_must_be_held_though_not_in_one_text():
    assert ["late"] == found("late invoice")
    assert [] == found("late treasurer")


def test_case_accents_and_possessives_make_no_difference():
    assert ["cure"] == found("TREASURER’s")
    assert ["place"] == found("tórbay")


def test_apostrophes_make_no_difference():
    known = small.knowledge(small.barrier("one", title="We don't and the trusts' won't"))

    for query in ("dont", "don't", "don’t", "trust", "trusts’", "wont"):
        assert ["one"] == [hit.entry.id for hit in search(query, known)], query


def test_the_beginning_of_a_word_is_enough_from_four_letters_on():
    assert ["cure"] == found("trea")
    assert [] == found("tre")


def test_the_middle_of_a_word_is_not_enough():
    assert [] == found("reasurer")


def test_counter_signs_and_neighbours_do_not_count():
    """They say what an entry is not."""
    assert [] == found("parrot")
    assert [] == found("zebra")


def test_a_word_in_the_title_counts_more_than_one_in_a_sign():
    assert ["poor", "late"] == found("invoice")
    assert ["late", "poor"] == [id_ for id_ in found("money") if id_ != "money"][:2]


def test_a_hit_shows_where_a_word_stands():
    (hit,) = search("treasurer", KNOWN)

    assert "Write to the treasurer" == hit.where


@pytest.mark.parametrize("query", ["", "   ", "?!", "'"])
def test_without_words_nothing_is_found(query: str):
    assert [] == found(query)


def test_the_order_is_the_same_every_time():
    assert found("title of") == found("title of")
    assert len(found("title of")) > 1


def test_the_shipped_knowledge_is_found_by_place_body_and_word(advisor: Advisor):
    def hits(query: str) -> set[tuple[str, str]]:
        return {(hit.kind, hit.entry.id) for hit in search(query, advisor.knowledge)}

    assert {"barrier", "example", "framework", "update"} <= {kind for kind, _ in hits("torbay")}
    assert ("solution", "joint-risk-register") in hits("risk register")
    assert ("update", "ccg") in hits("clinical commissioning group")
    assert ("framework", "tensions-between-sources") in hits("tensions sources")


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_no_query_makes_it_fail_and_every_hit_is_ordered(query: str):
    scores = [hit.score for hit in search(query, KNOWN)]

    assert sorted(scores, reverse=True) == scores
