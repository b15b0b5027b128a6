"""Full disks, readers that leave, Ctrl-C and other programs, for what writes many rows, pages or answers."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.assessment import Rating
from integration_cli.cli.assess_forms import keep_rating
from integration_cli.errors import AdvisorError
from tests.forms import form
from tests.robustness.test_bad_days import FOUND, SITUATION, in_shell
from tests.running import advisor_process, python, surroundings

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and limits of POSIX")
OPEN = ("no-shared-vision", "mutual-distrust", "no-bandwidth", "fear-of-sharing-data")


@pytest.fixture
def here(advisor: Advisor, tmp_path: Path) -> Path:
    """A folder with a plan, a form and replies, a thousand and many."""
    assert advisor.index.barriers
    rows = [f"team {n % 3},{SITUATION} {n}\n" for n in range(1000)]
    (tmp_path / "replies.csv").write_text("team,comment\n" + "".join(rows), encoding="utf-8")
    (tmp_path / "many.csv").write_text("team,comment\n" + "".join(rows) * 200, encoding="utf-8")
    (tmp_path / "plan.md").write_text(advisor.checklist(advisor.plan(["no-bandwidth"]), "2026-05-04"), encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(form(advisor, dict.fromkeys(OPEN)), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("$A survey replies.csv >/dev/full", 2, b"cannot write the output: No space left on device"),
        ("$A survey replies.csv --json >/dev/full", 2, b"cannot write the output: No space left on device"),
        ('$A report "$S" -o - >/dev/full', 2, b"cannot write the output: No space left on device"),
        ("$A progress plan.md --csv - >/dev/full", 2, b"cannot write the output: No space left on device"),
        ('$A risks "$S" >/dev/full', 2, b"cannot write the output: No space left on device"),
        ("$A survey replies.csv --full | head -1", 0, b"1,000 replies read"),
        ('$A report "$S" -o - | head -1', 0, b"<!doctype html>"),
        ("$A site pages 2>&1 | head -c 0", 0, b""),
        ("$A survey replies.csv >&-", 2, b"standard output is closed"),
        ("$A survey - -c comment <&-", 2, b"is empty"),
        ("cat replies.csv | $A survey - -c comment", 0, b"1,000 replies read"),
        ("PYTHONIOENCODING=cp1252 $A survey replies.csv", 0, FOUND),
        ("TERM=dumb LANG=C LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0 $A progress plan.md --csv -", 0, b"plan.md"),
        ("LANG=C LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0 $A site 'ü 界'", 0, b"pages into"),
        ("PYTHONIOENCODING=cp1252 $A assess ours.yaml --result", 1, b"Nothing is rated yet"),
        ("$A assess ours.yaml </dev/null", 1, b"Nothing is rated yet"),
        ("$A progress plan.md --csv /dev/full", 2, b"is not a file"),
        ("$A survey replies.csv --rows no/such/rows.csv", 2, b"there is no folder for"),
        ("$A site /dev/null/pages", 2, b"Not a directory"),
        ('$A risks "$S" -o /dev/full.md', 2, b"cannot write /dev/full.md") if os.geteuid() else ("true", 0, b""),
    ],
)
def test_a_bad_day_gets_an_answer(here: Path, line: str, code: int, said: bytes):
    done = in_shell(line, here)

    assert code == done.returncode, done.stderr
    assert said in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr


def limited(folder: Path, most: int, *argv: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command where no file can grow beyond so many bytes: the disk is full in the middle of the writing."""
    limit = f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most})); "
    return python("-c", f"{limit}from integration_cli.cli.main import main; sys.exit(main({argv!r}))", cwd=folder)


@pytest.mark.parametrize(
    "argv",
    [
        ["survey", "replies.csv", "--rows", "new.csv"],
        ["site", "--single", "new.html"],
        ["report", SITUATION, "-o", "new.html"],
        ["risks", SITUATION, "-o", "new.md"],
        ["risks", SITUATION, "-o", "new.csv"],
        ["risks", SITUATION, "-o", "new.xlsx"],
        ["checklist", "--plan", "plan.md", "-o", "new.docx"],
        ["checklist", "--plan", "plan.md", "-o", "new.xlsx"],
        ["progress", "plan.md", "--csv", "new.csv"],
        ["assess", "--blank", "new.xlsx"],
    ],
    ids=" ".join,
)
def test_a_full_disk_leaves_no_half_file(here: Path, argv: list[str]):
    before = sorted(path.name for path in here.iterdir())

    done = limited(here, 100, *argv)

    assert 2 == done.returncode, done.stderr
    assert b"advisor: cannot write new." in done.stderr or b"no room for temporary files" in done.stderr
    assert b"Traceback" not in done.stderr
    assert before == sorted(path.name for path in here.iterdir())


def test_a_site_that_found_the_disk_full_says_so_and_is_finished_the_next_time(here: Path):
    done = limited(here, 200_000, "site", "pages")
    again = advisor_process("site", "pages", cwd=here)

    assert (2, 0) == (done.returncode, again.returncode)
    assert b"advisor: cannot write into pages: File too large\npages is unfinished, with " in done.stderr
    assert b"run the command again, or delete the folder" in done.stderr
    pages = {path.relative_to(here / "pages").as_posix() for path in here.rglob("pages/**/*.html")}
    assert pages == set((here / "pages" / "made-by-advisor.txt").read_text(encoding="utf-8").splitlines()[2:])


def started(folder: Path, *argv: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "integration_cli", *argv],
        cwd=folder,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def until(there: "os.PathLike[str]", pattern: str) -> None:
    """Wait until a file is there, as a person waits before the key is pressed."""
    for _ in range(1200):
        if any(Path(there).glob(pattern)):
            return
        time.sleep(0.05)
    raise AssertionError(f"{pattern} never came")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_in_mid_survey_leaves_nothing(here: Path, jobs: str):
    """The key reaches every process of the terminal."""
    before = sorted(path.name for path in here.iterdir())
    process = started(here, "survey", "many.csv", "-c", "comment", "--rows", "rows.csv", "--jobs", jobs)
    until(here, ".rows.csv.*.tmp")
    time.sleep(0.3)

    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=120)

    assert (130, b"", b"") == (process.returncode, out, err)
    assert before == sorted(path.name for path in here.iterdir())


def test_ctrl_c_in_mid_site_tells_what_is_there(here: Path):
    process = started(here, "site", "pages")
    until(here, "pages/*/*.html")

    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=120)

    assert (130, b"") == (process.returncode, out)
    assert err.startswith(b"pages is unfinished, with ")
    assert not (here / "pages" / "index.html").exists()
    assert [] == list(here.rglob("*.tmp"))
    listed = (here / "pages" / "made-by-advisor.txt").read_text(encoding="utf-8").splitlines()[2:]
    assert set(listed) == {path.relative_to(here / "pages").as_posix() for path in here.rglob("pages/*/*.html")}


ANSWERS = """
import sys
from pathlib import Path
from integration_cli import Advisor
from integration_cli.assessment import Rating
from integration_cli.cli.assess_forms import keep_rating
from integration_cli.errors import AdvisorError
advisor = Advisor.load()
for id_ in sys.argv[1:]:
    try:
        keep_rating(advisor, Path("ours.yaml"), Rating(id_, 3))
        print(id_)
    except AdvisorError as error:
        print(error, file=sys.stderr)
"""


def test_two_who_answer_in_one_form_lose_no_answer(advisor: Advisor, here: Path):
    """What one of them was told is kept is there; what was not kept was said."""
    asked = [barrier.id for barrier in advisor.questions()][:24]
    (here / "ours.yaml").write_text(form(advisor, dict.fromkeys(asked)), encoding="utf-8")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ANSWERS, *asked[half::2]],
            cwd=here, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for half in (0, 1)
    ]  # fmt: skip

    ended = [process.communicate(timeout=120) for process in running]

    kept = {id_ for out, _ in ended for id_ in out.decode().split()}
    found = advisor.read_forms([("ours.yaml", (here / "ours.yaml").read_bytes())])[0][1]
    assert kept == {id_ for id_, rating in found.ratings.items() if rating.score == 3}
    assert 24 - len(kept) == sum(err.count(b"your last answer is not in it: run the command again") for _, err in ended)


def test_a_form_that_another_program_holds_is_left_alone(advisor: Advisor, here: Path):
    import fcntl

    before = (here / "ours.yaml").read_bytes()
    with (here / "ours.yaml").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(AdvisorError, match="run the command again"):
            keep_rating(advisor, here / "ours.yaml", Rating("no-bandwidth", 3))

    assert before == (here / "ours.yaml").read_bytes()


def test_two_who_update_one_register_end_well(advisor: Advisor, here: Path):
    """One of them writes; the other says so, or comes after and writes too."""
    first = advisor.risks(["no-bandwidth"])
    (here / "register.csv").write_bytes(advisor.register_table(first))
    wishes = ("fear-of-sharing-data", "no-dispute-resolution", "mutual-distrust")
    running = {wish: started(here, "risks", "--barrier", wish, "-o", "register.csv") for wish in wishes}

    ended = {wish: (process.communicate(timeout=120)[1], process.returncode) for wish, process in running.items()}

    assert any(code == 0 for _, code in ended.values())
    for said, code in ended.values():
        assert code == 0 or b"was saved by somebody else just now, and is left as it is: run the command again" in said
    text = (here / "register.csv").read_bytes()
    last = [wish for wish, (_, code) in ended.items() if code == 0]
    assert any(
        text == advisor.update_register(text, advisor.risks([wish]), "2026-11-22", "register.csv")[0].data
        for wish in last
    )


@pytest.mark.parametrize("name", ["two words – Übergabe 界", "-dash \n it's"])
def test_paths_may_have_any_name(here: Path, name: str):
    ending = {"plan": ".md", "replies": ".csv", "ours": ".yaml"}
    for file, end in ending.items():
        (here / f"{file}{end}").rename(here / f"{name}{end}")

    for argv in (
        ["survey", f"--rows=rows {name}.csv", f"--csv=counts {name}.csv", "-c", "comment", "--", f"{name}.csv"],
        ["progress", f"--csv={name} out.csv", f"--ics={name}.ics", "--", f"{name}.md"],
        ["checklist", f"--plan={name}.md", f"--output={name}.xlsx"],
        ["update", f"--from={name}.xlsx", "--", f"{name}.md"],
        ["risks", f"--plan={name}.md", f"--output={name} risks.csv"],
        ["report", f"--plan={name}.md", f"--output={name}.html"],
        ["assess", f"--blank={name} form.xlsx", "--", f"{name}.yaml"],
    ):
        done = advisor_process(*argv, cwd=here)

        assert 0 == done.returncode, (argv, done.stderr)
        assert b"Traceback" not in done.stderr
    assert 11 == len([path for path in here.iterdir() if name in path.name])


def test_windows_line_ends_are_read_and_kept(advisor: Advisor, here: Path):
    for file in ("replies.csv", "ours.yaml"):
        (here / file).write_bytes((here / file).read_bytes().replace(b"\n", b"\r\n"))

    keep_rating(advisor, here / "ours.yaml", Rating("no-bandwidth", 3, comment="since\nspring"))
    done = advisor_process("survey", "replies.csv", "-c", "comment", "--json", cwd=here)

    assert 1000 == json.loads(done.stdout)["read"]
    assert b"\n" not in (here / "ours.yaml").read_bytes().replace(b"\r\n", b"")
