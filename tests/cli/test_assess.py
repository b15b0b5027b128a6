"""`advisor assess` at the terminal: one statement after the other, every answer kept at once, nothing lost."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.assessment import Assessment
from tests.cli.test_console import STEERING, steers
from tests.cli.test_situation import Pipe
from tests.conftest import Run
from tests.forms import form

FAMILY = "risk-appetite"
Typing = Callable[..., None]


@pytest.fixture
def types(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Somebody at a terminal who types these lines and then leaves."""

    def typed(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", Pipe("".join(f"{line}\n" for line in lines).encode(), terminal=True))

    return typed


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to keep answers in, which is not there yet."""
    monkeypatch.chdir(tmp_path)
    return Path("ours.yaml")


def said(advisor: Advisor, file: Path) -> Assessment:
    ((_, found),) = advisor.read_forms([(str(file), file.read_bytes())])
    return found


def marks(advisor: Advisor, file: Path) -> list[str]:
    return [one.mark for one in said(advisor, file).ratings.values()]


def test_answers_and_reasons_are_kept_and_the_result_follows(run: Run, advisor: Advisor, types: Typing, ours: Path):
    types("2 the host is named, who signs is not", "?", "s", "0", "4")

    code, out, err = run("assess", "-o", "ours.yaml", "--category", FAMILY, "--by", "Weir Trust")

    found = said(advisor, ours)
    assert (0, ["2", "do not know", "", "0", "4"]) == (code, marks(advisor, ours))
    assert "the host is named, who signs is not" == next(iter(found.ratings.values())).comment
    assert "Weir Trust" == found.by
    assert "4  true throughout" in err
    assert "How ready: Weir Trust" in out
    assert "3 of 5 statements rated, mean 2.0 of 4; 1 do not know; 1 open." in out


def test_every_main_barrier_is_asked_about_unless_told_otherwise(run: Run, advisor: Advisor, types: Typing, ours: Path):
    types("q")

    _, _, err = run("assess", "-o", "ours.yaml")

    mains = [b.id for b in advisor.knowledge.barriers.values() if not b.part_of]
    assert mains == list(said(advisor, ours).ratings)
    assert f"1 of {len(mains)}" in err


def test_running_again_goes_on_with_what_is_open(run: Run, advisor: Advisor, types: Typing, ours: Path):
    types("1", "s", "q")
    run("assess", "-o", "ours.yaml", "--category", FAMILY)
    types("2", "3")

    _, _, err = run("assess", "ours.yaml")

    assert "1 of 4" in err
    assert ["1", "2", "3", "", ""] == marks(advisor, ours)


def test_again_asks_about_what_is_answered_too_and_an_empty_line_keeps_it(
    run: Run, advisor: Advisor, types: Typing, ours: Path
):
    ours.write_text(form(advisor, {"no-shared-vision": 1, "mutual-distrust": "?"}), encoding="utf-8")
    types("", "3 since May")

    _, _, err = run("assess", "ours.yaml", "--again")

    assert "so far: 1" in err
    assert ["1", "3"] == marks(advisor, ours)


def test_nothing_is_asked_where_all_is_answered(run: Run, advisor: Advisor, types: Typing, ours: Path):
    ours.write_text(form(advisor, {"no-shared-vision": 1}), encoding="utf-8")
    types("4")

    code, out, err = run("assess", "ours.yaml")

    assert (0, "", ["1"]) == (code, err, marks(advisor, ours))
    assert "Weakest first" in out


def test_back_returns_to_the_statement_before(run: Run, advisor: Advisor, types: Typing, ours: Path):
    types("b", "1", "2", "b", "b", "4 after all", "q")

    run("assess", "-o", "ours.yaml", "--category", FAMILY)

    assert ["4", "2", "", "", ""] == marks(advisor, ours)


def test_what_is_not_understood_is_asked_again(run: Run, advisor: Advisor, types: Typing, ours: Path):
    types("5", "", "yes", "3.5", "h", "3", "q")

    _, _, err = run("assess", "-o", "ours.yaml", "--category", FAMILY)

    assert 4 == err.count("Type 0 to 4")
    assert 2 == err.count("How true is each statement here today?")
    assert ["3", "", "", "", ""] == marks(advisor, ours)


def test_leaving_in_the_middle_keeps_what_was_said(run: Run, advisor: Advisor, types: Typing, ours: Path):
    """The input ends as if by Ctrl-D."""
    types("1", "2")

    _, _, err = run("assess", "-o", "ours.yaml", "--category", FAMILY)

    assert ["1", "2", "", "", ""] == marks(advisor, ours)
    assert "Kept in ours.yaml. To go on: advisor assess ours.yaml" in err


ANSWERS = ("1 on paper", "?", "s", "4", "0 never")


@pytest.mark.parametrize("stop", range(1, 5))
def test_stopping_anywhere_and_going_on_gives_the_same_file(run: Run, types: Typing, ours: Path, stop: int):
    types(*ANSWERS)
    run("assess", "-o", "at-once.yaml", "--category", FAMILY)

    types(*ANSWERS[:stop], "q")
    run("assess", "-o", "ours.yaml", "--category", FAMILY)
    skipped = ("s",) if stop > ANSWERS.index("s") else ()
    types(*skipped, *ANSWERS[stop:])
    run("assess", "ours.yaml")

    assert Path("at-once.yaml").read_text(encoding="utf-8") == ours.read_text(encoding="utf-8")


def test_ctrl_c_loses_nothing_and_says_how_to_go_on(
    run: Run, advisor: Advisor, ours: Path, monkeypatch: pytest.MonkeyPatch
):
    class Impatient(Pipe):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            if line := super().readline(size):
                return line
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Impatient(b"1\n2 in part\n", terminal=True))

    code, out, err = run("assess", "-o", "ours.yaml", "--category", FAMILY)

    assert (130, "", ["1", "2", "", "", ""]) == (code, out, marks(advisor, ours))
    assert "To go on: advisor assess ours.yaml" in err


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_after_a_failure_the_file_is_whole_and_the_next_run_goes_on_there(
    run: Run, advisor: Advisor, types: Typing, ours: Path, step: str, monkeypatch: pytest.MonkeyPatch
):
    real, calls = getattr(os, step), iter(range(99))

    def fail_at_the_fourth(*given: object) -> None:
        if next(calls) >= 3:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(*given)

    types("1", "2 so it is", "3", "4")
    monkeypatch.setattr(os, step, fail_at_the_fourth)
    code, out, err = run("assess", "-o", "ours.yaml", "--category", FAMILY)
    monkeypatch.setattr(os, step, real)
    after = marks(advisor, ours)
    types("0", "q")
    run("assess", "ours.yaml")

    assert (2, "") == (code, out)
    assert "cannot write ours.yaml: No space left on device; your last answer is not in it" in err
    assert ["1", "2", "", "", ""] == after
    assert ["1", "2", "0", "", ""] == marks(advisor, ours)
    assert ["ours.yaml"] == [path.name for path in Path().iterdir()]


def test_what_a_hand_wrote_into_the_file_survives(run: Run, advisor: Advisor, types: Typing, ours: Path):
    text = form(advisor, {"no-shared-vision": None, "mutual-distrust": 3})
    text = text.replace('notes: ""', "notes: |\n  Draft, 3 June.\n\nchair: Ann # until May")
    text = text.replace("  rating:\n", "  rating:   # ask Ben first\n").replace("  comment:\n", "", 1)
    ours.write_bytes(b"\xef\xbb\xbf" + text.encode())
    types("2 only on paper")

    run("assess", "ours.yaml")

    after = ours.read_bytes()
    assert ["2", "3"] == marks(advisor, ours)
    for kept in (b"\xef\xbb\xbf#", b"  Draft, 3 June.\n", b"chair: Ann # until May", b"rating: 2   # ask Ben first"):
        assert kept in after


def test_a_file_changed_meanwhile_keeps_both_changes(
    run: Run, advisor: Advisor, ours: Path, monkeypatch: pytest.MonkeyPatch
):
    """A colleague has the form open in an editor while answers are typed."""
    ours.write_text(form(advisor, {"no-shared-vision": None, "mutual-distrust": None}), encoding="utf-8")

    class Busy(Pipe):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            ours.write_text(ours.read_text(encoding="utf-8").replace('notes: ""', "notes: seen"), encoding="utf-8")
            return super().readline(size)

    monkeypatch.setattr(sys, "stdin", Busy(b"1\n2\n", terminal=True))
    run("assess", "ours.yaml")

    assert ["1", "2"] == marks(advisor, ours)
    assert "notes: seen" in ours.read_text(encoding="utf-8")


def test_a_layout_that_cannot_be_added_to_is_left_as_it_is(run: Run, types: Typing, ours: Path):
    text = "ratings:\n- {barrier: no-shared-vision, rating}\n"
    ours.write_text(text, encoding="utf-8")
    types("3")

    code, _, err = run("assess", "ours.yaml")

    assert (2, text) == (code, ours.read_text(encoding="utf-8"))
    assert "ours.yaml is laid out so that nothing can be added safely" in err


def test_the_statements_may_be_those_of_a_problem_or_named(run: Run, advisor: Advisor, types: Typing, ours: Path):
    types("q")
    run("assess", "-o", "ours.yaml", "--for", "nobody can say who signs off the pooled budget")
    types("q")
    run("assess", "-o", "one.yaml", "-b", "no-dispute-resolution")

    found = [f.barrier for f in advisor.diagnose("nobody can say who signs off the pooled budget").findings]
    assert set(found) == set(said(advisor, ours).ratings)
    assert ["no-dispute-resolution"] == list(said(advisor, Path("one.yaml")).ratings)


def test_a_statement_that_the_form_does_not_hold_is_added_to_it(run: Run, advisor: Advisor, types: Typing, ours: Path):
    ours.write_text(form(advisor, {"no-shared-vision": 1}) + "# the end\n", encoding="utf-8")
    types("2 in part")

    run("assess", "ours.yaml", "-b", "no-dispute-resolution")

    assert {"no-shared-vision": "1", "no-dispute-resolution": "2"} == {
        id_: one.mark for id_, one in said(advisor, ours).ratings.items()
    }
    assert "# the end" in ours.read_text(encoding="utf-8")


def test_a_problem_that_matches_nothing_asks_nothing(run: Run, types: Typing, ours: Path):
    types("4")

    code, out, err = run("assess", "-o", "ours.yaml", "--for", "xqzt blorp vrrm")

    assert (1, "", False) == (code, out, ours.exists())
    assert "there is nothing to ask" in err


@pytest.mark.parametrize(("typed", "name"), [("", "assessment.yaml"), ("we.yml", "we.yml"), ("we", "we.yaml")])
def test_who_names_no_file_is_asked_for_one(
    run: Run, advisor: Advisor, types: Typing, ours: Path, typed: str, name: str
):
    types(typed, "1", "q")

    run("assess", "--category", FAMILY)

    assert [name] == [path.name for path in ours.parent.iterdir()]
    assert "1" == marks(advisor, Path(name))[0]


def test_the_file_of_another_organisation_is_not_written_into(run: Run, advisor: Advisor, types: Typing, ours: Path):
    text = form(advisor, {"no-shared-vision": None}, by="Weir Trust")
    ours.write_text(text, encoding="utf-8")
    types("3")

    code, _, err = run("assess", "-o", "ours.yaml", "--by", "ICB")

    assert (2, text) == (code, ours.read_text(encoding="utf-8"))
    assert "is the assessment of Weir Trust, not of ICB" in err


@pytest.mark.parametrize("hostile", STEERING.values(), ids=STEERING)
def test_what_could_steer_a_terminal_is_kept_and_shown_inert(
    run: Run, advisor: Advisor, types: Typing, ours: Path, hostile: str
):
    types(f"1 {hostile}", "b", "q")

    _, out, err = run("assess", "-o", "ours.yaml", "--category", FAMILY, "--by", hostile)
    types()
    _, compared, _ = run("assess", "--compare", "ours.yaml", *_copy(ours))

    assert "To talk about (1)" in compared
    assert set() == steers(out) | steers(err) | steers(compared)
    # A carriage return ends what is typed.
    assert " ".join(hostile.partition("\r")[0].split()) == next(iter(said(advisor, ours).ratings.values())).comment


def _copy(file: Path) -> list[str]:
    """Somebody who disagrees for the same reason, so that the reasons are shown."""
    Path("other.yaml").write_bytes(file.read_bytes().replace(b"rating: 1", b"rating: 4"))
    return ["other.yaml"]


def test_faults_of_a_form_are_all_shown_at_once_with_their_lines(run: Run, ours: Path):
    ours.write_text(
        "ratings:\n- barrier: no-shared-visoin\n  rating: 3\n- barrier: mutual-distrust\n  rating: 7\n",
        encoding="utf-8",
    )

    code, out, err = run("assess", "ours.yaml", "--result")

    assert (2, "") == (code, out)
    assert "ours.yaml:2:12: unknown-id no barrier is called 'no-shared-visoin'; did you mean 'no-shared-vision'" in err
    assert "      rating: 7\n              ^" in err
    assert "2 faults." in err


def test_a_script_that_nobody_answers_is_shown_the_result(run: Run, advisor: Advisor, ours: Path):
    ours.write_text(form(advisor, {"no-shared-vision": 1, "mutual-distrust": None}), encoding="utf-8")

    code, out, err = run("assess", "-o", "ours.yaml")

    assert (0, "") == (code, err)
    assert "1 of 2 statements rated, mean 1.0 of 4; 1 open." in out
