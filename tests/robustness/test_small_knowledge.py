"""Knowledge and plans at their smallest, and plans kept to a nation."""

from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.cli.pictures import paint
from integration_cli.cli.screens.explanation import render_explanation
from integration_cli.loading.check import check
from integration_cli.matching.sense import pack, unpack
from integration_cli.matching.text import words_of
from tests import small
from tests.conftest import Run
from tests.loading.folders import SOUND


def test_the_only_barrier_there_is_can_be_explained():
    known = small.knowledge(small.barrier("late", signs=("invoices are always late",)))
    explanation = Advisor(known).explain("our invoices are late")

    shown = paint(render_explanation(explanation, "our invoices are late", known), 80, coloured=False)

    assert ("late", 1, "") == (explanation.barrier, explanation.rank, explanation.other)
    assert "rank: 1 of 1" in shown
    assert "The barrier just" not in shown


def test_an_empty_table_of_words_says_nothing():
    assert 0.0 == unpack(memoryview(pack({}))).of(["council"])


def test_a_box_inside_a_section_that_there_is_not_is_a_fault(tmp_path: Path):
    (tmp_path / "sources.yaml").write_text(
        (SOUND / "sources.yaml").read_text(encoding="utf-8").replace("inside: Budgets", "inside: Budgetz"),
        encoding="utf-8",
    )

    said = [fault.message for fault in check(SOUND, tmp_path) if fault.rule == "unknown-section"]

    assert ["'town-report' has no heading 'Budgetz'; did you mean 'Budgets'?"] == said


def test_no_two_groups_of_the_vocabulary_share_a_form(advisor: Advisor):
    """Words that are the same once their endings are cut would stand for the first group only."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for group in advisor.knowledge.vocabulary.values():
        for form in group.forms:
            owners.setdefault(tuple(word.stem for word in words_of(form)), set()).add(group.id)

    assert {} == {stems: ids for stems, ids in owners.items() if len(ids) > 1}


@pytest.mark.parametrize("nation", ["scotland", "wales"])
def test_a_plan_made_for_a_nation_stays_with_it(run: Run, nation: str, tmp_path: Path):
    plan = tmp_path / "plan.md"
    situation = "nobody can say who signs off the pooled budget"

    code, _, err = run("diagnose", situation, "--nation", nation, "--checklist", str(plan))
    made = plan.read_text(encoding="utf-8")
    run("update", str(plan), "--barrier", "fear-of-sharing-data")
    updated = plan.read_text(encoding="utf-8")

    assert code == 0, err
    assert made != updated
    for text in (made, updated):
        assert f"law and institutions of {nation.capitalize()} stands" in text
        assert "(England)" not in text
