"""The digest of files that nobody has touched is remembered, and of no others."""

import os
import sys
import time
from pathlib import Path

import pytest

from integration_cli.caching import Cache
from integration_cli.loading.load import load
from integration_cli.loading.stamps import GRAIN, Stamp, keep_digest, known_digest, stamp_of
from tests.loading.folders import lay


def stamp(age: int = 10 * GRAIN, size: int = 7, name: str = "a.yaml") -> Stamp:
    """The stamp of one file whose times lie so many nanoseconds back."""
    then = time.time_ns() // 10**9 * 10**9 - age
    return [[name, size, then, then, 4711]]


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "maker")


def test_the_digest_of_a_stamp_is_remembered(kept: Cache) -> None:
    old = stamp()
    keep_digest(old, "abc", kept)

    assert "abc" == known_digest(old, kept)


def test_no_digest_is_known_before_it_was_kept(kept: Cache) -> None:
    assert known_digest(stamp(), kept) is None


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_file_with_another_size_time_or_inode_is_not_the_same(at: int, kept: Cache) -> None:
    old = stamp()
    keep_digest(old, "abc", kept)
    number = old[0][at]
    assert isinstance(number, int)

    other: Stamp = [[*old[0][:at], number + 1, *old[0][at + 1 :]]]

    assert known_digest(other, kept) is None


def test_a_file_touched_just_now_is_not_remembered(kept: Cache) -> None:
    young = stamp(age=0)
    keep_digest(young, "abc", kept)

    assert known_digest(young, kept) is None


def test_a_file_from_the_future_is_not_remembered(kept: Cache) -> None:
    future = stamp(age=-1000 * GRAIN)
    keep_digest(future, "abc", kept)

    assert known_digest(future, kept) is None


def test_a_stamp_of_as_many_files_with_other_names_is_another(kept: Cache) -> None:
    keep_digest(stamp(name="a.yaml"), "abc", kept)

    assert known_digest(stamp(name="b.yaml"), kept) is None


def test_every_yaml_file_is_stamped_in_order_and_nothing_else(tmp_path: Path) -> None:
    folder = lay(tmp_path, {"b/c.yml": "1", "b.yaml": "22", "README.md": "333", "a.yaml": ""})

    found = [(Path(str(entry[0])).relative_to(folder).as_posix(), entry[1]) for entry in stamp_of(folder)]

    assert [("a.yaml", 0), ("b.yaml", 2), ("b/c.yml", 1)] == found


def test_an_edit_that_puts_the_time_back_is_seen(tmp_path: Path) -> None:
    path = lay(tmp_path, {"a.yaml": "old"}) / "a.yaml"
    before, times = stamp_of(tmp_path), path.stat()
    time.sleep(0.02)

    path.write_text("new")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert before != stamp_of(tmp_path)


def test_a_link_to_nothing_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / ".#a.yaml").symlink_to("somebody@somewhere.1234")

    assert [] == stamp_of(tmp_path)


if sys.platform == "linux":

    @pytest.mark.usefixtures("tiny")
    def test_the_name_of_a_file_need_not_be_utf_8(tmp_path: Path, kept: Cache) -> None:
        folder = tmp_path / "own" / os.fsdecode(b"caf\xe9")
        folder.mkdir(parents=True)
        lay(folder, {"vocabulary.yaml": "- id: doctor\n  forms: [doctor, medic]\n"})

        assert "doctor" in load(folder).vocabulary
        (entry,) = stamp_of(folder)
        old: Stamp = [[entry[0], *stamp()[0][1:]]]
        keep_digest(old, "abc", kept)
        assert "abc" == known_digest(old, kept)
