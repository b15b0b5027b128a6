"""Each help page leads with examples, and they work."""

import re
import shlex
from pathlib import Path

import pytest

from integration_cli.cli.app import COMMANDS, GROUPS
from tests.cli.commands import parameters
from tests.conftest import Run

SLOW = "--matching"
"""An example with this option takes minutes; its command is tried without it."""


def examples(page: str) -> list[str]:
    """The commands that a help page shows, without the program's name."""
    return re.findall(r"^  advisor (.*)$", page, re.MULTILINE)


def test_the_first_page_names_every_command(run: Run):
    _, out, _ = run("--help")

    listed = re.findall(r"^  .{8}  ([a-z]+)  ", out, re.MULTILINE)
    assert list(COMMANDS) == listed
    assert "Nothing typed is logged or sent, and stored only in files that you name" in " ".join(out.split())


def test_the_first_page_is_one_screen(run: Run):
    """A small terminal has 80 columns and 24 lines, and the last is for the next command."""
    _, out, _ = run("--help")

    assert len(out.splitlines()) < 24
    assert 80 >= max(map(len, out.splitlines()))


def test_the_first_page_says_what_each_group_of_commands_is_for(run: Run):
    _, out, _ = run("--help")

    named = dict(re.findall(r"^  (\w.{7})  ([a-z]+)  ", out, re.MULTILINE))
    assert list(GROUPS.values()) == [group.strip() for group in named]
    assert list(GROUPS) == list(named.values())


def test_the_first_page_names_every_option(run: Run):
    _, out, _ = run("--help")

    assert out.endswith("--version --install-completion --show-completion --help\n")


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.usefixtures("working_folder")
def test_the_examples_of_a_help_page_work(run: Run, command: str):
    _, page, _ = run(*filter(None, [command]), "--help")

    shown = examples(page)
    assert len(shown) > 0
    for example in shown:
        assert example.startswith(command)
        if made := re.search(r"(?:-o|--checklist) (plan\.\w+)", example):
            Path(made[1]).unlink(missing_ok=True)
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
    assert [] == [option.name for option in parameters()[command] if not option.help]


def test_a_mistyped_command_is_compared_with_all_there_are(run: Run):
    """Commands are imported only when they are asked for; the nearest one is named all the same."""
    assert "Did you mean 'schema'?" in run("shema")[2]
    assert "Did you mean 'diagnose'?" in run("diagnoze")[2]
