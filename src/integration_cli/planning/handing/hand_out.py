"""From a Markdown plan, as people have edited it, to the parts of a Word document and the rows of a workbook."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from integration_cli.handout import LONGEST, Handout, Passage, Row
from integration_cli.planning.handing.below import Written, written_below
from integration_cli.planning.handing.inline import runs, shown
from integration_cli.planning.markdown import trace
from integration_cli.planning.reading.due import is_day, read_day
from integration_cli.planning.reading.outline import Node
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.planning.reading.step import Step, read_step

OWN = "own/"
"""With this the id of a row begins whose box somebody added; the trace of its words follows."""

_BOX = re.compile(r"^\s*(?:\\?\[[^\]]{0,4}\\?\]|[☐□☑☒✓✔✅]\ufe0f?)")
_BASIS = re.compile(r"(?:\s*([*_])\((?:\\.|[^\\*_])*\)\1)+\s*$")
_KINDS: Mapping[str, Literal["heading", "text", "quote", "item"]] = {
    "heading": "heading", "text": "text", "quote": "quote", "item": "item", "other": "text",
}  # fmt: skip


def hand_out(plan: PlanFile, data: bytes) -> Handout:
    """The parts of a plan in order; `data` is the file from which it was read.

    What only the Markdown needs is left out: comments, and how to tick a box in it.
    """
    how = plan.record.traces.get("h:how")
    under: dict[int, str] = {}
    parts: list[Passage | Row] = []
    for piece in plan.pieces:
        if piece.kind == "heading":
            under = {level: title for level, title in under.items() if level < piece.level}
            under[piece.level] = shown(piece.content)[:LONGEST].strip()
        if trace(piece.kind, piece.content) != how:
            parts += _parts(piece, plan, under)
    return Handout(tuple(parts), data)


def id_of(step: Step, plan: PlanFile) -> str:
    """The id of a row: that of the box's action, known by its words where the mark is gone, or one of its own."""
    known = (key[2:] for key, trace in plan.record.traces.items() if key.startswith("a:") and trace == step.trace)
    return step.id or next(known, f"{OWN}{step.trace}")


def row_of(step: Step, plan: PlanFile, under: Mapping[int, str]) -> Row:
    """A box as a row; `under` gives the headings above it by their levels."""
    below = written_below(step, plan.text.lines)
    words, basis = words_of(step)
    return Row(
        id_of(step, plan),
        shown(words)[:LONGEST].strip(),
        step.status,
        _value("owner", below),
        day_or_words(_value("due", below)) or step.due,
        _value("measure", below),
        "\n".join(note_lines(below))[:LONGEST].strip(),
        category=under.get(2, ""),
        barrier=under.get(3, ""),
        solution=under.get(4, ""),
        source=shown(basis).replace(") (", "; ").strip("()"),
    )


def words_of(step: Step) -> tuple[str, str]:
    """The words of a box in Markdown, and apart from them what says where they come from."""
    first = step.node.parts[0]
    said = " ".join(first.content.split("\n")[: step.said_end - first.start])
    said = _BOX.sub("", said)
    basis = _BASIS.search(said)
    return (said[: basis.start()], basis[0]) if basis else (said, "")


def note_lines(below: list[Written]) -> list[str]:
    """Every line of notes: what stands after a label for them, and whatever else was written below the box."""
    names = ("", "notes", "not applicable")
    return [written.value for written in below if written.name in names and written.value]


def day_or_words(text: str) -> str:
    """A text that is a day and nothing else as an ISO date; any other as it is."""
    return read_day(text) if is_day(text) else text


def _value(name: str, below: list[Written]) -> str:
    return " ".join(written.value for written in below if written.name == name and written.value)[:LONGEST].strip()


def _parts(piece: Node, plan: PlanFile, under: Mapping[int, str]) -> Iterator[Passage | Row]:
    if piece.kind == "item" and (step := read_step(piece)):
        yield row_of(step, plan, under)
        for part in piece.parts[1:]:
            yield from (found for found in _parts(part, plan, under) if isinstance(found, Row))
    elif any(part.kind in ("item", "quote") for part in piece.parts):
        for part in piece.parts:
            yield from _parts(part, plan, under)
    elif piece.kind in _KINDS and shown(piece.content):
        yield Passage(_KINDS[piece.kind], runs(piece.content), piece.level)
