"""What `advisor diagnose` may import: the whole command has about a tenth of a second."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.cli.app import COMMANDS
from tests.running import python

SITUATION = "nobody can say who signs off the pooled budget"
MISSPELT = "our buget is not poooled with the councl"

ALLOWED_FROM_OUTSIDE = {"annotated_doc", "shellingham", "typer"}
"""typer imports annotated_doc and shellingham; rapidfuzz is added where a word is misspelt."""

ALLOWED_FROM_PYTHON = {
    "abc", "array", "ast", "bisect", "bz2", "codecs", "collections", "contextlib", "copy", "copyreg", "ctypes",
    "datetime", "difflib", "dis", "encodings", "enum", "errno", "fcntl", "fnmatch", "functools", "gc", "genericpath",
    "gettext", "glob", "grp", "heapq", "importlib", "inspect", "io", "ipaddress", "itertools", "json", "keyword",
    "linecache", "locale", "lzma", "marshal", "math", "mmap", "msvcrt", "nt", "ntpath", "opcode", "operator", "os",
    "pathlib", "platform", "posix", "posixpath", "pwd", "re", "reprlib", "select", "selectors", "shutil", "signal",
    "stat", "struct", "subprocess", "sys", "textwrap", "threading", "time", "token", "tokenize", "traceback", "types",
    "typing", "unicodedata", "urllib", "uuid", "warnings", "weakref", "winreg", "zipimport", "zlib",
}  # fmt: skip
"""Public packages of the standard library; most of them come with typer, some with later Pythons or Windows only."""

HEAVY = {
    "asyncio", "concurrent", "email", "http", "importlib.metadata", "importlib.resources", "logging", "multiprocessing",
    "numpy", "pygments", "markdown_it", "rich", "socket", "sqlite3", "ssl", "statistics", "typer.rich_utils",
    "typer.testing", "unittest", "urllib.request", "xml", "yaml",
}  # fmt: skip
"""Modules that cost more than they give here, also where their package is allowed."""

WATCHED = """
import json, sys
before = set(sys.modules)
from integration_cli.cli.main import main
code = main(json.loads(sys.argv[1]))
sys.stderr.write(json.dumps({"code": code, "modules": sorted(set(sys.modules) - before)}))
"""


def modules_of(argv: Sequence[str], advisor: Advisor, folder: Path) -> set[str]:
    """The modules that a command imports when the knowledge and its index are kept already."""
    assert advisor.index.barriers, "the index is made here, not by the command that is watched"
    done = python("-c", WATCHED, json.dumps(list(argv)), cwd=folder)
    report = json.loads(done.stderr)
    assert report["code"] == 0, done.stdout
    return set(report["modules"])


@pytest.mark.parametrize(
    ("argv", "also"),
    [
        (["diagnose", SITUATION], set()),
        (["diagnose", "--full", SITUATION], set()),
        (["diagnose", "--json", SITUATION], set()),
        (["diagnose", MISSPELT], {"rapidfuzz", "cython_runtime"}),
    ],
    ids=["screen", "full", "json", "misspelt"],
)
def test_diagnose_imports_nothing_but_what_is_listed(argv: list[str], also: set[str], advisor: Advisor, tmp_path: Path):
    found = modules_of(argv, advisor, tmp_path)

    tops = {name.partition(".")[0] for name in found if not name.startswith("_")} - {"integration_cli"}
    assert set() == (tops & sys.stdlib_module_names) - ALLOWED_FROM_PYTHON
    assert set() == tops - sys.stdlib_module_names - ALLOWED_FROM_OUTSIDE - also


@pytest.mark.parametrize("command", [["diagnose"], ["diagnose", "--json"]], ids=" ".join)
def test_diagnose_imports_nothing_heavy(command: list[str], advisor: Advisor, tmp_path: Path):
    found = modules_of([*command, SITUATION], advisor, tmp_path)

    assert set() == {name for name in found for heavy in HEAVY if f"{name}.".startswith(f"{heavy}.")}


def test_diagnose_as_json_does_without_the_screen(advisor: Advisor, tmp_path: Path):
    """A program that reads JSON does not wait for pictures."""
    found = modules_of(["diagnose", "--json", SITUATION], advisor, tmp_path)

    assert set() == {name for name in found if name.startswith("integration_cli.cli.screens")}


def test_diagnose_imports_no_other_command(advisor: Advisor, tmp_path: Path):
    found = modules_of(["diagnose", SITUATION], advisor, tmp_path)

    assert {"diagnose"} == {module for module in COMMANDS.values() if f"integration_cli.cli.{module}" in found}


def test_a_table_does_call_rich(advisor: Advisor, tmp_path: Path):
    """What rich alone can draw is still drawn; every other screen does without it."""
    assert "rich.table" in modules_of(["show", "torbay-timeline-table"], advisor, tmp_path)
    assert "rich" not in modules_of(["show", "ccg"], advisor, tmp_path)


def test_well_spelt_words_do_without_rapidfuzz(advisor: Advisor, tmp_path: Path):
    found = modules_of(["diagnose", SITUATION], advisor, tmp_path)

    assert "integration_cli.matching.spelling" in found
    assert set() == {name for name in found if name.partition(".")[0] == "rapidfuzz"}


def test_a_misspelt_word_does_call_rapidfuzz(advisor: Advisor, tmp_path: Path):
    """The lists above see what is imported late, too."""
    assert "rapidfuzz" in modules_of(["diagnose", MISSPELT], advisor, tmp_path)


def test_importing_the_package_runs_nothing(tmp_path: Path):
    """`import integration_cli` costs a notebook nothing until it asks for something."""
    code = "import sys; before = set(sys.modules); import integration_cli; print(*set(sys.modules) - before)"

    done = python("-c", code, cwd=tmp_path)

    found = set(done.stdout.decode().split())
    assert {"integration_cli"} == {name for name in found if name.startswith("integration_cli")}
    assert set() == {name.partition(".")[0] for name in found} - sys.stdlib_module_names - {"integration_cli"}


def test_importing_the_advisor_brings_no_command_and_no_reader(tmp_path: Path):
    """A notebook user gets no typer, no rich and, while the knowledge is kept, no YAML."""
    code = "import sys; from integration_cli import Advisor; print(*sorted(sys.modules))"

    done = python("-c", code, cwd=tmp_path)

    found = set(done.stdout.decode().split())
    assert "integration_cli.advisor" in found
    assert set() == found & {"typer", "rich", "yaml", "rapidfuzz", "integration_cli.cli"}


def test_the_help_does_without_the_knowledge(tmp_path: Path):
    code = "import sys; from integration_cli.cli.main import main; main(['--help']); print(*sys.modules)"

    done = python("-c", code, cwd=tmp_path)

    found = set(done.stdout.decode().split())
    assert "integration_cli.cli.app" in found
    assert set() == {name for name in found if name.startswith(("integration_cli.loading", "rich", "yaml"))}
