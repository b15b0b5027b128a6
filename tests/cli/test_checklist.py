"""The checklist as a file: never over another without being told, never half."""

import errno
import os
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.markdown import boxes, paragraphs

SITUATION = "nobody can say who signs off the pooled budget"
BARRIER = "fear-of-sharing-data"


def test_a_checklist_goes_to_a_file_and_the_talk_to_standard_error(run: Run, tmp_path: Path):
    plan = tmp_path / "plan.md"

    code, out, err = run("checklist", SITUATION, "-o", str(plan))

    made = boxes(plan.read_text(encoding="utf-8"))
    assert (0, "") == (code, out)
    assert f"wrote {plan}: " in err
    assert f" {len(made)} actions" in err
    assert len(made) > 3


@pytest.mark.parametrize("argv", [[], ["-o", "-"]], ids=["default", "dash"])
def test_a_checklist_goes_to_standard_output_unless_told_otherwise(
    run: Run, argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)

    code, out, err = run("checklist", "--barrier", BARRIER, *argv)

    assert (0, "", []) == (code, err, list(tmp_path.iterdir()))
    assert out.startswith("# Action checklist")
    assert len(boxes(out)) > 0


def test_the_file_and_standard_output_hold_the_same(run: Run, tmp_path: Path):
    run("checklist", "--barrier", BARRIER, "-o", str(tmp_path / "plan.md"))

    _, out, _ = run("checklist", "--barrier", BARRIER)

    assert out.encode() == (tmp_path / "plan.md").read_bytes()


def test_an_existing_file_is_not_overwritten_unless_forced(run: Run, tmp_path: Path):
    plan = tmp_path / "plan.md"
    plan.write_text("my notes", encoding="utf-8")

    code, _, err = run("checklist", SITUATION, "-o", str(plan))
    kept = plan.read_text(encoding="utf-8")
    forced, _, _ = run("checklist", SITUATION, "-o", str(plan), "--force")

    assert (2, "my notes", 0) == (code, kept, forced)
    assert f"{plan} exists already: choose another name, or --force to replace it" in err
    assert "# Action checklist" in plan.read_text(encoding="utf-8")


def test_what_is_no_file_is_never_replaced(run: Run, tmp_path: Path):
    for target in (tmp_path, Path(os.devnull)):
        code, _, err = run("checklist", SITUATION, "-o", str(target), "--force")

        assert (2, True) == (code, f"{target} is not a file" in err)
    assert not Path(os.devnull).is_file()


def test_a_folder_that_is_not_there_is_told_by_name(run: Run, tmp_path: Path):
    plan = tmp_path / "missing" / "plan.md"

    code, out, err = run("checklist", SITUATION, "-o", str(plan))

    assert (2, "") == (code, out)
    assert f"cannot write {plan}: No such file or directory" in err


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_failure_in_the_middle_leaves_the_old_file_and_nothing_else(
    run: Run, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    plan = tmp_path / "plan.md"
    plan.write_text("my notes", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, step, fail)
    code, out, err = run("checklist", "--barrier", BARRIER, "-o", str(plan), "--force")
    monkeypatch.undo()

    assert (2, "") == (code, out)
    assert f"cannot write {plan}: No space left on device" in err
    assert ["plan.md"] == [path.name for path in tmp_path.iterdir()]
    assert "my notes" == plan.read_text(encoding="utf-8")


def test_a_failure_of_a_new_file_leaves_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "replace", fail)
    code, _, err = run("checklist", "--barrier", BARRIER, "-o", str(tmp_path / "plan.md"))
    monkeypatch.undo()

    assert (2, []) == (code, list(tmp_path.iterdir()))
    assert "Permission denied" in err


def test_barriers_named_and_a_situation_go_into_one_checklist(run: Run):
    _, out, _ = run("checklist", SITUATION, "--barrier", "weak-political-buy-in")

    assert f"The situation: {SITUATION}" in paragraphs(out)
    assert "### Politicians may not stay on board" in out
    assert out.count("\n### ") > 1


def test_a_barrier_named_by_id_needs_no_situation(run: Run):
    _, out, _ = run("checklist", "-b", BARRIER, "-b", BARRIER)

    assert "The situation" not in out
    assert 1 == out.count("\n### ")


def test_all_brings_every_solution_of_a_barrier(run: Run):
    few = boxes(run("checklist", "-b", "unclear-governance-and-hosting")[1])
    every = boxes(run("checklist", "-b", "unclear-governance-and-hosting", "--all")[1])

    assert {box.action for box in few} < {box.action for box in every}


def test_a_barrier_for_which_the_documents_have_nothing_says_so(run: Run):
    code, out, _ = run("checklist", "-b", "childrens-trusts")

    assert (0, []) == (code, boxes(out))
    assert "Note: No document proposes anything against this barrier." in paragraphs(out)


def test_json_and_the_file_can_both_be_had(run: Run, tmp_path: Path):
    code, out, err = run("checklist", "-b", BARRIER, "--json", "-o", str(tmp_path / "plan.md"))

    assert (0, True) == (code, out.startswith("{"))
    assert "wrote " in err
    assert len(boxes((tmp_path / "plan.md").read_text(encoding="utf-8"))) > 0


def test_a_diagnosis_writes_its_checklist_beside_it(run: Run, tmp_path: Path):
    plan = tmp_path / "plan.md"

    code, out, err = run("diagnose", SITUATION, "--checklist", str(plan))
    again, _, said = run("diagnose", SITUATION, "--checklist", str(plan))

    assert (0, 2) == (code, again)
    assert "What the documents propose" in out
    assert f"wrote {plan}" in err
    assert "exists already" in said
    assert len(boxes(plan.read_text(encoding="utf-8"))) > 0


def test_a_diagnosis_without_findings_writes_no_checklist(run: Run, tmp_path: Path):
    code, _, _ = run("diagnose", "xqzt blorp vrrm", "--checklist", str(tmp_path / "plan.md"))

    assert (1, []) == (code, list(tmp_path.iterdir()))
