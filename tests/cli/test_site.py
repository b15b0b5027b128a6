"""advisor site: pages on disk, never over somebody's own files."""

import sys
from pathlib import Path

import pytest

from tests.conftest import Run


def test_a_folder_is_made_and_the_way_on_is_told(run: Run, tmp_path: Path):
    folder = tmp_path / "new" / "site"

    code, out, err = run("site", str(folder))

    pages = sorted(folder.rglob("*.html"))
    assert (0, "") == (code, out)
    assert f"wrote {len(pages)} pages into {folder}\nnext: open {folder / 'index.html'} in a browser\n" == err
    assert len(pages) > 400


def test_a_folder_with_other_files_is_left_alone(run: Run, tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")

    code, _, err = run("site", str(tmp_path))

    assert 2 == code
    assert f"{tmp_path} holds other files: choose an empty folder, or --force" in err
    assert ["thesis.txt"] == [path.name for path in tmp_path.iterdir()]


def test_force_writes_among_other_files_and_leaves_them(run: Run, tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")

    code, _, _ = run("site", str(tmp_path), "--force")

    assert 0 == code
    assert (tmp_path / "index.html").is_file()
    assert "mine" == (tmp_path / "thesis.txt").read_text(encoding="utf-8")


def test_a_site_is_made_again_where_it_was_and_what_is_gone_goes(run: Run, ours: str, tmp_path: Path):
    folder = tmp_path / "site"
    run("site", str(folder), "--knowledge", ours)
    local = folder / "barrier" / "badge-quarrel.html"
    (folder / "notes.html").write_text("mine", encoding="utf-8")
    was_there = "local" in local.read_text(encoding="utf-8")

    code, _, _ = run("site", str(folder))

    assert (0, True, False) == (code, was_there, local.exists())
    assert "mine" == (folder / "notes.html").read_text(encoding="utf-8")
    assert "badge-quarrel" not in (folder / "barrier" / "index.html").read_text(encoding="utf-8")


def test_a_mark_that_names_files_elsewhere_removes_nothing_there(run: Run, tmp_path: Path):
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "mine.html").write_text("mine", encoding="utf-8")
    (folder / "made-by-advisor.txt").write_text(f"../mine.html\n{tmp_path}/mine.html\n", encoding="utf-8")

    code, _, _ = run("site", str(folder))

    assert (0, True) == (code, (tmp_path / "mine.html").exists())


def test_everything_fits_into_one_file(run: Run, tmp_path: Path):
    file = tmp_path / "barriers.html"

    code, out, err = run("site", "--single", str(file))

    assert (0, "") == (code, out)
    assert err.startswith(f"wrote {file}: one page, ")
    assert ["barriers.html"] == [path.name for path in tmp_path.iterdir()]
    assert file.stat().st_size < 15_000_000


def test_a_file_that_exists_is_left_unless_forced(run: Run, tmp_path: Path):
    file = tmp_path / "barriers.html"
    file.write_text("mine", encoding="utf-8")

    refused, _, err = run("site", "--single", str(file))
    kept = file.read_text(encoding="utf-8")
    forced, _, _ = run("site", "--single", str(file), "--force")

    assert (2, "mine", 0) == (refused, kept, forced)
    assert "exists already: choose another name, or --force" in err
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("argv", [[], ["site", "--single", "one.html"]], ids=["neither", "both"])
def test_one_of_folder_and_file_is_named(run: Run, argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    code, _, err = run("site", *argv)

    assert 2 == code
    assert "name either a folder for the pages (advisor site DIR) or one file for all (--single FILE.html)" in err
    assert [] == list(tmp_path.iterdir())


def test_a_file_in_the_place_of_the_folder_is_refused(run: Run, tmp_path: Path):
    (tmp_path / "site").write_text("mine", encoding="utf-8")

    code, _, err = run("site", str(tmp_path / "site"), "--force")

    assert (2, True) == (code, "is not a folder" in err)


def test_without_jinja_one_line_says_what_to_install(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from integration_cli.publishing import pages

    pages._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)

    code, _, err = run("site", str(tmp_path / "site"))

    assert (2, "advisor: pages need Jinja2: pip install 'integration-cli[report]'\n") == (code, err)
    assert [] == list(tmp_path.iterdir())
