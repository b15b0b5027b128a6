"""A register and the risks of today: what to write anew, and the merge of it."""

from typing import NamedTuple

from integration_cli.dates import in_words
from integration_cli.model import Knowledge
from integration_cli.planning.block import Block
from integration_cli.planning.markdown import escaped, plain, trace
from integration_cli.planning.merging.keys import renamed
from integration_cli.planning.merging.merge import merge
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.planning.record import Record
from integration_cli.planning.register.document import Dates, Tally, record_of, register_blocks, unscored
from integration_cli.planning.register.filling import Filling, fill, lines_of, remarks, scores_of
from integration_cli.planning.register.labels import generated
from integration_cli.planning.register.register_file import read_register
from integration_cli.register import Register, Remark
from integration_cli.upkeep import Merged

_CHANGING = ("h:made", "h:summary")
"""What differs after every update."""


class _Writing(NamedTuple):
    """What one round of an update goes by."""

    plan: PlanFile
    register: Register
    knowledge: Knowledge
    today: str
    tally: Tally


def update(
    plan: PlanFile, data: bytes, register: Register, knowledge: Knowledge, today: str
) -> tuple[Merged, list[Remark]]:
    """Bring a register as Markdown up to another; its bytes stay the same where there is nothing to do.

    `today` (ISO) dates what is marked. What a person wrote wins; the ratings follow the numbers. The remarks tell what
    must be mended by hand, with lines of the file as it is after the update.
    """
    updated = plan.record.updated
    first = _merged(_Writing(plan, register, knowledge, today, unscored(register)), updated)
    writing = _Writing(plan, register, knowledge, today, _tally(first.data, register))
    merged = _merged(writing, updated)
    if merged.data != data:
        # The day of an update is written only where there is something else to write.
        merged = _merged(writing, today)
    return merged, remarks(read_register(merged.data))


def _merged(work: _Writing, updated: str) -> Merged:
    plan, register, knowledge = work.plan, work.register, work.knowledge
    dates = Dates(plan.record.made, updated)
    blocks = register_blocks(register._replace(situation=""), knowledge, dates, work.tally)
    record = record_of(register, knowledge, dates, blocks)
    blocks, record = _without_edited_counts(plan, blocks, record)
    merged = merge(plan, blocks, record, work.today, knowledge.formerly, _added(plan, register.situation, work.today))
    base = {renamed(key, knowledge.formerly): known for key, known in plan.record.traces.items()}
    said = {row.risk.id: generated(row, knowledge) for row in register.rows}
    filling = Filling(base, said, plan.record.partners, register.partners, work.today)
    data, changes = fill(read_register(merged.data, partners=plan.record.partners), filling)
    return Merged(data, (*merged.changes, *changes))


def _without_edited_counts(plan: PlanFile, blocks: list[Block], record: Record) -> tuple[list[Block], Record]:
    """Leave dates and counts alone where somebody put other words in their place: they would differ every time."""
    standing = {trace(piece.kind, piece.content) for piece in plan.pieces}
    known = {key: plan.record.traces[key] for key in _CHANGING if key in plan.record.traces}
    edited = {key: old for key, old in known.items() if old not in standing}
    kept = [block for block in blocks if block.key not in edited]
    return kept, record._replace(traces={**record.traces, **edited})


def _added(plan: PlanFile, situation: str, today: str) -> str:
    """The words that the register is to answer from now on, unless it quotes them already."""
    words = plain(escaped(situation))
    if not words or any(piece.kind == "quote" and words in plain(piece.content) for piece in plan.pieces):
        return ""
    return f"**Added to the situation on {in_words(today)}:** {escaped(situation)}"


def _tally(data: bytes, register: Register) -> Tally:
    """Count the risks that stand in a register: those that arise, and people's own."""
    sharing = {row.risk.id: row.risk.sharing for row in register.rows}
    plan = read_register(data)
    counted = [box.step for box in plan.boxes if box.step.id in sharing or not box.step.id]
    scores = [scores_of(lines_of(step, plan.record.partners)) for step in counted]
    found = [sharing.get(step.id, "own") for step in counted]
    now, target = ([pair[number] for pair in scores] for number in (0, 1))
    return Tally(found.count("shared"), found.count("retained"), found.count("own"), tuple(now), tuple(target))
