"""How relevance grows with the number of signs a barrier has: what one more round of writing would bring.

For each number, so many signs of every barrier are drawn at random and an index is made of them alone.

usage: python -m benchmarks.curve [--data DIR]
"""

import argparse
import random
from pathlib import Path

from benchmarks.statements import DATA, Row, rows
from integration_cli.loading.load import load
from integration_cli.matching.building import make
from integration_cli.matching.index import Index, read
from integration_cli.matching.reading import read as read_text
from integration_cli.matching.scoring import score
from integration_cli.model import Barrier, Knowledge

SIZES = (6, 12, 24, 48, 96, 192, 10_000)


def fewer(barrier: Barrier, most: int, rng: random.Random) -> Barrier:
    """The barrier with at most so many of its signs."""
    return barrier._replace(signs=tuple(rng.sample(barrier.signs, min(most, len(barrier.signs)))))


def shares(texts: list[Row], knowledge: Knowledge, index: Index) -> tuple[float, float]:
    """hit@1 and hit@3 of the ranking, whether or not the command would answer."""
    first = among = 0
    for row in texts:
        fused = score(read_text(row.text, index.vocabulary, index.speller), index).fused
        order = sorted(range(len(fused)), key=lambda n: -fused[n])
        mains = list(dict.fromkeys(knowledge.barriers[index.barriers[n]].main for n in order))[:3]
        first += mains[0] in row.accepted
        among += any(id_ in row.accepted for id_ in mains)
    return first / len(texts), among / len(texts)


def main() -> None:
    """Print the curve as a Markdown table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    folder = options.parse_args().data
    knowledge = load()
    rng = random.Random(0)
    print("| signs a barrier | statements hit@1 | hit@3 | queries hit@1 | hit@3 |\n|---|---|---|---|---|")
    for size in SIZES:
        smaller = knowledge._replace(barriers={k: fewer(b, size, rng) for k, b in knowledge.barriers.items()})
        index = read(memoryview(make(smaller)), smaller)
        mean = sum(len(b.signs) for b in smaller.barriers.values()) / len(smaller.barriers)
        figures = [f for name in ("statements", "queries") for f in shares(rows(name, folder), knowledge, index)]
        print(f"| {mean:.0f} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |")


if __name__ == "__main__":
    main()
