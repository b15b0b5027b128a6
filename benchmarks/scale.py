"""How load and diagnosis grow with the knowledge: by ten and by a hundred times the barriers, or the signs of each.

The steps start from the shipped barriers with a few signs each, so that the largest has about as many signs as are
shipped. Copies hold the same words, which is the worst case: every word of a text meets all of them.
"""

import statistics
import tempfile
import time
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from integration_cli.caching import Cache
from integration_cli.loading import compiled, locate, merge
from integration_cli.matching.diagnose import diagnose
from integration_cli.matching.index import open_index

FACTORS = (1, 10, 100)
FEW = 4
"""Signs of a barrier at the first step."""

SITUATIONS = (
    "nobody can say who signs off the pooled budget",
    "the hospital saves money when people go home early, and the council pays for it",
    "social workers dare not put anything on the shared record, because they fear a fine",
    "our two boards meet in turn, decide nothing, and each waits for the other to move first",
    "staff on different pay do the same job in one team, and the best of them leave",
)
Entries = Mapping[str, Mapping[str, Any]]


class Step(NamedTuple):
    """One size: what grew and how often, barriers and signs, and seconds to open all and to diagnose (medians)."""

    what: str
    factor: int
    barriers: int
    signs: int
    load: float
    query: float


def steps(runs: int) -> list[Step]:
    """Measure every size."""
    entries, _ = merge.read_entries(locate.read_folder(locate.shipped_folder(), "knowledge"), {})
    sizes = [("barriers", factor, _many(entries, factor, FEW)) for factor in FACTORS]
    sizes += [("signs", factor, _many(entries, 1, FEW * factor)) for factor in FACTORS]
    return [_measured(what, factor, grown, runs) for what, factor, grown in sizes]


def growth(found: list[Step], what: str) -> list[float]:
    """By how much the time of a diagnosis grows at each step of ten."""
    times = [step.query for step in found if step.what == what]
    return [later / earlier for earlier, later in pairwise(times)]


def _many(entries: Entries, copies: int, signs: int) -> Entries:
    """The entries with so many copies of each barrier, and at most so many signs in each."""
    barriers = {}
    for number in range(copies):
        mark = f"-copy-{number}" if number else ""
        for id_, entry in entries["barrier"].items():
            changes: dict[str, Any] = {"id": id_ + mark, "signs": entry["signs"][:signs], "formerly": []}
            if "part_of" in entry:
                changes["part_of"] = entry["part_of"] + mark
            barriers[id_ + mark] = {**entry, **changes}
    return {**entries, "barrier": barriers}


def _measured(what: str, factor: int, entries: Entries, runs: int) -> Step:
    with tempfile.TemporaryDirectory() as folder:
        cache, digest = Cache(Path(folder), "scale"), f"{what} {factor}"
        known = compiled.write(entries, digest, cache)
        index = open_index(known, [cache])
        for text in SITUATIONS:
            diagnose(text, known, index)
        opened, asked = [], []
        for _ in range(runs):
            start = time.perf_counter()
            open_index(compiled.read(digest, [cache]) or known, [cache])
            opened.append(time.perf_counter() - start)
            for text in SITUATIONS:
                start = time.perf_counter()
                diagnose(text, known, index)
                asked.append(time.perf_counter() - start)
        signs = sum(len(barrier["signs"]) for barrier in entries["barrier"].values())
        return Step(what, factor, len(entries["barrier"]), signs, statistics.median(opened), statistics.median(asked))
