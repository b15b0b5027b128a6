"""What moved since an earlier copy of a plan, or a revision in git."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.filled import filled

REVIEW = "monitor-governance/review-governance"
CHANGE = "monitor-governance/change-what-fails"
DAY = ("--today", "2026-11-03")


def git(*argv: str, day: str = "2026-10-01") -> None:
    """Run git in the current folder, whatever the settings of whoever runs the tests are."""
    stamp = f"{day}T12:00:00+00:00"
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    dates = {"GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp}
    who = ("-c", "user.name=Jane", "-c", "user.email=jane@example.org")
    subprocess.run(["git", *who, *argv], check=True, capture_output=True, env={**os.environ, **alone, **dates})


@pytest.fixture
def plan(working_folder: Path) -> Path:
    """A plan in a new repository: at the tag `autumn` fresh, then with a step done and one with a day."""
    path = working_folder / "plan.md"
    git("init", "-q")
    git("add", "plan.md")
    git("commit", "-qm", "autumn")
    git("tag", "autumn")
    text = path.read_text(encoding="utf-8")
    path.write_text(filled(filled(text, REVIEW, "x"), CHANGE, due="30 Oct 2026"), encoding="utf-8")
    git("commit", "-qam", "later", day="2026-10-20")
    return path


def flat(text: str) -> str:
    """A screen without its line breaks."""
    return " ".join(text.split())


@pytest.mark.usefixtures("plan")
def test_a_revision_tells_what_was_done_and_what_became_late_since_its_day(run: Run):
    code, out, err = run("progress", "plan.md", "--since", "autumn", *DAY)

    assert (0, "") == (code, err)
    assert "Since autumn (1 October 2026) done (1) · Review the working of the joint governance at set points" in flat(
        out
    )
    assert "became late (1) · 30 October 2026: Change what does not work" in flat(out)


@pytest.mark.usefixtures("plan")
def test_the_last_revision_of_an_unchanged_plan_tells_only_what_time_did(run: Run):
    _, out, _ = run("progress", "plan.md", "--since", "HEAD", *DAY)
    _, then, _ = run("progress", "plan.md", "--since", "HEAD", "--today", "2026-10-21")

    assert "done (1)" not in out
    assert "became late (1)" in out
    assert "Since HEAD (20 October 2026)\n  Nothing moved.\n" in then


def test_the_other_way_round_a_step_is_open_again(run: Run, plan: Path):
    git("checkout", "-q", "autumn")

    _, out, _ = run("progress", "plan.md", "--since", "HEAD@{1}", *DAY)

    assert "open again (1) · Review the working" in flat(out)
    assert plan.exists()


def test_an_earlier_copy_tells_the_same_and_has_the_day_on_which_it_was_saved(run: Run, plan: Path):
    copy = plan.with_name("october.md")
    copy.write_bytes(subprocess.run(["git", "show", "autumn:plan.md"], check=True, capture_output=True).stdout)
    os.utime(copy, (1790856000, 1790856000))

    _, out, _ = run("progress", "plan.md", "--since", "october.md", *DAY)

    assert "Since october.md (1 October 2026) done (1) · Review the working" in flat(out)


def test_a_file_comes_before_a_revision_of_the_same_name(run: Run, plan: Path):
    plan.with_name("autumn").write_bytes(plan.read_bytes())

    _, out, _ = run("progress", "plan.md", "--since", "autumn", "--today", "2026-10-21")

    assert "Nothing moved." in out


def test_a_revision_is_looked_up_for_each_of_several_plans_wherever_they_lie(
    run: Run, plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = plan.parent / "north"
    folder.mkdir()
    (folder / "plan.md").write_bytes(plan.read_bytes())
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)

    code, out, _ = run("progress", "../plan.md", "../north/plan.md", "--since", "autumn", *DAY)

    assert 0 == code
    assert "../north/plan.md was not there yet: nothing of it is told here." in out
    assert "done (1)" in out


@pytest.mark.usefixtures("plan")
def test_one_copy_cannot_be_the_earlier_version_of_two_plans(run: Run):
    Path("copy.md").write_bytes(Path("plan.md").read_bytes())

    code, out, err = run("progress", "plan.md", "copy.md", "--since", "copy.md")

    assert (2, "", True) == (code, out, "an earlier copy of one plan" in err)


@pytest.mark.parametrize("revision", ["HEAD~9", "--output=owned", "--all", "-p", "", "a:b", "\0", "\x1b[31m"])
@pytest.mark.usefixtures("plan")
def test_what_is_neither_a_file_nor_a_revision_is_an_error_and_never_an_option_of_git(run: Run, revision: str):
    before = sorted(Path().iterdir())

    code, out, err = run("progress", "plan.md", f"--since={revision}")

    assert (2, "") == (code, out)
    assert "there is no file called" in err
    assert "\x1b" not in err
    assert before == sorted(Path().iterdir())


def test_outside_of_a_repository_it_says_what_to_give(run: Run, working_folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(working_folder.parent))

    code, out, err = run("progress", "plan.md", "--since", "HEAD")

    assert (2, "") == (code, out)
    assert "not a git repository" in err
    assert "Give an earlier copy of the plan" in err


@pytest.mark.usefixtures("plan")
def test_without_git_it_says_so(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))

    code, out, err = run("progress", "plan.md", "--since", "autumn")

    assert (2, "") == (code, out)
    assert "install git" in err
