"""Time `advisor diagnose` as a whole process against a two-command Typer hello-world, in turn, in one run.

Both run warm (caches made, byte code compiled), with their output to a pipe. The median and the ratio pair by
pair are what to quote; machines differ, ratios less so.

usage: python -m benchmarks.startup [--runs 25]
"""

import argparse
import compileall
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import integration_cli

HELLO = """
import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    print(f"Hello {name}")


@app.command()
def bye(name: str) -> None:
    print(f"Bye {name}")


if __name__ == "__main__":
    app()
"""
PROBLEM = "nobody can say who signs off spending from the joint pot, and there is no way to settle it when we fall out"


def seconds(command: list[str]) -> float:
    """Wall time of one run, its output read through a pipe."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Run both in turn and print medians and ratios."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=25)
    runs = options.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder, "hello.py")
        hello.write_text(HELLO, encoding="utf-8")
        # Not left to the first run: where Python is told to write no byte code, it would compile in every run.
        compileall.compile_file(str(hello), quiet=1)
        compileall.compile_dir(integration_cli.__path__[0], quiet=1)
        commands = {
            "typer hello-world": [sys.executable, str(hello), "hello", "x"],
            "advisor diagnose": [sys.executable, "-m", "integration_cli", "diagnose", PROBLEM],
            "python -c pass": [sys.executable, "-c", "pass"],
        }
        for command in commands.values():
            seconds(command)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(seconds(command))
    for name, found in times.items():
        low, *_, high = sorted(found)
        print(f"{name:20s} median {statistics.median(found) * 1000:6.1f} ms   ({low * 1000:.1f} to {high * 1000:.1f})")
    pairs = [a / b for a, b in zip(times["advisor diagnose"], times["typer hello-world"], strict=True)]
    print(f"ratio to hello-world: median {statistics.median(pairs):.2f}   (goal: 1.5 at most; {runs} pairs)")


if __name__ == "__main__":
    main()
