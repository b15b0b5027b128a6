"""A file is written whole or not at all."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.storage import write_atomically


@settings(max_examples=30)
@given(before=st.binary(max_size=50), after=st.binary(max_size=50))
def test_the_new_contents_replace_the_old(
    tmp_path_factory: pytest.TempPathFactory, before: bytes, after: bytes
) -> None:
    path = tmp_path_factory.mktemp("storage") / "plan.md"

    write_atomically(path, before)
    write_atomically(path, after)

    assert after == path.read_bytes()
    assert [path] == list(path.parent.iterdir())


def test_a_failure_leaves_the_old_contents_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("old")
    not_bytes: Any = "new"

    with pytest.raises(TypeError):
        write_atomically(path, not_bytes)

    assert "old" == path.read_text()
    assert [path] == list(tmp_path.iterdir())


def test_a_failure_at_the_last_step_leaves_no_litter(tmp_path: Path) -> None:
    (tmp_path / "plan.md").mkdir()

    with pytest.raises(OSError, match=r"plan\.md"):
        write_atomically(tmp_path / "plan.md", b"new")

    assert [tmp_path / "plan.md"] == list(tmp_path.iterdir())


def test_a_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "nowhere" / "plan.md", b"new")

    assert [] == list(tmp_path.iterdir())


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_text("old")
    link.symlink_to(target.name)

    write_atomically(link, b"new")

    assert link.is_symlink()
    assert b"new" == target.read_bytes()


def test_a_link_to_a_file_that_is_not_yet_there_makes_it(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("target.md")

    write_atomically(tmp_path / "link.md", b"new")

    assert b"new" == (tmp_path / "target.md").read_bytes()


if os.name == "posix":

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
    def test_the_permissions_of_a_file_are_kept(mode: int, tmp_path: Path) -> None:
        path = tmp_path / "plan.md"
        path.write_text("old")
        path.chmod(mode)

        write_atomically(path, b"new")

        assert mode == stat.S_IMODE(path.stat().st_mode)

    @pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
    def test_a_new_file_has_the_permissions_that_any_other_would_have(mask: int, mode: int, tmp_path: Path) -> None:
        before = os.umask(mask)
        try:
            write_atomically(tmp_path / "plan.md", b"new")
            asked = os.umask(mask)
        finally:
            os.umask(before)

        assert (mode, mask) == (stat.S_IMODE((tmp_path / "plan.md").stat().st_mode), asked)
