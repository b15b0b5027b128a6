"""One question, asked only where its answer would settle something."""

import pytest

from integration_cli import Advisor
from integration_cli.diagnosis import Diagnosis, Finding, Segment, Span
from integration_cli.matching import calibration
from integration_cli.matching.question import NEAR, answered, question_for
from integration_cli.model import Neighbour
from tests import small

TEST = "it is the money, not the people"
KNOWN = small.knowledge(
    small.barrier("purse", not_to_confuse=(Neighbour("trust", TEST),)),
    small.barrier("trust"),
    small.barrier("coins", part_of="purse"),
)
SURE = calibration.STRONG + 0.2
UNSURE = calibration.LIKELY - 0.1


def diagnosis(*scores: tuple[str, float]) -> Diagnosis:
    segment = Segment(Span(0, 5), "words")
    return Diagnosis(
        "words",
        tuple(
            Finding(id_, KNOWN.barriers[id_].part_of, calibration.strength(score), score, (), segment)
            for id_, score in scores
        ),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [(SURE, SURE - NEAR / 2), (SURE, SURE), (UNSURE, UNSURE / 2), (UNSURE, UNSURE - 2 * NEAR), (UNSURE, 0.0)],
)
def test_it_is_asked_where_the_best_is_only_possible_or_two_are_nearly_tied(one: float, other: float):
    question = question_for(diagnosis(("purse", one), ("trust", other)), KNOWN)

    assert question is not None
    assert ("purse", "trust") == (question.one, question.other)


@pytest.mark.parametrize(
    "clear",
    [
        diagnosis(),
        diagnosis(("purse", UNSURE)),
        diagnosis(("purse", SURE), ("trust", SURE - 2 * NEAR)),
        diagnosis(("purse", SURE), ("coins", SURE)),
        diagnosis(("coins", UNSURE), ("purse", UNSURE)),
    ],
    ids=["nothing found", "one finding", "clearly first", "detail of the same", "main of the same"],
)
def test_it_is_not_asked_where_it_would_settle_nothing(clear: Diagnosis):
    assert question_for(clear, KNOWN) is None


def test_each_answer_says_what_speaks_for_it():
    """By the test that tells the two apart, where the knowledge has one; else by what the barrier is."""
    question = question_for(diagnosis(("trust", UNSURE), ("purse", UNSURE)), KNOWN)

    assert ("Title of trust: Summary of trust.", f"Title of purse: {TEST}") == (question.if_one, question.if_other)


@pytest.mark.parametrize(("chosen", "order"), [("purse", ["purse", "trust"]), ("trust", ["trust", "purse"])])
def test_the_chosen_one_comes_first_and_nothing_is_lost(chosen: str, order: list[str]):
    before = diagnosis(("purse", UNSURE), ("trust", UNSURE - 0.1), ("coins", 0.05))

    after = answered(before, question_for(before, KNOWN), chosen)

    assert [*order, "coins"] == [finding.barrier for finding in after.findings]
    assert before.findings[2] == after.findings[2]
    assert before._replace(findings=()) == after._replace(findings=())


@pytest.mark.parametrize("chosen", ["purse", "trust"])
def test_what_was_chosen_is_no_longer_only_possible(chosen: str):
    before = diagnosis(("purse", UNSURE), ("trust", UNSURE - 0.1), ("coins", 0.05))

    after = answered(before, question_for(before, KNOWN), chosen).findings

    assert "possible" != after[0].strength
    assert [calibration.strength(finding.score) for finding in after] == [finding.strength for finding in after]
    assert sorted((finding.score for finding in after), reverse=True) == [finding.score for finding in after]


@pytest.mark.parametrize(
    "situation",
    [
        "we do not agree on anything",
        "the partners fall out about money and about who leads",
        "staff are afraid to share patient data, they might be fined",
        "the pooled budget has no rules for who bears an overspend",
    ],
)
def test_a_shipped_question_names_the_two_best_findings(advisor: Advisor, situation: str):
    found = advisor.diagnose(situation)
    question = advisor.question(found)

    open_ = len(found.findings) > 1 and (
        found.findings[0].strength == "possible" or found.findings[0].score - found.findings[1].score < NEAR
    )
    same = open_ and 1 == len({finding.part_of or finding.barrier for finding in found.findings[:2]})
    assert (open_ and not same) == (question is not None)
    if question:
        assert (question.one, question.other) == tuple(finding.barrier for finding in found.findings[:2])
        assert question.if_one.startswith(advisor.knowledge.barriers[question.one].title)
