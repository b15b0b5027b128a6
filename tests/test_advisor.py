"""The public face: a notebook user gets everything that the command does."""

import doctest
from pathlib import Path

import pytest

import integration_cli
from integration_cli import Advisor
from integration_cli import advisor as module
from integration_cli.errors import AdvisorError, FaultyKnowledge, UnknownId
from integration_cli.survey import Reply
from tests import small
from tests.markdown import boxes

SITUATION = "nobody can say who signs off the pooled budget, and the CCG will not share the risk"


def test_the_examples_of_the_documentation_hold():
    failed, tried = doctest.testmod(module)

    assert (0, True) == (failed, tried >= 3)


def test_the_package_offers_the_advisor_and_nothing_else():
    assert ["Advisor"] == integration_cli.__all__
    assert integration_cli.Advisor is Advisor
    with pytest.raises(AttributeError, match="Adviser"):
        integration_cli.Adviser  # noqa: B018


def test_a_situation_becomes_an_answer_a_plan_and_a_checklist(advisor: Advisor):
    diagnosis = advisor.diagnose(SITUATION, top=3)
    answer = advisor.answer(diagnosis)
    plan = advisor.plan([finding.barrier for finding in diagnosis.findings], SITUATION)
    made = boxes(advisor.checklist(plan, "2026-11-03"))

    assert 0 < len(diagnosis.findings) <= 3
    assert {finding.barrier for finding in diagnosis.findings} >= set(answer.choices[0].barriers)
    assert "ccg" in {notice.update.id for notice in answer.notices}
    assert sum(len(choice.solution.actions) for choice in plan.choices) == len(made) > 0


def test_a_diagnosis_decodes_no_risk():
    """The kinds of entry that an answer does not show cost it nothing."""
    fresh = Advisor.load()

    fresh.answer(fresh.diagnose(SITUATION))

    assert 0 == len(fresh.knowledge.risks._made) < len(fresh.knowledge.risks)


def test_an_answer_to_nothing_is_empty(advisor: Advisor):
    answer = advisor.answer(advisor.diagnose("xqzt blorp vrrm"))

    assert ((), (), ()) == (answer.diagnosis.findings, answer.choices, answer.notices)


def test_the_solutions_of_an_answer_are_those_of_its_barriers(advisor: Advisor):
    answer = advisor.answer(advisor.diagnose(SITUATION))

    linked = {
        link.solution
        for finding in answer.diagnosis.findings
        for link in advisor.knowledge.barriers[finding.barrier].links
    }
    assert linked == {choice.solution.id for choice in answer.choices}


def test_categories_limit_a_diagnosis(advisor: Advisor):
    findings = advisor.diagnose(SITUATION, 10, ["risk-appetite"]).findings

    assert {"risk-appetite"} == {advisor.knowledge.barriers[finding.barrier].category for finding in findings}


def test_a_folder_may_be_named_by_path_or_text(tmp_path: Path):
    (tmp_path / "updates.yaml").write_text(
        "- id: ours\n  term: Ours\n  kind: body\n  status: abolished\n  since: '2020'\n  nations: [UK]\n  note: Gone.\n"
        "  verified: true\n  mentioned_in: []\n  page: {says: nothing}\n  affects: []\n",
        encoding="utf-8",
    )

    for path in (tmp_path, str(tmp_path)):
        assert Advisor.load(path).knowledge.updates["ours"].local
    assert "ours" not in Advisor.load().knowledge.updates


def test_a_missing_folder_and_a_faulty_one_are_told_apart(tmp_path: Path):
    (tmp_path / "updates.yaml").write_text("- id: a\n  trem: b\n", encoding="utf-8")

    with pytest.raises(AdvisorError, match="there is no knowledge folder"):
        Advisor.load(tmp_path / "missing")
    with pytest.raises(FaultyKnowledge) as raised:
        Advisor.load(tmp_path)
    assert {"missing-key", "unknown-key"} <= {fault.rule for fault in raised.value.faults}


def test_a_plan_against_an_unknown_barrier_is_refused(advisor: Advisor):
    with pytest.raises(UnknownId, match="did you mean 'fear-of-sharing-data'"):
        advisor.plan(["fear-of-sharing-dat"])


def test_a_checklist_warns_of_what_each_entry_names():
    known = small.knowledge(
        small.barrier("late", [("cure", "document")]),
        small.solution("cure", who="the CCG"),
        small.update("ccg", aliases=("CCG",)),
    )
    advisor = Advisor(known)

    text = advisor.checklist(advisor.plan(["late"]), "2026-11-03")

    assert "> **Changed since:** Term of ccg: abolished since July 2022 (England). Note of ccg." in text


def test_the_same_situation_gets_the_same_answer_every_time(advisor: Advisor):
    assert advisor.diagnose(SITUATION) == advisor.diagnose(SITUATION)
    assert advisor.diagnose(SITUATION) == Advisor.load().diagnose(SITUATION)


def test_a_survey_counts_replies_by_group(advisor: Advisor):
    bread = "how do I bake sourdough"
    replies = [Reply(1, SITUATION, "trust"), Reply(2, SITUATION, "council"), Reply(3, bread, "council"), Reply(4, "")]

    survey = advisor.survey(iter(replies), by="body")

    assert (4, 3, 1, 1) == (survey.total, survey.read, survey.blank, survey.unmatched)
    assert [("council", 2), ("trust", 1)] == [(group.name, group.read) for group in survey.groups]
    assert {(2, 3)} == {(share.replies, share.of) for share in survey.barriers}
