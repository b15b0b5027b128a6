"""advisor survey: many replies diagnosed and counted."""

import csv
import gc
import io
import json
import sys
import tracemalloc
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.cli.chunks import SIZE
from integration_cli.cli.screens.survey import RIGHT
from integration_cli.cli.surveying import Wanted, run_survey
from tests.cli.test_ours import LANYARDS
from tests.conftest import Run
from tests.matching.clear import CLEAR
from tests.running import advisor_process

SECRET = "Jane Smith (jane@example.org, 0113 496 0000, LS1 4AP) says that "


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def replies(here: Path) -> Path:
    """Eleven replies of the council, one of the trust, a blank one, an odd one, a broken one."""
    rows = [["council", text] for text in (*CLEAR[:10], SECRET + CLEAR[0])]
    rows += [["trust", CLEAR[1]], ["trust", " "], ["Leeds trust", "how do I bake sourdough"]]
    return written(here / "replies.csv", rows, "\r\na,b,c,d\r\n")


def written(path: Path, rows: list[list[str]], more: str = "") -> Path:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["organisation", "comment"], *rows])
    path.write_text(stream.getvalue().rstrip("\r\n") + more, encoding="utf-8", newline="")
    return path


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("replies")
def test_the_screen_tells_counts_groups_what_is_left_and_how_to_read_it(run: Run):
    code, out, err = run("survey", "replies.csv", "--column", "comment", "--by", "organisation")

    assert (0, "") == (code, err)
    for part in (
        "13 replies read",
        "of 15 rows; in no share: 1 blank, 1 could not be read",
        "Families of barriers (replies, share of those read, 95 % interval)",
        "By organisation (3)",
        "council 11 replies",
        "Fewer than 10 replies: too few to read anything from these shares.",
        "Unmatched:",
        "row 15: “how do I bake sourdough”",
        "row 16 has 4 cells where the header has 2",
        "Strong and likely findings are counted",
        "95 % Wilson interval",
        "next: advisor show ",
    ):
        assert part in flat(out)
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.usefixtures("replies")
def test_full_shows_every_barrier_and_quote(run: Run):
    short, full = (run("survey", "replies.csv", *more)[1] for more in ([], ["--full"]))

    assert full.count(": “") >= short.count(": “")
    assert "with --full" not in full


def test_the_rates_on_the_screen_are_those_of_the_documents():
    lines = (Path(__file__).parents[2] / "docs" / "matching.md").read_text(encoding="utf-8").splitlines()

    measured = {strength: [line for line in lines if line.startswith(f"| {strength} |")] for strength in RIGHT}
    assert {name: f"0.{share}" for name, share in RIGHT.items()} == {
        name: line.split("|")[2].strip() for name, (line,) in measured.items()
    }


@pytest.mark.usefixtures("replies")
def test_the_column_that_was_not_named_is_told(run: Run):
    _, _, err = run("survey", "replies.csv")

    assert "column 'comment' is read, the only one that holds sentences" in err


@pytest.mark.usefixtures("replies")
def test_possible_findings_are_counted_where_asked_and_it_is_said(run: Run):
    plain, possible = (json.loads(run("survey", "replies.csv", "--json", *more)[1]) for more in ([], ["--possible"]))

    assert ["strong", "likely"] == plain["counted_strengths"]
    assert ["strong", "likely", "possible"] == possible["counted_strengths"]
    assert len(possible["barriers"]) > len(plain["barriers"]) > 0
    assert "take the counts as an upper bound" in flat(run("survey", "replies.csv", "--possible")[1])


@pytest.mark.usefixtures("replies")
def test_what_is_counted_is_what_diagnose_finds(run: Run, advisor: Advisor):
    data = json.loads(run("survey", "replies.csv", "--json")[1])

    texts = [*CLEAR[:10], SECRET + CLEAR[0], CLEAR[1], "how do I bake sourdough"]
    expected: dict[str, int] = {}
    for text in texts:
        sure = [f for f in advisor.diagnose(text).findings if f.strength != "possible"]
        for main in {finding.part_of or finding.barrier for finding in sure}:
            expected[main] = expected.get(main, 0) + 1
    assert expected == {entry["barrier"]: entry["replies"] for entry in data["barriers"]}


@pytest.mark.usefixtures("replies")
def test_redacted_nothing_that_is_shown_or_written_names_anybody(run: Run, here: Path):
    argv = ("survey", "replies.csv", "--by", "organisation", "--redact", "--full")
    _, out, err = run(*argv, "--rows", "rows.csv", "--csv", "counts.csv")
    _, data, _ = run(*argv, "--json")

    files = [(here / name).read_text(encoding="utf-8") for name in ("rows.csv", "counts.csv")]
    for text in (out, err, data, *files):
        assert not [part for part in ("Jane", "Smith", "example.org", "0113", "LS1", "Leeds") if part in text]
    assert "[name] ([e-mail], [phone], [postcode]) says" in files[0]
    assert "[place] trust" in flat(out)
    assert "read before you pass it on" in flat(out)


@pytest.mark.usefixtures("replies")
def test_masking_changes_no_count(run: Run):
    plain, redacted = (json.loads(run("survey", "replies.csv", "--json", *more)[1]) for more in ([], ["--redact"]))

    assert plain["barriers"][0]["replies"] == redacted["barriers"][0]["replies"]
    assert [e["barrier"] for e in plain["barriers"]] == [e["barrier"] for e in redacted["barriers"]]


@pytest.mark.usefixtures("replies")
def test_every_row_is_in_the_file_of_rows(run: Run, here: Path):
    code, _, err = run("survey", "replies.csv", "-c", "comment", "--by", "1", "--rows", "rows.csv")

    with (here / "rows.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert (0, "wrote rows.csv: 15 rows\n") == (code, err)
    assert [str(number) for number in range(2, 17)] == [row["row"] for row in rows]
    assert ["blank", "unmatched", "broken"] == [row["status"] for row in rows[-3:]]
    assert "has 4 cells where the header has 2" == rows[-1]["reason"]
    assert "council" == rows[0]["group"]


def test_hostile_cells_neither_steer_the_terminal_nor_the_spreadsheet(run: Run, here: Path):
    hostile = f"=cmd|'/c calc'!A0 \x1b[31m[red] {CLEAR[0]}"
    written(here / "replies.csv", [["@council \x1b]0;x\x07", hostile]])

    _, out, _ = run("survey", "replies.csv", "--by", "organisation", "--rows", "rows.csv", "--csv", "counts.csv")

    files = [(here / name).read_text(encoding="utf-8") for name in ("rows.csv", "counts.csv")]
    for text in (out, *files):
        assert "\x1b" not in text
        assert "\x07" not in text
    assert "[red]" in out
    cells = [cell for text in files for row in csv.reader(io.StringIO(text)) for cell in row]
    assert [] == [cell for cell in cells if cell.startswith(("=", "@"))]


def test_several_processes_give_the_same_as_one(run: Run, here: Path):
    """More chunks than processes, so that they end out of order."""
    rows = [[f"body {n % 3}", CLEAR[n % len(CLEAR)]] for n in range(4 * SIZE + 7)]
    written(here / "replies.csv", rows)

    argv = ("survey", "replies.csv", "--by", "organisation", "--json")
    one = run(*argv, "--rows", "one.csv")
    two = run(*argv, "--rows", "two.csv", "--jobs", "2")

    assert (0, one[1]) == (two[0], two[1])
    assert (here / "one.csv").read_bytes() == (here / "two.csv").read_bytes()


def test_a_pipe_is_read_and_gets_no_progress(here: Path, advisor: Advisor):
    assert advisor.index.barriers
    data = f"comment\n{CLEAR[0]}\n".encode()

    done = advisor_process("survey", "-", "--json", cwd=here, stdin=data)

    assert (0, b"") == (done.returncode, done.stderr)
    assert 1 == json.loads(done.stdout)["read"]


def test_where_nothing_matches_the_answer_is_no(run: Run, here: Path):
    (here / "replies.txt").write_text("how do I bake sourdough\n", encoding="utf-8")

    code, out, _ = run("survey", "replies.txt")

    assert 1 == code
    assert "No reply shows a barrier plainly enough to be counted." in out
    assert "next: advisor diagnose" in out


def test_a_workbook_is_read_like_a_csv(run: Run, here: Path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["id", "comment"], [1, CLEAR[0]], [2, None], [3, CLEAR[1]]):
        book.active.append(row)
    book.save(here / "replies.xlsx")

    data = json.loads(run("survey", "replies.xlsx", "--json")[1])

    assert (3, 2, 1) == (data["rows"], data["read"], data["blank"])


def test_our_own_barriers_are_counted_and_marked(run: Run, ours: str, tmp_path: Path):
    file = tmp_path / "replies.txt"
    file.write_text(LANYARDS + "\n", encoding="utf-8")

    _, out, _ = run("survey", str(file), "--knowledge", ours)
    _, data, _ = run("survey", str(file), "--knowledge", ours, "--json", "--jobs", "2")

    assert "Quarrel over staff badges (local) badge-quarrel" in flat(out)
    assert ("badge-quarrel", True) == tuple(json.loads(data)["barriers"][0][key] for key in ("barrier", "local"))


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nope.csv"], "cannot read nope.csv"),
        (["."], "cannot read ."),
        (["replies.csv", "-c", "coment"], "did you mean 'comment'"),
        (["replies.csv", "--by", "organization"], "did you mean 'organisation'"),
        (["replies.csv", "-c", "comment", "--by", "comment"], "--by needs another column"),
        (["replies.csv", "--rows", "replies.csv", "--force"], "replies.csv holds the replies"),
        (["replies.csv", "--rows", "x.csv", "--csv", "./x.csv"], "need two files"),
        (["replies.csv", "--csv", "there.csv"], "there.csv exists already"),
        (["replies.csv", "--csv", "-"], "need a file"),
        (["replies.csv", "--rows", "no/such/x.csv"], "there is no folder for"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("replies")
def test_what_cannot_be_done_is_said_before_any_work(run: Run, here: Path, argv: list[str], said: str):
    (here / "there.csv").write_text("keep", encoding="utf-8")
    before = sorted(path.name for path in here.iterdir())

    code, out, err = run("survey", *argv)

    assert (2, "") == (code, out)
    assert said in err
    assert before == sorted(path.name for path in here.iterdir())
    assert "keep" == (here / "there.csv").read_text(encoding="utf-8")


def test_a_run_that_fails_leaves_no_half_file(run: Run, here: Path):
    """Here every reply has a group of its own, which is noticed on the way."""
    written(here / "replies.csv", [[f"body {n}", "x"] for n in range(2 * SIZE)])

    code, _, err = run("survey", "replies.csv", "-c", "2", "--by", "1", "--rows", "rows.csv")

    assert (2, True) == (code, "more than 200 different values" in err)
    assert ["replies.csv"] == [path.name for path in here.iterdir()]


def test_memory_does_not_grow_with_the_rows(here: Path):
    """Ten times the rows take hardly more: neither rows nor results are held, and what is remembered is limited."""
    peaks = []
    for rows in (1_000, 1_000, 10_000):
        path = written(here / "replies.csv", [["council", CLEAR[n % 5]] for n in range(rows)])
        gc.collect()
        tracemalloc.start()
        run_survey(Wanted(str(path), "comment", "organisation", rows=here / "rows.csv", force=True))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    # The first run also pays for what is imported.
    assert peaks[2] / peaks[1] < 1.5


def test_standard_input_that_is_closed_is_an_empty_file(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", None)

    code, _, err = run("survey", "-")

    assert (2, "advisor: standard input is empty\n") == (code, err)
