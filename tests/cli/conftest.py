"""Surroundings in which commands print the same everywhere, and a folder of somebody's own entries."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest

from integration_cli import Advisor
from integration_cli.export.plan_xlsx import to_xlsx
from tests.forms import form
from tests.running import SILENCED

OURS = "ours"
"""A folder beside the tests; named from there, so that its index is kept from one run to the next."""


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SILENCED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder with a new barrier, solution and update, a sign for a known barrier and a step for a known solution."""
    monkeypatch.chdir(Path(__file__).parent)
    return OURS


@pytest.fixture
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, advisor: Advisor) -> Path:
    """The current folder, with the files that the examples of help pages speak of."""
    (tmp_path / "minutes.txt").write_text("Nobody could say who signs off the pooled budget.", encoding="utf-8")
    replies = "organisation,comment\ncouncil,Nobody could say who signs off the pooled budget.\n"
    (tmp_path / "replies.csv").write_text(replies, encoding="utf-8")
    (tmp_path / "bread.txt").write_text("how do I bake sourdough\n", encoding="utf-8")
    copytree(Path(__file__).parent / "partners", tmp_path, dirs_exist_ok=True)
    copytree(Path(__file__).parents[1] / "publishing" / "given", tmp_path, dirs_exist_ok=True)
    (tmp_path / "our-entries").mkdir()
    plan = advisor.checklist(advisor.plan(["unclear-governance-and-hosting"]), "2026-05-04")
    for name, score in {"ours": 1, "council": 3, "icb": 0, "trust": 4, "last-year": 0, "open": None}.items():
        text = form(advisor, {"no-shared-vision": score, "mutual-distrust": "?"}, by="Riverside Council")
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
    (tmp_path / "plan.xlsx").write_bytes(to_xlsx(advisor.hand_out(plan.encode()), datetime(2026, 5, 4, tzinfo=UTC)))
    monkeypatch.chdir(tmp_path)
    return tmp_path
