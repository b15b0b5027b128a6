"""advisor report: one page, from what is named, never over somebody's own file."""

import sys
from pathlib import Path

import pytest

from tests.conftest import Run

SITUATION = "nobody can say who signs off the pooled budget"


def titles(page: Path) -> list[str]:
    """The headings of the sections, in order."""
    content = page.read_text(encoding="utf-8")
    return [part.partition(">")[2].partition("<")[0] for part in content.split("<h2 ")[1:]]


def test_a_situation_becomes_a_page_with_everything_and_the_way_on_is_told(run: Run, tmp_path: Path):
    page = tmp_path / "report.html"

    code, out, err = run("report", SITUATION, "-o", str(page))

    assert (0, "") == (code, out)
    assert err.startswith(f"wrote {page}: one page, ")
    assert f"next: open {page} in a browser" in err
    assert [
        "What gets in the way",
        "What was proposed",
        "Checklist",
        "What has changed since the documents were written",
    ] == titles(page)


@pytest.mark.usefixtures("working_folder")
def test_what_is_named_goes_together(run: Run):
    argv = [
        "--plan",
        "plan.md",
        "--survey",
        "counts.json",
        "--assessment",
        "council.json",
        "--assessment",
        "trust.json",
    ]

    code, _, _ = run("report", *argv, "-o", "report.html", "--title", "For the board")

    assert 0 == code
    assert ["How ready are the partners", "What people say", "Checklist"] == titles(Path("report.html"))[:3]
    assert "<h1>For the board</h1>" in Path("report.html").read_text(encoding="utf-8")


def test_nothing_is_written_where_nothing_matches(run: Run, tmp_path: Path):
    code, _, err = run("report", "xqzt blorp vrrm", "-o", str(tmp_path / "report.html"))

    assert (1, []) == (code, list(tmp_path.iterdir()))
    assert "Nothing here matches, so there is no report; 'advisor diagnose' says why." in err


def test_a_page_that_exists_is_left_unless_forced(run: Run, tmp_path: Path):
    page = tmp_path / "report.html"
    page.write_text("mine", encoding="utf-8")

    refused, _, err = run("report", SITUATION, "-o", str(page))
    kept = page.read_text(encoding="utf-8")
    forced, _, _ = run("report", SITUATION, "-o", str(page), "--force")

    assert (2, "mine", 0) == (refused, kept, forced)
    assert "exists already: choose another name, or --force" in err
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_hyphen_prints_the_page(run: Run):
    code, out, err = run("report", SITUATION, "-o", "-")

    assert (0, "") == (code, err)
    assert out.startswith("<!doctype html>")


@pytest.mark.usefixtures("working_folder")
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--plan", "minutes.txt"], "minutes.txt is not a checklist of ours"),
        (["--plan", "none.md"], "cannot read none.md"),
        (
            ["--assessment", "minutes.txt"],
            "is not JSON: make it with 'advisor assess minutes.yaml --json > minutes.json'",
        ),
        (["--assessment", "counts.json"], "counts.json is not what 'advisor assess FILE --json' prints"),
        (["--survey", "council.json"], "council.json is not what 'advisor survey FILE --json' prints"),
        ([SITUATION, "--file", "minutes.txt"], "give the problem as text or as --file, not both"),
    ],
)
def test_a_file_that_is_something_else_is_named(run: Run, argv: list[str], said: str):
    code, _, err = run("report", *argv, "-o", "report.html")

    assert (2, True) == (code, said in err), err
    assert not Path("report.html").exists()


def test_without_jinja_one_line_says_what_to_install(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from integration_cli.publishing import pages

    pages._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)

    code, _, err = run("report", SITUATION, "-o", str(tmp_path / "report.html"))

    assert (2, "advisor: pages need Jinja2: pip install 'integration-cli[report]'\n") == (code, err)
    assert [] == list(tmp_path.iterdir())
