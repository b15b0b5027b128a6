"""A plan brought up to date: what was written, what people made of it, and what would be written now.

The person's words win. Every line that no change names stays byte for byte as it is.
"""

from collections.abc import Mapping, Sequence

from integration_cli.planning.block import Block
from integration_cli.planning.comments import comments
from integration_cli.planning.merging.added import add
from integration_cli.planning.merging.doubles import join_doubles, restore_ids
from integration_cli.planning.merging.edits import Edits
from integration_cli.planning.merging.keys import renamed
from integration_cli.planning.merging.located import locate
from integration_cli.planning.merging.merging import Merging
from integration_cli.planning.merging.reworded import reword
from integration_cli.planning.merging.withdrawn import withdraw
from integration_cli.planning.reading.outline import Node
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.planning.record import Record, header, record_lines
from integration_cli.upkeep import Change, Merged


def merge(
    plan: PlanFile, fresh: Sequence[Block], record: Record, today: str, formerly: Mapping[str, str], extra: str = ""
) -> Merged:
    """Bring a checklist up to `fresh`, the blocks that would be written now; `record` is what it is to remember.

    `today` (ISO) dates what is marked, `formerly` maps old ids to new ones, `extra` is a quotation to put into the
    head. Where there is nothing to do the bytes stay the same.
    """
    base = {renamed(key, formerly): known for key, known in plan.record.traces.items()}
    found = locate(plan, base, record.traces, formerly)
    work = Merging(plan, base, {block.key: block for block in fresh}, record, found, today, Edits(plan.text), [])
    join_doubles(work)
    reword(work)
    restore_ids(work)
    add(work)
    withdraw(work)
    if extra:
        _quote(work, extra)
    _remember(work)
    return Merged(plan.text.to_bytes(work.edits.applied()), tuple(work.changes))


def _quote(work: Merging, extra: str) -> None:
    place = work.found.places.get("h:made")
    at = place.piece.end if place else work.plan.header_at.end
    work.edits.insert(at, "quote", [f"> {extra}"])
    work.changes.append(Change("new", "h:situation", extra))


def _remember(work: Merging) -> None:
    """Write down what a later merge starts from."""
    if work.record == work.plan.record:
        return
    _renew(work, work.plan.header_at, header(work.record))
    _renew(work, work.plan.record_at, "\n".join(record_lines(work.record)))


def _renew(work: Merging, at: Node, comment: str) -> None:
    """Put a comment of ours in place of the old one, and leave what somebody wrote on the lines about it."""
    lines = "\n".join(work.plan.text.lines[at.start : at.end])
    old = next(found for found in comments(lines) if found.words.lstrip().startswith("advisor-"))
    work.edits.replace(at.start, at.end, f"{lines[: old.start]}{comment}{lines[old.end :]}".split("\n"))
