"""The picture of what has moved between two assessments."""

from collections.abc import Iterator, Sequence

from integration_cli.assessment import Assessment, Rating
from integration_cli.cli.pictures import Hanging, Part, Picture
from integration_cli.cli.screens.parts import LOCAL, beside, heading, indented, labelled, text
from integration_cli.dates import in_words
from integration_cli.readiness import Move, Movement

SHORT = 8
"""Barriers that fell, and that rose, which are shown; --full shows all."""


def render_movement(movement: Movement, full: bool) -> Picture:
    """The categories' means then and now, what fell and what rose, and what cannot be compared."""
    yield heading("What has moved")
    yield Hanging(text(f"from {_about(movement.before)} to {_about(movement.now)}"), 0, 2)
    yield text("")
    if not movement.categories:
        yield text("No statement has a score in both: there is nothing to compare yet.")
        return
    yield from _means(movement)
    yield text("Means over the statements with a score in both, from 0 to 4.", "dim")
    yield text("")
    yield from _moves("Less in hand than before", movement.fell, "red", full)
    yield from _moves("Better in hand than before", movement.rose, "green", full)
    yield text(f"{len(movement.stayed)} unchanged; {len(movement.one_sided)} with a score in one of the two only.")
    if any(move.reworded for move in movement.moves):
        yield text("* asked in other words than before: compare with care.", "yellow")
    first = next(iter([*movement.fell, *movement.stayed, *movement.rose]))
    yield labelled("next", f"advisor show {first.barrier.id}", "bold")


def _about(one: Assessment) -> str:
    dated = f"{in_words(one.on)}, " if one.on else ""
    return f"{one.whose} ({dated}{one.name})"


def _means(movement: Movement) -> Iterator[Part]:
    for one in movement.categories:
        change = one.now - one.before
        style = "green" if change > 0 else "red" if change < 0 else "dim"
        marks = text(f"{one.before:.1f} → ").append(f"{one.now:.1f}", "bold")
        marks.append(f"{f'{change:+.1f}' if change else '=':>6}  ", style)
        yield beside(marks, text(one.category.title).append(f"  {one.compared} compared", "dim"), by=0)


def _moves(title: str, moves: Sequence[Move], style: str, full: bool) -> Iterator[Part]:
    if not moves:
        return
    yield heading(f"{title} ({len(moves)})")
    for move in moves if full else moves[:SHORT]:
        line = text(f"{_mark(move.before)} → {_mark(move.now)}  ", style)
        star = " *" if move.reworded else ""
        line.append(text(f"{move.barrier.title}{LOCAL if move.barrier.local else ''}{star}", "bold"))
        line.append(f"  {move.barrier.id}", "dim")
        yield Hanging(line, 2, 7)
        for when, rating in (("then", move.before), ("now", move.now)):
            if rating and rating.comment:
                yield Hanging(labelled(when, rating.comment), 9, 2)
    if not full and len(moves) > SHORT:
        yield indented(text(f"… and {len(moves) - SHORT} more with --full", "dim"))
    yield text("")


def _mark(rating: Rating | None) -> str:
    return rating.mark if rating else ""
