"""Fit the numbers of matching/fitted.py and write them.

The field (is this ours?) is learned from the knowledge alone: signs against texts that belong to no barrier, each
scored with an index from which its fold was left out; one logistic regression for each range of lengths. The line
between ours and not ours, and the chance of a finding to be right, are fitted on the development texts: six numbers.

usage: python -m benchmarks.calibrate [--share 0.15]
"""

import argparse
import random
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

import integration_cli.matching
from benchmarks.statements import Row, rows
from integration_cli.loading.load import load
from integration_cli.matching.building import make
from integration_cli.matching.index import Index, read
from integration_cli.matching.reading import read as read_text
from integration_cli.matching.scoring import Scores, score
from integration_cli.matching.signals import NAMES, field_signals
from integration_cli.model import Knowledge

FOLDS = 4
LENGTHS = (4, 9, 18, float("inf"))
"""Most words of a text in each range."""

SHORT = 9
"""Texts of up to so many words have a line of their own."""

GIVEN_UP = {"short": 0.02, "long": 0.005}
"""Share of the development texts that may fall beyond the line."""


def taken_apart(text: str, index: Index) -> tuple[Scores, tuple[float, ...], int]:
    """Scores, field signals and number of words of a text."""
    reading = read_text(text, index.vocabulary, index.speller)
    scores = score(reading, index)
    return scores, field_signals(reading, scores, index), len(reading.words)


def without(knowledge: Knowledge, left_out: set[str]) -> Knowledge:
    """The knowledge without some of its signs, counter-signs and texts from elsewhere."""
    barriers = {
        id_: barrier._replace(
            signs=tuple(sign for sign in barrier.signs if sign not in left_out),
            not_signs=tuple(counter for counter in barrier.not_signs if counter.text not in left_out),
        )
        for id_, barrier in knowledge.barriers.items()
    }
    elsewhere = {id_: tuple(t for t in texts if t not in left_out) for id_, texts in knowledge.elsewhere.items()}
    return knowledge._replace(barriers=barriers, elsewhere=elsewhere)


def folded(knowledge: Knowledge, share: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Field signals of held-out texts, their lengths, and whether each is ours."""
    rng = random.Random(1)
    ours = [sign for barrier in knowledge.barriers.values() for sign in barrier.signs]
    others = [c.text for b in knowledge.barriers.values() for c in b.not_signs if not c.belongs_to]
    others += [text for texts in knowledge.elsewhere.values() for text in texts]
    labelled = [(text, 1) for text in ours] + [(text, 0) for text in others]
    rng.shuffle(labelled)
    signals, lengths, labels = [], [], []
    for fold in range(FOLDS):
        part = labelled[fold::FOLDS]
        smaller = without(knowledge, {text for text, _ in part})
        index = read(memoryview(make(smaller)), smaller)
        for text, label in part:
            # Short texts are few among the signs: all of them are taken.
            if label == 0 or len(text.split()) <= SHORT or rng.random() < share:
                _, found, length = taken_apart(text, index)
                signals.append(found)
                lengths.append(length)
                labels.append(label)
    return np.array(signals), np.array(lengths), np.array(labels)


def fitted_field(signals: np.ndarray, lengths: np.ndarray, labels: np.ndarray) -> list[tuple[float, float, np.ndarray]]:
    """For each range of lengths: most words, bias, weights of the log odds, for signals as they are."""
    found, least = [], 0
    for most in LENGTHS:
        chosen = (lengths > least) & (lengths <= most) if least else lengths <= most
        x, y = signals[chosen], labels[chosen]
        mean, spread = x.mean(0), x.std(0) + 1e-9
        model = LogisticRegression(C=0.3, max_iter=3000, class_weight="balanced").fit((x - mean) / spread, y)
        weights = model.coef_[0] / spread
        found.append((most, float(model.intercept_[0] - (weights * mean).sum()), weights))
        least = most
    return found


def odds_of(field: list[tuple[float, float, np.ndarray]], signals: tuple[float, ...], length: int) -> float:
    """Log odds of a text by the fitted numbers."""
    _, bias, weights = next(row for row in field if length <= row[0])
    return bias + float(np.dot(weights, signals))


def with_line(
    field: list[tuple[float, float, np.ndarray]], texts: list[Row], index: Index
) -> list[tuple[float, float, np.ndarray]]:
    """The field with its biases moved so that the line stands at zero, for short and for long texts."""
    odds: dict[str, list[float]] = {"short": [], "long": []}
    for row in texts:
        _, signals, length = taken_apart(row.text, index)
        odds["short" if length <= SHORT else "long"].append(odds_of(field, signals, length))
    line = {name: float(np.quantile(values, GIVEN_UP[name])) - 1e-6 for name, values in odds.items()}
    print("line: " + ", ".join(f"{name} {value:.2f} of {len(odds[name])} texts" for name, value in line.items()))
    return [(most, bias - line["short" if most <= SHORT else "long"], weights) for most, bias, weights in field]


def fitted_chance(texts: list[Row], knowledge: Knowledge, index: Index, field: list) -> list[float]:
    """Bias and weights of a candidate's chance to be right: fused score, distance to the best, field."""
    signals, right = [], []
    for row in texts:
        scores, found, length = taken_apart(row.text, index)
        odds = max(-6.0, min(6.0, odds_of(field, found, length)))
        best = max(scores.fused)
        for number in sorted(range(len(scores.fused)), key=lambda n: -scores.fused[n])[:5]:
            signals.append((scores.fused[number], best - scores.fused[number], odds))
            right.append(knowledge.barriers[index.barriers[number]].main in row.accepted)
    model = LogisticRegression(max_iter=2000).fit(np.array(signals), np.array(right))
    return [float(model.intercept_[0]), *map(float, model.coef_[0])]


def written(field: list[tuple[float, float, np.ndarray]], finding: list[float]) -> str:
    """The text of matching/fitted.py."""
    lines = ['"""Numbers of the calibration, written by `python -m benchmarks.calibrate`. Do not edit by hand."""', ""]
    lines += ["# Each row: most words of a text, bias, weights of the signals:"]
    lines += [f"#   {name}" for name in NAMES]
    lines += ["FIELD: tuple[tuple[float, float, tuple[float, ...]], ...] = ("]
    for most, bias, weights in field:
        bound = 'float("inf")' if most == float("inf") else f"{most}.0"
        lines += ["    (", f"        {bound},", f"        {bias:.4f},", "        ("]
        lines += [f"            {weight:.4f}," for weight in weights] + ["        ),", "    ),"]
    lines += [")", f"FINDING = ({', '.join(f'{value:.4f}' for value in finding)})", ""]
    return "\n".join(lines)


def main() -> None:
    """Fit, write, and print what the numbers give on held-out knowledge and on the development texts."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--share", type=float, default=0.15, help="share of the longer signs that are scored")
    share = options.parse_args().share
    knowledge = load()
    index = read(memoryview(make(knowledge)), knowledge)
    signals, lengths, labels = folded(knowledge, share)
    texts = rows("statements") + rows("queries")
    field = with_line(fitted_field(signals, lengths, labels), texts, index)
    finding = fitted_chance(texts, knowledge, index, field)
    target = Path(integration_cli.matching.__path__[0], "fitted.py")
    target.write_text(written(field, finding), encoding="utf-8")
    held_out = np.array([odds_of(field, s, n) for s, n in zip(signals, lengths, strict=True)])
    for name, chosen in (("short", lengths <= SHORT), ("long", lengths > SHORT)):
        ours, others = held_out[chosen & (labels == 1)], held_out[chosen & (labels == 0)]
        print(f"held-out knowledge, {name}: {(ours >= 0).mean():.3f} of {len(ours)} ours kept, "
              f"{(others >= 0).mean():.3f} of {len(others)} others let through")  # fmt: skip


if __name__ == "__main__":
    main()
