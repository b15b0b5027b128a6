"""Where a situation comes from, and every form in which a file may hold it."""

import contextlib
import io
import json
import sys
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from integration_cli.cli.main import main
from integration_cli.cli.situation import LARGEST, read_situation
from integration_cli.errors import AdvisorError
from tests.conftest import Run

TEXT = "Café society: nobody signs off the “pooled” budget – not for £5 or €6."


class Pipe(io.TextIOWrapper):
    """Standard input with these bytes in it; a terminal where told."""

    def __init__(self, data: bytes, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def given(data: bytes, folder: Path) -> str:
    """The situation read from a file with these bytes."""
    file = folder / "situation.txt"
    file.write_bytes(data)
    return read_situation(None, file)


def test_the_argument_is_taken_as_it_stands():
    assert TEXT == read_situation(TEXT, None)
    assert "" == read_situation("", None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_every_encoding_that_editors_save_in(encoding: str, tmp_path: Path):
    assert TEXT == given(TEXT.encode(encoding), tmp_path)


def test_utf_16_is_told_by_its_mark_in_both_byte_orders(tmp_path: Path):
    assert TEXT == given(b"\xff\xfe" + TEXT.encode("utf-16-le"), tmp_path)
    assert TEXT == given(b"\xfe\xff" + TEXT.encode("utf-16-be"), tmp_path)


def test_an_empty_file_is_an_empty_situation(tmp_path: Path):
    assert "" == given(b"", tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04\x14\x00",
        b"{\\rtf1\\ansi hello}",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"words\x00words",
    ],
    ids=["pdf", "docx", "rtf", "png", "nul"],
)
def test_a_file_that_is_no_text_is_refused_with_the_way_out(data: bytes, tmp_path: Path):
    with pytest.raises(AdvisorError, match="not plain text: save it as a text file first"):
        given(data, tmp_path)


def test_a_file_too_large_to_be_a_problem_is_refused(tmp_path: Path):
    with pytest.raises(AdvisorError, match="larger than 10 MB"):
        given(b"a " * (LARGEST // 2 + 1), tmp_path)


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path: Path):
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(AdvisorError, match=f"cannot read {path}: "):
            read_situation(None, path)


@pytest.mark.parametrize("asked", [("-", None), (None, Path("-"))], ids=["argument", "file"])
def test_a_dash_is_standard_input(asked: tuple[str | None, Path | None], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", Pipe(TEXT.encode("cp1252")))

    assert TEXT == read_situation(*asked)


def test_text_and_file_together_are_refused(tmp_path: Path):
    with pytest.raises(AdvisorError, match="not both"):
        read_situation("", tmp_path / "x.txt")


def test_without_text_file_or_terminal_the_three_ways_are_told(monkeypatch: pytest.MonkeyPatch):
    """A script that forgot the text must not wait for somebody to type it."""
    monkeypatch.setattr(sys, "stdin", Pipe(b"not asked for"))

    with pytest.raises(AdvisorError, match=r"in quotes.*--file FILE.*- to read a pipe"):
        read_situation(None, None)


def test_a_person_at_the_terminal_is_asked_until_an_empty_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "stdin", Pipe(b"\nfirst line\nsecond line\n\nnot read\n", terminal=True))

    assert "first line\nsecond line\n" == read_situation(None, None)
    out, err = capsys.readouterr()
    assert "" == out
    assert "What is the problem?" in err


def test_ending_the_input_at_once_is_an_empty_situation(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", Pipe(b"", terminal=True))

    assert "" == read_situation(None, None)


def test_a_terminal_that_types_another_encoding_is_read_too(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", Pipe("the pooled budget costs £5\n\n".encode("cp1252"), terminal=True))

    code, out, _ = run("diagnose", "--json")

    assert (0, "the pooled budget costs \N{REPLACEMENT CHARACTER}5\n") == (code, json.loads(out)["situation"])


@pytest.mark.parametrize("command", ["diagnose", "checklist"])
def test_commands_read_the_file_the_pipe_and_the_argument_alike(
    run: Run, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "x.txt").write_text(TEXT, encoding="utf-8-sig")
    monkeypatch.setattr(sys, "stdin", Pipe(TEXT.encode("utf-16")))

    answers = [
        json.loads(run(command, "--json", *argv)[1])
        for argv in ([TEXT], ["--file", str(tmp_path / "x.txt")], ["-f", str(tmp_path / "x.txt")], ["-"])
    ]

    assert TEXT == answers[0]["situation"]
    assert [answers[0]] * 3 == answers[1:]


def test_a_situation_that_looks_like_an_option_is_given_after_two_dashes(run: Run):
    code, out, _ = run("diagnose", "--json", "--", "--nobody signs off the pooled budget")

    assert (0, "--nobody signs off the pooled budget") == (code, json.loads(out)["situation"])


@settings(max_examples=30)
@given_any(
    st.one_of(
        st.text(max_size=200).map(lambda text: f"pooled budget {text}".encode("utf-8", "surrogatepass")),
        st.binary(max_size=200),
    )
)
def test_whatever_comes_through_a_pipe_is_answered_and_every_span_stands_where_it_says(data: bytes):
    out, err = io.StringIO(), io.StringIO()
    with mock.patch.object(sys, "stdin", Pipe(data)), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["diagnose", "--json", "-"])

    if code == 2:
        assert "standard input is not plain text" in err.getvalue()
        return
    answer = json.loads(out.getvalue())
    words = [word for finding in answer["findings"] for reason in finding["reasons"] for word in reason["words"]]
    spans = words + answer["uncovered"] + [finding["segment"] for finding in answer["findings"]]
    assert [span["text"] for span in spans] == [answer["situation"][span["start"] : span["end"]] for span in spans]
    assert (0 if answer["findings"] else 1) == code
