"""A plan on disk is the old one or the new one, whatever happens while it is replaced, and the old one is kept."""

import os
import re
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from integration_cli.cli.plans import read_file, replace_file
from integration_cli.errors import AdvisorError
from tests.conftest import Run
from tests.running import surroundings

OLD, NEW = b"old words\n" * 2000, b"new words\n" * 3000
STEPS = ("tempfile.mkstemp", "os.fdopen", "os.fsync", "os.chmod", "os.replace")


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class FullDisk:
    """A stream whose `write` or `flush` fails as on a full disk, the former after half of it is written."""

    def __init__(self, stream: Any, fails: str) -> None:
        self._stream, self._fails = stream, fails

    def __enter__(self) -> "FullDisk":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def write(self, data: bytes) -> None:
        self._stream.write(data[: len(data) // 2])
        self._stream.flush()
        if self._fails == "write":
            raise OSError(28, "No space left on device")
        self._stream.write(data[len(data) // 2 :])

    def flush(self) -> None:
        if self._fails == "flush":
            raise OSError(28, "No space left on device")
        self._stream.flush()

    def fileno(self) -> int:
        return self._stream.fileno()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    path.write_bytes(OLD)
    return path


def fail_at(step: str, nth: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the n-th call of a step of the operating system fail."""
    import tempfile

    module, name = ({"os": os, "tempfile": tempfile}[step.partition(".")[0]], step.partition(".")[2])
    real, calls = getattr(module, name), []

    def failing(*args: Any, **named: Any) -> Any:
        calls.append(args)
        if len(calls) == nth:
            raise OSError(5, "Input/output error")
        return real(*args, **named)

    monkeypatch.setattr(module, name, failing)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("nth", [1, 2])
def test_a_failure_at_any_step_leaves_the_old_plan_and_no_litter(
    step: str, nth: int, plan: Path, monkeypatch: pytest.MonkeyPatch
):
    """The first time the copy is being written, the second time the plan."""
    fail_at(step, nth, monkeypatch)

    with pytest.raises(AdvisorError, match=r"cannot write .*: Input/output error"):
        replace_file(plan, OLD, NEW)

    assert OLD == plan.read_bytes()
    assert files(plan.parent) == ({"plan.md"} if nth == 1 else {"plan.md", "plan.md.bak"})
    assert nth == 1 or OLD == plan.with_name("plan.md.bak").read_bytes()


@pytest.mark.parametrize("step", ["write", "flush"])
def test_a_disk_that_is_full_leaves_the_old_plan_and_no_litter(step: str, plan: Path, monkeypatch: pytest.MonkeyPatch):
    fdopen = os.fdopen
    monkeypatch.setattr(os, "fdopen", lambda handle, mode: FullDisk(fdopen(handle, mode), step))

    with pytest.raises(AdvisorError, match="No space left on device"):
        replace_file(plan, OLD, NEW)

    assert OLD == plan.read_bytes()
    assert {"plan.md"} == files(plan.parent)


def test_a_plan_is_replaced_and_the_old_one_kept_beside_it(plan: Path):
    replace_file(plan, OLD, NEW)

    assert (NEW, OLD) == (plan.read_bytes(), plan.with_name("plan.md.bak").read_bytes())
    assert {"plan.md", "plan.md.bak"} == files(plan.parent)


def test_a_plan_that_does_not_change_is_not_written(plan: Path):
    before = plan.stat()

    replace_file(plan, OLD, OLD)

    assert before == plan.stat()
    assert {"plan.md"} == files(plan.parent)


def test_a_plan_that_somebody_saved_meanwhile_is_left_as_they_saved_it(plan: Path):
    plan.write_bytes(b"theirs")

    with pytest.raises(AdvisorError, match="saved by somebody else"):
        replace_file(plan, OLD, NEW)

    assert b"theirs" == plan.read_bytes()
    assert {"plan.md"} == files(plan.parent)


def test_a_plan_that_is_a_link_stays_one(tmp_path: Path):
    target, link = tmp_path / "shared.md", tmp_path / "plan.md"
    target.write_bytes(OLD)
    link.symlink_to(target)

    replace_file(link, OLD, NEW)

    assert link.is_symlink()
    assert NEW == target.read_bytes()
    assert OLD == (tmp_path / "plan.md.bak").read_bytes()


@pytest.mark.parametrize("name", ["our plan.md", "Cynllun iechyd – Môn.md", "計画.md", "-plan.md", "plan"])
def test_any_name_of_a_plan_will_do(name: str, tmp_path: Path):
    (tmp_path / name).write_bytes(OLD)

    replace_file(tmp_path / name, OLD, NEW)

    assert {name, f"{name}.bak"} == files(tmp_path)


if os.name == "posix":

    def test_who_may_read_the_plan_is_who_may_read_its_copy(plan: Path):
        plan.chmod(0o640)

        replace_file(plan, OLD, NEW)

        assert [0o640, 0o640] == [stat.S_IMODE(path.stat().st_mode) for path in sorted(plan.parent.iterdir())]


def test_a_folder_that_cannot_be_written_to_is_said_to_be_so(plan: Path, monkeypatch: pytest.MonkeyPatch):
    import tempfile

    def refused(**_: Any) -> Any:
        raise PermissionError(13, "Permission denied", str(plan.parent / ".plan.md.tmp"))

    monkeypatch.setattr(tempfile, "mkstemp", refused)

    with pytest.raises(AdvisorError, match=r"cannot write .*plan\.md\.bak: Permission denied"):
        replace_file(plan, OLD, NEW)

    assert OLD == plan.read_bytes()


@pytest.mark.parametrize(("name", "said"), [("nowhere.md", "No such file"), (".", "directory|Permission")])
def test_a_plan_that_cannot_be_read_is_an_error_of_the_user(name: str, said: str, tmp_path: Path):
    with pytest.raises(AdvisorError, match=said):
        read_file(tmp_path / name)


def test_a_file_far_too_large_is_refused_before_it_is_parsed(tmp_path: Path):
    with (tmp_path / "huge.md").open("wb") as stream:
        stream.truncate(20_000_001)

    with pytest.raises(AdvisorError, match="larger than 20 MB"):
        read_file(tmp_path / "huge.md")


KILLED = """
import os, sys, time
from pathlib import Path
from integration_cli.cli.plans import replace_file

step, nth, plan = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
real, calls = getattr(os, step), []

def stopping(*args):
    calls.append(args)
    if len(calls) == nth:
        print("here", flush=True)
        time.sleep(60)
    return real(*args)

setattr(os, step, stopping)
replace_file(plan, plan.read_bytes(), b"new words\\n" * 3000)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only POSIX kills without asking")
@pytest.mark.parametrize("nth", [1, 2])
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_process_that_is_killed_leaves_the_old_plan_whole(step: str, nth: int, plan: Path):
    command = [sys.executable, "-c", KILLED, step, str(nth), str(plan)]
    with subprocess.Popen(command, env=surroundings(), stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert b"here\n" == process.stdout.readline()
        process.kill()

    assert OLD == plan.read_bytes()
    assert nth == 1 or OLD == plan.with_name("plan.md.bak").read_bytes()


def test_a_plan_is_whole_whenever_somebody_looks_at_it(plan: Path):
    """One process replaces it over and over, and is killed at any moment; a reader never sees a part."""
    script = (
        "import sys; from pathlib import Path; from integration_cli.cli.plans import replace_file\n"
        "plan, both = Path(sys.argv[1]), (b'old words\\n' * 2000, b'new words\\n' * 3000)\n"
        "print('here', flush=True)\n"
        "while True:\n    for old, new in (both, both[::-1]):\n        replace_file(plan, old, new)\n"
    )
    seen = set()
    with subprocess.Popen(
        [sys.executable, "-c", script, str(plan)], env=surroundings(), stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert b"here\n" == process.stdout.readline()
        for _ in range(300):
            seen.add(plan.read_bytes())
            time.sleep(0.001)
        process.kill()

    assert {*seen, plan.read_bytes()} <= {OLD, NEW}


def test_an_update_of_a_plan_in_a_folder_with_spaces_says_what_to_run_next(working_folder: Path, run: Run):
    (working_folder / "our plans").mkdir()
    plan = working_folder / "our plans" / "year 1.md"
    plan.write_bytes((working_folder / "plan.md").read_bytes())

    code, _, err = run("update", "our plans/year 1.md", "--barrier", "sale-receipts-go-to-centre")

    assert (0, True) == (code, "advisor progress 'our plans/year 1.md'" in err), err


def test_a_dry_run_shows_words_in_any_encoding_and_nothing_of_the_hidden_record(working_folder: Path, run: Run):
    plan = working_folder / "plan.md"
    plan.write_bytes(plan.read_text(encoding="utf-8").replace("Put an x", "Siân’s: £2\n\nPut an x").encode("cp1252"))
    before = plan.read_bytes()

    code, out, _ = run("update", "plan.md", "--barrier", "sale-receipts-go-to-centre", "--dry-run")

    assert (0, before) == (code, plan.read_bytes())
    assert "Siân’s: £2" in out
    assert not re.search(r"^[-+ ]?[A-Za-z0-9+/=]{60,}$", out, re.MULTILINE)


def test_a_file_that_is_no_plan_is_answered_and_left_alone(working_folder: Path, run: Run):
    before = (working_folder / "minutes.txt").read_bytes()

    code, out, err = run("update", "minutes.txt")

    assert (2, "", True) == (code, out, "is not a checklist of ours" in err)
    assert before == (working_folder / "minutes.txt").read_bytes()
    assert not (working_folder / "minutes.txt.bak").exists()
