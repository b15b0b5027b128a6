"""What reaches a terminal: texts as they are, and nothing that could steer it."""

import contextlib
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Picture, paint
from integration_cli.cli.screens.diagnosis import render_answer
from integration_cli.diagnosis import Diagnosis, Finding, Reason, Segment, Span
from tests import small
from tests.conftest import Run
from tests.running import advisor_process, surroundings

SITUATION = "nobody can say who signs off the pooled budget"
ACCENTED = (
    "The council and the NHS trust cannot agree who is accountable for the pooled budget – “€5 million” 界 – and "
    "nobody can say who signs it off"
)
MARKUP = "the soup [x] was [red]hot[/red] today [/] :smile: see [link=http://x]it[/link] [[bold]]"
STEERING = {
    "colour": "\x1b[31mpooled\x1b[0m",
    "title": "\x1b]0;owned\x07pooled",
    "clear": "\x1b[2Jpooled",
    "c1": "\x9b31mpooled",
    "backspace": "pooled\x08\x08",
    "return": "secret\rpooled",
    "bell": "pooled\x07",
    "nul": "poo\x00led",
    "reversal": "\u202edelop\u202c pooled",
    "isolate": "\u2066pooled\u2069",
    "zero width": "poo\u200bled \ufeff",
    "delete": "pooled\x7f",
}


def steers(text: str) -> set[str]:
    """The characters of a text that a terminal obeys, line ends and tabs apart."""
    return {c for c in text if c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co")}


def on_screen(picture: Picture, width: int = 80) -> str:
    """What a terminal of this width shows of a picture, without colours."""
    return paint(picture, width, coloured=False)


@pytest.mark.parametrize("hostile", STEERING.values(), ids=STEERING)
def test_what_could_steer_a_terminal_comes_out_inert_everywhere(run: Run, hostile: str, tmp_path: Path):
    """Situation, unknown ids, queries and file names are all repeated to the reader."""
    commands = [
        ["diagnose", f"{hostile} budget, nobody signs it off"],
        ["diagnose", "--full", f"{hostile} budget, nobody signs it off. {hostile} {hostile} {hostile} again. " * 9],
        ["diagnose", hostile],
        ["diagnose", "--json", f"{hostile} budget"],
        ["checklist", f"{hostile} budget, nobody signs it off"],
        ["checklist", "--json", f"{hostile} budget"],
        ["checklist", "--barrier", hostile],
        ["show", hostile],
        ["search", hostile],
        ["search", "--json", hostile],
        ["list", "--category", hostile],
        ["list", "--nation", hostile],
        ["check", str(tmp_path / hostile.replace("\0", ""))],
        ["diagnose", "--file", str(tmp_path / hostile.replace("\0", ""))],
        [hostile],
    ]
    for argv in commands:
        _, out, err = run(*argv)

        assert set() == steers(out) | steers(err), argv
        assert len(out + err) > 0, argv


@settings(max_examples=200)
@given(st.text())
def test_an_inert_text_steers_nothing_and_loses_nothing_else(text: str):
    result = inert(text)

    assert set() == steers(result)
    assert len(text) == len(result)
    assert all(was == now for was, now in zip(text, result, strict=True) if not steers(was))


def test_markup_in_a_situation_survives(run: Run):
    """`[x]` is a word of the situation; rich alone would take it for a style."""
    known = small.knowledge(small.barrier("late"))
    span = Span(0, len(MARKUP))
    finding = Finding("late", "", "strong", 0.9, (Reason((span,), "sign", MARKUP),), Segment(span, MARKUP))
    diagnosis = Diagnosis(MARKUP, (finding,), (Segment(span, MARKUP),))

    shown = " ".join(on_screen(render_answer(Advisor(known).answer(diagnosis), full=True)).split())
    _, plan, _ = run("checklist", MARKUP, "--barrier", "weak-political-buy-in")

    assert f"you say: {MARKUP}" in shown
    assert f"like the sign: “{MARKUP}”" in shown
    assert f"Not explained by any finding “{MARKUP}”" in shown
    assert MARKUP.replace("[", "\\[").replace("]", "\\]") in plan


def test_markup_in_a_query_and_an_id_survives(run: Run):
    _, out, _ = run("search", "[x]", "[red]parrot[/red]", ":smile:")
    _, _, err = run("show", "[red]parrot[/red]")

    assert "No entry holds all of: [x] [red]parrot[/red] :smile:" in out
    assert "'[red]parrot[/red]'" in err


def test_markup_in_knowledge_survives(run: Run, tmp_path: Path):
    entry = (
        "- id: marked\n  term: '[bold]Board[/bold] [x] :smile:'\n  kind: body\n  status: abolished\n  since: '2020'\n"
        "  nations: [UK]\n  note: 'See [link] and [/red].'\n  verified: true\n  mentioned_in: []\n"
        "  page: {says: nothing}\n  affects: []\n"
    )
    (tmp_path / "updates.yaml").write_text(entry, encoding="utf-8")

    table = (
        "- id: marked-table\n  title: '[b]T[/b]'\n  supports: []\n  rows: [{one: '[x] :smile: [red]r[/red]', two: t}]\n"
    )
    (tmp_path / "frameworks.yaml").write_text(table, encoding="utf-8")

    for argv in (["show", "marked"], ["list", "--updates"]):
        _, out, err = run(*argv, "--knowledge", str(tmp_path))
        assert "[bold]Board[/bold] [x] :smile:" in out, err

    _, out, _ = run("show", "marked", "--knowledge", str(tmp_path))
    assert "See [link] and [/red]." in " ".join(out.split())
    _, out, _ = run("show", "marked-table", "--knowledge", str(tmp_path))
    assert "[b]T[/b]" in out
    assert "[x] :smile: [red]r[/red]" in out


@settings(max_examples=60)
@given(
    situation=st.lists(
        st.one_of(
            st.text(max_size=12), st.sampled_from(["pooled budget", "the CCG", "[x]", "界隈の", "é", "\n- ", ". "])
        ),
        max_size=25,
    ).map(" ".join),
    width=st.integers(20, 200),
    full=st.booleans(),
)
def test_any_situation_is_shown_at_any_width(advisor: Advisor, situation: str, width: int, full: bool):
    shown = on_screen(render_answer(advisor.answer(advisor.diagnose(situation)), full), width)

    assert set() == steers(shown)
    assert len(shown.strip()) > 0


@pytest.mark.parametrize(
    "argv", [["diagnose", SITUATION], ["list"], ["show", "ccg"], ["search", "torbay"]], ids=" ".join
)
def test_a_pipe_gets_no_escape_sequences(advisor: Advisor, argv: list[str], tmp_path: Path):
    assert advisor.index.barriers
    done = advisor_process(*argv, cwd=tmp_path, env=surroundings(TERM="xterm-256color", COLORTERM="truecolor"))

    assert (0, b"") == (done.returncode, done.stderr)
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp437"])
@pytest.mark.parametrize(
    "argv",
    [
        ["diagnose", ACCENTED],
        ["checklist", ACCENTED],
        ["show", "tensions-between-sources"],
        ["show", "nope–界"],
    ],
    ids=["diagnose", "checklist", "show", "unknown"],
)
def test_a_console_that_lacks_characters_shows_stand_ins(
    advisor: Advisor, argv: list[str], encoding: str, tmp_path: Path
):
    assert advisor.index.barriers
    done = advisor_process(*argv, cwd=tmp_path, env=surroundings(PYTHONIOENCODING=encoding))

    assert (2 if argv[1].startswith("nope") else 0) == done.returncode
    assert b"Traceback" not in done.stderr
    assert b"?" in done.stdout + done.stderr
    (done.stdout + done.stderr).decode(encoding)


def test_json_is_ascii_whatever_the_console(advisor: Advisor, tmp_path: Path):
    assert advisor.index.barriers
    done = advisor_process(
        "diagnose", "--json", "pooled budget – €5 界", cwd=tmp_path, env=surroundings(PYTHONIOENCODING="cp1252")
    )

    assert b"\\u2013 \\u20ac5 \\u754c" in done.stdout
    assert done.stdout.isascii()


@pytest.mark.parametrize("argv", [["diagnose", SITUATION], ["checklist", SITUATION], ["list"]], ids=" ".join)
def test_a_plain_locale_does_not_crash(advisor: Advisor, argv: list[str], tmp_path: Path):
    assert advisor.index.barriers
    plain = surroundings(LANG="C", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")

    done = advisor_process(*argv, cwd=tmp_path, env=plain)

    assert (0, b"") == (done.returncode, done.stderr)
    assert len(done.stdout) > 100


if os.name == "posix":
    import pty
    import signal
    import subprocess

    def terminal(*argv: str, cwd: Path, **env: str) -> bytes:
        """What a command writes when it is started at a terminal."""
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "integration_cli", *argv],
            cwd=cwd,
            env=surroundings(**{"COLUMNS": "80", **env}),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        ):
            os.close(theirs)
            written = _until_the_end(ours)
        os.close(ours)
        return written

    def _until_the_end(terminal: int) -> bytes:
        written = b""
        # Linux answers with an error, others with nothing, once the last writer has gone.
        with contextlib.suppress(OSError):
            while part := os.read(terminal, 65536):
                written += part
        return written

    def test_a_terminal_gets_colours(advisor: Advisor, tmp_path: Path):
        """Without this the tests below would hold of a command that never colours."""
        assert advisor.index.barriers
        assert b"\x1b[1" in terminal("diagnose", SITUATION, cwd=tmp_path, TERM="xterm-256color")

    @pytest.mark.parametrize("env", [{"NO_COLOR": "1", "TERM": "xterm-256color"}, {"TERM": "dumb"}], ids=str)
    @pytest.mark.parametrize("argv", [["diagnose", SITUATION], ["show", "ccg"], ["--help"], ["nonsense"]], ids=" ".join)
    def test_a_terminal_that_wants_no_colour_gets_no_escape_sequences(
        advisor: Advisor, argv: list[str], env: dict[str, str], tmp_path: Path
    ):
        assert advisor.index.barriers
        written = terminal(*argv, cwd=tmp_path, **env)

        assert len(written) > 50
        assert b"\x1b" not in written

    def test_ctrl_c_at_the_question_ends_without_a_word(tmp_path: Path):
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "integration_cli", "diagnose"],
            cwd=tmp_path,
            env=surroundings(),
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as asking:
            assert asking.stderr
            assert asking.stdout
            while asking.stderr.read(1) != b">":
                pass
            asking.send_signal(signal.SIGINT)
            said, printed = asking.stderr.read(), asking.stdout.read()
        os.close(ours)
        os.close(theirs)

        assert (130, b"", b"") == (asking.returncode, printed, said.strip())
