"""Time reading and updating checklists of growing size against markdown-it-py parsing the same text and nothing else.

The knowledge is synthetic: solutions of five actions, three solutions to a barrier, with the shipped updates of law and
bodies. Between the plan and its update every tenth action is put in other words, every tenth is withdrawn and one is
new in every tenth solution; every third box of the plan is ticked and has an owner and a note. Times are those of one
core, the median of several runs; machines differ, the ratios less so.

usage: python -m benchmarks.plans [--runs 5] [--sizes 10 100 1000 2000 5000]
"""

import argparse
import statistics
import time
from collections.abc import Callable

from integration_cli import Advisor
from integration_cli.model import Action, Barrier, Category, Evidence, Knowledge, Link, Measure, Solution, Source
from integration_cli.planning.reading.plan_file import read_plan

MADE, LATER, LATEST = "2026-05-04", "2026-11-22", "2027-02-01"
PER_SOLUTION, PER_BARRIER = 5, 3
GOAL = (2000, 1.0)
"""Actions, and seconds in which an update of as many is to be done."""

EVIDENCE = (Evidence("report", "A heading", ("one", "two", "three")),)
WORDS = "agree who signs what the joint budget pays for and write it down where both boards of the CCG can see it"


def main() -> None:
    """Measure each size and print a table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000, 2000, 5000])
    chosen = options.parse_args()
    updates = Advisor.load().knowledge
    print("actions      KB   parse ms    read ms  update ms    idle ms   update us/action   update/parse")
    for size in chosen.sizes:
        old, new = Advisor(knowledge(size, 0, updates)), Advisor(knowledge(size, 1, updates))
        text = worked_with(old.checklist(old.plan(list(old.knowledge.barriers), everything=True), MADE))
        data = text.encode()
        merged = new.update(data, LATER).data
        parse = median(lambda text=text: peer(text), chosen.runs)
        read = median(lambda data=data: read_plan(data), chosen.runs)
        updating = median(lambda new=new, data=data: new.update(data, LATER), chosen.runs)
        idle = median(lambda new=new, merged=merged: new.update(merged, LATEST), chosen.runs)
        times = "".join(f"{seconds * 1000:11.1f}" for seconds in (parse, read, updating, idle))
        print(f"{size:7d} {len(data) / 1024:7.0f}{times}{updating / size * 1e6:19.0f}{updating / parse:15.2f}")
        if size == GOAL[0]:
            verdict = "met" if updating <= GOAL[1] else "missed"
            print(f"{'':7s} goal: {GOAL[0]} actions updated in {GOAL[1]:.1f} s at most: {verdict}")


def knowledge(size: int, version: int, shipped: Knowledge) -> Knowledge:
    """Synthetic knowledge of about `size` actions, in its first or second version."""
    solutions = [_solution(n, version) for n in range(max(1, size // PER_SOLUTION))]
    groups = [solutions[at : at + PER_BARRIER] for at in range(0, len(solutions), PER_BARRIER)]
    barriers = [_barrier(n, group) for n, group in enumerate(groups)]
    not_stated = dict.fromkeys(("author", "publisher", "date", "date_basis", "completeness", "file"), "not stated")
    return shipped._replace(
        version=str(version),
        categories={"money": Category(id="money", title="Money", summary="Who pays.")},
        barriers={barrier.id: barrier for barrier in barriers},
        solutions={solution.id: solution for solution in solutions},
        sources={"report": Source(id="report", title="A report", sections=(), **not_stated)},
        formerly={},
    )


def worked_with(text: str) -> str:
    """A checklist with every third box ticked, owned and noted."""
    lines: list[str] = []
    count = 0
    for line in text.split("\n"):
        if line.startswith("- [ ]"):
            count += 1
        worked = count % 3 == 0
        lines.append(line.replace("- [ ]", "- [x]") if worked else line)
        if worked and line == "  - Owner:":
            lines[-1] += " Ann"
        elif worked and line == "  - Notes:":
            lines += ["    talked about it in the March meeting", "    and again in April"]
    return "\n".join(lines)


def peer(text: str) -> None:
    """Parse a text with markdown-it-py as it comes."""
    from markdown_it import MarkdownIt

    MarkdownIt("commonmark").parse(text)


def median(run: Callable[[], object], runs: int) -> float:
    """Median seconds of several runs, after one that does not count."""
    times = []
    for number in range(runs + 1):
        start = time.process_time()
        run()
        if number:
            times.append(time.process_time() - start)
    return statistics.median(times)


def _solution(number: int, version: int) -> Solution:
    numbers = range(number * PER_SOLUTION, (number + 1) * PER_SOLUTION)
    actions = [_action(n, version) for n in numbers if not (version and n % 10 == 3)]
    if version and number % 10 == 0:
        actions.append(_action(10_000_000 + number, version))
    return Solution(
        id=f"solution-{number}",
        kind="finance",
        title=f"Solution number {number}",
        summary=f"Solution {number}: {WORDS}.",
        standing="recommended",
        who="the boards",
        evidence=EVIDENCE,
        measure=Measure(f"Share of {number} that is done.", "document"),
        actions=tuple(actions),
    )


def _action(number: int, version: int) -> Action:
    again = ", and again each year" if version and number % 10 == 7 else ""
    return Action(id=f"step-{number}", text=f"Step {number}: {WORDS}{again}", basis="document", evidence=EVIDENCE)


def _barrier(number: int, solutions: list[Solution]) -> Barrier:
    return Barrier(
        id=f"barrier-{number}",
        category="money",
        title=f"Barrier number {number}",
        summary=f"Nobody can {WORDS}, for the {number}th time.",
        basis="stated",
        question="Is it absent?",
        terms=(),
        not_to_confuse=(),
        evidence=EVIDENCE,
        links=tuple(Link(solution.id, "document") for solution in solutions),
        signs=(),
    )


if __name__ == "__main__":
    main()
