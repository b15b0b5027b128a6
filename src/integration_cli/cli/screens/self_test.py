"""The picture of the knowledge tested on itself."""

from collections.abc import Iterator

from rich.table import Table

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Drawn, Hanging, Part, Picture
from integration_cli.cli.screens.parts import heading, labelled, text
from integration_cli.matching.selftest import SelfTest

WORST = 15
"""Barriers, pairs and counter-signs that are shown; --json has all."""


def render_self_test(result: SelfTest) -> Picture:
    """Recall over all, the barriers found worst, the pairs confused most, the counter-signs that do not keep away."""
    return _parts(result)


def _parts(result: SelfTest) -> Iterator[Part]:
    signs = max(1, sum(recall.signs for recall in result.recalls))
    first = sum(recall.first for recall in result.recalls) / signs
    among = sum(recall.among for recall in result.recalls) / signs
    yield heading("Signs left out of the index")
    yield text(f"{signs:,} signs: {first:.1%} find their barrier first, {among:.1%} among the first {result.n}")
    table = Table(title=f"Barriers whose signs find them least among the first {result.n}", title_justify="left")
    for column in ("barrier", "signs", "first", f"first {result.n}"):
        table.add_column(column, justify="left" if column == "barrier" else "right")
    for recall in result.recalls[:WORST]:
        share = (f"{recall.first / max(1, recall.signs):.0%}", f"{recall.among / max(1, recall.signs):.0%}")
        table.add_row(inert(recall.barrier), str(recall.signs), *share)
    yield Drawn(table)
    yield heading("Pairs confused most (signs of the one that find the other first)")
    for confusion in result.confusions[:WORST]:
        yield Hanging(text(f"{confusion.signs:4d}  {confusion.barrier} -> {confusion.found}"))
    failing = len(result.intruders) / max(1, result.counters)
    yield heading("Counter-signs")
    yield text(
        f"{len(result.intruders)} of {result.counters} ({failing:.0%}) find the barrier that they should keep away"
    )
    for barrier, counter in result.intruders[:WORST]:
        yield Hanging(text(f"- {counter}  ({barrier})", "dim"))
    yield labelled("next", f"advisor show {result.recalls[0].barrier}" if result.recalls else "advisor list", "bold")
