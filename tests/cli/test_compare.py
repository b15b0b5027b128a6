"""Partners compared at the terminal: a column for each, a line for each barrier."""

import json
import re
import shlex
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.cli.partners import MOST_PARTNERS
from integration_cli.cli.screens.comparison import render_comparison
from integration_cli.comparing.compare import compare
from integration_cli.comparison import Partner
from integration_cli.diagnosis import Finding, Segment, Span
from tests import small
from tests.cli.test_console import MARKUP, STEERING, on_screen, steers
from tests.conftest import Run

COUNCIL, HOSPITAL, CHARITY, CANTEEN = "council.txt", "hospital.txt", "charity.txt", "canteen.txt"
NOTHING = "Simmer the lentils for twenty minutes and add the cumin at the end."
DETAIL = "When we fall out over the joint fund there is no arbitration, and no one above us to settle the dispute."
MAIN = "It is unclear who hosts the joint team, who decides and who is accountable for it."


@pytest.fixture(autouse=True)
def _among_the_partners(monkeypatch: pytest.MonkeyPatch) -> None:
    """The texts of four partners of one partnership lie here; the canteen's is about something else."""
    monkeypatch.chdir(Path(__file__).parent / "partners")


def flat(text: str) -> str:
    """A screen without its line breaks."""
    return " ".join(text.split())


def written(folder: Path, **texts: str) -> list[str]:
    """The paths of new files with these texts."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def crowd(count: int) -> list[Partner]:
    """Partners with long names, each with a finding of its own and one that all share."""
    segment = Segment(Span(0, 1), "x")
    return [
        Partner(
            f"The joint commissioning unit of place number {number}",
            {id_: Finding(id_, "", "likely", 0.6, (), segment) for id_ in ("shared", f"barrier-{number}")},
            file=f"{number}.txt",
        )
        for number in range(count)
    ]


def test_the_screen_says_who_names_what_and_how_surely(run: Run):
    code, out, err = run("compare", COUNCIL, HOSPITAL, CHARITY)

    assert (0, "") == (code, err)
    assert re.search(r"a  charity: names \d barrier.*\n  b  council: .*\n  c  hospital: ", out)
    shared = out.partition("Named by some")[2].partition("Named by one only")[0]
    assert re.search(r"^  - [SL] [SL]  .*unclear-risk-sharing$", shared, re.MULTILINE)
    assert re.search(r"^  [SL] - -  ", out.partition("Named by one only")[2], re.MULTILINE)


def test_what_both_of_two_name_leads(run: Run):
    _, out, _ = run("compare", HOSPITAL, COUNCIL)

    assert "unclear-risk-sharing" in flat(out.partition("Named by both")[2].partition("Named by one only")[0])


def test_what_nobody_shares_is_said_and_not_left_out(run: Run):
    _, out, _ = run("compare", CHARITY, HOSPITAL)

    assert "Named by both None." in flat(out).replace("a b ", "")


def test_what_one_names_alone_goes_to_the_others_as_a_question(run: Run, advisor: Advisor):
    _, out, _ = run("compare", COUNCIL, CHARITY)

    question = advisor.knowledge.barriers["contract-terms-too-short"].question
    assert f"contract-terms-too-short ask b: is it so? “{question}”" in flat(out)


def test_who_names_a_detail_and_who_names_its_main_barrier_share_a_line(run: Run, tmp_path: Path):
    _, out, _ = run("compare", *written(tmp_path, one=DETAIL, two=MAIN))

    both = flat(out.partition("Named by both")[2])
    assert re.search(r"S S .* unclear-governance-and-hosting › .* \(a\) no-dispute-resolution", both)
    assert "a and b: 1 of 1" in both


def test_full_shows_every_barrier_and_the_words_that_counted(run: Run):
    _, short, _ = run("compare", COUNCIL, HOSPITAL, CHARITY)
    _, full, _ = run("compare", COUNCIL, HOSPITAL, CHARITY, "--full")

    assert ("more with --full" in short, "more with --full" in full) == (True, False)
    assert ("b says: " in short, "b says: " in full) == (False, True)
    said = re.findall(r"b says: (.*?)(?: c says| ask |$)", flat(full))
    assert {word for line in said for word in line.replace(" · ", " ").split()} <= set(
        re.findall(r"\w+", Path(COUNCIL).read_text(encoding="utf-8"))
    )


def test_the_order_of_the_files_changes_not_a_byte(run: Run):
    for options in ([], ["--full"], ["--json"]):
        outputs = {run("compare", *order, *options)[1] for order in permutations([COUNCIL, HOSPITAL, CHARITY, CANTEEN])}
        assert 1 == len(outputs)


def test_a_file_that_matches_nothing_is_shown_as_such_and_counts_nowhere(run: Run):
    code, out, _ = run("compare", COUNCIL, HOSPITAL, CANTEEN)

    assert 0 == code
    assert "a canteen: names nothing surely enough to count; left out below" in flat(out)
    assert "Named by all 2" not in out
    assert "Named by both that name anything" in out
    assert re.search(r"^    S S  .*unclear-risk-sharing$", out, re.MULTILINE)


@pytest.mark.parametrize("texts", [(NOTHING, NOTHING), ("", "the and of it")], ids=["elsewhere", "no words"])
def test_where_no_file_matches_the_answer_is_no(run: Run, texts: tuple[str, str], tmp_path: Path):
    files = written(tmp_path, one=texts[0], two=texts[1])

    code, out, err = run("compare", *files)

    assert (1, "") == (code, err)
    assert "There is nothing to compare" in out
    assert 1 == run("compare", *files, "--json")[0]


def test_the_last_lines_are_commands_that_run(run: Run):
    _, out, _ = run("compare", COUNCIL, HOSPITAL)

    next_ones = re.findall(r"advisor (show \S+|explain --file \S+ --barrier \S+|checklist --barrier \S+)", flat(out))
    assert ["show", "explain", "checklist"] == [command.split()[0] for command in next_ones]
    for command in next_ones:
        assert 0 == run(*shlex.split(command))[0]


def test_a_barrier_of_our_own_is_compared_and_marked(run: Run, tmp_path: Path):
    ours = str(Path(__file__).parent / "ours")
    text = "The trust and the council cannot agree whose lanyard the joint team should wear, says the badge office."

    _, out, _ = run("compare", *written(tmp_path, one=text, two=MAIN), "--knowledge", ours)
    _, data, _ = run("compare", *written(tmp_path, one=text, two=MAIN), "--json", "--knowledge", ours)

    assert "Quarrel over staff badges (local) badge-quarrel" in flat(out)
    assert ["badge-quarrel"] == [row["barrier"] for row in json.loads(data)["barriers"] if row["local"]]


@pytest.mark.parametrize("hostile", STEERING.values(), ids=STEERING)
def test_what_could_steer_a_terminal_comes_out_inert(run: Run, hostile: str, tmp_path: Path):
    """Names of files and words of texts are repeated to the reader."""
    texts = written(tmp_path, one=f"{DETAIL} {hostile} budget, nobody signs it off", two=MAIN)
    name = hostile.replace("\0", "")
    named = tmp_path / f"{name}.txt"
    named.write_text(MAIN, encoding="utf-8")

    for argv in ([*texts, "--full"], [texts[1], str(named)], [texts[0], str(named), "--json"], [COUNCIL, name]):
        _, out, err = run("compare", *argv)

        assert set() == steers(out) | steers(err), argv
        assert len(out + err) > 0


def test_markup_in_a_name_survives():
    known = small.knowledge(*(small.barrier(id_) for id_ in ("shared", "barrier-0", "barrier-1")))
    one, other = crowd(2)

    shown = on_screen(render_comparison(compare([one._replace(name=MARKUP), other], known), known, full=True))

    assert f"{MARKUP}: names 2 barriers" in flat(shown)


@pytest.mark.parametrize("count", [2, 3, 6, MOST_PARTNERS])
def test_the_table_holds_at_80_columns(count: int):
    known = small.knowledge(
        small.barrier("shared", title="A title as long as the longest of those that the knowledge has"),
        *(small.barrier(f"barrier-{number}") for number in range(count)),
    )

    shown = on_screen(render_comparison(compare(crowd(count), known), known, full=True))

    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 80
    assert f"  {'L ' * count} A title" in shown
    assert count * (count - 1) // 2 == shown.count(": 1 of 3")


@settings(max_examples=50)
@given(names=st.sets(st.text(max_size=30), min_size=2, max_size=6), width=st.integers(20, 200), full=st.booleans())
def test_any_names_are_shown_at_any_width(names: set[str], width: int, full: bool):
    known = small.knowledge(small.barrier("shared"), *(small.barrier(f"barrier-{number}") for number in range(6)))
    partners = [one._replace(name=name) for one, name in zip(crowd(len(names)), names, strict=True)]

    shown = on_screen(render_comparison(compare(partners, known), known, full), width)

    assert set() == steers(shown)
    assert "Title" in shown


def test_a_barrier_of_a_plan_has_a_mark_of_its_own():
    known = small.knowledge(small.barrier("shared"), small.barrier("barrier-0"))
    one = crowd(1)[0]

    shown = on_screen(render_comparison(compare([one, Partner("plan", {"shared": None})], known), known, full=False))

    assert "  x L  Title of shared  shared" in shown
    assert "x in its plan" in shown


@pytest.mark.usefixtures("working_folder")
def test_a_checklist_names_the_barriers_that_it_answers(run: Run):
    """A plan says what a partner sees, though not how surely."""
    code, out, _ = run("compare", "--json", "plan.md", "council.txt")

    seen = {
        sight["name"]: sight["strength"]
        for row in json.loads(out)["barriers"]
        if row["barrier"] == "unclear-governance-and-hosting"
        for sight in row["partners"]
    }
    assert (0, None) == (code, seen["plan"])
