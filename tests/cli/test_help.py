"""Each help page leads with examples, and they work."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from integration_cli.cli.app import app
from tests.conftest import Run

COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]
SLOW = "--matching"
"""An example with this option takes minutes; its command is tried without it."""


def examples(page: str) -> list[str]:
    """The commands that a help page shows, without the program's name."""
    return re.findall(r"^  advisor (.*)$", page, re.MULTILINE)


@pytest.fixture
def _prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the files that examples speak of."""
    (tmp_path / "minutes.txt").write_text("Nobody could say who signs off the pooled budget.", encoding="utf-8")
    for partner in ("council", "hospital", "charity"):
        (tmp_path / f"{partner}.txt").write_text("Nobody can say who signs off the pooled budget.", encoding="utf-8")
    (tmp_path / "our-entries").mkdir()
    monkeypatch.chdir(tmp_path)


def test_the_first_page_names_every_command(run: Run):
    _, out, _ = run("--help")

    listed = re.findall(r"^  (\w+)  ", out.partition("Commands:")[2], re.MULTILINE)
    assert COMMANDS == sorted(listed)
    assert "nothing typed is stored, logged or sent" in " ".join(out.split())


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.usefixtures("_prepared")
def test_the_examples_of_a_help_page_work(run: Run, command: str):
    _, page, _ = run(*filter(None, [command]), "--help")

    shown = examples(page)
    assert len(shown) > 0
    for example in shown:
        assert example.startswith(command)
        if SLOW not in example:
            code, _, err = run(*shlex.split(example))
            assert code == 0, f"{example}: {err}"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_stands_before_the_options(run: Run, command: str):
    _, page, _ = run(command, "--help")

    assert page.index(f"  advisor {command}") < page.index("Options:")
    assert page == run(command, "-h")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str):
    options = get_command(app).commands[command].params  # type: ignore[attr-defined]

    assert [] == [option.name for option in options if not option.help]
