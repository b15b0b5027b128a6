"""`advisor assess`: forms to fill in elsewhere, profile, partners side by side, and what has moved."""

import json
import re
import shlex
from itertools import permutations
from pathlib import Path

import openpyxl
import pytest

from integration_cli import Advisor
from tests.conftest import Run
from tests.forms import form
from tests.markdown import boxes

WEAK = {"no-shared-vision": 3, "mutual-distrust": 0, "insufficient-funding": 1, "unclear-risk-sharing": 2}
WEAKEST = ("mutual-distrust", "insufficient-funding", "unclear-risk-sharing")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def flat(text: str) -> str:
    return " ".join(text.split())


def write(advisor: Advisor, name: str, said: dict[str, int | str | None], by: str = "", on: str = "2026-06-30") -> str:
    Path(name).write_text(form(advisor, said, by, on), encoding="utf-8")
    return name


def test_a_blank_form_holds_the_statements_that_were_chosen(run: Run, advisor: Advisor):
    code, out, err = run("assess", "--blank", "form.yaml", "--category", "leadership", "--by", "ICB")

    ((_, found),) = advisor.read_forms([("form.yaml", Path("form.yaml").read_bytes())])
    wanted = [b.id for b in advisor.knowledge.barriers.values() if b.category == "leadership" and not b.part_of]
    assert (0, "", "ICB", wanted) == (code, out, found.by, list(found.ratings))
    assert f"wrote form.yaml: {len(wanted)} statements to rate; read it back with: advisor assess form.yaml" in err


def test_a_workbook_is_filled_in_elsewhere_and_read_back(run: Run):
    run("assess", "--blank", "form.xlsx")
    book = openpyxl.load_workbook("form.xlsx")
    sheet = book["Assessment"]
    sheet["C1"], sheet["D5"], sheet["E5"], sheet["D6"] = "Weir Trust", 1, "=1+1", "do not know"
    book.save("form.xlsx")

    code, out, err = run("assess", "form.xlsx")

    assert (0, "") == (code, err)
    assert "How ready: Weir Trust" in out
    assert "1 of 80 statements rated, mean 1.0 of 4; 1 do not know; 78 open." in out
    assert "you say: =1+1" in out


def test_a_form_may_go_to_a_workbook_and_back_with_its_answers(run: Run, advisor: Advisor):
    write(advisor, "ours.yaml", {**WEAK, "policy-uncertainty": "?"}, by="ICB")

    run("assess", "ours.yaml", "--blank", "ours.xlsx")
    run("assess", "ours.xlsx", "-o", "again.yaml")

    assert Path("ours.yaml").read_text(encoding="utf-8") == Path("again.yaml").read_text(encoding="utf-8")


def test_a_form_is_not_overwritten_unless_forced(run: Run, advisor: Advisor):
    before = Path(write(advisor, "ours.yaml", WEAK)).read_bytes()

    code, _, err = run("assess", "--blank", "ours.yaml")

    assert (2, before) == (code, Path("ours.yaml").read_bytes())
    assert "ours.yaml exists already" in err
    assert 0 == run("assess", "--blank", "ours.yaml", "--force")[0]


def test_the_profile_leads_with_families_and_then_the_weakest_with_what_to_do(run: Run, advisor: Advisor):
    write(advisor, "ours.yaml", {**WEAK, "policy-uncertainty": "?"}, by="Weir Trust")

    code, out, _ = run("assess", "ours.yaml", "--result")

    shown = flat(out)
    assert 0 == code
    assert "How ready: Weir Trust, 30 June 2026" in shown
    assert re.search(r"█{9}░{3} 3\.0  Organisation before system  1 rated", out)
    assert re.search(r"·{12}   –  Public, politics and national policy  1 \?", out)
    places = [shown.index(f"--barrier {id_} -o") for id_ in WEAKEST]
    assert sorted(places) == places
    assert "--barrier no-shared-vision" not in shown
    assert "Nobody knows: find out first ? Nobody knows whether national policy will last" in shown


def test_the_next_commands_of_the_profile_run(run: Run, advisor: Advisor):
    write(advisor, "our form.yaml", WEAK)

    _, out, _ = run("assess", "our form.yaml", "--result")

    commands = re.findall(r"a plan: advisor (.*? plan\.md)", flat(out))
    assert 4 == len(commands)
    for command in commands:
        Path("plan.md").unlink(missing_ok=True)
        code, _, err = run(*shlex.split(command))
        assert 0 == code, err


def test_the_checklist_answers_the_weakest(run: Run, advisor: Advisor):
    write(advisor, "ours.yaml", WEAK)

    code, _, err = run("assess", "ours.yaml", "--result", "--checklist", "plan.md", "--weakest", "2")

    plan = Path("plan.md").read_text(encoding="utf-8")
    assert 0 == code
    assert "wrote plan.md" in err
    assert len(boxes(plan)) > 0
    barriers = advisor.knowledge.barriers
    assert [True, True, False] == [f"### {barriers[id_].title}" in plan for id_ in WEAKEST]


def test_where_nothing_is_weak_there_is_no_checklist(run: Run, advisor: Advisor):
    write(advisor, "ours.yaml", {"no-shared-vision": 3})

    code, out, err = run("assess", "ours.yaml", "--checklist", "plan.md")

    assert (1, False) == (code, Path("plan.md").exists())
    assert "No barrier is rated 2 or lower." in out
    assert "so there is no checklist" in err


def test_a_form_with_nothing_rated_says_so(run: Run, advisor: Advisor):
    write(advisor, "ours.yaml", {"no-shared-vision": None, "mutual-distrust": "?"})

    code, out, _ = run("assess", "ours.yaml")

    assert 1 == code
    assert "Nothing is rated yet, of 2 statements; 1 do not know; 1 open." in out


PARTNERS = {
    "council.yaml": ("Council", {"mutual-distrust": 0, "no-shared-vision": 3, "insufficient-funding": 1}),
    "icb.yaml": ("ICB", {"mutual-distrust": 4, "no-shared-vision": 3, "insufficient-funding": "?"}),
    "trust.yaml": ("Trust", {"mutual-distrust": 1, "no-shared-vision": 4, "policy-uncertainty": 2}),
}


@pytest.fixture
def _partners(advisor: Advisor) -> None:
    for name, (by, said) in PARTNERS.items():
        text = form(advisor, said, by)
        text = text.replace("rating: 4\n  comment:", 'rating: 4\n  comment: "we check [nothing]"', 1)
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.usefixtures("_partners")
def test_partners_hear_first_where_they_disagree_and_who_said_what(run: Run):
    code, out, _ = run("assess", "--compare", *PARTNERS)

    shown = flat(out)
    assert 0 == code
    assert "To talk about (1), the widest disagreement first Partners do not trust each other on money" in shown
    assert "median 1, interquartile range 2, from 0 to 4" in shown
    assert "0 Council 1 Trust 4 ICB: we check [nothing]" in shown
    assert "Agreed (1), the least in hand first 3 3 4 " in shown
    assert "2 more statements have a score from one partner only, or from none." in shown
    assert "With fewer than 4 scores the interquartile range is a rough guide." in shown


@pytest.mark.usefixtures("_partners")
def test_the_order_of_files_changes_nothing(run: Run):
    for option in ([], ["--json"]):
        shown = {run("assess", "--compare", *order, *option) for order in permutations(PARTNERS)}

        assert 1 == len(shown)


@pytest.mark.usefixtures("_partners")
def test_a_workbook_and_a_form_are_compared_alike(run: Run):
    run("assess", "icb.yaml", "--blank", "icb.xlsx")

    one = json.loads(run("assess", "--compare", "council.yaml", "icb.yaml", "--json")[1])
    other = json.loads(run("assess", "--compare", "council.yaml", "icb.xlsx", "--json")[1])

    assert one["barriers"] == other["barriers"]


def test_faults_of_all_files_are_shown_at_once(run: Run):
    for name in ("a.yaml", "b.yaml"):
        Path(name).write_text("ratings:\n- barrier: mutual-distrust\n  rating: 9\n", encoding="utf-8")

    code, out, err = run("assess", "--compare", "a.yaml", "b.yaml")

    assert (2, "") == (code, out)
    assert [True, True, True] == [text in err for text in ("a.yaml:3:11: ", "b.yaml:3:11: ", "2 faults.")]


def test_what_has_moved_is_told_by_family_and_barrier(run: Run, advisor: Advisor):
    write(advisor, "then.yaml", {"mutual-distrust": 3, "no-shared-vision": 1, "policy-uncertainty": 2}, on="2025-06-30")
    write(advisor, "now.yaml", {"mutual-distrust": 1, "no-shared-vision": 4, "policy-uncertainty": "?"}, by="ICB")

    code, out, _ = run("assess", "now.yaml", "--since", "then.yaml")

    shown = flat(out)
    assert 0 == code
    assert "from then.yaml (30 June 2025, then.yaml) to ICB (30 June 2026, now.yaml)" in shown
    assert "1.0 → 4.0 +3.0 Organisation before system 1 compared" in shown
    assert "Less in hand than before (1) 3 → 1 Partners do not trust each other on money mutual-distrust" in shown
    assert "Better in hand than before (1) 1 → 4" in shown
    assert "0 unchanged; 1 with a score in one of the two only." in shown


@pytest.mark.parametrize(
    "result", ["ours.yaml --result", "--compare ours.yaml theirs.yaml", "ours.yaml --since theirs.yaml"]
)
@pytest.mark.parametrize(
    "choice", ["--category risk-appetite", "-b unclear-risk-sharing", "--for 'nobody agreed who carries which risk'"]
)
def test_every_result_may_be_kept_to_a_family_or_a_problem(run: Run, advisor: Advisor, result: str, choice: str):
    write(advisor, "ours.yaml", WEAK)
    write(advisor, "theirs.yaml", dict.fromkeys(WEAK, 4))

    _, out, _ = run("assess", *shlex.split(f"{result} {choice} --full"))

    assert (True, False) == ("unclear-risk-sharing" in out, "mutual-distrust" in out)


def test_a_longer_list_is_shown_whole_when_asked_for(run: Run, advisor: Advisor):
    mains = [b.id for b in advisor.knowledge.barriers.values() if not b.part_of][:20]
    write(advisor, "a.yaml", dict.fromkeys(mains, 0))
    write(advisor, "b.yaml", dict.fromkeys(mains, 4))

    for argv in (["--compare", "a.yaml", "b.yaml"], ["b.yaml", "--since", "a.yaml"]):
        short, whole = run("assess", *argv)[1], run("assess", *argv, "--full")[1]

        assert "more with --full" in short
        assert len(mains) > sum(id_ in short for id_ in mains)
        assert all(id_ in whole for id_ in mains)


def test_a_barrier_of_our_own_is_asked_about_and_marked(run: Run):
    folder = str(Path(__file__).parent / "ours")
    run("assess", "--blank", "form.yaml", "-b", "badge-quarrel", "--knowledge", folder)
    text = Path("form.yaml").read_text(encoding="utf-8").replace("rating:", "rating: 1")
    Path("form.yaml").write_text(text, encoding="utf-8")

    _, out, _ = run("assess", "form.yaml", "--knowledge", folder)
    code, _, err = run("assess", "form.yaml")

    assert "Quarrel over staff badges (local)" in flat(out)
    assert (2, True) == (code, "one of your own? lay your folder over with --knowledge" in err)
