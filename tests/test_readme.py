"""The README shows what the command really prints. UPDATE_README=1 writes the present output into it."""

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import advisor_process, surroundings

README = Path(__file__).parents[1] / "README.md"
CONSOLE = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```")
MARKDOWN = re.compile(r"```markdown\n((?:.*\n)*?)```")
WIDTH = "100"
MADE = "-o plan.md"
TICKED = "agree-dispute-resolution-first/foresee-worries"
WORKED_ON = re.compile(r"```text\n((?:.*\n)*?)```")
"""A box of the plan as the README shows it after months of work."""


def work_on(plan: Path) -> None:
    """Edit a plan as its keepers do: tick a step, and make of another what the README shows."""
    text = plan.read_text(encoding="utf-8")
    text = text.replace(f"- [ ] <!-- action: {TICKED}", f"- [x] <!-- action: {TICKED}")
    worked_on = WORKED_ON.search(README.read_text(encoding="utf-8"))
    assert worked_on is not None
    first, *below = worked_on[1].splitlines()
    blank = "\n".join([first, *(line.partition(":")[0] + ":" for line in below)])
    assert blank in text, "the README shows a box that is not in the plan"
    plan.write_text(text.replace(blank, worked_on[1].rstrip("\n")), encoding="utf-8")


@pytest.fixture
def shown(tmp_path: Path) -> Callable[[str], str]:
    """What a README command prints, run in a folder of its own at the README's width."""

    def of(command: str) -> str:
        piped = re.fullmatch(r'echo "(.*)" \| (.*)', command)
        text, command = piped.groups() if piped else ("", command)
        done = advisor_process(
            *shlex.split(command)[1:], cwd=tmp_path, env=surroundings(COLUMNS=WIDTH), stdin=text.encode()
        )
        lines = (done.stdout + done.stderr).decode().splitlines()
        return "".join(f"{line.rstrip()}\n" for line in lines)

    return of


def test_every_session_of_the_readme_is_what_the_command_prints(shown: Callable[[str], str], tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    sessions = CONSOLE.findall(text)

    printed = {}
    for command, _ in sessions:
        printed[command] = shown(command)
        if MADE in command:
            work_on(tmp_path / "plan.md")
    if os.environ.get("UPDATE_README"):
        for command, old in sessions:
            text = text.replace(f"$ {command}\n{old}```", f"$ {command}\n{printed[command]}```")
        README.write_text(text, encoding="utf-8")

    assert printed == dict(CONSOLE.findall(README.read_text(encoding="utf-8")))


def test_the_checklist_of_the_readme_is_part_of_what_is_written(shown: Callable[[str], str], tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8")
    command = next(command for command, _ in CONSOLE.findall(text) if MADE in command)

    shown(command)
    written = (tmp_path / "plan.md").read_text(encoding="utf-8")
    if os.environ.get("UPDATE_README"):
        part = written[written.index("#### ") :].split("\n- [ ]")[:2]
        text = MARKDOWN.sub(lambda _: f"```markdown\n{part[0]}\n- [ ]{part[1]}\n```", text)
        README.write_text(text, encoding="utf-8")
    excerpt = MARKDOWN.search(README.read_text(encoding="utf-8"))

    assert excerpt is not None
    assert "- [ ] <!-- action: " in excerpt[1]
    assert excerpt[1] in written
