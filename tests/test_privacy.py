"""Nothing typed leaves the machine, and nothing of it is left on the machine."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from integration_cli import Advisor
from tests.running import advisor_process, python, surroundings

SECRET = "Zanzibarquux"
SITUATION = (
    f"Councillor {SECRET} of the council and Ms Brzeczyk of the Throgmortonvex NHS trust cannot agree who is "
    "accountable for the pooled budget, and nobody can say who signs it off"
)
SECRETS = ("zanzibarquux", "throgmortonvex", "brzeczyk")

GUARDED = """
import json, sys

DOORS = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn",
         "os.spawn", "os.fork", "webbrowser.", "ctypes.dlopen")  # the last is opened for workbooks

def guard(event, args):
    if event.startswith(DOORS):
        raise RuntimeError(f"somebody left by {event} {args}")

sys.addaudithook(guard)
{code}
"""
RUN_ALL = """
from integration_cli.cli.main import main
print(json.dumps([main(argv) for argv in json.loads(sys.argv[1])]), file=sys.stderr)
"""


def guarded(code: str, *argv: str, folder: Path) -> tuple[int, str]:
    """Run code that may not open a socket nor start a program; its exit code and what it said."""
    done = python("-c", GUARDED.replace("{code}", code), *argv, cwd=folder)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://localhost')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ],
)
def test_the_guard_stops_who_would_leave(code: str, tmp_path: Path):
    """Otherwise the test below would hold of anything."""
    returned, said = guarded(code, folder=tmp_path)

    assert (1, True) == (returned, "somebody left by" in said)


def test_no_command_opens_a_socket_or_starts_a_program(advisor: Advisor, tmp_path: Path):
    assert advisor.index.barriers
    for partner in ("council", "trust"):
        (tmp_path / f"{partner}.txt").write_text(SITUATION, encoding="utf-8")
    commands: Sequence[Sequence[str]] = [
        ["diagnose", SITUATION],
        ["diagnose", "--full", "--nation", "wales", SITUATION],
        ["diagnose", "--json", SITUATION],
        ["diagnose", "our buget is not poooled with the councl"],
        ["checklist", SITUATION, "-o", "plan.md"],
        ["risks", SITUATION, "-o", "register.csv"],
        ["checklist", "--barrier", "fear-of-sharing-data"],
        ["progress", "plan.md", "--since", "plan.md", "--csv", "plan.csv"],
        ["compare", "council.txt", "trust.txt"],
        ["survey", "council.txt"],
        ["assess", "--blank", "form.yaml", "--for", SITUATION],
        ["explain", SITUATION],
        ["show", "nhs-england"],
        ["show", "no-such-entry"],
        ["list", "--updates"],
        ["search", "torbay"],
        ["check"],
        ["schema", "barrier"],
        ["site", "--single", "barriers.html"],
        ["report", SITUATION, "--plan", "plan.md", "-o", "report.html"],
        ["--version"],
        ["--help"],
    ]

    returned, said = guarded(RUN_ALL, json.dumps(commands), folder=tmp_path)

    assert 0 == returned, said
    assert [2 if "no-such-entry" in argv else 0 for argv in commands] == json.loads(said.splitlines()[-1])


def test_a_calendar_opens_no_socket_and_starts_no_program(advisor: Advisor, tmp_path: Path):
    """The package that writes calendars imports ctypes, which opens the program itself: that door alone is not held."""
    plan = advisor.checklist(advisor.plan(["fear-of-sharing-data"]), "2026-11-03")
    (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
    code = RUN_ALL.replace("from integration_cli", "DOORS = DOORS[:-1]\nfrom integration_cli", 1)

    returned, said = guarded(code, json.dumps([["progress", "plan.md", "--ics", "plan.ics"]]), folder=tmp_path)

    assert 0 == returned, said
    assert [0] == json.loads(said.splitlines()[-1])
    assert (tmp_path / "plan.ics").exists()


def test_a_workbook_is_written_and_read_without_leaving_too(tmp_path: Path):
    """Where numpy is installed, openpyxl imports it, and numpy looks itself up through ctypes: that door stays open."""
    commands = [["assess", "--blank", "form.xlsx"], ["assess", "form.xlsx"]]

    code = RUN_ALL.replace("from integration_cli", "DOORS = DOORS[:-1]\nfrom integration_cli", 1)
    returned, said = guarded(code, json.dumps(commands), folder=tmp_path)

    assert 0 == returned, said
    assert [0, 1] == json.loads(said.splitlines()[-1])


def test_a_first_run_leaves_nothing_of_the_situation_in_any_file(tmp_path: Path):
    """Everything is new here: home, caches, temporary folder, and the folder that the command runs in."""
    folders = {name: tmp_path / name for name in ("home", "temporary", "cwd")}
    for folder in folders.values():
        folder.mkdir()
    kept = {name: value for name, value in surroundings().items() if name not in ("ADVISOR_CACHE", "XDG_CACHE_HOME")}
    home, temporary = str(folders["home"]), str(folders["temporary"])
    env = {**kept, "HOME": home, "LOCALAPPDATA": home, "USERPROFILE": home, "TMPDIR": temporary, "TEMP": temporary}

    commands = [
        ["diagnose", SITUATION],
        ["diagnose", "-"],
        ["checklist", SITUATION],
        ["search", SECRET],
        ["show", SECRET],
    ]
    codes = [
        advisor_process(*argv, cwd=folders["cwd"], env=env, stdin=SITUATION.encode()).returncode for argv in commands
    ]

    assert [0, 0, 0, 1, 2] == codes
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 0, "what is kept between runs is kept in a home that can be written"
    assert {"home"} == {path.relative_to(tmp_path).parts[0] for path in files}
    assert [] == [path for path in files if holds_a_secret(path.read_bytes()) or holds_a_secret(path.name.encode())]


def holds_a_secret(data: bytes) -> bool:
    lowered = data.lower()
    return any(word.encode(encoding) in lowered for word in SECRETS for encoding in ("utf-8", "utf-16-le"))


def test_a_secret_would_be_seen():
    assert all(holds_a_secret(SITUATION.encode(encoding)) for encoding in ("utf-8", "utf-16"))
    assert not holds_a_secret(b"pooled budget")


def test_a_home_that_cannot_be_written_is_no_obstacle(tmp_path: Path):
    """A home below a file is one in which nobody, not even root, can make a folder."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    home = str(tmp_path / "file" / "home")
    kept = {name: value for name, value in surroundings().items() if name not in ("ADVISOR_CACHE", "XDG_CACHE_HOME")}
    env = {**kept, "HOME": home, "LOCALAPPDATA": home, "USERPROFILE": home}

    shown = advisor_process("show", "ccg", cwd=tmp_path, env=env)
    plan = advisor_process("checklist", "--barrier", "fear-of-sharing-data", cwd=tmp_path, env=env)

    assert (0, b"", 0, b"") == (shown.returncode, shown.stderr, plan.returncode, plan.stderr)
    assert b"Clinical commissioning groups" in shown.stdout
    assert b"- [ ] <!-- action: " in plan.stdout


def test_the_checklist_is_the_only_file_that_a_command_writes_where_it_runs(advisor: Advisor, tmp_path: Path):
    assert advisor.index.barriers

    advisor_process("diagnose", SITUATION, "--checklist", "plan.md", cwd=tmp_path)

    assert ["plan.md"] == [path.name for path in tmp_path.iterdir()]
