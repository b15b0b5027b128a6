"""Are the reasons true? Take the words shown out of a text, then others, and see how far its barrier falls.

For every labelled text that gets an answer: the score of the first finding with the whole text, without the words that
its reasons show, and without as many other words with a meaning, drawn at random.

usage: python -m benchmarks.deletion [--data DIR]
"""

import argparse
import random
from pathlib import Path
from typing import NamedTuple

from benchmarks.statements import DATA, rows
from integration_cli import Advisor
from integration_cli.diagnosis import Finding, Span
from integration_cli.matching.reading import read
from integration_cli.matching.scoring import score

DRAWS = 20
"""Random choices of other words for each text."""


class Fall(NamedTuple):
    """How far a barrier's score falls without the words shown, and on average without as many others."""

    shown: float
    others: list[float]


def fused(text: str, barrier: str, advisor: Advisor) -> float:
    """The fused score of a barrier."""
    index = advisor.index
    return score(read(text, index.vocabulary, index.speller), index).fused[index.barriers.index(barrier)]


def without(text: str, spans: list[Span]) -> str:
    """The text without some of its words."""
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + text[span.end :]
    return text


def lowers(text: str, finding: Finding, advisor: Advisor) -> bool:
    """Whether the barrier's score falls without the words shown."""
    rest = without(text, [span for reason in finding.reasons for span in reason.words])
    return fused(rest, finding.barrier, advisor) < fused(text, finding.barrier, advisor)


def fall(text: str, finding: Finding, advisor: Advisor, rng: random.Random) -> Fall | None:
    """How the finding falls; None where the text has too few other words to compare with."""
    shown = list(dict.fromkeys(span for reason in finding.reasons for span in reason.words))
    words = read(text, advisor.index.vocabulary, advisor.index.speller).content
    others = [span for word in words if (span := Span(word.start, word.end)) not in shown]
    if len(others) < len(shown):
        return None
    before = fused(text, finding.barrier, advisor)
    drawn = [fused(without(text, rng.sample(others, len(shown))), finding.barrier, advisor) for _ in range(DRAWS)]
    after = fused(without(text, shown), finding.barrier, advisor)
    return Fall(before - after, [before - one for one in drawn])


def main() -> None:
    """Print the shares."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    folder = options.parse_args().data
    advisor, rng = Advisor.load(), random.Random(0)
    for name in ("statements", "queries"):
        answered = [(row.text, advisor.diagnose(row.text).findings[:1]) for row in rows(name, folder)]
        lowered = [lowers(text, first[0], advisor) for text, first in answered if first]
        falls = [found for text, first in answered if first and (found := fall(text, first[0], advisor, rng))]
        more = [found.shown > sum(found.others) / DRAWS for found in falls]
        fallen = [one > 0 for found in falls for one in found.others]
        print(f"{name}: {len(lowered)} answered, {len(falls)} of them with as many other words")
        print(f"  without the words shown the barrier falls     {sum(lowered) / len(lowered):.3f}")
        print(f"  without as many others it falls               {sum(fallen) / len(fallen):.3f}")
        print(f"  it falls further without those shown          {sum(more) / len(more):.3f}")
        print(f"  mean fall, shown against others               {_mean(falls)}")


def _mean(falls: list[Fall]) -> str:
    shown = sum(found.shown for found in falls) / len(falls)
    return f"{shown:.2f} against {sum(sum(found.others) / DRAWS for found in falls) / len(falls):.2f}"


if __name__ == "__main__":
    main()
