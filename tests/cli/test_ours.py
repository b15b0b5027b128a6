"""Somebody's own folder laid over the knowledge: it counts at once, is marked, and leaves no trace."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

LANYARDS = "The trust and the council cannot agree whose lanyard the joint team should wear, says the badge office."


def flat(text: str) -> str:
    """A screen without its line breaks."""
    return " ".join(text.split())


def test_an_entry_of_our_own_is_found_and_marked(run: Run, ours: str):
    code, out, _ = run("diagnose", LANYARDS, "--knowledge", ours, "--top", "1")

    assert 0 == code
    assert "Quarrel over staff badges (local) badge-quarrel" in flat(out)
    assert "1. Print one badge for the joint team (local) (suggested, our inference for this barrier)" in flat(out)
    assert "” (local)" in flat(out)
    assert "The badge office (local): abolished since April 2025" in flat(out)


def test_without_the_folder_the_base_is_back(run: Run, ours: str):
    run("diagnose", LANYARDS, "--knowledge", ours)

    _, out, _ = run("diagnose", LANYARDS, "--full")
    code, _, err = run("show", "badge-quarrel")

    assert "(local)" not in out
    assert "badge-quarrel" not in out
    assert (2, True) == (code, "no entry is called 'badge-quarrel'" in err)


def test_the_environment_names_the_folder_too(run: Run, ours: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ADVISOR_KNOWLEDGE", ours)

    code, out, _ = run("show", "badge-quarrel")

    assert (0, True) == (code, "Quarrel over staff badges (local)" in out)


def test_the_option_wins_over_the_environment(run: Run, ours: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ADVISOR_KNOWLEDGE", ours)

    code, _, err = run("show", "badge-quarrel", "--knowledge", str(tmp_path))

    assert (2, True) == (code, "no entry is called 'badge-quarrel'" in err)


def test_an_empty_variable_is_as_good_as_none(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ADVISOR_KNOWLEDGE", "")

    code, out, _ = run("show", "ccg")

    assert (0, False) == (code, "(local)" in out)


COMMANDS = [
    "diagnose", "checklist", "progress", "risks", "compare", "assess", "survey", "show", "list", "search", "check",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_tells_both(run: Run, command: str):
    _, out, _ = run(command, "--help")

    assert "--knowledge DIR" in out
    assert "[env var: ADVISOR_KNOWLEDGE]" in flat(out)


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["show", "badge-quarrel"], "Quarrel over staff badges (local) barrier badge-quarrel"),
        (["show", "badge-quarrel"], "lanyard the joint team should wear. (local)"),
        (["show", "one-badge"], "Print one badge for the joint team (local) solution one-badge"),
        (["show", "one-badge"], "standing: suggested by no document"),
        (["show", "badge-office"], "The badge office (local) update badge-office"),
        (["show", "joint-risk-register"], "Ring our own risk lead (local) (our inference)"),
        (["show", "joint-risk-register"], "Keep a joint risk register (local)"),
        (["show", "fear-of-sharing-data", "--full"], "nobody dares to send it a name. (local)"),
        (["list", "--category", "leadership"], "Quarrel over staff badges (local) badge-quarrel"),
        (["list", "--solutions"], "Print one badge for the joint team (suggested) (local) one-badge"),
        (["list", "--updates"], "not verified) (local) badge-office"),
        (["search", "lanyard"], "barrier badge-quarrel (local)"),
        (["search", "library", "--top", "30"], "update badge-office (local)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_every_screen_marks_what_is_local(run: Run, ours: str, argv: list[str], expected: str):
    code, out, _ = run(*argv, "--knowledge", ours)

    assert 0 == code
    assert expected in flat(out)


def test_the_checklist_marks_what_is_local(run: Run, ours: str):
    _, out, _ = run("checklist", "-b", "badge-quarrel", "-b", "mismatched-risk-appetite", "--all", "--knowledge", ours)

    assert "### Quarrel over staff badges *(local)*" in out
    assert "#### Print one badge for the joint team *(local)*" in out
    assert (
        "<!-- action: joint-risk-register/ring-our-lead --> Ring our own risk lead *(our inference)* *(local)*" in out
    )
    assert "The badge office (local): abolished" in out
    assert "(Suggested by no document, tied to this barrier by our inference.)" in out


def test_progress_knows_our_barriers_with_the_folder_and_their_ids_without(run: Run, ours: str, tmp_path: Path):
    plan = str(tmp_path / "plan.md")
    run("checklist", "-b", "badge-quarrel", "--all", "-o", plan, "--knowledge", ours)

    with_it, without = run("progress", plan, "--knowledge", ours)[1], run("progress", plan)[1]

    assert "Quarrel over staff badges" in with_it
    assert "Not in this knowledge" in without
    assert "badge-quarrel" in without


@pytest.mark.parametrize(
    "argv",
    [
        ["diagnose", LANYARDS],
        ["checklist", "-b", "badge-quarrel"],
        ["show", "badge-quarrel"],
        ["list"],
        ["search", "lanyard"],
    ],
    ids=lambda argv: argv[0],
)
def test_json_marks_what_is_local(run: Run, ours: str, argv: list[str]):
    _, out, _ = run(*argv, "--json", "--knowledge", ours)

    marked = set(_marked(json.loads(out)))
    assert "badge-quarrel" in marked
    assert set() == {id_ for id_ in marked if id_ not in ("badge-quarrel", "fear-of-sharing-data")} - {
        "one-badge",
        "one-badge/agree-colour",
        "badge-office",
    }


def _marked(data: object) -> list[str]:
    """The ids of everything in the data that is marked as local."""
    if isinstance(data, list):
        return [id_ for item in data for id_ in _marked(item)]
    if not isinstance(data, dict):
        return []
    named = next((data[key] for key in ("id", "barrier", "solution", "update") if isinstance(data.get(key), str)), None)
    own = [named] if data.get("local") and named else []
    return own + [id_ for value in data.values() for id_ in _marked(value)]


def test_a_sign_of_our_own_for_a_known_barrier_is_quoted_as_ours(run: Run, ours: str):
    sign = "The lanyard printer holds the shared record hostage and nobody dares to send it a name."

    _, out, _ = run("diagnose", sign, "--category", "data-sharing", "--full", "--knowledge", ours)

    assert "(local) fear-of-sharing-data" in flat(out)
    assert f"like the sign: “{sign}” (local)" in flat(out)


def test_checking_our_folder_finds_no_fault_in_it(run: Run, ours: str):
    assert (0, "No faults.\n", "") == run("check", "--knowledge", ours)
