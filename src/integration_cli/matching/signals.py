"""What tells whether a text is about our field, as numbers."""

import math
from heapq import nlargest

from integration_cli.matching.index import Index
from integration_cli.matching.reading import Reading
from integration_cli.matching.scoring import Scores
from integration_cli.matching.sense import sense

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
    """The signals of a text, in the order of `NAMES`."""
    length = max(1, len(reading.words))
    table = index.tables["words"]
    found = {feature.number for feature in scores.found["words"]}
    found |= {number for stem in reading.plain if (number := table.find(stem)) >= 0}
    odds = [table.domain[number] for number in found]
    asked = len(reading.features["words"]) + len(reading.plain)
    mean = sum(odds) / math.sqrt(asked or 1)
    content = reading.content
    known = sum(table.find(word.stem) in found for word in content) / max(1, len(content))
    words, phrases, pieces = (max(found) for found in scores.by_scorer)
    fused = sorted(scores.fused, reverse=True)
    return (
        words / math.sqrt(length),
        phrases,
        pieces,
        fused[0],
        known,
        mean,
        sum(odds),
        math.log(1 + len(reading.words)),
        len(odds) / max(1, asked),
        fused[0] - fused[min(4, len(fused) - 1)],
        sense().of([word.plain for word in reading.words]),
        max(odds, default=0.0),
        sum(nlargest(3, odds)) / 3,
    )
