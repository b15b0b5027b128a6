"""One entry, whole, of any kind."""

import re
import shlex

import pytest

from integration_cli import Advisor
from tests.conftest import Run


def flat(text: str) -> str:
    """A screen without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    "kind", ["barrier", "solution", "category", "source", "update", "example", "framework", "risk"]
)
def test_every_kind_of_entry_has_a_page(run: Run, advisor: Advisor, kind: str):
    for id_, entry in list(advisor.knowledge.kinds()[kind].items())[:3]:
        code, out, err = run("show", f"{kind}:{id_}")

        name = getattr(entry, "title", "") or getattr(entry, "term", "") or getattr(entry, "text", "")
        assert (0, "") == (code, err)
        assert flat(name) in flat(out)
        assert f"{kind} {id_}" in flat(out)


def test_a_barrier_shows_question_solutions_signs_neighbours_and_evidence(run: Run, advisor: Advisor):
    _, out, _ = run("show", "fear-of-sharing-data", "--full")

    barrier = advisor.knowledge.barriers["fear-of-sharing-data"]
    for text in (
        barrier.summary,
        barrier.question,
        *barrier.signs,
        *(advisor.knowledge.solutions[link.solution].title for link in barrier.links),
        *(neighbour.test for neighbour in barrier.not_to_confuse),
        *(", ".join(evidence.key_words) for evidence in barrier.evidence),
    ):
        assert flat(text) in flat(out)


def test_a_risk_shows_who_carries_it_where_it_comes_from_and_what_softens_it(run: Run, advisor: Advisor):
    _, out, _ = run("show", "tax-bill-on-pooled-money")

    knowledge = advisor.knowledge
    risk = knowledge.risks["tax-bill-on-pooled-money"]
    for text in (
        risk.text,
        "sharing: shared, it arises from working together",
        f"carried by: {risk.carried_by}",
        *(knowledge.barriers[id_].title for id_ in risk.arises_from),
        *(knowledge.solutions[id_].title for id_ in risk.mitigations),
        *(", ".join(evidence.key_words) for evidence in risk.evidence),
    ):
        assert flat(text) in flat(out)


def test_a_risk_says_whether_a_document_names_it_and_what_is_our_reading(run: Run):
    inferred, named = (flat(run("show", id_)[1]) for id_ in ("host-left-with-the-loss", "tax-bill-on-pooled-money"))

    assert "Our inference: no document names this risk." in inferred
    assert "A document names this risk; whether it is shared, and who carries it, is our reading." in named


def test_a_risk_shows_what_has_changed_of_that_which_it_speaks_of(run: Run, advisor: Advisor):
    _, out, _ = run("show", "direct-award-challenged")

    assert flat(advisor.knowledge.updates["provider-selection-regime"].note) in flat(out)


def test_a_barrier_shows_the_risks_that_arise_from_it(run: Run, advisor: Advisor):
    _, out, _ = run("show", "pooled-budget-obstacles", "--full")

    shown = out.partition("Risks that arise from it")[2].partition("Where the documents say it")[0]
    expected = {r.id for r in advisor.knowledge.risks.values() if "pooled-budget-obstacles" in r.arises_from}
    assert len(expected) > 0
    assert expected == expected & set(shown.split())


def test_a_solution_shows_the_risks_that_it_softens(run: Run, advisor: Advisor):
    _, out, _ = run("show", "joint-risk-register")

    shown = out.partition("Risks that it softens")[2]
    expected = {r.id for r in advisor.knowledge.risks.values() if "joint-risk-register" in r.mitigations}
    assert len(expected) > 0
    assert expected <= set(shown.split())


def test_the_next_step_of_a_risk_plans_against_its_nearest_barrier(run: Run):
    _, out, _ = run("show", "tax-bill-on-pooled-money")

    (command,) = re.findall(r"next: advisor (.*) -o plan\.md", flat(out))
    assert "--barrier pooled-budget-obstacles" in command
    assert 0 == run(*shlex.split(command))[0]


def test_the_signs_are_called_invented(run: Run):
    """Nobody takes an illustration for evidence."""
    assert "How it shows itself (invented illustrations)" in run("show", "fear-of-sharing-data")[1]


def test_a_solution_shows_the_barriers_that_it_answers(run: Run, advisor: Advisor):
    _, out, _ = run("show", "joint-risk-register")

    answered = out.partition("Barriers that it answers")[2]
    expected = {
        b.id for b in advisor.knowledge.barriers.values() for k in b.links if k.solution == "joint-risk-register"
    }
    assert len(expected) > 0
    assert expected <= set(answered.split())


def test_a_barrier_without_solutions_says_so(run: Run):
    assert "No document proposes anything against this barrier." in run("show", "barrier:childrens-trusts")[1]


def test_an_id_that_two_kinds_share_shows_both_and_the_kind_picks_one(run: Run):
    _, both, _ = run("show", "childrens-trusts")
    _, one, _ = run("show", "update:childrens-trusts")

    assert ("barrier childrens-trusts" in flat(both), "update childrens-trusts" in flat(both)) == (True, True)
    assert ("barrier childrens-trusts" in flat(one), "update childrens-trusts" in flat(one)) == (False, True)


@pytest.mark.parametrize(
    ("id_", "parts"),
    [
        ("four-barrier-table", ["Organisation-based thinking", "Write in dispute handling beforehand", "4."]),
        ("tensions-between-sources", ["8.", "one view", "other view", "More money"]),
        ("survey-results", ["Data protection hindered plans", "61", "14."]),
    ],
)
def test_the_documents_tables_are_shown_whole(run: Run, advisor: Advisor, id_: str, parts: list[str]):
    code, out, _ = run("show", id_)

    assert 0 == code
    for part in parts:
        assert part in flat(out)
    for row in advisor.knowledge.frameworks[id_].rows:
        for cell in row.values():
            assert flat(cell if isinstance(cell, str) else ", ".join(cell)) in flat(out)


def test_every_table_is_shown_with_all_its_cells(run: Run, advisor: Advisor):
    for id_, framework in advisor.knowledge.frameworks.items():
        shown = re.sub(r"\s|[│┃━─┏┓┗┛┡┩└┘┬┴┼╇├┤]", "", run("show", f"framework:{id_}")[1])
        cells = [cell for row in framework.rows for cell in row.values() if isinstance(cell, str)]
        if len({key for row in framework.rows for key in row}) > 3:
            assert all(re.sub(r"\s", "", cell) in shown for cell in cells), id_
        else:
            assert all(re.sub(r"\s", "", word) in shown for cell in cells for word in cell.split()), id_


def test_an_update_shows_status_note_page_doubts_and_date(run: Run, advisor: Advisor):
    _, out, _ = run("show", "nhs-england")

    update = advisor.knowledge.updates["nhs-england"]
    for text in (update.note, update.caveat, update.page.url, update.page.says, "facts as at: 30 June 2026"):
        assert flat(text).replace(" ", "") in flat(out).replace(" ", "")


def test_a_nation_leaves_out_what_changed_elsewhere(run: Run):
    _, england, _ = run("show", "weak-commissioning", "--full")
    _, scotland, _ = run("show", "weak-commissioning", "--full", "--nation", "scotland")

    assert "; ccg)" in flat(england)
    assert "; ccg)" not in flat(scotland)


def test_the_next_step_of_a_barrier_runs(run: Run):
    _, out, _ = run("show", "fear-of-sharing-data")

    (command,) = re.findall(r"next: advisor (.*) -o plan\.md", flat(out))
    assert 0 == run(*shlex.split(command))[0]


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("fear-of-sharing-dat", "fear-of-sharing-data"),
        ("barrier:fear-of-sharing-dat", "fear-of-sharing-data"),
        ("joint-risk-registr", "joint-risk-register"),
        ("four-barriers-table", "four-barrier-table"),
        ("goverance", "governance"),
        ("torbey", "torbay"),
    ],
)
def test_a_mistyped_id_of_any_kind_is_answered_with_what_was_meant(run: Run, wanted: str, meant: str):
    code, out, err = run("show", wanted)

    assert (2, "") == (code, out)
    assert f"no entry is called '{wanted}'; did you mean" in err
    assert f"'{meant}'" in err
