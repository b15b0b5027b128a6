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


def means(page: Path) -> str:
    """The table of means by category, heads and all."""
    return page.read_text(encoding="utf-8").partition("means-caption")[2].partition("</table>")[0]


@pytest.mark.usefixtures("working_folder")
def test_a_filled_in_form_shows_what_the_json_of_its_result_shows(run: Run):
    _, result, _ = run("assess", "ours.yaml", "--result", "--json")
    Path("ours.json").write_text(result, encoding="utf-8")

    run("report", "--assessment", "ours.yaml", "-o", "of-form.html")
    run("report", "--assessment", "ours.json", "-o", "of-json.html")

    page = Path("of-form.html").read_text(encoding="utf-8")
    assert "Riverside Council" in means(Path("of-form.html"))
    assert Path("of-json.html").read_text(encoding="utf-8") == page


@pytest.mark.usefixtures("working_folder")
def test_a_workbook_that_came_back_goes_with_the_forms_of_other_partners(run: Run):
    run("assess", "icb.yaml", "--blank", "weir.xlsx", "--by", "Weir ICB")

    code, _, _ = run("report", "--assessment", "weir.xlsx", "--assessment", "trust.json", "-o", "report.html")

    table = means(Path("report.html"))
    assert 0 == code
    assert 0 < table.index("Weir ICB") < table.index("Hillside NHS Trust")


@pytest.mark.usefixtures("working_folder")
def test_partners_of_one_name_are_told_apart_by_their_files(run: Run):
    run("report", "--assessment", "council.yaml", "--assessment", "icb.yaml", "-o", "report.html")

    table = means(Path("report.html"))
    assert "Riverside Council (council.yaml)" in table
    assert "Riverside Council (icb.yaml)" in table


@pytest.mark.usefixtures("working_folder")
def test_every_defect_of_every_form_is_shown_at_its_line(run: Run):
    for name in ("council", "icb"):
        form = Path(f"{name}.yaml").read_text(encoding="utf-8").replace("rating: do not know", "rating: 9")
        Path(f"{name}.yaml").write_text(form, encoding="utf-8")

    code, _, err = run("report", "--assessment", "council.yaml", "--assessment", "icb.yaml", "-o", "report.html")

    assert (2, False) == (code, Path("report.html").exists())
    assert ["council.yaml", "icb.yaml"] == [line.partition(":")[0] for line in err.splitlines() if "bad-choice" in line]


@pytest.mark.usefixtures("working_folder")
def test_replies_are_counted_on_the_way_and_quoted_masked(run: Run):
    reply = "Mrs Abernethy says that nobody can say who signs off the pooled budget."
    Path("replies.csv").write_text(f"organisation,comment\ntrust,{reply}\n", encoding="utf-8")

    code, _, err = run("report", "--survey", "replies.csv", "-o", "report.html")

    page = Path("report.html").read_text(encoding="utf-8")
    assert (0, ["What people say"]) == (code, titles(Path("report.html")))
    assert "[name] says that nobody can say" in page
    assert "Abernethy" not in page
    assert "counting replies.csv as 'advisor survey replies.csv --redact' does" in err


@pytest.mark.usefixtures("working_folder")
def test_a_plan_that_came_back_as_a_workbook_is_shown(run: Run):
    code, _, err = run("report", "--plan", "plan.xlsx", "-o", "report.html")

    assert (0, "Checklist") == (code, titles(Path("report.html"))[0])
    assert "read by: advisor progress plan.md" in err


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
        (["--plan", "plan.docx"], "plan.docx is a Word document, which is not read back"),
        (["--assessment", "minutes.txt"], "minutes.txt:1:1: wrong-type the form should be 'key: value' lines"),
        (["--assessment", "none.yaml"], "there is no file none.yaml; to begin one: advisor assess -o ours.yaml"),
        (["--assessment", "ours.yaml", "--assessment", "./ours.yaml"], "ours.yaml is named twice"),
        (
            ["--assessment", "torn.json"],
            "is not JSON: make it with 'advisor assess FORM.yaml --result --json > torn.json'",
        ),
        (["--assessment", "counts.json"], "counts.json is not what 'advisor assess FILE --json' prints"),
        (["--survey", "council.json"], "council.json is not what 'advisor survey FILE --json' prints"),
        (["--survey", "ours.yaml"], "ours.yaml is no survey: give the replies (.csv,"),
        (["--survey", "none.csv"], "cannot read none.csv"),
        (["--survey", "two.csv"], "then give --survey counts.json"),
        (["--survey", "counted.csv"], "counted.csv holds counts, and a report quotes too: give the replies"),
        ([SITUATION, "--file", "minutes.txt"], "give the problem as text or as --file, not both"),
    ],
)
def test_a_file_that_is_something_else_is_named(run: Run, argv: list[str], said: str):
    Path("torn.json").write_text('{"by": ', encoding="utf-8")
    Path("two.csv").write_text("good,bad\nwe meet every week,we never meet at all\n", encoding="utf-8")
    run("survey", "replies.csv", "--csv", "counted.csv")

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
