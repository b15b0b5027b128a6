"""A cache gives back what was kept, or nothing."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integration_cli.caching import Cache, code_stamp, find_in

PAYLOAD = b'{"purse": "two"}'


@pytest.fixture(scope="module", params=[False, True], ids=["read", "mapped"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Cache, bytes]:
    """A cache with one file in it, and the bytes of that file."""
    cache = Cache(tmp_path_factory.mktemp("cache"), "maker 1", mapped=request.param)
    assert cache.keep("file", "key", PAYLOAD)
    return cache, (cache.folder / "file").read_bytes()


def found_in(cache: Cache, content: bytes) -> bytes | None:
    """What the cache believes of a file with this content."""
    (cache.folder / "other").write_bytes(content)
    found = cache.find("other", "key")
    return None if found is None else bytes(found)


@settings(max_examples=50)
@given(payload=st.binary(max_size=300))
@example(payload=b"")
def test_what_was_kept_is_found(tmp_path_factory: pytest.TempPathFactory, payload: bytes) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache") / "made" / "when needed", "maker")

    assert cache.keep("file", "key", payload)
    assert payload == cache.find("file", "key")


def test_the_file_itself_is_believed_under_any_name(kept: tuple[Cache, bytes]) -> None:
    cache, content = kept

    assert PAYLOAD == found_in(cache, content)


@settings(max_examples=300)
@given(data=st.data())
def test_one_flipped_bit_anywhere_and_nothing_is_believed(kept: tuple[Cache, bytes], data: st.DataObject) -> None:
    cache, content = kept
    at = data.draw(st.integers(0, len(content) - 1))
    flipped = content[:at] + bytes([content[at] ^ (1 << data.draw(st.integers(0, 7)))]) + content[at + 1 :]

    assert found_in(cache, flipped) is None


def test_a_file_cut_anywhere_is_not_believed(kept: tuple[Cache, bytes]) -> None:
    cache, content = kept

    assert {None} == {found_in(cache, content[:end]) for end in range(len(content))}


@settings(max_examples=50)
@given(more=st.binary(min_size=1, max_size=20))
def test_a_file_with_more_at_its_end_is_not_believed(kept: tuple[Cache, bytes], more: bytes) -> None:
    cache, content = kept

    assert found_in(cache, content + more) is None


@settings(max_examples=100)
@given(content=st.binary(max_size=300))
def test_any_other_file_is_not_believed_and_raises_nothing(kept: tuple[Cache, bytes], content: bytes) -> None:
    assert found_in(kept[0], content) is None


@pytest.mark.parametrize(("maker", "key"), [("maker 1", "kez"), ("maker 2", "key"), ("maker", "1 kez"), ("", "")])
def test_another_maker_or_key_finds_nothing(maker: str, key: str, kept: tuple[Cache, bytes]) -> None:
    assert Cache(kept[0].folder, maker).find("file", key) is None


def test_a_missing_file_and_a_folder_in_its_place_are_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    cache = Cache(tmp_path, "maker")

    assert (None, None) == (cache.find("folder", "key"), cache.find("missing", "key"))


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache", "maker")

    assert cache.keep("file", "key", PAYLOAD) is False
    assert cache.find("file", "key") is None


def test_the_first_of_several_caches_is_asked_first(tmp_path: Path) -> None:
    first, second = Cache(tmp_path / "1", "maker"), Cache(tmp_path / "2", "maker")
    second.keep("file", "key", b"second")
    assert b"second" == find_in([first, second], "file", "key")

    first.keep("file", "key", b"first")
    assert b"first" == find_in([first, second], "file", "key")


def test_the_stamp_of_code_changes_with_its_files_and_with_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a = 1\n")
    before = code_stamp([str(tmp_path)])

    (tmp_path / "notes.txt").write_text("nothing")
    assert before == code_stamp([str(tmp_path)])

    (tmp_path / "a.py").write_text("a = 12\n")
    assert before != code_stamp([str(tmp_path)])
