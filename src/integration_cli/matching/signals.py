"""What tells whether a text is about our field, as numbers."""

import math

from integration_cli.matching.index import Index
from integration_cli.matching.reading import Reading
from integration_cli.matching.scoring import Scores

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
    "mean log odds, for short texts",
)


def field_signals(reading: Reading, scores: Scores, index: Index) -> tuple[float, ...]:
    """The signals of a text, in the order of `NAMES`."""
    length = max(1, len(reading.words))
    table = index.tables["words"]
    numbers = [table.find(feature) for feature in (*reading.features["words"], *reading.plain)]
    odds = [table.domain[number] for number in numbers if number >= 0]
    asked = len(numbers)
    mean = sum(odds) / math.sqrt(asked or 1)
    content = reading.content
    known = sum(table.find(word.stem) >= 0 for word in content) / max(1, len(content))
    words, phrases, pieces = (max(found) for found in scores.by_scorer)
    return (
        words / math.sqrt(length),
        phrases,
        pieces,
        max(scores.fused),
        known,
        mean,
        sum(odds),
        math.log(1 + len(reading.words)),
        len(odds) / max(1, asked),
        mean * min(1.0, 5 / length),
    )
