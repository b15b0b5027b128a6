import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.currency.notices import Names, entry_texts, holds_in, is_abbreviation
from integration_cli.diagnosis import Diagnosis, Finding, Segment, Span
from integration_cli.update import Notice, OtherMeaning, Update
from tests import small


def called_for(text: str, ids: list[str], *updates: Update, nation=None) -> list[Notice]:
    """The notices for a text and the entries behind it."""
    return Advisor(small.knowledge(*updates)).notices(ids, text, nation)


def named(text: str, *updates: Update) -> list[tuple[str, str]]:
    """The ids of the updates that a text names, with the names."""
    return [(notice.update.id, notice.named) for notice in Names(updates).found_in(text)]


TRUST = small.update("trust", aliases=("care trust",))
CCG = small.update("ccg", aliases=("CCG", "CCGs", "clinical commissioning group"))
CARE_ACT = small.update(
    "care-act", aliases=("Care Act",), unless_inside=("Health and Care Act", "Health and Social Care Act")
)


@pytest.mark.parametrize(
    "text",
    ["the care trust left", "Care Trust", "a CARE\nTRUST, then", "care   trust’s chair", "the (care-trust)"],
)
def test_a_name_is_found_whatever_its_case_space_and_punctuation(text: str):
    assert [("trust", "care trust")] == named(text, TRUST)


@pytest.mark.parametrize(
    "text", ["healthcare trust", "care trusting", "day care trustee", "care and trust", "trust care"]
)
def test_a_name_counts_as_whole_words_only(text: str):
    assert [] == named(text, TRUST)


@pytest.mark.parametrize("text", ["the CCG", "(CCG)", "CCG-led", "NHS/CCG", "CCG's chair", "CCG’s chair"])
def test_an_abbreviation_is_found_in_its_own_case(text: str):
    assert [("ccg", "CCG")] == named(text, CCG)


@pytest.mark.parametrize("text", ["the ccg", "Ccg", "CCGX", "ACCG", "cCGs"])
def test_an_abbreviation_in_another_case_is_another_word(text: str):
    assert [] == named(text, CCG)


def test_words_that_are_no_abbreviation_do_not_depend_on_case():
    assert [("ccg", "clinical commissioning group")] == named("our Clinical Commissioning Group", CCG)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ICB", True), ("PbR", True), ("iBCF", True), ("Monitor", False), ("NHS England", False), ("CIPFATOOL", False)],
)
def test_an_abbreviation_is_one_short_word_with_capitals(name: str, expected: bool):
    assert expected == is_abbreviation(name)


def test_the_longest_name_wins():
    """'NHS England Improvement' is one thing, not a shorter thing and a word."""
    short = small.update("short", aliases=("NHS England",))
    long = small.update("long", aliases=("NHS England Improvement",))

    assert [("long", "NHS England Improvement")] == named("NHS England Improvement said so", short, long)
    assert [("short", "NHS England")] == named("NHS England said so", short, long)


def test_a_name_inside_a_longer_one_that_means_something_else_does_not_count():
    assert [] == named("the Health and Care Act 2022 and the Health and Social Care Act", CARE_ACT)


def test_the_same_name_by_itself_still_counts_beside_the_longer_one():
    assert [("care-act", "Care Act")] == named("the Health and Care Act amended the Care Act", CARE_ACT)


def test_updates_come_once_each_in_the_order_of_the_text():
    text = "The Care Act, the CCG, the care trust, the CCGs again and the Care Act"

    assert ["care-act", "ccg", "trust"] == [id_ for id_, _ in named(text, TRUST, CCG, CARE_ACT)]


def test_an_ambiguous_name_says_what_else_it_may_mean():
    ico = small.update("ico", aliases=("ICO", "Information Commissioner"), may_also_mean=(OtherMeaning("ICO", "x"),))

    found = Names([ico]).found_in("the ICO"), Names([ico]).found_in("the Information Commissioner")

    assert ["x", ""] == [notice.or_meaning for (notice,) in found]


def test_entries_that_an_update_affects_bring_it_without_a_name():
    affecting = small.update("affecting", affects=("some-barrier",))

    found = called_for("no name here", ["some-barrier"], affecting, CCG)

    assert [("affecting", "")] == [(notice.update.id, notice.named) for notice in found]


def test_what_is_named_comes_before_what_is_only_affected():
    affecting = small.update("affecting", affects=("some-barrier",))

    found = called_for("our CCG", ["some-barrier"], affecting, CCG)

    assert ["ccg", "affecting"] == [notice.update.id for notice in found]


def test_an_update_both_named_and_affecting_comes_once_with_its_name():
    both = small.update("both", aliases=("PCT",), affects=("some-barrier",))

    found = called_for("our PCT", ["some-barrier"], both)

    assert [("both", "PCT")] == [(notice.update.id, notice.named) for notice in found]


def test_a_nation_leaves_out_the_updates_of_others_but_not_of_the_whole_kingdom():
    updates = [
        small.update("english", aliases=("ONE",)),
        small.update("scottish", aliases=("TWO",), nations=("Scotland",)),
        small.update("british", aliases=("THREE",), nations=("UK",)),
        small.update("shared", aliases=("FOUR",), nations=("England", "Scotland")),
    ]

    found = called_for("ONE TWO THREE FOUR", [], *updates, nation="Scotland")

    assert ["scottish", "british", "shared"] == [notice.update.id for notice in found]


@pytest.mark.parametrize(
    ("nations", "expected"), [(("England",), False), (("Wales",), True), (("UK",), True), (("England", "Wales"), True)]
)
def test_a_fact_holds_in_its_nations_and_in_all_when_it_is_about_the_kingdom(nations, expected: bool):
    assert expected == holds_in(small.update("x", nations=nations), "Wales")


def test_entries_that_speak_of_what_a_nation_does_not_have_are_flagged_by_the_names():
    known = small.knowledge(
        CCG,
        small.update("board", aliases=("health board",), nations=("Wales",)),
        small.barrier("english", [("mixed", "document")], summary="The CCG and the CCGs."),
        small.barrier("welsh", summary="The health board."),
        small.solution("mixed", who="CCGs", actions=(small.action("ask", text="Ask the health board"),)),
    )
    segment = Segment(Span(0, 1), "x")
    findings = tuple(Finding(id_, "", "strong", 0.9, (), segment) for id_ in ("english", "welsh"))

    answer = Advisor(known).answer(Diagnosis("x", findings), "Wales")

    assert {"english": ("CCG",), "mixed": ("CCGs",)} == dict(answer.elsewhere_only)
    assert ["board"] == [notice.update.id for notice in answer.notices]


def test_the_texts_of_an_entry_are_those_that_readers_see():
    known = small.knowledge(
        small.solution("x", who="finance leads"), small.barrier("y"), small.risk("z", ["y"], text="Rain may fall.")
    )

    assert {"Title of x", "Summary of x.", "finance leads", "Measure of x", "Text of first-step"} <= set(
        entry_texts("x", known)
    )
    assert ["Title of y", "Summary of y."] == list(entry_texts("y", known))
    assert ["Rain may fall.", "who carries z"] == list(entry_texts("z", known))
    assert [] == list(entry_texts("nothing", known))


@pytest.mark.parametrize("text", ["the Health and Care Act 2022", "Health and Care Act", "HEALTH AND CARE ACT 2022"])
def test_the_shipped_knowledge_tells_the_health_and_care_act_from_the_care_act(advisor: Advisor, text: str):
    assert "care-act-2014" not in {notice.update.id for notice in advisor.notices([], text)}


def test_the_shipped_knowledge_knows_the_care_act(advisor: Advisor):
    assert ["care-act-2014"] == [notice.update.id for notice in advisor.notices([], "under the Care Act 2014")]
    assert ["care-act-2014"] == [notice.update.id for notice in advisor.notices([], "duties in the Care Act")]


def test_the_shipped_knowledge_tells_the_department_from_its_successor(advisor: Advisor):
    """The Department of Health and Social Care is what the Department of Health became."""
    new = advisor.notices([], "guidance of the Department of Health and Social Care")
    old = advisor.notices([], "the Department of Health's BCF taskforce")

    assert [] == new
    assert "department-of-health" in {notice.update.id for notice in old}


@pytest.mark.parametrize(
    ("name", "id_", "meaning"),
    [
        ("ICO", "ico", "integrated care organisation"),
        ("PSR", "provider-selection-regime", "public service reform"),
    ],
)
def test_the_shipped_knowledge_says_what_else_an_ambiguous_abbreviation_may_mean(
    advisor: Advisor, name: str, id_: str, meaning: str
):
    found = advisor.notices([], f"we wrote to them about the {name}")

    assert [(id_, name, meaning)] == [(notice.update.id, notice.named, notice.or_meaning) for notice in found]


def test_every_alias_of_the_shipped_knowledge_is_found_as_its_own_update(advisor: Advisor):
    """An alias that another one hides would never be seen."""
    names = Names(advisor.knowledge.updates.values())

    missed = [
        (update.id, alias)
        for update in advisor.knowledge.updates.values()
        for alias in update.aliases
        if update.id not in {notice.update.id for notice in names.found_in(f"about {alias}, they say")}
    ]

    assert [] == missed


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_no_text_makes_it_fail_and_what_is_named_stands_in_the_text(text: str):
    found = Names([TRUST, CCG, CARE_ACT]).found_in(text)

    assert len(found) == len({notice.update.id for notice in found})
    assert all(notice.named.split()[0].casefold() in text.casefold() for notice in found)


@settings(max_examples=150)
@given(before=st.text("abcCG .,-'’\n", max_size=30), after=st.text("abcCG .,-'’\n", max_size=30))
def test_a_name_between_spaces_is_found_whatever_stands_around_it(before: str, after: str):
    assert "trust" in {id_ for id_, _ in named(f"{before} zzz care trust zzz {after}", TRUST, CCG)}
