"""The joint risk register as a file: made, filled in, made again, and nothing lost on the way."""

import csv
import json
from pathlib import Path

import pytest

from tests.conftest import Run

SITUATION = "nobody can say who signs off the pooled budget"
ONE, OTHER = "mismatched-risk-appetite", "pooled-budget-obstacles"


@pytest.fixture
def register(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of one barrier in the current folder."""
    monkeypatch.chdir(tmp_path)
    assert 0 == run("risks", "-b", ONE, "-o", "register.md")[0]
    return tmp_path / "register.md"


def filled(path: Path, *changes: tuple[str, str]) -> str:
    """Write words in place of others, the first time that they stand in a file."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return text


def test_a_register_goes_to_a_file_and_the_talk_to_standard_error(run: Run, tmp_path: Path):
    code, out, err = run("risks", SITUATION, "-o", str(tmp_path / "register.md"))

    text = (tmp_path / "register.md").read_text(encoding="utf-8")
    assert (0, "") == (code, out)
    assert f": {text.count('<!-- risk: ')} risks, " in err
    assert f"next: fill in the numbers, then advisor risks -o {tmp_path / 'register.md'}" in err
    assert f"The situation:** {SITUATION}" in text


@pytest.mark.parametrize("argv", [[], ["-o", "-"]], ids=["default", "dash"])
def test_a_register_goes_to_standard_output_unless_told_otherwise(run: Run, argv: list[str]):
    code, out, err = run("risks", "-b", ONE, *argv)

    assert (0, "") == (code, err)
    assert out.startswith("# Joint risk register\n")


def test_a_plan_gives_its_barriers(run: Run, working_folder: Path):
    _, out, _ = run("risks", "--plan", "plan.md", "--json")

    assert ["unclear-governance-and-hosting"] == json.loads(out)["barriers"]
    assert (working_folder / "plan.md").exists()


def test_a_plan_of_a_folder_that_is_not_given_names_the_way_out(run: Run, ours: str, tmp_path: Path):
    plan = str(tmp_path / "plan.md")
    run("checklist", "-b", "badge-quarrel", "--knowledge", ours, "-o", plan)

    code, _, err = run("risks", "--plan", plan)

    assert 2 == code
    assert f"{plan} answers the barrier 'badge-quarrel', which is not in this knowledge\nGive the folder" in err


def test_partners_are_asked_for_their_appetites(run: Run):
    _, out, _ = run("risks", "-b", ONE, "--partner", "City Council", "--partner", "ICB")

    assert "  - Appetite of City Council:\n  - Appetite of ICB:\n" in out
    assert "NHS body" not in out


def test_a_second_run_changes_nothing_and_needs_no_force(run: Run, register: Path):
    before = register.read_bytes()

    code, out, err = run("risks", "-o", "register.md")

    assert (0, "", "register.md is up to date: nothing was changed\n") == (code, out, err)
    assert before == register.read_bytes()
    assert ["register.md"] == [path.name for path in register.parent.iterdir()]


def test_numbers_that_were_filled_in_become_ratings_and_a_copy_is_kept(run: Run, register: Path):
    before = filled(
        register,
        ("Likelihood now (1-5):", "Likelihood now (1-5): 5 - almost certain"),
        ("Impact now (1-5):", "Impact now (1-5): I4"),
        ("Target likelihood (1-5):", "Target likelihood (1-5): 2"),
        ("Target impact (1-5):", "Target impact (1-5): 4"),
        ("Owner:", "Owner: Sam Okafor"),
    )

    code, out, err = run("risks", "-o", "register.md")

    text = register.read_text(encoding="utf-8")
    assert 0 == code
    assert "  - Impact now (1-5): I4\n  - Rating now: 20, red (extreme)\n" in text
    assert "  - Target rating: 8, amber (high)\n  - Owner: Sam Okafor\n" in text
    assert "**Now:** 1 red, 0 amber, 0 green, 3 not scored yet. **Target:** 0 red, 1 amber" in text
    assert "Rated by your numbers (2)" in out
    assert "wrote register.md; as it was: register.md.bak" in err
    assert before == register.with_name("register.md.bak").read_text(encoding="utf-8")


def test_a_number_that_cannot_be_read_is_named_with_its_line_and_left(run: Run, register: Path):
    text = filled(
        register, ("Impact now (1-5):", "Impact now (1-5): high"), ("Target impact (1-5):", "Target impact: 6")
    )

    _, _, err = run("risks", "-o", "register.md")

    lines = text.split("\n")
    assert f"register.md:{lines.index('  - Impact now (1-5): high') + 1}: 'high' is no number from 1 to 5" in err
    assert f"register.md:{lines.index('  - Target impact: 6') + 1}: '6' is no number from 1 to 5" in err
    assert text == register.read_text(encoding="utf-8")


def test_a_rating_that_somebody_typed_is_kept_and_named(run: Run, register: Path):
    text = filled(
        register,
        ("Likelihood now (1-5):", "Likelihood now (1-5): 1"),
        ("Impact now (1-5):", "Impact now (1-5): 1"),
        ("Rating now: not scored yet", "Rating now: red, the board insists"),
    )

    _, _, err = run("risks", "-o", "register.md")

    assert "'red, the board insists' is kept; the numbers give 1, green (low)" in err
    assert "Rating now: red, the board insists" in register.read_text(encoding="utf-8")
    assert text.count("Rating now:") == register.read_text(encoding="utf-8").count("Rating now:")


def test_with_other_barriers_worked_on_risks_are_kept_apart_and_new_ones_marked(run: Run, register: Path):
    filled(register, ("Notes:", "Notes: ask the treasurer"))

    code, out, _ = run("risks", "-b", OTHER, "-o", "register.md")

    text = register.read_text(encoding="utf-8")
    assert 0 == code
    assert "No longer arising, kept: somebody had worked with it (1)" in out
    assert "No longer arising, taken out: nobody had worked with it (3)" in out
    assert text.index("## No longer arising") < text.index("ask the treasurer") < text.index("  - Withdrawn on ")
    assert text.count("  - New on ") == text.count("<!-- risk: ") - 1 > 0


def test_words_that_name_no_barrier_leave_the_register_alone(run: Run, register: Path):
    before = register.read_bytes()

    code, _, err = run("risks", "xqzt blorp vrrm", "-o", "register.md")

    assert (1, before) == (code, register.read_bytes())
    assert "so there is no register; 'advisor diagnose' says why" in err


def test_what_is_no_register_is_replaced_only_by_force(run: Run, register: Path):
    notes = register.with_name("notes.md")
    notes.write_text("my notes", encoding="utf-8")

    code, _, err = run("risks", "-b", ONE, "-o", "notes.md")
    kept = notes.read_text(encoding="utf-8")
    forced, _, _ = run("risks", "-b", ONE, "-o", "notes.md", "--force")

    assert (2, "my notes", 0) == (code, kept, forced)
    assert "notes.md exists already and is no register: choose another name, or --force to replace it" in err
    assert notes.read_text(encoding="utf-8").startswith("# Joint risk register")


def test_a_checklist_is_not_taken_for_a_register_nor_a_register_for_a_checklist(run: Run, working_folder: Path):
    run("risks", "-b", ONE, "-o", "register.md")

    over, _, said = run("risks", "-b", ONE, "-o", "plan.md")
    updated, _, told = run("update", "register.md")

    assert (2, 2) == (over, updated)
    assert "plan.md is not a register of ours" in said
    assert "register.md is not a checklist of ours" in told
    assert "# Action checklist" in (working_folder / "plan.md").read_text(encoding="utf-8")


def test_a_register_that_lost_its_record_is_left_alone(run: Run, register: Path):
    text = register.read_text(encoding="utf-8").partition("<!-- advisor-record")[0]
    register.write_text(text, encoding="utf-8")

    code, _, err = run("risks", "-o", "register.md")

    assert (2, text) == (code, register.read_text(encoding="utf-8"))
    assert "lost what the advisor wrote down at its end" in err


@pytest.mark.parametrize("name", ["register.ods", "register.DOCX"])
def test_a_name_of_another_program_says_which_to_take(run: Run, name: str, tmp_path: Path):
    code, _, err = run("risks", "-b", ONE, "-o", str(tmp_path / name))

    assert (2, []) == (code, list(tmp_path.iterdir()))
    assert "a register is written as .md, .csv or .xlsx" in err


def test_a_workbook_is_written_once_and_never_over_another_by_itself(run: Run, tmp_path: Path):
    target = tmp_path / "register.xlsx"

    code, _, err = run("risks", "-b", ONE, "-o", str(target))
    written = target.read_bytes()
    again, _, refused = run("risks", "-b", ONE, "-o", str(target))

    assert (0, True) == (code, "next: fill in the numbers, the ratings follow" in err)
    assert (2, True, written) == (
        again,
        "only registers in .md and .csv are brought up to date" in refused,
        target.read_bytes(),
    )


def test_a_table_for_spreadsheets_is_scored_and_kept_too(run: Run, register: Path):
    table = register.with_name("register.CSV")
    run("risks", "-b", ONE, "--partner", "ICB", "-o", "register.CSV")
    with table.open(encoding="utf-8-sig", newline="") as stream:
        columns, first, *rest = csv.reader(stream)
    for column, value in {"Likelihood now": "5", "Impact now": "3", "Owner": "Sam Okafor"}.items():
        first[columns.index(column)] = value
    with table.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([columns, first, *rest])

    code, out, err = run("risks", "-o", "register.CSV")

    text = table.read_text(encoding="utf-8")
    assert (0, True) == (code, "Rated by your numbers (1)" in out)
    assert ",5,3,15,red," in text
    assert "Sam Okafor" in text
    assert "Appetite of ICB" in text
    assert "wrote register.CSV" in err


def test_json_tells_what_a_merge_did(run: Run, register: Path):
    filled(register, ("Impact now (1-5):", "Impact now (1-5): nine"))

    _, out, _ = run("risks", "-b", ONE, "-b", OTHER, "-o", "register.md", "--json")

    data = json.loads(out)
    assert [ONE, OTHER] == data["barriers"]
    assert data["file"]["changed"]
    assert {"new", "reworded"} <= {change["what"] for change in data["file"]["changes"]}
    assert ["'nine' is no number from 1 to 5, and is left as it is"] == [r["text"] for r in data["file"]["remarks"]]
