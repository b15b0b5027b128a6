"""`--ask`: one question where it is open what comes first, to somebody who can answer it."""

import json
import sys

import pytest

from integration_cli import Advisor
from tests.cli.test_situation import Pipe
from tests.conftest import Run

VAGUE = (
    "nobody can say who signs off the pooled budget, and the CCG will not share the risk",
    "we do not agree on anything",
    "meetings go on and nothing is decided",
    "the partners fall out about money and about who leads",
    "our plans for the hospital and for social care do not fit together",
    "staff will not share data and nobody leads",
)
CLEAR = "staff are afraid to share patient data, they might be fined"


@pytest.fixture
def unclear(advisor: Advisor) -> str:
    """A situation of which it is open what comes first."""
    return next(situation for situation in VAGUE if advisor.question(advisor.diagnose(situation)))


@pytest.mark.parametrize(
    ("typed", "expected"), [("1\n", (0, 1)), ("2\n", (1, 0)), ("\n", (0, 1)), ("what?\n", (0, 1)), ("", (0, 1))]
)
def test_the_answer_decides_what_comes_first(
    run: Run, advisor: Advisor, unclear: str, typed: str, expected: tuple[int, int], monkeypatch: pytest.MonkeyPatch
):
    before = [finding.barrier for finding in advisor.diagnose(unclear).findings]
    monkeypatch.setattr(sys, "stdin", Pipe(typed.encode(), terminal=True))

    code, out, err = run("diagnose", unclear, "--ask", "--json")

    after = [finding["barrier"] for finding in json.loads(out)["findings"]]
    assert 0 == code
    assert "Which is nearer?" in err
    assert [before[place] for place in expected] == after[:2]
    assert before[2:] == after[2:]


def test_nobody_is_asked_where_nobody_can_answer(run: Run, unclear: str, monkeypatch: pytest.MonkeyPatch):
    """A script must not wait for an answer."""
    monkeypatch.setattr(sys, "stdin", Pipe(b"2\n"))

    assert run("diagnose", unclear, "--json") == run("diagnose", unclear, "--ask", "--json")


def test_nobody_is_asked_where_it_is_clear(run: Run, advisor: Advisor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", Pipe(b"2\n", terminal=True))

    _, out, err = run("diagnose", CLEAR, "--ask", "--json")

    assert advisor.question(advisor.diagnose(CLEAR)) is None
    assert ("", None) == (err, json.loads(out)["question"])


def test_the_screen_tells_of_the_question(run: Run, unclear: str):
    _, out, _ = run("diagnose", unclear)

    assert "One question would make it surer (--ask asks it)" in out
