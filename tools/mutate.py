"""Break the code on purpose, one small place at a time, and see whether a test notices.

By hand, for it takes the better part of an hour. Needs `pip install cosmic-ray coverage`, and Linux or macOS. A seed
picks places evenly over the modules, and for each place one of the changes that cosmic-ray knows. In a copy of the
checkout it is met by the tests that run the function it stands in, the quickest first; hypothesis gives each of them a
few examples, the same in every run. `--again` takes up what went unnoticed, from the file of `--note`, with more
examples and more time.

usage: python -m tools.mutate [--each 15] [--minutes 40] [--seed 1] [--note FILE] [--again FILE] [ROOM]...
"""

import argparse
import ast
import itertools
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tools.mutants import MISSED, PACKAGE, Mutant, chosen_from, survivors, table

ROOT = Path(__file__).parents[1]
ROOMS = ["matching", "planning"]
BESIDES = [
    *("tests/export/test_plan_xlsx.py", "tests/export/test_register_xlsx.py"),
    *("tests/test_advisor.py", "tests/test_register.py", "tests/test_relevance.py"),
]
"""Tests that try these rooms beside their own."""

INDEX = ("building", "domain", "index", "lexical", "met", "recipes", "statements", "table", "text", "vocabulary")
"""Modules of `matching` that have a hand in the index: a change of theirs needs a new one, which takes long to make."""


class Effort(NamedTuple):
    """What a change is met by: examples of a property, seconds of tests (as they take without a change), and how long
    they may take with it; one that takes longer goes round in a circle, and counts as noticed."""

    examples: int
    enough: float
    longest: float


QUICK, THOROUGH = Effort(25, 10, 60), Effort(100, 60, 300)


class Learnt(NamedTuple):
    """The tests that run each line of each module, and the seconds that each test takes."""

    running: Mapping[str, Mapping[int, set[str]]]
    seconds: Mapping[str, float]


def main(argv: Sequence[str] | None = None) -> None:
    """Try the mutants and print a table; exit 1 where one went unnoticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=15, help="places of each module")
    parser.add_argument("--minutes", type=float, default=40, help="time for the mutants, after which no other is tried")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--note", type=Path, default=Path(os.devnull), help="where every outcome is noted, as JSON lines"
    )
    parser.add_argument("--again", type=Path, help="such a file: only what went unnoticed there, with more time")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", default=ROOMS)
    options = parser.parse_args(argv)
    note = options.note.absolute()
    earlier = options.again.read_text(encoding="utf-8").splitlines() if options.again else None
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".*", "build", "node_modules"))
        os.chdir(folder)
        sys.path[:0] = [str(Path(folder, "src")), folder]
        os.environ.update(PYTHONPATH=os.pathsep.join(sys.path[:2]), ADVISOR_CACHE=str(Path(folder, "kept")))
        effort = THOROUGH if earlier else QUICK
        chosen = survivors(earlier) if earlier else list(chosen_from(options.rooms, options.each, options.seed))
        learnt = learn(options.rooms)
        # Python believes a compiled file whose source has the same size, and the same second of change.
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        end = time.monotonic() + options.minutes * 60
        outcomes = []
        with note.open("a", encoding="utf-8") as noted:
            for mutant in itertools.takewhile(lambda _: time.monotonic() < end, chosen):
                outcome = met(mutant, learnt, effort)
                outcomes.append((mutant, outcome))
                print(json.dumps({**mutant._asdict(), "outcome": outcome}), file=noted, flush=True)
    print("\n".join(table(outcomes)))
    sys.exit(any(outcome in MISSED for _, outcome in outcomes))


def learn(rooms: Iterable[str]) -> Learnt:
    """Run the tests of the rooms once, without a change."""
    said = Path("learnt.json")
    if code := _in_a_child(lambda: _watched([*(f"tests/{room}" for room in rooms), *BESIDES], said), 3600):
        sys.exit(f"the tests fail without a change (pytest: {code})")
    running, seconds = json.loads(said.read_text(encoding="utf-8"))
    lines = {file: {int(line): set(names) for line, names in found.items()} for file, found in running.items()}
    return Learnt(lines, seconds)


def _watched(tests: Sequence[str], said: Path) -> int:
    """Run tests, and write down which lines each runs, and the seconds that it takes."""
    import coverage

    from integration_cli import Advisor

    _trust_what_is_kept()
    _ = Advisor.load().index
    cover = coverage.Coverage(data_file=None, include=[f"{PACKAGE}/*"])
    watch = _Watch(QUICK.examples, cover)
    cover.start()
    code = _pytest(tests, watch)
    cover.stop()
    data = cover.get_data()
    lines = {str(Path(file).relative_to(Path.cwd())): data.contexts_by_lineno(file) for file in data.measured_files()}
    said.write_text(json.dumps([lines, watch.seconds]), encoding="utf-8")
    return code


def met(mutant: Mutant, learnt: Learnt, effort: Effort) -> str:
    """How a mutant fares: noticed, slow (noticed because it never ends), survived, or untested."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    path = Path(mutant.module)
    tests = tests_for(mutant, learnt, effort.enough)
    if not tests:
        return "untested"
    source, before = path.read_text(encoding="utf-8"), path.stat()
    kept = os.environ["ADVISOR_CACHE"]
    if _makes_the_index(path):
        os.environ["ADVISOR_CACHE"] = tempfile.mkdtemp(dir=Path.cwd())
    try:
        path.write_text(mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence), encoding="utf-8")
        code = _in_a_child(lambda: _pytest(["-x", *tests], _Watch(effort.examples)), effort.longest)
    finally:
        path.write_text(source, encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        os.environ["ADVISOR_CACHE"] = kept
    if code == 5:
        raise RuntimeError(f"pytest found none of the tests for {mutant}")
    return "slow" if code is None else "noticed" if code else "survived"


def _makes_the_index(path: Path) -> bool:
    return path.parent.name == "matching" and path.stem in INDEX


def tests_for(mutant: Mutant, learnt: Learnt, enough: float) -> list[str]:
    """The tests that run the function in which a mutant stands: those of its line first, the quickest first."""
    lines = learnt.running.get(mutant.module, {})
    nodes = ast.walk(ast.parse(Path(mutant.module).read_text(encoding="utf-8")))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    around = [node for node in functions if _first(node) <= mutant.line <= (node.end_lineno or 0)]
    inner = max(around, key=lambda node: node.lineno, default=None)
    span = range(inner.body[0].lineno, (inner.end_lineno or 0) + 1) if inner else lines
    names = set().union(*(lines.get(line, set()) for line in span))
    # What a file of tests makes when it is read, it makes for all of them; what a module holds, for all who use it.
    asked = inner is None or (enough > QUICK.enough and _makes_the_index(Path(mutant.module)))
    found = [name for name in learnt.seconds if asked or name in names or name.partition("::")[0] in names]
    near = (lines.get(mutant.line, set()), names)
    found.sort(key=lambda name: (*(not {name, name.partition("::")[0]} & runs for runs in near), learnt.seconds[name]))
    spent = itertools.accumulate(learnt.seconds[name] for name in found)
    return [name for name, total in zip(found, spent, strict=True) if total <= enough] or found[:1]


def _first(node: ast.FunctionDef) -> int:
    return min([node.lineno, *(held.lineno for held in node.decorator_list)])


class _Watch:
    """Limits the examples of properties, takes the time of each test, and tells `cover` which one is running."""

    def __init__(self, examples: int, cover: Any = None) -> None:
        self._few = examples
        self._cover = cover
        self.seconds: dict[str, float] = Counter()

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        from hypothesis import settings

        for item in items:
            if known := getattr(item.function, "_hypothesis_internal_use_settings", None):
                fewer = min(known.max_examples, self._few)
                # A decorator cannot be put on a second time.
                item.function._hypothesis_internal_use_settings = settings(
                    known, max_examples=fewer, derandomize=True, database=None
                )

    def pytest_collectstart(self, collector: Any) -> None:
        if self._cover:
            self._cover.switch_context(collector.nodeid)

    def pytest_runtest_setup(self, item: Any) -> None:
        if self._cover:
            self._cover.switch_context(item.nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        self.seconds[report.nodeid] += report.duration


def _pytest(argv: Sequence[str], watch: _Watch) -> int:
    import pytest

    _trust_what_is_kept()
    return pytest.main(["-n0", "-p", "no:cacheprovider", *argv], plugins=[watch])


def _trust_what_is_kept() -> None:
    """Take the kept index as it is: each change that would give another has a folder of its own to keep it in."""
    from integration_cli.loading import locate

    locate.code_stamp = lambda _: "as it is"


def _in_a_child(work: Callable[[], int], longest: float) -> int | None:
    """What a piece of work returns in a process of its own; None where it takes longer than so many seconds.

    The process is a fork of this one, which holds the programs that all tests need, and nothing of what is changed.
    """
    import hypothesis  # noqa: F401
    import markdown_it  # noqa: F401
    import pytest  # noqa: F401
    import rapidfuzz.process  # noqa: F401
    import typer.testing  # noqa: F401
    import yaml  # noqa: F401

    def run() -> None:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            os._exit(int(work()))

    child = multiprocessing.get_context("fork").Process(target=run)
    child.start()
    child.join(longest)
    if child.is_alive():
        child.kill()
        child.join()
        return None
    return child.exitcode


if __name__ == "__main__":
    main()
