"""Fit the numbers of matching/calibration.py and print them.

The field (is this ours?) is learned from the knowledge alone: signs against texts that belong to no barrier,
each scored with an index from which its fold was left out. The threshold and the chance of a finding to be
right are fitted on the development texts: four numbers for some 1,400 candidates.

usage: python -m benchmarks.calibrate [--share 0.3]
"""

import argparse
import random
from dataclasses import replace

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.statements import Row, rows
from integration_cli.loading.load import load
from integration_cli.matching import calibration
from integration_cli.matching.building import make
from integration_cli.matching.index import Index, read
from integration_cli.matching.reading import read as read_text
from integration_cli.matching.scoring import Scores, score
from integration_cli.matching.signals import NAMES, field_signals
from integration_cli.model import Knowledge

FOLDS = 4
KEPT = 0.975
"""Share of the development texts that the threshold keeps."""


def taken_apart(text: str, index: Index) -> tuple[Scores, tuple[float, ...]]:
    """Scores and field signals of a text."""
    reading = read_text(text, index.vocabulary, index.speller)
    scores = score(reading, index)
    return scores, field_signals(reading, scores, index)


def without(knowledge: Knowledge, left_out: set[str]) -> Knowledge:
    """The knowledge without some of its signs and counter-signs."""
    barriers = {
        id_: replace(
            barrier,
            signs=tuple(sign for sign in barrier.signs if sign not in left_out),
            not_signs=tuple(counter for counter in barrier.not_signs if counter.text not in left_out),
        )
        for id_, barrier in knowledge.barriers.items()
    }
    elsewhere = tuple(text for text in knowledge.elsewhere if text not in left_out)
    return replace(knowledge, barriers=barriers, elsewhere=elsewhere)


def folded(knowledge: Knowledge, share: float) -> tuple[np.ndarray, np.ndarray]:
    """Field signals of held-out texts, and whether each is ours."""
    rng = random.Random(1)
    ours = [sign for barrier in knowledge.barriers.values() for sign in barrier.signs]
    others = [c.text for b in knowledge.barriers.values() for c in b.not_signs if not c.belongs_to]
    labelled = [(text, 1) for text in ours] + [(text, 0) for text in (*others, *knowledge.elsewhere)]
    rng.shuffle(labelled)
    signals, labels = [], []
    for fold in range(FOLDS):
        part = labelled[fold::FOLDS]
        smaller = without(knowledge, {text for text, _ in part})
        index = read(memoryview(make(smaller)), smaller)
        for text, label in part:
            if label == 0 or rng.random() < share:
                signals.append(taken_apart(text, index)[1])
                labels.append(label)
    return np.array(signals), np.array(labels)


def fitted_field(signals: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias of the field's log odds, for signals as they are."""
    mean, spread = signals.mean(0), signals.std(0)
    model = LogisticRegression(class_weight="balanced", max_iter=2000).fit((signals - mean) / spread, labels)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - (weights * mean).sum())


def fitted_chance(texts: list[Row], knowledge: Knowledge, index: Index, field: "np.ndarray") -> LogisticRegression:
    """A model of a candidate's chance to be right, from fused score, distance to the best, and field."""
    signals, right = [], []
    for row, odds in zip(texts, field, strict=True):
        fused = taken_apart(row.text, index)[0].fused
        best = max(fused)
        for number in sorted(range(len(fused)), key=lambda n: -fused[n])[:5]:
            signals.append((fused[number], best - fused[number], max(-6.0, min(6.0, odds))))
            right.append(knowledge.barriers[index.barriers[number]].main in row.accepted)
    return LogisticRegression(max_iter=2000).fit(np.array(signals), np.array(right))


def main() -> None:
    """Fit, and print what belongs into matching/calibration.py with what it gives on the development texts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--share", type=float, default=0.3, help="share of the signs that are scored in the folds")
    share = options.parse_args().share
    knowledge = load()
    index = read(memoryview(make(knowledge)), knowledge)
    signals, labels = folded(knowledge, share)
    weights, bias = fitted_field(signals, labels)
    statements, queries, offtopic = rows("statements"), rows("queries"), rows("offtopic")
    odds = {
        name: np.array([np.dot(weights, taken_apart(row.text, index)[1]) + bias for row in texts])
        for name, texts in (("statements", statements), ("queries", queries), ("offtopic", offtopic))
    }
    threshold = min(np.quantile(odds["statements"], 1 - KEPT), np.quantile(odds["queries"], 1 - KEPT + 0.01))
    print("FIELD_WEIGHTS = (")
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"    {weight:.4f},  # {name}")
    print(f")\nFIELD_BIAS = {bias:.4f}\nFIELD_THRESHOLD = {threshold:.3f}")
    model = fitted_chance(statements + queries, knowledge, index, np.concatenate([odds["statements"], odds["queries"]]))
    print(
        f"FINDING_WEIGHTS = ({', '.join(f'{w:.4f}' for w in model.coef_[0])})\nFINDING_BIAS = {model.intercept_[0]:.4f}"
    )
    held_out = signals @ weights + bias
    print(
        f"\nheld-out knowledge: ours kept {(held_out[labels == 1] >= threshold).mean():.3f}, "
        f"others let through {(held_out[labels == 0] >= threshold).mean():.3f}"
    )
    for name, values in odds.items():
        print(f"{name}: above the threshold {(values >= threshold).mean():.3f} of {len(values)}")
    assert calibration.FIELD_WEIGHTS is not None


if __name__ == "__main__":
    main()
