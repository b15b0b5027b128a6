"""Full disks, closed streams, no home, spoilt caches, other programs: an answer, or one line that says why not."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.loading.locate import caches
from tests.running import advisor_process, python, surroundings

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and limits of POSIX")
SITUATION = "nobody can say who signs off the pooled budget"
FOUND = b"unclear-governance-and-hosting"


@pytest.fixture
def plan(advisor: Advisor, tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    made = advisor.checklist(advisor.plan(["unclear-governance-and-hosting"]), "2026-05-04")
    path.write_text(made, encoding="utf-8")
    return path


def in_shell(line: str, folder: Path, **changes: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which `$A` is the command."""
    env = surroundings(A=f"{sys.executable} -m integration_cli", S=SITUATION, **changes)
    return subprocess.run(["sh", "-c", line], cwd=folder, env=env, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ('$A diagnose "$S" >/dev/full', 2, b"cannot write the output: No space left on device"),
        ("$A --help >/dev/full", 2, b"No space left on device"),
        ('$A diagnose "$S" >&-', 2, b"standard output is closed"),
        ("$A show nope 2>&-", 2, b""),
        ("$A show nope 2>/dev/full", 2, b""),
        ("$A diagnose - <&-", 1, b"no words to go by"),
        ("$A diagnose <&-", 2, b"no problem given"),
        ('$A diagnose --ask "$S" <&-', 0, FOUND),
        ("$A list | head -1 >/dev/null", 0, b""),
        ("yes 'nobody signs off the budget' | $A diagnose -", 2, b"larger than 10 MB"),
        ("COLUMNS=² $A list", 0, b"barriers"),
        ("COLUMNS=$(printf '9%.0s' $(seq 5000)) $A show unclear-governance-and-hosting", 0, b""),
        ("$A list --knowledge $(printf 'a%.0s' $(seq 5000))", 2, b"there is no knowledge folder"),
        ('$A checklist "$S" -o $(printf "a%.0s" $(seq 5000))', 2, b"File name too long"),
        ('env -u HOME -u ADVISOR_CACHE $A diagnose "$S"', 0, FOUND),
        ('HOME=/dev/null XDG_CACHE_HOME= ADVISOR_CACHE= $A diagnose "$S"', 0, FOUND),
        ('TERM=dumb LANG=C LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0 $A diagnose "$S – €"', 0, FOUND),
        ('PYTHONIOENCODING=cp1252 $A diagnose "$S 界"', 0, FOUND),
    ],
)
def test_a_bad_day_gets_an_answer(advisor: Advisor, line: str, code: int, said: bytes, tmp_path: Path):
    assert advisor.index.barriers

    done = in_shell(line, tmp_path)

    assert code == done.returncode, done.stderr
    assert said in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["two words.md", "Übergabe – 界.md", "-dash.md", "new\nline.md"])
def test_paths_may_have_any_name(plan: Path, name: str):
    path = plan.rename(plan.parent / name)

    done = advisor_process("update", "--with", SITUATION, "--", str(path), cwd=plan.parent)

    assert 0 == done.returncode, done.stderr
    assert {name, f"{name}.bak"} == {entry.name for entry in plan.parent.iterdir()}


def test_a_plan_with_windows_line_ends_keeps_them(plan: Path):
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r\n"))

    done = advisor_process("update", "plan.md", "--with", "staff fear a fine if they share", cwd=plan.parent)

    assert 0 == done.returncode
    assert not re.search(rb"(?<!\r)\n", plan.read_bytes())


@pytest.mark.parametrize("argv", [["update", "plan.md", "--barrier", "fear-of-sharing-data"], ["schema", "-o", "out"]])
def test_a_full_disk_leaves_a_plan_as_it_was(plan: Path, argv: list[str]):
    """A file may grow to 1000 bytes here: the disk is full in the middle of the writing."""
    before = plan.read_bytes()
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); "
    code = f"{limited}from integration_cli.cli.main import main; sys.exit(main({argv!r}))"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=plan.parent, env=surroundings(), capture_output=True, check=False, timeout=120
    )

    assert 2 == done.returncode
    assert b"advisor: cannot write" in done.stderr
    assert before == plan.read_bytes()
    assert [] == list(plan.parent.glob("*.bak")) + list(plan.parent.rglob("*.tmp"))


def test_a_cache_that_cannot_grow_is_done_without(tmp_path: Path):
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); "
    code = f"{limited}from integration_cli.cli.main import main; sys.exit(main(['diagnose', {SITUATION!r}]))"

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=surroundings(ADVISOR_CACHE=str(tmp_path / "cache")),
        capture_output=True,
        check=False,
        timeout=120,
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert FOUND in done.stdout


@pytest.mark.parametrize("rubbish", ["bytes", "folder", "pipe", "loop", "empty"])
def test_a_cache_full_of_rubbish_is_done_without(advisor: Advisor, rubbish: str, tmp_path: Path):
    assert advisor.index.barriers
    cache = Path(shutil.copytree(caches()[0].folder, tmp_path / "cache", ignore=shutil.ignore_patterns(".*")))
    for path in cache.iterdir():
        path.unlink()
        if rubbish == "folder":
            path.mkdir()
        elif rubbish == "pipe":
            os.mkfifo(path)
        elif rubbish == "loop":
            path.symlink_to(path.name)
        else:
            path.write_bytes(os.urandom(500) if rubbish == "bytes" else b"")

    done = advisor_process("diagnose", SITUATION, cwd=tmp_path, env=surroundings(ADVISOR_CACHE=str(cache)))

    assert (0, b"") == (done.returncode, done.stderr)
    assert FOUND in done.stdout


def test_a_cache_cut_short_while_it_is_read_takes_nothing_down(advisor: Advisor, tmp_path: Path):
    """A share, or another program, may cut a file that is in use."""
    assert advisor.index.barriers
    cache = shutil.copytree(caches()[0].folder, tmp_path / "cache", ignore=shutil.ignore_patterns(".*"))
    code = (
        "import pathlib; from integration_cli import Advisor; advisor = Advisor.load(); advisor.index\n"
        f"for path in pathlib.Path({str(cache)!r}).iterdir(): path.open('r+b').truncate(10)\n"
        f"print(advisor.diagnose({SITUATION!r}).findings[0].barrier, len(list(advisor.knowledge.barriers.values())))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=surroundings(ADVISOR_CACHE=str(cache)),
        capture_output=True,
        check=False,
        timeout=120,
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert done.stdout.split()[1:] == [str(len(advisor.knowledge.barriers)).encode()]


def test_two_updates_at_once_end_well_and_lose_no_words(plan: Path):
    """One of them writes; the other says so, or comes after and writes too."""
    wishes = ["fear-of-sharing-data", "no-dispute-resolution", "mutual-distrust", "no-bandwidth"]
    start = [sys.executable, "-m", "integration_cli", "update", "plan.md", "--barrier"]
    running = {
        wish: subprocess.Popen(
            [*start, wish], cwd=plan.parent, env=surroundings(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
        )
        for wish in wishes
    }

    ended = {wish: (process.communicate(timeout=120)[1], process.returncode) for wish, process in running.items()}

    text = plan.read_text(encoding="utf-8")
    advisor = Advisor.load()
    assert any(code == 0 for _, code in ended.values())
    for wish, (said, code) in ended.items():
        assert (code == 0) == (advisor.knowledge.barriers[wish].title in text), said
        assert code == 0 or b"was saved by somebody else just now, and is left as it is: run the command again" in said


def test_a_plan_that_another_program_holds_is_left_alone(plan: Path):
    import fcntl

    before = plan.read_bytes()
    with plan.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = advisor_process("update", "plan.md", "--barrier", "no-bandwidth", cwd=plan.parent)

    assert 2 == done.returncode
    assert b"run the command again" in done.stderr
    assert before == plan.read_bytes()


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_an_update_stopped_at_any_moment_leaves_a_whole_plan(plan: Path, sent: signal.Signals):
    before = plan.read_bytes()
    for step in range(8):
        process = subprocess.Popen(
            [sys.executable, "-m", "integration_cli", "update", "plan.md", "--barrier", "no-bandwidth"],
            cwd=plan.parent,
            env=surroundings(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.1 + step * 0.05)
        process.send_signal(sent)
        process.wait(timeout=120)

        whole = plan.read_bytes()
        assert whole == before or Advisor.load().update(whole, "2026-11-22").data == whole
        plan.write_bytes(before)


def test_ctrl_c_is_130_and_says_nothing(tmp_path: Path):
    """The command waits for its pipe when the key is pressed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "integration_cli", "diagnose", "-"],
        cwd=tmp_path,
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)

    out, err = process.communicate(timeout=120)

    assert (130, b"", b"") == (process.returncode, out, err)


REFUSED = """
import fcntl, os, sys, tempfile
from pathlib import Path
from integration_cli.cli.main import main
from integration_cli.cli.plans import replace_file
from integration_cli.errors import AdvisorError
from integration_cli.loading.locate import read_folder
if os.geteuid() == 0:
    os.setuid(65534)
plan, secret = Path(sys.argv[1]), Path(sys.argv[2])
for call in (lambda: replace_file(plan, plan.read_bytes(), b"new"), lambda: read_folder(secret)):
    try:
        print(call())
    except AdvisorError as error:
        print(error)
"""


def test_what_may_not_be_read_or_written_is_said():
    """Asked as a user without rights, also where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "plan.md").write_text("old")
        (folder / "plan.md").chmod(0o444)
        (folder / "secret" / "barriers").mkdir(parents=True)
        (folder / "secret" / "barriers").chmod(0)

        done = python("-c", REFUSED, str(folder / "plan.md"), str(folder / "secret"), cwd=folder)
        (folder / "secret" / "barriers").chmod(0o755)

    assert b"" == done.stderr
    assert [
        f"cannot write {folder}/plan.md or its copy plan.md.bak: Permission denied",
        f"cannot read {folder}/secret/barriers: Permission denied",
    ] == done.stdout.decode().splitlines()
