"""Install the wheel and the source archive as people do, on each Python at hand, and try the command.

By hand, for it takes minutes. Each is installed into an environment of its own with the oldest and with the newest
versions of what it needs that `pyproject.toml` allows, and has to diagnose, write a checklist and bring it up to date.
A Python is found by its name, python3.11 and so on, or given by its path.

usage: python -m tools.try_installs [--python PATH]... [--archive]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
NAMES = [f"python3.{minor}" for minor in range(11, 16)]
SITUATION = "nobody can say who signs off the pooled budget, and the buget is short"
TRIED = (
    ["--version"],
    ["diagnose", SITUATION],
    ["checklist", SITUATION, "-o", "plan.md"],
    ["update", "plan.md", "--barrier", "weak-political-buy-in"],
    ["show", "torbay-timeline-table"],
    ["check"],
)


class Outcome(NamedTuple):
    """How an installation went: what was installed where, the versions it got, and what failed (empty: nothing)."""

    python: str
    what: str
    versions: str
    seconds: float
    failure: str


def main(argv: Sequence[str] | None = None) -> None:
    """Try all and print a table; exit 1 where anything failed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument(
        "--python", action="append", help="a Python to try (repeatable); all that are found by default"
    )
    options.add_argument("--archive", action="store_true", help="also the source archive, with the newest versions")
    chosen = options.parse_args(argv)
    outcomes: list[Outcome] = []
    print("| Python | installed | what it needs | seconds | |\n|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel, archive = built(Path(folder))
        for python in chosen.python or found():
            cases = [(wheel, "oldest"), (wheel, "newest"), *([(archive, "newest")] if chosen.archive else [])]
            for number, (package, which) in enumerate(cases):
                outcomes.append(tried(python, package, which, Path(folder, f"{len(outcomes)}-{number}")))
                print(
                    "| " + " | ".join(map(str, outcomes[-1]._replace(failure=outcomes[-1].failure or "works"))) + " |"
                )
    sys.exit(any(outcome.failure for outcome in outcomes))


def found() -> Iterator[str]:
    """The Pythons that are installed here and run."""
    for name in NAMES:
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            yield path


def built(folder: Path) -> tuple[Path, Path]:
    """The wheel and the source archive of this checkout."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


def oldest() -> list[str]:
    """The requirements of the project, each at the oldest version that it allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = [
        (needed.name, bound) for needed in map(Requirement, project["dependencies"]) for bound in needed.specifier
    ]
    return [f"{name}=={bound.version}" for name, bound in bounds if bound.operator == ">="]


def tried(python: str, package: Path, which: str, folder: Path) -> Outcome:
    """Install a package into a new environment and try the commands there."""
    start = time.perf_counter()
    wanted = [str(package), *(oldest() if which == "oldest" else [])]
    steps = [
        [python, "-m", "venv", str(folder)],
        [*_inside(folder, "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted],
        *([*_inside(folder, "advisor"), *argv] for argv in TRIED),
    ]
    failure = next((text for step in steps if (text := _failure(step, folder))), "")
    version = subprocess.run([python, "-V"], capture_output=True, text=True, check=True).stdout.split()[-1]
    kind = "wheel" if package.suffix == ".whl" else "source archive"
    return Outcome(version, kind, f"{which}: {_versions(folder)}", round(time.perf_counter() - start, 1), failure)


def _inside(folder: Path, program: str) -> list[str]:
    return [str(folder / ("Scripts" if os.name == "nt" else "bin") / program)]


def _failure(command: Sequence[str], folder: Path) -> str:
    """The last line of what a command said when it failed; nothing when it did not."""
    folder.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "ADVISOR_KNOWLEDGE")}
    env = {**kept, "ADVISOR_CACHE": str(folder / "cache"), "PYTHONWARNINGS": "default"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    return f"{Path(command[0]).name} {command[1]}: " + (done.stderr.strip() or "no word").splitlines()[-1]


def _versions(folder: Path) -> str:
    """What of the project's requirements was installed, with the versions."""
    names = [line.partition("==")[0] for line in oldest()]
    code = f"from importlib.metadata import version; print(*(f'{{n}} {{version(n)}}' for n in {names!r}), sep=', ')"
    command = [*_inside(folder, "python"), "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "not installed"


if __name__ == "__main__":
    main()
