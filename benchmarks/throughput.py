"""Statements per second and peak memory of `advisor survey`, on one core and on all, against a sentence encoder.

The replies are made from the knowledge's signs: a sign, two signs joined, or a sign with its words shuffled. Speed is
that of the diagnoses alone, in this process; the whole command, with the file read and start-up paid, stands below it
with its peak memory. Machines differ: quote the ratios, and the CPU time where others use the machine too.

usage: python -m benchmarks.throughput [--rows 1000 10000] [--large]     (--large adds 100,000 rows: minutes)
"""

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.encoder import HOW, minilm
from integration_cli import Advisor

GOAL = 2000
"""Statements per second on one core."""

WARM = 1000
"""Statements before the clock runs: what is remembered of words builds up."""

SAMPLE = 3000
"""Statements that are timed."""

WEIGH = """
import subprocess, sys
code = subprocess.call(sys.argv[1:])
try:
    import resource
    print("peak:", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
except ImportError:
    print("peak:", file=sys.stderr)
sys.exit(code)
"""
"""A small process between: a child is charged with the memory that its parent had when it began."""


def statements(advisor: Advisor, seed: int = 1) -> Iterator[str]:
    """Replies without end; the same for the same seed."""
    draw = random.Random(seed)
    signs = [sign for barrier in advisor.knowledge.barriers.values() for sign in barrier.signs]
    while True:
        kind = draw.random()
        words = draw.choice(signs).split()
        if kind < 0.2:
            draw.shuffle(words)
        yield " ".join(words) if kind < 0.7 else f"{' '.join(words)} {draw.choice(signs)}"


def rate(work: Callable[[list[str]], object], texts: list[str]) -> str:
    """How many texts a second go through, by the clock on the wall and by the processor's."""
    wall, processor = time.perf_counter(), time.process_time()
    work(texts)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    return f"{len(texts) / wall:8,.0f} a second   {len(texts) / processor:8,.0f} a second of CPU"


def encoder() -> Callable[[list[str]], object] | None:
    """all-MiniLM-L6-v2 on one core; None, with a word why, where it is not installed."""
    try:
        model = minilm(threads=1)
    except ImportError as error:
        print(f"left out: all-MiniLM-L6-v2 ({error}); {HOW}")
        return None
    return lambda texts: model.encode(texts, batch_size=64, normalize_embeddings=True, show_progress_bar=False)


def command(file: Path, jobs: int) -> str:
    """The whole command on a file: replies per second, and peak memory of its largest process where that is told."""
    argv = [sys.executable, "-m", "integration_cli", "survey", str(file), "--json", "--jobs", str(jobs)]
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", WEIGH, *argv], check=True, capture_output=True)
    seconds = time.perf_counter() - start
    read, peak = json.loads(done.stdout)["read"], done.stderr.decode().rpartition("peak:")[2].strip()
    memory = f"   peak {int(peak) / (1024**2 if sys.platform == 'darwin' else 1024):5.0f} MB" if peak else ""
    return f"{seconds:7.1f} s   {read / seconds:8,.0f} a second{memory}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000])
    options.add_argument("--large", action="store_true", help="also 100,000 rows")
    asked = options.parse_args()
    advisor = Advisor.load()
    source = statements(advisor)
    warm, texts = (list(islice(source, count)) for count in (WARM, SAMPLE))
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"statements of {words:.0f} words on average, one core:")
    list(advisor.diagnose_many(warm))
    print(f"  counted (diagnose_many) {rate(lambda t: list(advisor.diagnose_many(t)), texts)}   (goal: {GOAL:,})")
    print(f"  with reasons (diagnose) {rate(lambda t: [advisor.diagnose(text) for text in t], texts[:500])}")
    with tempfile.TemporaryDirectory() as folder:
        for rows in [*asked.rows, *([100_000] if asked.large else [])]:
            file = Path(folder, f"{rows}.csv")
            with file.open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows([["comment"], *([text] for text in islice(statements(advisor), rows))])
            for jobs in dict.fromkeys((1, os.cpu_count() or 1)):
                print(f"{rows:8,} rows, {jobs} {'processes' if jobs > 1 else 'process  '} {command(file, jobs)}")
    # Last: a process that it starts would be taken to have the memory of the encoder.
    if encode := encoder():
        encode(warm[:64])
        print(f"all-MiniLM-L6-v2        {rate(encode, texts[:1000])}   (its vectors alone)")


if __name__ == "__main__":
    main()
