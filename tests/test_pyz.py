"""The single file runs where nothing is installed and nothing of ours lies near."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from tools.make_pyz import make

from tests.running import advisor_process, surroundings

SITUATION = "nobody can say who signs off the pooled budget"
MISSPELT = "our buget is not poooled with the councl"
NEEDS_RICH = "torbay-timeline-table"

Pyz = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "advisor.pyz"
    make(path)
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that several commands share: the first of them unpacks."""
    return tmp_path_factory.mktemp("home")


def bare(home: Path) -> dict[str, str]:
    """Surroundings of somebody who has Python and the file, and nothing else: not even a PATH."""
    system = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return {**system, "HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home)}


@pytest.fixture
def pyz(file: Path, home: Path, tmp_path: Path) -> Pyz:
    """Run the file in an empty folder, by a Python that sees no installed package."""

    def call(*argv: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-S", "-s", str(file), *argv]
        return subprocess.run(command, cwd=tmp_path, env=dict(env or bare(home)), capture_output=True, check=False)

    return call


@pytest.mark.parametrize(
    "argv",
    [["diagnose", SITUATION], ["diagnose", "--json", MISSPELT], ["show", NEEDS_RICH], ["search", "parrot"], ["list"]],
    ids=" ".join,
)
def test_the_file_says_the_same_as_the_checkout(pyz: Pyz, tmp_path: Path, argv: list[str]):
    here = advisor_process(*argv, cwd=tmp_path, env=surroundings(COLUMNS="80"))
    there = pyz(*argv)

    assert (here.returncode, here.stdout, here.stderr) == (there.returncode, there.stdout, there.stderr)


def test_the_file_writes_a_checklist_and_keeps_it_up_to_date(pyz: Pyz, tmp_path: Path):
    written = pyz("checklist", "--barrier", "no-dispute-resolution", "-o", "plan.md")
    updated = pyz("update", "plan.md", "--barrier", "unclear-governance-and-hosting")

    assert (0, 0) == (written.returncode, updated.returncode), written.stderr + updated.stderr
    assert "unclear-governance-and-hosting" in (tmp_path / "plan.md").read_text(encoding="utf-8")


def test_the_file_reads_entries_of_your_own(pyz: Pyz, tmp_path: Path):
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "updates.yaml").write_text("- id: a\n  trem: b\n", encoding="utf-8")

    done = pyz("check", str(ours), "--json")

    assert (1, b"") == (done.returncode, done.stderr)
    assert "unknown-key" in [fault["rule"] for fault in json.loads(done.stdout)["faults"]]


def test_the_file_completes_for_zsh(pyz: Pyz, home: Path):
    """zsh also gets what a command does, for which Typer reaches for the library that stays packed."""
    asked = {"_ADVISOR_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "advisor diag"}

    done = pyz(env={**bare(home), **asked})

    assert b'"diagnose":"Name the barriers' in done.stdout


def test_the_file_unpacks_once(pyz: Pyz, home: Path):
    for _ in range(2):
        assert 0 == pyz("--version").returncode

    cache = home if os.name == "nt" else home / ".cache"
    assert 1 == len(list(cache.rglob("program-*")))
    assert [] == list(cache.rglob(".unpacking-*"))


def test_the_file_works_where_no_cache_can_be_written_and_leaves_nothing(pyz: Pyz, tmp_path: Path):
    """A home below a file is one in which nobody, not even root, can make a folder."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    passing = tmp_path / "passing"
    passing.mkdir()
    env = bare(tmp_path / "file" / "home") | {name: str(passing) for name in ("TMPDIR", "TEMP", "TMP")}

    done = pyz("diagnose", SITUATION, env=env)

    assert (0, b"") == (done.returncode, done.stderr)
    assert b"What the documents propose" in done.stdout
    assert [] == list(passing.iterdir())


def test_the_file_holds_nothing_that_fits_one_system_only(file: Path):
    names = ZipFile(file).namelist()

    assert [] == [name for name in names if name.endswith((".so", ".pyd", ".pyc"))]
    assert "site/rapidfuzz/process_py.py" in names
    assert "site/colorama/ansitowin32.py" in names


def test_the_file_carries_the_licences_of_what_it_carries(file: Path):
    names = ZipFile(file).namelist()
    carried = {name.partition(".dist-info/")[0] for name in names if ".dist-info/" in name}

    licensed = {
        name.partition(".dist-info/")[0] for name in names if "LICENSE" in name.upper() and ".dist-info/" in name
    }
    assert carried - licensed == set()
    assert len(carried) > 8


def test_an_older_python_is_told_that_it_is_too_old(file: Path, tmp_path: Path):
    start = ZipFile(file).read("start.py").decode()
    (tmp_path / "start.py").write_text(start, encoding="utf-8")
    code = "import sys, start; sys.version_info = (3, 10, 0); start.run('program-0', (3, 11))"

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)

    assert (2, b"") == (done.returncode, done.stdout)
    assert "advisor: this is Python 3.10, and 3.11 or newer is needed" == done.stderr.decode().strip()
