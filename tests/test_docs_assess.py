"""The guide to the self-assessment shows what the command really prints. UPDATE_README=1 writes the present output."""

import os
import shlex
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.assessment import SCALE, Assessment, Rating
from integration_cli.export.form_yaml import to_yaml
from tests.running import advisor_process, surroundings
from tests.test_readme import CONSOLE, WIDTH

GUIDE = Path(__file__).parents[1] / "docs" / "assess.md"
ORDER = ("unclear-governance-and-hosting", "no-shared-vision", "savings-fall-elsewhere", "fear-of-sharing-data")
FORMS = {
    "council": ("Riverside Council", "2026-06-30", "2 3 0 ?", "the host is named, who signs is not"),
    "icb": ("Riverside ICB", "2026-06-30", "4 3 1 2", "it is all in the section 75 agreement"),
    "trust": ("Weir Hospital Trust", "2026-07-14", "1 3 3 2", ""),
    "last-year": ("Riverside Council", "2025-06-30", "0 3 1 1", "no agreement yet"),
}
"""Whose form, of when, its ratings in the order of the statements, and why the first is so."""


@pytest.fixture
def folder(tmp_path: Path, advisor: Advisor) -> Path:
    for name, (by, on, marks, why) in FORMS.items():
        ratings = {
            id_: Rating(id_, None if mark == "?" else int(mark), mark == "?", why if id_ == ORDER[0] else "")
            for id_, mark in zip(ORDER, marks.split(), strict=True)
        }
        text = to_yaml([], advisor.knowledge, Assessment(ratings, by, on))
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def printed(command: str, folder: Path) -> str:
    """What a command prints at the width of the documents."""
    done = advisor_process(*shlex.split(command)[1:], cwd=folder, env=surroundings(COLUMNS=WIDTH))
    return "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).decode().splitlines())


def test_every_session_of_the_guide_is_what_the_command_prints(folder: Path):
    text = GUIDE.read_text(encoding="utf-8")
    sessions = CONSOLE.findall(text)

    expected = {command: printed(command, folder) for command, _ in sessions}
    if os.environ.get("UPDATE_README"):
        for command, old in sessions:
            text = text.replace(f"$ {command}\n{old}```", f"$ {command}\n{expected[command]}```")
        GUIDE.write_text(text, encoding="utf-8")

    assert len(sessions) == 3
    assert expected == dict(CONSOLE.findall(GUIDE.read_text(encoding="utf-8")))


def test_the_row_of_the_guide_is_what_a_form_holds(folder: Path):
    row = GUIDE.read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]

    assert len(row) > 0
    assert row in (folder / "council.yaml").read_text(encoding="utf-8")


def test_the_guide_tells_the_scale_as_the_command_does():
    text = GUIDE.read_text(encoding="utf-8")

    assert [] == [meaning for score, meaning in SCALE.items() if f"| {score} | {meaning} |" not in text]
