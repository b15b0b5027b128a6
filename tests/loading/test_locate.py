"""Which files are knowledge, how they are called in messages, and where a cache may lie."""

import os
from pathlib import Path, PurePosixPath

import pytest

from integration_cli.caching import Cache
from integration_cli.errors import AdvisorError
from integration_cli.loading import locate
from tests.loading.folders import lay


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("about.yaml", "about"),
        ("elsewhere.yaml", "elsewhere"),
        ("barriers/money/split-budgets.yaml", "barrier"),
        ("solutions/finance.yaml", "solutions"),
        ("notes.yaml", None),
        ("about.yml", None),
        ("barriers/split-budgets.yaml", None),
        ("barriers/money/old/split-budgets.yaml", None),
        ("solutions/finance/pool-money.yaml", None),
        ("old/about.yaml", None),
    ],
)
def test_the_name_of_a_file_tells_its_kind(name: str, kind: str | None) -> None:
    assert kind == locate.kind_of(PurePosixPath(name))


def test_files_come_in_the_order_of_their_names_and_only_yaml(tmp_path: Path) -> None:
    names = ["b.yaml", "a.yaml", "z/b.yml", "z/a.yaml", "c/d/e.yaml"]
    lay(tmp_path, dict.fromkeys([*names, "README.md", "a.yaml~", "schema/a.schema.json"], ""))

    found = [file.name for file in locate.read_folder(tmp_path, "shown")]

    assert ["shown/a.yaml", "shown/b.yaml", "shown/c/d/e.yaml", "shown/z/a.yaml", "shown/z/b.yml"] == found


def test_files_of_the_working_folder_are_called_by_their_bare_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lay(tmp_path, {"about.yaml": ""}))

    assert ["about.yaml"] == [file.name for file in locate.read_folder(Path("."))]


def test_a_link_to_nothing_is_no_file(tmp_path: Path) -> None:
    (tmp_path / ".#about.yaml").symlink_to("somebody@somewhere.1234")

    assert [] == locate.read_folder(tmp_path)


def test_a_huge_file_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    lay(tmp_path, {"about.yaml": b"#" * (locate.LARGEST_FILE + 1000)})

    assert [locate.LARGEST_FILE + 1] == [len(file.data) for file in locate.read_folder(tmp_path)]


def test_a_missing_folder_is_named_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(AdvisorError, match="nowhere: check the path, or leave the option out"):
        locate.read_folder(tmp_path / "nowhere")


def test_the_shipped_folder_holds_the_knowledge() -> None:
    assert (locate.shipped_folder() / "about.yaml").is_file()


def test_digests_differ_where_the_same_bytes_are_cut_differently() -> None:
    digests = {locate.digest(parts) for parts in ([b"ab", b"c"], [b"a", b"bc"], [b"abc"], [b"abc", b""], [])}

    assert 5 == len(digests)


def test_the_cache_lies_where_the_user_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_CACHE", str(tmp_path / "mine"))

    assert tmp_path / "mine" == locate.cache_folder()


if os.name == "posix":

    def test_the_cache_lies_where_the_system_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("ADVISOR_CACHE", raising=False)
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        assert tmp_path / ".cache" / "integration-cli" == locate.cache_folder()

        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
        assert tmp_path / "xdg" / "integration-cli" == locate.cache_folder()

    def test_a_user_without_a_home_has_no_cache_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("ADVISOR_CACHE", "XDG_CACHE_HOME", "HOME"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr(os, "getuid", lambda: 4_000_000_123)

        assert not Cache(locate.cache_folder(), "maker").keep("a", "key", b"payload")
