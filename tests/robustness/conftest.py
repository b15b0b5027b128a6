"""Surroundings in which nothing of the machine shows, and entries that try everything."""

from pathlib import Path

import pytest

from tests.robustness.payloads import EVERYTHING, lay_hostile_entries
from tests.running import SILENCED


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SILENCED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture(scope="session")
def hostile_entries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of entries with every payload in every text; one folder, so that its index is made once."""
    folder = tmp_path_factory.mktemp("knowledge") / "hostile"
    lay_hostile_entries(folder, EVERYTHING)
    return folder
