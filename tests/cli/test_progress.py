"""How far plans have come, at the terminal and in files."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from integration_cli import Advisor
from integration_cli.cli.screens.progress import BAR, bar, render_progress
from integration_cli.export.calendar import to_calendar
from integration_cli.export.progress_csv import to_csv
from integration_cli.export.progress_data import to_data
from integration_cli.upkeep import Tally
from tests.cli.test_console import MARKUP, STEERING, on_screen, steers
from tests.conftest import Run
from tests.filled import checklist, filled, known
from tests.planning.edited import apply, edits
from tests.running import python

REVIEW = "monitor-governance/review-governance"
DAY = ("--today", "3 Nov 2026")


@pytest.fixture
def plan(working_folder: Path) -> str:
    """The text of plan.md in the current folder."""
    return (working_folder / "plan.md").read_text(encoding="utf-8")


def flat(text: str) -> str:
    """A screen without its line breaks."""
    return " ".join(text.split())


def saved(text: str, name: str = "plan.md") -> str:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.usefixtures("plan")
def test_a_fresh_plan_says_what_to_fill_in_and_what_to_do_next(run: Run):
    code, out, err = run("progress", "plan.md", *DAY)

    assert (0, "") == (code, err)
    assert re.match(r"0 of \d+ actions done, as at 3 November 2026\n", out)
    assert "No open action has an owner: write a name after 'Owner:'" in out
    assert "nothing can be late: write one after 'Due:'" in flat(out)
    assert "By owner" not in out
    assert out.endswith("newer advice: advisor update plan.md --dry-run\n")


def test_the_screen_says_what_is_late_for_how_long_whose_it_is_and_where_it_stands(run: Run, plan: str):
    text = filled(plan, REVIEW, owner="Jane", due="1 Nov 2026")
    saved(text)
    line = 1 + next(number for number, line in enumerate(text.splitlines()) if REVIEW in line)

    _, out, _ = run("progress", "plan.md", *DAY)

    assert (
        f"1 November 2026, 2 days late  Jane: Review the working of the joint governance at set points plan.md:{line}"
        in (out.replace("\n    ", " ").replace("points  plan", "points plan"))
    )
    assert re.search(r"^  !{16} 0/1  1 late  Jane$", out, re.MULTILINE)
    assert "Unclear who hosts, decides and is accountable" in out


@pytest.mark.parametrize("width", ["80", "120"])
def test_no_line_is_wider_than_the_terminal(run: Run, plan: str, width: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", width)
    saved(filled(plan, REVIEW, owner="The finance and performance committee of the place " * 3, due="1 Nov 2026"))

    _, out, _ = run("progress", "plan.md", *DAY)

    assert max(map(len, out.splitlines())) <= int(width)


def test_due_within_lists_what_comes_by_then_and_no_more(run: Run, plan: str):
    saved(filled(filled(plan, REVIEW, due="3 Dec 2026"), "monitor-governance/change-what-fails", due="4 Dec 2026"))

    _, out, _ = run("progress", "plan.md", *DAY, "--due-within", "30")

    assert "Due by 3 December 2026 (1)" in out
    assert "Review the working" in out
    assert "Change what does not work" not in out


def test_nothing_due_is_said(run: Run, plan: str):
    saved(filled(plan, REVIEW, due="3 Dec 2026"))

    _, out, _ = run("progress", "plan.md", *DAY, "--due-within", "0")

    assert "Due by 3 November 2026 (0)\n  Nothing.\n" in out


def test_a_day_that_cannot_be_read_is_told_with_its_words_and_its_line(run: Run, plan: str):
    text = filled(plan, REVIEW, due="end of [red]March[/red]")
    saved(text)
    line = 1 + text.splitlines().index("  - Due: end of [red]March[/red]")

    _, out, _ = run("progress", "plan.md", *DAY)

    assert f"“end of [red]March[/red]”  plan.md:{line}" in out


def test_several_plans_are_shown_one_below_the_other_in_the_order_given(run: Run, plan: str):
    saved(filled(plan, REVIEW, "x"), "south/plan.md")
    saved(filled(plan, REVIEW, due="1 Nov 2026"), "north/plan.md")

    _, out, _ = run("progress", "south/plan.md", "north/plan.md", "south/../south/plan.md", *DAY)

    table = out.partition("By plan\n")[2].partition("\n\n")[0]
    assert ["south/plan.md", "north/plan.md"] == [line.split()[-1] for line in table.splitlines()]
    assert "advisor progress north/plan.md" in out


def test_kept_to_an_owner_the_first_line_says_whose(run: Run, plan: str):
    saved(filled(plan, REVIEW, "x", owner="Jane Smith"))

    code, out, _ = run("progress", "plan.md", "--owner", "SMI", *DAY)

    assert (0, True) == (code, out.startswith("1 of 1 action of Jane Smith done"))


def test_an_owner_of_no_plan_gets_the_nearest(run: Run, plan: str):
    saved(filled(plan, REVIEW, owner="Jane Smith"))

    code, out, err = run("progress", "plan.md", "--owner", "Jnae")

    assert (2, "", True) == (code, out, "did you mean 'Jane'" in err)


@pytest.mark.parametrize(("due", "expected"), [("2 Nov 2026", 1), ("3 Nov 2026", 0), ("soon", 0)])
def test_a_scheduled_job_learns_from_the_exit_code_that_something_is_late(run: Run, plan: str, due: str, expected: int):
    saved(filled(plan, REVIEW, due=due))

    assert expected == run("progress", "plan.md", "--fail-on-overdue", *DAY)[0]
    assert 0 == run("progress", "plan.md", *DAY)[0]


@pytest.mark.usefixtures("plan")
def test_one_file_that_is_no_plan_stops_all_and_every_such_file_is_named(run: Run):
    code, out, err = run("progress", "plan.md", "minutes.txt", "council.txt")

    assert (2, "") == (code, out)
    assert "minutes.txt is not a checklist of ours" in err
    assert "council.txt is not a checklist of ours" in err
    assert "Nothing was counted" in err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nowhere.md"], "cannot read nowhere.md"),
        (["plan.md", "--today", "soon"], "'soon' is not a date: type it as 2026-12-01"),
        (["plan.md", "--json", "--csv", "-"], "--json and --csv - cannot share standard output"),
        (["plan.md", "--csv", "plan.md"], "plan.md exists already"),
        (["plan.md", "--owner", "Jane"], "no action of these plans has an owner yet"),
    ],
)
@pytest.mark.usefixtures("plan")
def test_what_cannot_be_done_says_why(run: Run, argv: list[str], said: str):
    code, out, err = run("progress", *argv)

    assert (2, "", True) == (code, out, said in err)


def test_a_table_opens_in_a_spreadsheet_and_is_not_replaced_unasked(run: Run, plan: str):
    saved(filled(plan, REVIEW, owner="=cmd|' /C calc'!A0", due="1 Dec 2026"))

    first = run("progress", "plan.md", "--csv", "actions.csv", *DAY)
    second = run("progress", "plan.md", "--csv", "actions.csv", *DAY)
    third = run("progress", "plan.md", "--csv", "actions.csv", "--force", *DAY)

    assert [0, 2, 0] == [first[0], second[0], third[0]]
    assert "wrote actions.csv: " in first[2]
    assert Path("actions.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with Path("actions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert ["'=cmd|' /C calc'!A0"] == [row["owner"] for row in csv.DictReader(file) if row["owner"]]


def test_a_table_on_standard_output_stands_there_alone(run: Run, plan: str):
    _, out, err = run("progress", "plan.md", "--csv", "-", *DAY)

    assert plan.count("<!-- action:") + 1 == len(out.splitlines())
    assert "" == err


def test_a_calendar_is_written_with_a_day_for_each_action_that_has_one(run: Run, plan: str):
    saved(filled(plan, REVIEW, due="1 Dec 2026"))

    code, _, err = run("progress", "plan.md", "--ics", "plan.ics", *DAY)

    assert (0, "wrote plan.ics: 1 due date\n") == (code, err)
    assert b"DTSTART;VALUE=DATE:20261201\r\n" in Path("plan.ics").read_bytes()


def test_without_the_package_for_calendars_one_line_says_how_to_get_it(working_folder: Path):
    code = (
        "import sys; sys.modules['icalendar'] = None; from integration_cli.cli.main import main; "
        "sys.exit(main(['progress', 'plan.md', '--ics', 'plan.ics', '--csv', 'plan.csv']))"
    )

    done = python("-c", code, cwd=working_folder)

    assert (2, b"") == (done.returncode, done.stdout)
    assert ["advisor: calendars need one more package: pip install 'integration-cli[calendar]'"] == (
        done.stderr.decode().splitlines()
    )
    assert not (working_folder / "plan.csv").exists()


@pytest.mark.parametrize("hostile", STEERING.values(), ids=STEERING)
def test_what_is_typed_in_a_plan_cannot_steer_a_terminal(run: Run, plan: str, hostile: str):
    Path("before.md").write_text(plan, encoding="utf-8")
    text = filled(plan, REVIEW, owner=hostile, due="1 Nov 2026", notes=hostile)
    text = filled(text, "monitor-governance/change-what-fails", "-", due=hostile, notes=hostile)
    saved(text.replace("## Sources\n", f"## {hostile}\n\n- [ ] {hostile}\n  - Due: {hostile}\n\n## Sources\n", 1))

    for more in ([], ["--full"], ["--since", "before.md"], ["--csv", "-"], ["--json"], ["--owner", hostile]):
        _, out, err = run("progress", "plan.md", *DAY, *more)

        assert set() == steers(out) | steers(err), more
        assert len(out + err) > 0


def test_markup_in_a_plan_survives():
    own = f"## Ours\n\n- [ ] Do: {MARKUP}\n  - Owner: {MARKUP}\n  - Due: 1 Nov 2026\n\n## Sources\n"
    text = checklist(known()).replace("## Sources\n", own, 1)

    progress = Advisor(known()).progress({"[x].md": text.encode()}, "2026-11-03")
    shown = flat(on_screen(render_progress(progress, full=True)))

    assert 2 == shown.count(MARKUP)
    assert "[x].md:" in shown


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_a_bar_has_one_length_and_a_cell_at_least_for_everything_that_there_is(done: int, late: int, later: int):
    drawn = "".join(piece for piece, _ in bar(Tally(done, late + later, 0, late, 0, 0)).pieces)

    assert BAR == len(drawn)
    assert [bool(done), bool(late), bool(later), not (done or late or later)] == [mark in drawn for mark in "#!.-"]


DAYS = st.one_of(
    st.dates().map(str), st.text(max_size=20), st.from_regex(r"\d{1,2}[/. ]\w{1,9}[/. ]\d{1,4}", fullmatch=True)
)


@settings(max_examples=150)
@given(edits, st.text(max_size=30), DAYS, st.sampled_from(["", "2026-12-03"]))
def test_whatever_people_type_every_output_tells_the_same_actions(chosen: list, owner: str, due: str, until: str):
    own = f"## Ours\n\n- [ ] Swim\n  - Owner: {owner}\n  - Due: {due}\n\n## Sources\n"
    text, _ = apply(checklist(known()).replace("## Sources\n", own, 1), chosen)
    files = {"plan.md": text.encode("utf-8", "replace")}

    progress = Advisor(known()).progress(files, "2026-11-03", until=until)
    rows = list(csv.DictReader(io.StringIO(to_csv(progress))))
    events = Calendar.from_ical(to_calendar(progress)).walk("VEVENT")
    shown = on_screen(render_progress(progress, full=True))

    assert len(progress.listed) == len(rows) == len(to_data(progress, known())["actions"])
    dated = [row for row in rows if row["status"] == "open" and re.fullmatch(r"\d{4}-\d\d-\d\d", row["due"])]
    assert sorted(row["due"] for row in dated) == sorted(event["dtstart"].dt.isoformat() for event in events)
    assert f"{progress.tally.open} open: {len(progress.late)} late" in shown
    assert set() == steers(shown)


@pytest.mark.usefixtures("plan")
def test_progress_changes_no_plan(run: Run):
    before = Path("plan.md").read_bytes()

    run("progress", "plan.md", "--full", "--due-within", "9", "--since", "plan.md")

    assert before == Path("plan.md").read_bytes()
    assert not Path("plan.md.bak").exists()
