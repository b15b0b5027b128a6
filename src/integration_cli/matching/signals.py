"""What tells whether a text is about our field, as numbers."""

import math
from heapq import nlargest

from integration_cli.matching.calibration import in_field
from integration_cli.matching.index import Index
from integration_cli.matching.reading import Reading
from integration_cli.matching.scoring import Scores
from integration_cli.matching.sense import sense

OURS_ALONE = 2.0
"""Log odds from which a name is ours alone: none of the off-topic texts of the benchmark holds such a one."""

NAMES = (
    "best of words, by root of length",
    "best of phrases",
    "best of pieces",
    "best fused",
    "share of known content words",
    "mean log odds of the domain",
    "summed log odds of the domain",
    "log of length",
    "share of known features",
    "margin of the best over the fifth",
    "nearness of the words to the field",
    "log odds of the most telling feature",
    "mean log odds of the three most telling features",
)


def field_signals(reading: Reading, scores: Scores, index: Index) -> tuple[float, ...]:
    """The signals of a text, in the order of `NAMES`. Names of people and places that nobody knows do not count."""
    table = index.tables["words"]
    found = {feature.number for feature in scores.found["words"]}
    found |= {number for stem in reading.plain if (number := table.find(stem)) >= 0}
    odds = [table.domain[number] for number in found]
    names = {word.stem for word in reading.words if word.capital and table.find(word.stem) not in found}
    length = max(1, len(reading.words) - len(names))
    # A name takes its pairs with the words on either side along.
    asked = max(1, len(reading.features["words"]) + len(reading.plain) - 3 * len(names))
    content = [word for word in reading.content if word.stem not in names]
    known = sum(table.find(word.stem) in found for word in content) / max(1, len(content))
    words, phrases, pieces = (max(scored) for scored in scores.by_scorer)
    fused = sorted(scores.fused, reverse=True)
    return (
        words / math.sqrt(length),
        phrases,
        pieces,
        fused[0],
        known,
        sum(odds) / math.sqrt(asked),
        sum(odds),
        math.log(1 + length),
        min(1.0, len(odds) / asked),
        fused[0] - fused[min(4, len(fused) - 1)],
        sense().of([word.plain for word in reading.words]),
        max(odds, default=0.0),
        sum(nlargest(3, odds)) / 3,
    )


def field_of(reading: Reading, scores: Scores, index: Index) -> float:
    """How far a text is on our side of the line; what only our field has is never beyond it."""
    field = in_field(field_signals(reading, scores, index), len(reading.words))
    return max(field, 0.0) if names_our_bodies(reading, index) else field


def names_our_bodies(reading: Reading, index: Index) -> bool:
    """Whether a text names something that only our field has: an integrated care board, section 75, continuing care."""
    table = index.tables["words"]
    numbers = (table.find(feature) for feature in reading.features["words"] if feature.startswith("="))
    return any(number >= 0 and table.domain[number] >= OURS_ALONE for number in numbers)
