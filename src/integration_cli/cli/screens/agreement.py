"""The picture of partners side by side: disagreements first, because they are the conversation to have."""

from collections.abc import Callable, Iterator, Sequence

from integration_cli.cli.pictures import Hanging, Part, Picture, Text
from integration_cli.cli.screens.parts import LOCAL, heading, indented, labelled, text
from integration_cli.dates import in_words
from integration_cli.readiness import CONSENSUS, FEW, Agreement, Said, Spread

Drawing = Callable[[Spread], Iterator[Part]]
SHORT = 6
"""Statements of a kind that are shown; --full shows all."""


def render_agreement(agreement: Agreement, full: bool) -> Picture:
    """Who takes part, what they disagree about and what each said, then what they agree on."""
    yield heading("Where the partners agree, and where they do not")
    for one in agreement.partners:
        dated = f", {in_words(one.on)}" if one.on else ""
        yield Hanging(text(f"- {one.whose}{dated}  ({one.name})"))
    yield text("")
    if not agreement.spreads:
        yield text("No statement is rated by two partners or more: there is nothing to compare yet.")
    open_ = [spread for spread in agreement.spreads if not spread.agreed]
    nearly = [spread for spread in agreement.spreads if spread.agreed and spread.apart]
    agreed = sorted((s for s in agreement.spreads if s.agreed and not s.apart), key=lambda spread: spread.median)
    yield from _some(f"To talk about ({len(open_)}), the widest disagreement first", open_, _spread, full)
    yield from _some(f"Agreed by most, but somebody stands apart ({len(nearly)})", nearly, _nearly, full)
    yield from _some(f"Agreed ({len(agreed)}), the least in hand first", agreed, _agreed, full)
    if agreement.single:
        yield text(f"{len(agreement.single)} more statements have a score from one partner only, or from none.", "dim")
    yield from _measure(agreement)
    if agreement.spreads:
        yield labelled("next", f"advisor show {agreement.spreads[0].barrier.id}", "bold")


def _some(title: str, spreads: Sequence[Spread], drawing: Drawing, full: bool) -> Iterator[Part]:
    if not spreads:
        return
    yield heading(title)
    for spread in spreads if full else spreads[:SHORT]:
        yield from drawing(spread)
    if not full and len(spreads) > SHORT:
        yield indented(text(f"… and {len(spreads) - SHORT} more with --full", "dim"))
    yield text("")


def _agreed(spread: Spread) -> Iterator[Part]:
    unknown = ["?"] * sum(bool(said.rating and said.rating.unknown) for said in spread.said)
    yield Hanging(_line(spread, f"{' '.join([*(str(score) for score in spread.scores), *unknown])}  "), 2, 2)


def _nearly(spread: Spread) -> Iterator[Part]:
    yield from _agreed(spread)
    for said in sorted(spread.apart, key=_place):
        yield from _said(said)


def _spread(spread: Spread) -> Iterator[Part]:
    yield Hanging(_line(spread, ""), 2, 2)
    yield Hanging(text(f"“{spread.barrier.question}”", "dim"), 4, 0)
    middle = (
        f"median {spread.median:g}, interquartile range {spread.iqr:g}, from {spread.scores[0]} to {spread.scores[-1]}"
    )
    yield indented(text(middle, "yellow"), 4)
    for said in sorted(spread.said, key=_place):
        yield from _said(said)


def _line(spread: Spread, before: str) -> Text:
    line = text(f"{before}{spread.barrier.title}{LOCAL if spread.barrier.local else ''}", "bold" if not before else "")
    line.append(f"  {spread.barrier.id}", "dim")
    return line


def _place(said: Said) -> tuple[int, str]:
    """The lowest score first, those without any last."""
    score = said.rating.score if said.rating else None
    return (9 if score is None else score), said.partner


def _said(said: Said) -> Iterator[Part]:
    rating = said.rating
    if rating is None or not rating.answered:
        why = f": {rating.comment}" if rating and rating.comment else ""
        yield Hanging(text(f"–  {said.partner}: not rated{why}", "dim"), 4, 3)
        return
    line = text(f"{'?' if rating.unknown else rating.score}  {said.partner}", "bold")
    if rating.unknown:
        line.append(": does not know")
    if rating.comment:
        line.append(text(f": {rating.comment}"))
    yield Hanging(line, 4, 3)


def _measure(agreement: Agreement) -> Iterator[Part]:
    if any(spread.few for spread in agreement.spreads):
        few = (
            f"With fewer than {FEW} scores the interquartile range is a rough guide. Agreed then means that no two "
            "scores are more than one step apart: read the answers themselves."
        )
        yield Hanging(text(few, "dim"), 0, 0)
    if any(not spread.few for spread in agreement.spreads):
        several = f"With {FEW} scores or more, agreed means an interquartile range of {CONSENSUS:g} or less."
        yield Hanging(text(several, "dim"), 0, 0)
