"""The geometry of a radar: categories as spokes, each partner a line around the middle."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import NamedTuple

SIZE = 400
MIDDLE = SIZE / 2
RADIUS = 160
LABEL_AT = 1.11
FEWEST = 3
"""With fewer spokes there is no area to look at."""

Point = tuple[float, float]


class Spoke(NamedTuple):
    """A line from the middle, with where its number stands."""

    end: Point
    label: Point


class Line(NamedTuple):
    """A partner's values: the outline through those that there are, and each of them as a dot."""

    name: str
    points: str
    dots: tuple[Point, ...]


class Radar(NamedTuple):
    """All that is drawn, in a square of `SIZE`; rings are outlines, one for each step of the scale."""

    spokes: tuple[Spoke, ...]
    rings: tuple[str, ...]
    lines: tuple[Line, ...]


def radar(series: Sequence[tuple[str, Sequence[float | None]]], most: int) -> Radar | None:
    """Place values from 0 (in the middle) to `most`; None where there are too few spokes to draw."""
    count = len(series[0][1]) if series else 0
    if count < FEWEST:
        return None
    spokes = tuple(Spoke(_at(n, count, 1), _at(n, count, LABEL_AT)) for n in range(count))
    rings = tuple(_outline([_at(n, count, step / most) for n in range(count)]) for step in range(1, most + 1))
    lines = []
    for name, values in series:
        dots = tuple(_at(n, count, value / most) for n, value in enumerate(values) if value is not None)
        lines.append(Line(name, _outline(dots), dots))
    return Radar(spokes, rings, tuple(lines))


def _at(number: int, count: int, part: float) -> Point:
    """The point on a spoke, counted clockwise from the top, at a part of its length."""
    angle = 2 * pi * number / count
    return round(MIDDLE + RADIUS * part * sin(angle), 1), round(MIDDLE - RADIUS * part * cos(angle), 1)


def _outline(points: Sequence[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
