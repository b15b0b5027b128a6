"""The man page and the reference tell of the commands as they are. UPDATE_DOCS=1 writes them."""

import ast
import json
import os
import tomllib
from pathlib import Path

import pytest
from tools.command_tree import pages
from tools.man_page import man_page
from tools.reference import reference
from tools.surroundings import VARIABLES

import integration_cli
from integration_cli.cli.app import COMMANDS
from tests.cli.test_json import ASKED
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PACKAGE = Path(integration_cli.__file__).parent
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def current(path: Path, text: str) -> str:
    """The text of a document, which is written first where that was asked for."""
    if os.environ.get("UPDATE_DOCS"):
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def answers(run: Run, working_folder: Path) -> dict[str, list[dict[str, object]]]:
    """What commands print with `--json`, for all that the tests of it ask."""
    assert working_folder == Path.cwd()
    return {
        command: [json.loads(run(command, "--json", *argv)[1]) for argv, *_ in cases]
        for command, cases in ASKED.items()
    }


def test_the_man_page_is_that_of_these_commands():
    page = man_page(pages(), VERSION)

    assert page == current(DOCS / "advisor.1", page)


def test_the_reference_is_that_of_these_commands(answers: dict[str, list[dict[str, object]]]):
    page = reference(pages(), answers)

    assert page == current(DOCS / "reference.md", page)


def test_every_command_has_its_page():
    assert ["", *COMMANDS] == [page.name for page in pages()]


def test_every_variable_that_the_program_reads_is_explained():
    calls = [
        node
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    read = {call.args[0].value for call in calls if ast.unparse(call.func) == "os.environ.get"}
    options = {word.value.value for call in calls for word in call.keywords if word.arg == "envvar"}

    assert set(VARIABLES) == read | options
