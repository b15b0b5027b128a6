"""Whole processes, timed and weighed as a user waits for them: warm, in turn, their output through a pipe."""

import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

Command = Sequence[str]


WEIGHED = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
print(os.wait4(child, 0)[2].ru_maxrss)
"""
"""Starts a command from a process that is small itself: a child counts the memory of the parent it came from."""


class Times(NamedTuple):
    """What a command took over several runs: median seconds, and the median of its ratios to the yardstick's runs."""

    seconds: float
    ratio: float


def run(command: Command, folder: Path) -> tuple[float, int]:
    """Run a command to its end in a folder; return the wall time in seconds and the exit code."""
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    return time.perf_counter() - start, done.returncode


def megabytes(command: Command, folder: Path) -> float:
    """The largest resident memory of a run of the command."""
    weigh = [sys.executable, "-S", "-c", WEIGHED, *command]
    peak = int(subprocess.run(weigh, cwd=folder, check=True, capture_output=True).stdout)
    # Linux counts in kilobytes, macOS in bytes.
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def in_turn(commands: Mapping[str, Command], yardstick: str, runs: int, folder: Path) -> dict[str, Times]:
    """Time commands in turn, so that what else the machine does falls on all alike; the first round does not count."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            seconds, _ = run(command, folder)
            if number:
                found[name].append(seconds)
    return {
        name: Times(
            statistics.median(times),
            statistics.median(a / b for a, b in zip(times, found[yardstick], strict=True)),
        )
        for name, times in found.items()
    }
