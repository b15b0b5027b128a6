"""How often the right barrier comes first, for the advisor and for its peers, on the same knowledge and texts.

hit@k: an accepted barrier is among the first k; best@k: the single best label is. Intervals are 95 %, from 2,000
bootstrap samples of the texts; differences to the advisor are paired (the same texts in each sample).

usage: python -m benchmarks.relevance [--data DIR] [--without-peers] [--json FILE]
"""

import argparse
import json
import math
from pathlib import Path

import numpy as np

from benchmarks.statements import DATA, Row, rows
from integration_cli import Advisor

SAMPLES = 2000
FIGURES = ("hit@1", "hit@3", "best@1", "best@3")


def advisor_order(advisor: Advisor, text: str) -> list[str]:
    """Main barriers as the command names them, best first; empty where it says that nothing matches."""
    return list(dict.fromkeys(f.part_of or f.barrier for f in advisor.diagnose(text).findings))


def hits(order: list[str], row: Row) -> list[bool]:
    """Whether this order hits, one flag for each of FIGURES."""
    accepted = next((n for n, id_ in enumerate(order, 1) if id_ in row.accepted), math.inf)
    best = order.index(row.best) + 1 if row.best in order else math.inf
    return [accepted <= 1, accepted <= 3, best <= 1, best <= 3]


def interval(values: np.ndarray, rng: np.random.Generator) -> tuple[float, float]:
    """95 % bootstrap interval of the mean."""
    means = values[rng.integers(0, len(values), (SAMPLES, len(values)))].mean(1)
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))


def report(name: str, orders: dict[str, list[list[str]]], texts: list[Row]) -> dict[str, dict[str, float]]:
    """Print a table for one set of texts and return its figures by method."""
    rng = np.random.default_rng(0)
    table = {m: np.array([hits(o, r) for o, r in zip(found, texts, strict=True)], float) for m, found in orders.items()}
    ours = table["advisor"]
    print(f"\n{name} ({len(texts)})\n{'':46s}" + "".join(f"{figure:>24s}" for figure in FIGURES))
    for method, flags in table.items():
        cells = []
        for column in range(len(FIGURES)):
            low, high = interval(flags[:, column], rng)
            cells.append(f"{flags[:, column].mean():.3f} [{low:.3f}, {high:.3f}]")
        print(f"{method:46s}" + "".join(f"{cell:>24s}" for cell in cells))
    print("advisor minus the peer, paired:")
    for method, flags in table.items():
        if method != "advisor":
            cells = []
            for column in range(len(FIGURES)):
                difference = ours[:, column] - flags[:, column]
                low, high = interval(difference, rng)
                cells.append(f"{difference.mean():+.3f} [{low:+.3f}, {high:+.3f}]")
            print(f"{method:46s}" + "".join(f"{cell:>24s}" for cell in cells))
    return {m: dict(zip(FIGURES, map(float, flags.mean(0)), strict=True)) for m, flags in table.items()}


def answers(advisor: Advisor, folder: Path) -> dict[str, float]:
    """Shares answered, false alarms, and the figures of the long form."""
    near, far = [], []
    for row in rows("offtopic", folder):
        (near if row.kind == "other-sector-governance" else far).append(bool(advisor_order(advisor, row.text)))
    shown = right = wanted = caught = 0
    for row in rows("longform", folder):
        found = advisor_order(advisor, row.text)
        shown, right = shown + len(found), right + sum(id_ in row.accepted for id_ in found)
        wanted, caught = wanted + len(row.expected), caught + len(set(row.expected) & set(found))
    precision, recall = right / max(1, shown), caught / max(1, wanted)
    figures = {
        f"{name} answered": float(np.mean([bool(advisor_order(advisor, row.text)) for row in rows(name, folder)]))
        for name in ("statements", "queries")
    }
    figures |= {"false alarms, far": float(np.mean(far)), "false alarms, near": float(np.mean(near))}
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return figures | {"long precision": precision, "long recall": recall, "long F1": f1}


def strengths(advisor: Advisor, folder: Path) -> dict[str, tuple[float, int]]:
    """For each word of strength: the share of such findings that are accepted, and how many there are."""
    found: dict[str, list[bool]] = {"strong": [], "likely": [], "possible": []}
    for row in rows("statements", folder) + rows("queries", folder):
        for finding in advisor.diagnose(row.text).findings:
            found[finding.strength].append((finding.part_of or finding.barrier) in row.accepted)
    return {name: (float(np.mean(right)) if right else math.nan, len(right)) for name, right in found.items()}


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--without-peers", action="store_true")
    options.add_argument("--json", type=Path)
    args = options.parse_args()
    advisor = Advisor.load()
    figures: dict[str, object] = {}
    methods = {}
    if not args.without_peers:
        from benchmarks.peers import corpus_of, peers

        corpus = corpus_of(advisor.knowledge)
        methods = dict(peers(corpus))
    for name in ("statements", "queries"):
        texts = rows(name, args.data)
        orders = {"advisor": [advisor_order(advisor, row.text) for row in texts]}
        for method, rank in methods.items():
            orders[method] = [[corpus.mains[n] for n in np.argsort(-rank(row.text), kind="stable")] for row in texts]
        figures[name] = report(name, orders, texts)
    figures["answers"] = answers(advisor, args.data)
    print("\nadvisor: " + ", ".join(f"{name} {value:.3f}" for name, value in figures["answers"].items()))
    for strength, (share, count) in strengths(advisor, args.data).items():
        print(f"{strength:9s} {share:.3f} of {count} findings are accepted")
    if args.json:
        args.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
