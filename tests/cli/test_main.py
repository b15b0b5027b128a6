"""Exit codes, and what goes where: results to standard output, talk to standard error."""

import os
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.cli.main import main
from tests.conftest import Run
from tests.running import advisor_process

SITUATION = "nobody can say who signs off the pooled budget"
GIBBERISH = "xqzt blorp vrrm"

DONE = [
    ["diagnose", SITUATION],
    ["checklist", SITUATION],
    ["checklist", "--barrier", "fear-of-sharing-data"],
    ["assess", "--blank", "-"],
    ["explain", SITUATION],
    ["show", "ccg"],
    ["list"],
    ["search", "torbay"],
    ["schema", "barrier"],
    ["--help"],
    ["diagnose", "--help"],
    ["--version"],
]
COULD_NOT_RUN = [
    (["diagnose", "--file", "missing.txt"], "cannot read missing.txt: No such file"),
    (["diagnose", "--file", "."], "cannot read .: Is a directory"),
    (["diagnose", SITUATION, "--file", "x.txt"], "as text or as --file, not both"),
    (["diagnose", SITUATION, "--category", "governence"], "did you mean 'governance'?"),
    (["diagnose", SITUATION, "--top", "0"], "Invalid value for '--top'"),
    (["diagnose", SITUATION, "--nation", "france"], "Invalid value for '--nation'"),
    (["diagnose", SITUATION, "--knowledge", "missing"], "there is no knowledge folder at missing"),
    (["diagnose", SITUATION, "--json", "--checklist", "-"], "cannot share standard output"),
    (["checklist", "--barrier", "fear-of-sharing-dada"], "did you mean 'fear-of-sharing-data'"),
    (["checklist", "--barrier", "weak-political-buy-in", "--json", "-o", "-"], "cannot share standard output"),
    (["risks", "--barrier", "fear-of-sharing-dada"], "did you mean 'fear-of-sharing-data'"),
    (["risks", "--barrier", "weak-political-buy-in", "--json", "-o", "-"], "cannot share standard output"),
    (["assess"], "nobody is at a terminal to be asked: write a form with 'advisor assess --blank form.xlsx'"),
    (["assess", "missing.yaml"], "there is no file missing.yaml; to begin one: advisor assess -o ours.yaml"),
    (["assess", "."], "cannot read .: Is a directory"),
    (["assess", "-o", "ours.yaml"], "there is no file ours.yaml, and nobody is at a terminal to be asked"),
    (["assess", "-o", "ours.xlsx"], "answers are kept in a .yaml file, not in ours.xlsx"),
    (["assess", "a.yaml", "b.yaml"], "one file at a time, or several with --compare"),
    (["assess", "--compare", "a.yaml"], "--compare needs two files or more"),
    (["assess", "--compare", "a.yaml", "./a.yaml"], "a.yaml is named twice"),
    (["assess", "--since", "a.yaml"], "--since needs the later file, too"),
    (["assess", "--blank", "x.yaml", "--compare", "a", "b"], "one thing at a time, not for --compare and --blank"),
    (["assess", "--blank", "x.yaml", "-o", "y.yaml"], "--blank does not go with -o"),
    (["assess", "--blank", "x.docx"], "a form ends in .yaml or .xlsx, not as x.docx"),
    (["assess", "--blank", "x.yaml", "--json"], "leave out --json"),
    (["assess", "--blank", "x.yaml", "--category", "governence"], "did you mean 'governance'?"),
    (["assess", "--blank", "x.yaml", "--barrier", "no-shared-visoin"], "did you mean 'no-shared-vision'"),
    (["assess", "--blank", "x.yaml", "-b", "no-shared-vision", "--category", "governance"], "both named and in these"),
    (["explain", SITUATION, "--barrier", "fear-of-sharing-dada"], "did you mean 'fear-of-sharing-data'"),
    (["show", "cgc"], "did you mean 'ccg'"),
    (["show"], "Missing argument 'ID'"),
    (["list", "--sources", "--updates"], "one kind at a time, not for --sources and --updates"),
    (["list", "--category", "leaderhip"], "did you mean 'leadership'?"),
    (["list", "--category", "leadership", "--sources"], "sources belong to no category"),
    (["list", "--nation", "wales"], "add --updates"),
    (["search"], "Missing argument 'WORDS"),
    (["check", "missing"], "there is no knowledge folder at missing"),
    (["check", "--sources", "missing"], "there is no folder of source texts at missing"),
    (["schema"], "name a kind (about, categories,"),
    (["schema", "barriers"], "Invalid value for '[KIND]'"),
    (["diagnoze"], "No such command 'diagnoze'"),
    (["list", "--colour"], "No such option: --colour"),
]


@pytest.mark.parametrize("argv", DONE, ids=" ".join)
def test_what_is_done_prints_its_result_and_nothing_else(run: Run, argv: list[str]):
    code, out, err = run(*argv)

    assert (0, "") == (code, err)
    assert len(out) > 10


@pytest.mark.parametrize(
    ("argv", "answer"),
    [
        (["diagnose", GIBBERISH], "Nothing here matches."),
        (["diagnose", ""], "There are no words to go by."),
        (["search", "parrot", "zebra"], "No entry holds all of: parrot zebra"),
    ],
    ids=["diagnose", "empty", "search"],
)
def test_no_is_an_answer_and_not_an_error(run: Run, argv: list[str], answer: str):
    code, out, err = run(*argv)

    assert (1, "") == (code, err)
    assert answer in out
    assert "next: " in out


def test_a_checklist_of_nothing_is_no_and_leaves_standard_output_empty(run: Run, tmp_path: Path):
    """What is piped into a file is a checklist or nothing."""
    code, out, err = run("checklist", GIBBERISH, "-o", str(tmp_path / "plan.md"))

    assert (1, "", []) == (code, out, list(tmp_path.iterdir()))
    assert "'advisor diagnose' says why" in err


@pytest.mark.parametrize(("argv", "said"), COULD_NOT_RUN, ids=[" ".join(argv) for argv, _ in COULD_NOT_RUN])
def test_what_could_not_run_says_why_to_standard_error_only(
    run: Run, argv: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)

    code, out, err = run(*argv)

    assert (2, "") == (code, out)
    assert said in " ".join(err.split())
    assert "Traceback" not in err


def test_without_a_command_the_help_is_shown(run: Run):
    code, out, err = run()

    assert code == 2
    assert "advisor diagnose" in out + err


def test_the_version_is_that_of_the_package(run: Run):
    from importlib.metadata import version

    assert (0, f"advisor {version('integration-cli')}\n", "") == run("--version")


@pytest.mark.parametrize(
    "argv",
    [["diagnose", SITUATION], ["checklist", SITUATION], ["show", "ccg"], ["list"], ["search", "x"]],
    ids=" ".join,
)
def test_knowledge_with_a_fault_stops_every_command_and_names_the_place(run: Run, argv: list[str], tmp_path: Path):
    (tmp_path / "updates.yaml").write_text("- id: a\n  trem: b\n", encoding="utf-8")

    code, out, err = run(*argv, "--knowledge", str(tmp_path))

    assert (2, "") == (code, out)
    assert f"{tmp_path}/updates.yaml:" in err
    assert "run 'advisor check'" in err


def test_a_reader_that_has_seen_enough_ends_a_command_quietly(advisor: Advisor, tmp_path: Path):
    """`advisor list | head -1` is done, and says nothing about it."""
    assert advisor.knowledge.barriers
    for argv in (["list"], ["list", "--json"], ["search", "torbay", "--json", "--top", "1"], ["schema", "about"]):
        reading, writing = os.pipe()
        os.close(reading)
        try:
            done = advisor_process(*argv, cwd=tmp_path, stdout=writing)
        finally:
            os.close(writing)

        assert (0, b"") == (done.returncode, done.stderr), argv


if Path("/dev/full").exists():

    @pytest.mark.parametrize("argv", [["list"], ["list", "--json"], ["schema", "about"]], ids=" ".join)
    def test_a_full_disk_is_told_in_one_line(advisor: Advisor, argv: list[str], tmp_path: Path):
        assert advisor.knowledge.barriers
        with Path("/dev/full").open("wb") as full:
            done = advisor_process(*argv, cwd=tmp_path, stdout=full.fileno())

        assert 2 == done.returncode
        assert b"advisor: cannot write the output: No space left on device\n" == done.stderr


def test_arguments_that_are_no_text_are_answered_too(run: Run):
    """A shell hands over bytes that are no UTF-8 as lone surrogates."""
    code, out, err = run("diagnose", f"\udcff {SITUATION} \udcfe")

    assert (0, "") == (code, err)
    assert "\udcff" not in out


def test_main_returns_the_code_and_does_not_exit():
    """A notebook that calls main lives on."""
    assert 2 == main(["show", "no-such-entry"])
