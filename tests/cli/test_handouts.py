"""Plans as Word documents and workbooks at the command line, and workbooks taken back."""

import json
import sys
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from tests.conftest import Run
from tests.running import advisor_process, python

SITUATION = "nobody can say who signs off the pooled budget"
BARRIER = "fear-of-sharing-data"


def fill_in(workbook: Path, **cells: Any) -> None:
    book = openpyxl.load_workbook(workbook)
    for place, value in cells.items():
        book["Actions"][place] = value
    book.save(workbook)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_name_of_the_file_says_the_form(run: Run, folder: Path):
    word = run("checklist", SITUATION, "-o", "plan.docx")
    excel = run("checklist", "-b", BARRIER, "-o", "plan.XLSX")

    assert (0, "", 0, "") == (*word[:2], *excel[:2])
    assert docx.Document(str(folder / "plan.docx")).paragraphs[0].text.startswith("Action checklist")
    assert ["Actions", "About", "Plan"] == openpyxl.load_workbook(folder / "plan.XLSX").sheetnames
    assert "advisor update plan.md --from plan.XLSX" in excel[2]


def test_a_diagnosis_writes_a_workbook_beside_it_too(run: Run, folder: Path):
    code, out, _ = run("diagnose", SITUATION, "--checklist", "plan.xlsx")

    assert (0, True) == (code, "What the documents propose" in out)
    assert openpyxl.load_workbook(folder / "plan.xlsx")["Actions"].max_row > 3


@pytest.mark.usefixtures("folder")
def test_from_a_plan_to_a_workbook_and_back(run: Run):
    run("checklist", "-b", BARRIER, "-o", "plan.md")
    before = Path("plan.md").read_text(encoding="utf-8")
    code, _, said = run("checklist", "--plan", "plan.md", "-o", "plan.xlsx")
    fill_in(Path("plan.xlsx"), A2="done", C2="Jo Bell")

    updated, out, err = run("update", "plan.md", "--from", "plan.xlsx")

    after = Path("plan.md").read_text(encoding="utf-8")
    assert (0, 0) == (code, updated)
    assert "when it is filled in: advisor update plan.md --from plan.xlsx" in said
    assert "Taken from the workbook (1)" in out
    assert "(status: done; owner: Jo Bell)" in " ".join(out.split())
    assert "wrote plan.md; as it was: plan.md.bak" in err
    came = set(after.splitlines()) - set(before.splitlines())
    assert {"- [x] <!-- ", "  - Owner: "} == {line[:11] for line in came}
    assert before == Path("plan.md.bak").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_a_second_time_there_is_nothing_to_do(run: Run):
    run("checklist", "-b", BARRIER, "-o", "plan.md")
    run("checklist", "--plan", "plan.md", "-o", "plan.xlsx")
    fill_in(Path("plan.xlsx"), A2="done", C2="Jo Bell")
    run("update", "plan.md", "--from", "plan.xlsx")
    before = Path("plan.md").read_bytes()

    code, out, err = run("update", "plan.md", "--from", "plan.xlsx")

    assert (0, "", "plan.md is up to date: nothing was changed\n") == (code, out, err)
    assert before == Path("plan.md").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_plan_that_exists_as_a_workbook_only_becomes_markdown(run: Run):
    run("checklist", SITUATION, "-o", "plan.xlsx")
    fill_in(Path("plan.xlsx"), C2="Jo Bell")

    refused, _, way_out = run("update", "plan.xlsx")
    code, _, err = run("update", "plan.md", "--from", "plan.xlsx")

    assert (2, 0) == (refused, code)
    assert "advisor update plan.md --from plan.xlsx" in way_out
    assert "wrote plan.md\n" in err
    plan = Path("plan.md").read_text(encoding="utf-8")
    assert ("  - Owner: Jo Bell" in plan, SITUATION in plan) == (True, True)
    assert {"plan.md", "plan.xlsx"} == {path.name for path in Path().iterdir()}


@pytest.mark.usefixtures("folder")
def test_a_dry_run_shows_what_would_come_and_writes_nothing(run: Run):
    run("checklist", "-b", BARRIER, "-o", "plan.md")
    run("checklist", "--plan", "plan.md", "-o", "plan.xlsx")
    fill_in(Path("plan.xlsx"), C2="Jo \x9b Bell")
    before = Path("plan.md").read_bytes()

    code, out, _ = run("update", "plan.md", "--from", "plan.xlsx", "--dry-run")

    assert (0, before) == (code, Path("plan.md").read_bytes())
    assert "+  - Owner: Jo Bell" in out
    assert not Path("plan.md.bak").exists()


@pytest.mark.usefixtures("folder")
def test_new_barriers_and_a_workbook_come_in_together(run: Run):
    run("checklist", "-b", BARRIER, "-o", "plan.md")
    run("checklist", "--plan", "plan.md", "-o", "plan.xlsx")
    fill_in(Path("plan.xlsx"), C2="Jo Bell")

    _, out, _ = run("update", "plan.md", "--from", "plan.xlsx", "-b", "weak-political-buy-in", "--json")

    whats = [change["what"] for change in json.loads(out)["changes"]]
    assert ("taken", True) == (whats[0], "new" in whats)


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        (["checklist", "--plan", "plan.md"], "plan.md is Markdown already"),
        (["checklist", "--plan", "plan.md", "-o", "other.md"], "plan.md is Markdown already"),
        (["checklist", "--plan", "plan.md", "-b", BARRIER, "-o", "a.xlsx"], "--plan takes a plan as it is"),
        (["checklist", "--plan", "none.md", "-o", "a.xlsx"], "cannot read none.md"),
        (["checklist", "--plan", "minutes.txt", "-o", "a.xlsx"], "minutes.txt is not a checklist of ours"),
        (["checklist", "-b", BARRIER, "-o", "plan.xlsx"], "plan.xlsx exists already"),
        (["checklist", "-b", BARRIER, "-o", "plan.xls"], "a plan can be written as .md, .docx (Word) or .xlsx"),
        (["update", "plan.md", "--from", "none.xlsx"], "cannot read none.xlsx"),
        (["update", "plan.md", "--from", "minutes.txt"], "minutes.txt is no workbook that can be read"),
        (["update", "new.md", "--from", "minutes.txt"], "minutes.txt is no workbook that can be read"),
        (["update", "minutes.txt", "--from", "plan.xlsx"], "minutes.txt is not a checklist of ours"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    run: Run, working_folder: Path, argv: list[str], expected: str
):
    before = {path.name: path.read_bytes() for path in working_folder.iterdir() if path.is_file()}

    code, out, err = run(*argv)

    assert (2, "", True) == (code, out, expected in err), err
    assert before == {path.name: path.read_bytes() for path in working_folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    ("argv", "package"),
    [
        (["checklist", "-b", BARRIER, "-o", "new.xlsx"], "openpyxl"),
        (["checklist", "-b", BARRIER, "-o", "new.docx"], "docx"),
        (["update", "plan.md", "--from", "plan.xlsx"], "openpyxl"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
@pytest.mark.usefixtures("working_folder")
def test_a_package_that_is_not_installed_is_told_in_one_line(
    run: Run, argv: list[str], package: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, package, None)

    code, out, err = run(*argv)

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert "pip install 'integration-cli[office]'" in err
    assert not Path(argv[-1]).exists() or argv[0] == "update"


def test_markdown_needs_none_of_these_packages(tmp_path: Path):
    """Who keeps to Markdown does not wait for Word and Excel."""
    code = "import sys; from integration_cli.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"

    done = python("-c", code, "checklist", "-b", BARRIER, "-o", "plan.md", cwd=tmp_path)

    found = {name.partition(".")[0] for name in done.stdout.decode().split()}
    assert ("integration_cli" in found, set()) == (True, found & {"openpyxl", "docx", "lxml"})


def test_nothing_but_the_files_asked_for_is_written(tmp_path: Path):
    advisor_process("checklist", "-b", BARRIER, "-o", "plan.xlsx", cwd=tmp_path)
    advisor_process("checklist", "-b", BARRIER, "-o", "plan.docx", cwd=tmp_path)
    done = advisor_process("update", "plan.md", "--from", "plan.xlsx", cwd=tmp_path)

    assert 0 == done.returncode, done.stderr
    assert {"plan.xlsx", "plan.docx", "plan.md"} == {path.name for path in tmp_path.iterdir()}
