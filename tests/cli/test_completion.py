"""What the Tab key offers, in the words that each shell exchanges with the command."""

import subprocess
import sys
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.cli.app import COMMANDS
from tests.running import advisor_process, surroundings

SCRIPTS = {
    "bash": "complete -o default -F _advisor_completion advisor",
    "zsh": "compdef _advisor_completion advisor",
    "fish": "complete --command advisor",
    "powershell": "Register-ArgumentCompleter -Native -CommandName advisor",
    "pwsh": "Register-ArgumentCompleter -Native -CommandName advisor",
}
"""The line of each shell's script by which the shell learns whom to ask."""


def asked(shell: str, line: str) -> dict[str, str]:
    """The surroundings in which a shell asks what may follow a line, whose last word is begun."""
    words = line.split(" ")
    return {
        "_ADVISOR_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    }


def offered(shell: str, line: str, folder: Path, **env: str) -> str:
    """What the command answers a shell that asks."""
    done = advisor_process(cwd=folder, env=surroundings(**asked(shell, line), **env))
    assert b"" == done.stderr
    return done.stdout.decode()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_each_shell_gets_a_script_of_its_own(shell: str, tmp_path: Path):
    done = advisor_process(cwd=tmp_path, env=surroundings(_ADVISOR_COMPLETE=f"source_{shell}"))

    assert (0, b"") == (done.returncode, done.stderr)
    assert SCRIPTS[shell] in done.stdout.decode()


@pytest.mark.parametrize("shell", SCRIPTS)
def test_each_shell_completes_the_id_of_a_barrier(shell: str, tmp_path: Path):
    found = offered(shell, "advisor checklist --barrier fear-of-sh", tmp_path)

    assert "fear-of-sharing-data" in found
    assert "fear-of-losing-independence" not in found


@pytest.mark.parametrize("shell", SCRIPTS)
def test_each_shell_completes_the_id_of_a_category(shell: str, tmp_path: Path):
    found = offered(shell, "advisor list --category gov", tmp_path)

    assert "governance" in found
    assert "leadership" not in found


def test_every_command_is_offered(tmp_path: Path):
    assert list(COMMANDS) == offered("bash", "advisor ", tmp_path).splitlines()


def test_every_barrier_is_offered_and_nothing_else(tmp_path: Path, advisor: Advisor):
    assert sorted(advisor.knowledge.barriers) == offered("bash", "advisor checklist -b ", tmp_path).splitlines()


def test_show_completes_entries_of_every_kind(tmp_path: Path, advisor: Advisor):
    every = {id_ for entries in advisor.knowledge.kinds().values() for id_ in entries}

    assert sorted(every) == offered("bash", "advisor show ", tmp_path).splitlines()


def test_nations_are_completed(tmp_path: Path):
    assert "scotland\n" == offered("bash", "advisor diagnose --nation s", tmp_path)


def test_ids_of_your_own_folder_are_completed(tmp_path: Path):
    ours = str(Path(__file__).parent / "ours")
    line = f"advisor show --knowledge {ours} "

    assert set(offered("bash", "advisor show ", tmp_path).split()) < set(offered("bash", line, tmp_path).split())


def test_a_faulty_folder_completes_nothing_and_says_nothing(tmp_path: Path):
    """Nobody wants a list of faults in the middle of a line that is being typed."""
    (tmp_path / "updates.yaml").write_text("- id: a\n  trem: b\n", encoding="utf-8")

    assert "" == offered("bash", f"advisor show --knowledge {tmp_path} fear", tmp_path).strip()


def test_an_open_quotation_mark_does_not_disturb_the_shell(tmp_path: Path):
    assert "" == offered("bash", 'advisor diagnose "it isn', tmp_path).strip()


def test_bash_itself_completes_an_id_with_the_script(tmp_path: Path):
    """The script is handed to a real shell, which asks as if Tab had been pressed."""
    command = tmp_path / "advisor"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m integration_cli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    press_tab = (
        'eval "$(_ADVISOR_COMPLETE=source_bash ./advisor)"; COMP_WORDS=(./advisor show fear-of-sh); COMP_CWORD=2; '
        '_advisor_completion ./advisor; echo "${COMPREPLY[@]}"'
    )

    done = subprocess.run(
        ["bash", "--norc", "-c", press_tab], cwd=tmp_path, env=surroundings(), capture_output=True, check=False
    )

    assert ("fear-of-sharing-data\n", b"") == (done.stdout.decode(), done.stderr)
