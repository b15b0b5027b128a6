"""A situation becomes a diagnosis: findings, or the reason why there are none."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.diagnosis import Diagnosis
from integration_cli.matching import calibration
from tests.matching.clear import CLEAR

TOKENS = (
    "nobody ", "shares ", "the ", "record", "budgets ", "s75 ", "ICB, ", "council. ", "Trust ", "goverance ", "\n- ",
    "\n\n", "; ", "! ", "1. ", "é", "…", "’s ", "\u202e", "[x] ", "blorp ", "75", "\x00", "\ud800",
)  # fmt: skip
TYPED = st.lists(st.sampled_from(TOKENS), max_size=150).map("".join)


def check_whole(found: Diagnosis, text: str) -> None:
    """What holds of every diagnosis."""
    assert text == found.situation
    scores = [finding.score for finding in found.findings]
    assert sorted(scores, reverse=True) == scores
    assert all(0 <= score <= 1 for score in scores)
    assert len(scores) == len({finding.barrier for finding in found.findings})
    assert (found.why_not == "") == bool(found.findings)
    for finding in found.findings:
        (start, end), said = finding.segment
        assert said == text[start:end]
        spans = [span for reason in finding.reasons for span in reason.words]
        assert all(start <= span.start < span.end <= end for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    for (start, end), said in found.uncovered:
        assert said == text[start:end]


@pytest.mark.parametrize("text", ["", " \n\t", "?!… —", "the and of it", "who is it for, and why not?", "\x00"])
def test_no_words_to_go_by(advisor: Advisor, text: str):
    assert Diagnosis(text, (), (), (), "empty") == advisor.diagnose(text)


@pytest.mark.parametrize(
    "text",
    [
        "xqzt blorp vrrm",
        "asdf jkl qwertz uiop",
        "how do I bake sourdough",
        "why does my sourdough bread not rise in the oven",
        "what is the offside rule in football",
        "the guitar needs new strings and the drummer is late for the concert",
    ],
)
def test_what_is_about_something_else_has_no_findings_and_the_nearest_families(advisor: Advisor, text: str):
    found = advisor.diagnose(text)

    assert ((), "elsewhere") == (found.findings, found.why_not)
    assert [text] == [segment.text for segment in found.uncovered]
    assert 1 <= len(found.nearest) <= 3
    assert set(found.nearest) <= advisor.knowledge.categories.keys()


@pytest.mark.parametrize(
    ("text", "barriers"),
    [
        (
            "Our social workers won't put anything on the shared record because they are scared the ICO will fine us",
            {"fear-of-sharing-data"},
        ),
        (
            "Nobody can tell me who signs off spending from the joint pot, and there's no way to settle it when we "
            "fall out",
            {"unclear-governance-and-hosting", "no-dispute-resolution"},
        ),
        (
            "we keep being told we have to go out to tender so the trust and the council won't design the service "
            "together",
            {"procurement-rules-uncertain", "forced-tendering-costs", "competition-law-impedes-collaboration"},
        ),
        (
            "the council balances its books by law but the hospital just runs a deficit, so we talk past each other",
            {"different-financial-regimes"},
        ),
    ],
    ids=["fear", "governance", "tender", "deficit"],
)
def test_plain_words_find_their_barrier(advisor: Advisor, text: str, barriers: set[str]):
    assert barriers & {finding.barrier for finding in advisor.diagnose(text).findings[:2]}


@pytest.mark.parametrize("text", CLEAR)
def test_a_clear_sentence_has_findings_best_first_with_reasons(advisor: Advisor, text: str):
    found = advisor.diagnose(text)

    check_whole(found, text)
    assert len(found.findings) > 0
    assert () == found.uncovered
    assert all(finding.reasons for finding in found.findings[:1])


@pytest.mark.parametrize("text", CLEAR)
def test_the_word_for_a_strength_is_that_of_the_score(advisor: Advisor, text: str):
    """The score is rounded to four places, which may carry it over the line."""
    for finding in advisor.diagnose(text, top=20).findings:
        near = {calibration.strength(finding.score + slip) for slip in (-5e-5, 5e-5)}
        assert finding.strength in near


@pytest.mark.parametrize(
    ("chance", "word"),
    [
        (1.0, "strong"),
        (calibration.STRONG, "strong"),
        (calibration.STRONG - 1e-9, "likely"),
        (calibration.LIKELY, "likely"),
        (calibration.LIKELY - 1e-9, "possible"),
        (0.0, "possible"),
    ],
)
def test_strength_in_words(chance: float, word: str):
    assert word == calibration.strength(chance)


@pytest.mark.parametrize("behind", [0.0, 1.0, 8.0])
@pytest.mark.parametrize("field", [-1e6, 0.0, 1e6])
def test_a_chance_is_a_chance_and_rises_with_the_score(behind: float, field: float):
    chances = [calibration.chance(fused, behind, field) for fused in (-10, 0, 1, 2, 4, 10)]

    assert sorted(chances) == chances
    assert all(0 < chance < 1 for chance in chances)
    assert chances[0] < chances[-1]


@pytest.mark.parametrize("top", [1, 2, 3, 8, 20])
def test_top_limits_the_findings(advisor: Advisor, top: int):
    assert top == len(advisor.diagnose(CLEAR[0], top).findings)
    assert len(advisor.diagnose("\n".join(f"- {sentence}" for sentence in CLEAR), top).findings) <= top


def test_fewer_findings_are_the_first_of_more(advisor: Advisor):
    more = advisor.diagnose(CLEAR[2], top=10).findings

    assert more[:3] == advisor.diagnose(CLEAR[2], top=3).findings


def test_five_findings_at_most_unless_more_are_asked_for(advisor: Advisor):
    assert 5 == len(advisor.diagnose(CLEAR[0]).findings)


@pytest.mark.parametrize("category", ["data-sharing", "governance", "finance-and-incentives"])
def test_a_category_keeps_to_its_barriers(advisor: Advisor, category: str):
    found = advisor.diagnose(CLEAR[0], 10, [category])

    assert {category} == {advisor.knowledge.barriers[finding.barrier].category for finding in found.findings}
    check_whole(found, CLEAR[0])


def test_several_categories_are_joined(advisor: Advisor):
    chosen = ["data-sharing", "governance"]

    found = advisor.diagnose(CLEAR[0], 200, chosen).findings

    assert {id_ for id_, barrier in advisor.knowledge.barriers.items() if barrier.category in chosen} == {
        finding.barrier for finding in found
    }


def test_where_only_other_families_match_it_says_so(advisor: Advisor):
    found = advisor.diagnose(CLEAR[0], 5, ["a-family-without-barriers"])

    assert ((), "filtered") == (found.findings, found.why_not)
    assert "data-sharing" in found.nearest


def test_a_detail_names_its_main_barrier(advisor: Advisor):
    details = [barrier for barrier in advisor.knowledge.barriers.values() if barrier.part_of]

    findings = [finding for detail in details for finding in advisor.diagnose(detail.signs[0]).findings]

    assert {advisor.knowledge.barriers[finding.barrier].part_of for finding in findings} == {
        finding.part_of for finding in findings
    }
    assert all(advisor.knowledge.barriers[finding.barrier].part_of == finding.part_of for finding in findings)
    assert any(finding.part_of for finding in findings)


@settings(max_examples=150)
@given(text=st.one_of(st.text(max_size=300), st.text(st.characters(), max_size=100), TYPED))
@example(text="\ud800 fear of sharing data")
@example(text="a" * 20_000)
@example(text="budget " * 3_000)
@example(text="- " * 500)
def test_any_text_has_an_answer(advisor: Advisor, text: str):
    check_whole(advisor.diagnose(text), text)


@settings(max_examples=30)
@given(order=st.permutations(CLEAR), size=st.integers(1, 20))
def test_any_mixture_of_problems_has_an_answer(advisor: Advisor, order: list[str], size: int):
    text = " ".join(order[:size])

    check_whole(advisor.diagnose(text), text)
