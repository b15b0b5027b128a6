import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.export.diagnosis_data import to_data

SITUATION = "Nobody can say who signs off the pooled budget, and the CCG will not share the risk."
LONG = (
    "Our partnership board meets each month and decides nothing that anybody remembers.\n\n"
    "- Social workers won't use the shared record, they fear a fine\n"
    "- The budgets are set for one year at a time and we cannot plan\n"
    "- The council’s café serves very good soup on Thursdays\n\n"
    "In spite of all that – and I am sorry to go on – nobody can say who signs off the pooled budget. "
    "The hospital keeps the savings, while we carry the cost of the extra home care, year after year."
)
PHRASES = st.sampled_from(
    [
        "pooled budget",
        "the CCG",
        "shared record",
        "fear of a fine",
        "nobody decides",
        "risk",
        "é’s",
        "👩‍⚕️",
        "\n- ",
        ". ",
    ]
)
SITUATIONS = st.one_of(
    st.text(max_size=120),
    st.text(st.characters(), max_size=60),
    st.lists(st.one_of(PHRASES, st.text(max_size=8)), max_size=14).map(" ".join),
    st.lists(PHRASES, min_size=30, max_size=60).map(" ".join),
)


def data_of(advisor: Advisor, situation: str, **asked: Any) -> dict[str, Any]:
    return to_data(advisor.answer(advisor.diagnose(situation, **asked)))


def shown_spans(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Everything in the data that claims to stand in the situation."""
    segments = [finding["segment"] for finding in data["findings"]] + data["uncovered"]
    words = [word for finding in data["findings"] for reason in finding["reasons"] for word in reason["words"]]
    return segments + words


def test_a_finding_carries_what_a_program_needs(advisor: Advisor):
    data = data_of(advisor, SITUATION)

    finding = data["findings"][0]
    barrier = advisor.knowledge.barriers[finding["barrier"]]
    assert (barrier.title, barrier.category, barrier.summary) == (
        finding["title"], finding["category"], finding["summary"]
    )  # fmt: skip
    assert finding["strength"] in ("strong", "likely", "possible")
    assert 0 < finding["score"] <= 1
    assert len(finding["reasons"][0]["words"]) > 0
    assert (advisor.knowledge.version, advisor.knowledge.as_at) == tuple(data["knowledge"].values())
    assert data["why_not"] is None


def test_findings_come_best_first_and_at_most_as_many_as_asked(advisor: Advisor):
    scores = [finding["score"] for finding in data_of(advisor, SITUATION, top=3)["findings"]]

    assert sorted(scores, reverse=True) == scores
    assert 0 < len(scores) <= 3


def test_a_reason_quotes_a_text_that_the_barrier_has(advisor: Advisor):
    """Nobody is told that a sign was met which does not exist."""
    for finding in data_of(advisor, SITUATION)["findings"]:
        barrier = advisor.knowledge.barriers[finding["barrier"]]
        texts = {*barrier.signs, ", ".join(barrier.terms), barrier.title, barrier.summary, barrier.question}
        assert {reason["met"] for reason in finding["reasons"]} <= texts


def test_solutions_answer_the_findings_and_have_their_actions(advisor: Advisor):
    data = data_of(advisor, SITUATION)

    found = {finding["barrier"] for finding in data["findings"]}
    assert len(data["solutions"]) > 0
    for choice in data["solutions"]:
        solution = advisor.knowledge.solutions[choice["solution"]]
        assert set(choice["answers"]) <= found
        assert [f"{solution.id}/{action.id}" for action in solution.actions] == [a["id"] for a in choice["actions"]]
        assert [evidence.section for evidence in solution.evidence] == [e["section"] for e in choice["sources"]]


def test_updates_carry_their_note_and_what_names_them(advisor: Advisor):
    updates = {update["update"]: update for update in data_of(advisor, SITUATION)["updates"]}

    ccg = advisor.knowledge.updates["ccg"]
    assert ("CCG", ccg.status, ccg.note, ccg.as_at) == tuple(
        updates["ccg"][name] for name in ("named", "status", "note", "as_at")
    )


@pytest.mark.parametrize(
    ("situation", "why"),
    [("", "empty"), (" \n\t", "empty"), ("the and of it was", "empty"), ("xqzt blorp vrrm", "elsewhere")],
)
def test_where_nothing_matches_it_says_why(advisor: Advisor, situation: str, why: str):
    data = data_of(advisor, situation)

    assert ([], [], [], why) == (data["findings"], data["solutions"], data["updates"], data["why_not"])


def test_the_parts_of_a_long_situation_are_told_by_their_places(advisor: Advisor):
    data = data_of(advisor, LONG)

    assert len({finding["segment"]["start"] for finding in data["findings"]}) > 1
    assert "café" in " ".join(segment["text"] for segment in data["uncovered"])
    for span in shown_spans(data):
        assert span["text"] == LONG[span["start"] : span["end"]]


@settings(max_examples=120)
@given(situation=SITUATIONS)
def test_no_situation_makes_it_fail_and_every_span_stands_where_it_says(advisor: Advisor, situation: str):
    data = json.loads(json.dumps(data_of(advisor, situation)))

    assert situation == data["situation"]
    for span in shown_spans(data):
        assert 0 <= span["start"] < span["end"] <= len(situation)
        assert span["text"] == situation[span["start"] : span["end"]]
