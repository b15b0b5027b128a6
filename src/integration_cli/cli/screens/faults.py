"""The picture of faults: place, rule, message, and the line with a caret under it."""

from collections.abc import Iterator, Sequence

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Picture, Text, cells
from integration_cli.cli.screens.parts import text
from integration_cli.errors import Fault

AROUND = 70
"""Characters of a long line that are shown around the place of a fault."""


def render_faults(faults: Sequence[Fault]) -> Picture:
    """All faults, or that there are none."""
    if not faults:
        return [text("No faults.", "green")]
    parts: list[Text] = []
    for fault in faults:
        parts += _fault(fault)
    parts.append(text(f"{len(faults)} fault{'' if len(faults) == 1 else 's'}.", "bold red"))
    return parts


def _fault(fault: Fault) -> Iterator[Text]:
    line = Text(inert(f"{fault.place}: "), "bold")
    line.append(fault.rule, "red")
    line.append(inert(f" {fault.message}"))
    yield line
    if not fault.source_line:
        return
    start = max(0, fault.col - 1 - AROUND // 2)
    shown = inert(fault.source_line[start : start + AROUND].replace("\t", " "))
    yield Text("    " + shown, "dim")
    yield Text("    " + " " * cells(shown[: fault.col - 1 - start]) + "^", "red")
