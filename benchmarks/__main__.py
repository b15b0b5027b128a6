"""Measure start-up, memory and growth in one run, and write a page with tables and plots.

Quote the ratios: machines differ, and all commands are timed in turn on the same one.

usage: python -m benchmarks [--runs 25] [--output docs]
"""

import argparse
import platform
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks import commands, plots, scale, timing

PAGE = "measurements.md"
PLOTS = "measurements"
HEAD = """# Measurements

Made by `python -m benchmarks` on {machine}, {python}, {runs} runs each, all in turn. Machines differ, ratios less so.
"""
START = """
## Start-up

Each command by the first example of its help page, as a whole process with its output to a pipe, caches warm. The
ratio is to a two-command hello-world of the same framework (Typer), the median over pairs of runs.

![Bars: how long each command takes, beside a hello-world and well-known commands](measurements/startup.svg)
"""
MEMORY = """
## Memory

Largest resident memory of a whole process.
"""
SCALE = """
## Growth

Time to open the knowledge and its index, and to diagnose, with ten and a hundred times as many barriers, and with ten
and a hundred times as many signs a barrier. Copies hold the same words: the worst case. Step by step, ten times the
barriers make a diagnosis {barriers} times as long; ten times the signs {signs} times.

![Lines: how long a diagnosis takes as the knowledge grows ten and a hundred times](measurements/scale.svg)
"""


def main(argv: Sequence[str] | None = None) -> None:
    """Measure all and write the page."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=25)
    options.add_argument("--output", type=Path, default=Path("docs"))
    chosen = options.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands.make_ready(folder)
        measured = commands.yardsticks(folder) | commands.ours(folder) | dict(commands.peers())
        times = timing.in_turn(measured, commands.YARDSTICK, chosen.runs, folder)
        weights = {line: timing.megabytes(command, folder) for line, command in measured.items()}
    found = scale.steps(chosen.runs)
    write(chosen.output, page(times, weights, found, chosen.runs), drawings(times, found))


def page(times: Mapping[str, timing.Times], weights: Mapping[str, float], found: list[scale.Step], runs: int) -> str:
    """The page as Markdown."""
    machine = f"{platform.system()} {platform.machine()}"
    python = f"Python {platform.python_version()}"
    growth = {what: " and ".join(f"{f:.1f}" for f in scale.growth(found, what)) for what in ("barriers", "signs")}
    start = [(line, f"{t.seconds * 1000:.0f} ms", f"{t.ratio:.2f}") for line, t in times.items()]
    memory = [(line, f"{weight:.0f} MB") for line, weight in weights.items()]
    sizes = [
        (
            s.what,
            f"× {s.factor}",
            f"{s.barriers:,}",
            f"{s.signs:,}",
            f"{s.load * 1000:.1f} ms",
            f"{s.query * 1000:.1f} ms",
        )
        for s in found
    ]
    return "\n".join(
        [
            HEAD.format(machine=machine, python=python, runs=runs) + START,
            *table(("command", "median", "ratio"), start),
            MEMORY,
            *table(("command", "memory"), memory),
            SCALE.format(**growth),
            *table(("what grows", "", "barriers", "signs", "opening", "diagnosis"), sizes),
            "",
        ]
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """A Markdown table, line by line; the first column to the left, the others to the right."""
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "---:|" * (len(head) - 1)
    yield from ("| " + " | ".join(row) + " |" for row in rows)


def drawings(times: Mapping[str, timing.Times], found: list[scale.Step]) -> dict[str, str]:
    """The plots by the name of their file."""
    series = {
        f"more {what}": [(step.factor, step.query * 1000) for step in found if step.what == what]
        for what in ("barriers", "signs")
    }
    return {
        "startup.svg": plots.bars("Whole process, median", {k: t.seconds * 1000 for k, t in times.items()}, "ms"),
        "scale.svg": plots.lines("Time of a diagnosis", series, "times the knowledge", "milliseconds"),
    }


def write(folder: Path, text: str, drawn: Mapping[str, str]) -> None:
    """Write the page and its plots into a folder."""
    (folder / PLOTS).mkdir(parents=True, exist_ok=True)
    (folder / PAGE).write_text(text, encoding="utf-8")
    for name, svg in drawn.items():
        (folder / PLOTS / name).write_text(svg, encoding="utf-8")
    print(f"wrote {folder / PAGE} and {len(drawn)} plots")


if __name__ == "__main__":
    main()
