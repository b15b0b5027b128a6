"""Commands run as a user runs them: in a process of their own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SILENCED = (
    "ADVISOR_KNOWLEDGE", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS",
    "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONUNBUFFERED",
)  # fmt: skip
"""Variables of the surroundings that would change what a command prints."""


def surroundings(**changes: str) -> dict[str, str]:
    """The environment of this process, without what would change a command's output."""
    kept = {name: value for name, value in os.environ.items() if name not in SILENCED}
    return {**kept, **changes}


def python(
    *argv: str, cwd: Path, env: Mapping[str, str] | None = None, stdin: bytes = b"", stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """Run this Python; `python("-m", "integration_cli", "list", cwd=folder)` is `advisor list`."""
    return subprocess.run(
        [sys.executable, *argv],
        cwd=cwd,
        env=dict(env) if env is not None else surroundings(),
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=120,
    )


def advisor_process(
    *argv: str, cwd: Path, env: Mapping[str, str] | None = None, stdin: bytes = b"", stdout: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    return python("-m", "integration_cli", *argv, cwd=cwd, env=env, stdin=stdin, stdout=stdout)
