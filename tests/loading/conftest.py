"""What the tests of reading share: knowledge small enough to be read in a moment."""

import shutil
from pathlib import Path

import pytest

from integration_cli.loading import locate
from tests.loading.folders import SOUND


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A copy of the sound knowledge, to be made faulty."""
    return Path(shutil.copytree(SOUND, tmp_path / "sound"))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own; it does not exist yet."""
    monkeypatch.setenv("ADVISOR_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def tiny(sound: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy of the sound knowledge in place of the shipped one, with a cache of its own."""
    assert not cache.exists()
    monkeypatch.setattr(locate, "shipped_folder", lambda: sound)
    return sound


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on which no line is too long, without colours, and nobody's own entries."""
    monkeypatch.setenv("COLUMNS", "1000")
    for name in ("FORCE_COLOR", "ADVISOR_KNOWLEDGE"):
        monkeypatch.delenv(name, raising=False)
