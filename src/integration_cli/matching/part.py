"""A part of a situation as it was read and scored."""

from typing import NamedTuple

from integration_cli.diagnosis import Segment
from integration_cli.matching.index import Index
from integration_cli.matching.reading import Reading, read
from integration_cli.matching.scoring import Scores, score
from integration_cli.matching.signals import field_of


class Part(NamedTuple):
    """A segment with its words, its scores for every barrier, and how far it is on our side of the line."""

    segment: Segment
    reading: Reading
    scores: Scores
    fused: list[float]
    field: float


def part_of(segment: Segment, index: Index) -> Part:
    """Read and score a segment."""
    reading = read(segment.text, index.vocabulary, index.speller)
    scores = score(reading, index)
    return Part(segment, reading, scores, scores.fused, field_of(reading, scores, index))
