"""Surroundings in which commands print the same everywhere, and a folder of somebody's own entries."""

from pathlib import Path

import pytest

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
