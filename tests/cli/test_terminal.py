"""What is believed of the terminal."""

import os
import sys

import pytest

from integration_cli.cli.terminal import columns, shows_colours


def test_the_surroundings_may_say_how_wide_the_terminal_is(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "57")

    assert 57 == columns()


@pytest.mark.parametrize("nonsense", ["", "0", "wide", "-5"])
def test_a_width_that_is_none_does_not_count(monkeypatch: pytest.MonkeyPatch, nonsense: str):
    monkeypatch.setenv("COLUMNS", nonsense)

    assert columns() >= 10


def test_colours_may_be_asked_for_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch):
    assert not shows_colours(sys.stdout)

    monkeypatch.setenv("FORCE_COLOR", "1")

    assert shows_colours(sys.stdout)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colours_gets_none_even_if_asked_for(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv(name, value)

    assert not shows_colours(sys.stdout)


if os.name == "posix":
    import fcntl
    import pty
    import struct
    import subprocess
    import termios
    from pathlib import Path

    from tests.running import surroundings

    def test_each_stream_is_judged_by_itself():
        """`advisor assess 2>log` writes no colours into the log, though the result has them."""
        ours, theirs = pty.openpty()
        with open(ours, "rb"), open(theirs, "w", encoding="utf-8") as screen, open(os.devnull, "w") as log:
            assert (True, False) == (shows_colours(screen), shows_colours(log))

    def test_the_width_is_that_of_the_terminal_also_through_a_pipe(tmp_path: Path):
        """`advisor list | less` fills the terminal that less shows it on."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 133, 0, 0))
        code = "from integration_cli.cli.terminal import columns; print(columns())"

        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=surroundings(), stdout=subprocess.PIPE, stderr=theirs
        )
        os.close(ours)
        os.close(theirs)

        assert b"133\n" == done.stdout
