"""The scores of a table: worked out from the numbers in it."""

from collections.abc import Iterator, Sequence

from integration_cli.planning.register.labels import SCALES, Scale
from integration_cli.planning.register.numbers import rating_text, read_number, read_score
from integration_cli.planning.register.table import ID, RISK, Row
from integration_cli.register import Remark, Score
from integration_cli.upkeep import Change

_COLOURS = ("red", "amber", "green", "")


def rate(row: Row) -> Iterator[Change]:
    """Write down what the numbers of a row give, unless somebody typed something else over it."""
    for scale in SCALES:
        score = read_score(row.get(scale.likelihood), row.get(scale.impact))
        if _is_ours(row, scale) and row.get(scale.rating) != (score.rating if score else ""):
            said = f"{scale.rating} {rating_text(score)}: {row.get(RISK)}"
            yield Change("rated", f"r:{row.get(ID)}", said)
        if _is_ours(row, scale):
            row.set(scale.score, str(score.value) if score else "")
            row.set(scale.rating, score.rating if score else "")


def remarks(rows: Sequence[Row]) -> list[Remark]:
    """What must be mended by hand: numbers that cannot be read, and ratings that somebody typed."""
    found = []
    for line, row in enumerate(rows, 2):
        for scale in SCALES:
            for label in (scale.likelihood, scale.impact):
                if row.get(label) and not read_number(row.get(label)):
                    said = f"'{row.get(label)}' under “{label}” is no number from 1 to 5, and is left as it is"
                    found.append(Remark(line, said))
            score = read_score(row.get(scale.likelihood), row.get(scale.impact))
            if score and not _is_ours(row, scale):
                found.append(Remark(line, _kept(row, scale, score)))
    return found


def typed_over(row: Row) -> bool:
    """Whether somebody typed a score or a rating of their own into a row."""
    return not all(_is_ours(row, scale) for scale in SCALES)


def _is_ours(row: Row, scale: Scale) -> bool:
    return (row.get(scale.score) or "0").isdigit() and row.get(scale.rating).casefold() in _COLOURS


def _kept(row: Row, scale: Scale, score: Score) -> str:
    typed = " ".join(filter(None, [row.get(scale.score), row.get(scale.rating)]))
    return f"'{typed}' is kept; the numbers give {score.value}, {score.rating}"
