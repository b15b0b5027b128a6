"""A checklist and the knowledge of today: what to write anew, and the merge of it."""

from collections.abc import Callable, Sequence

from integration_cli.answer import Plan
from integration_cli.dates import in_words
from integration_cli.errors import AdvisorError, UnknownId
from integration_cli.model import Knowledge
from integration_cli.planning.checklist import Edition, checklist_blocks, made_block, record_of
from integration_cli.planning.markdown import escaped
from integration_cli.planning.merging.merge import merge
from integration_cli.planning.plan import plan as make_plan
from integration_cli.planning.reading.plan_file import PlanFile
from integration_cli.planning.record import Record, traces_of
from integration_cli.suggest import did_you_mean
from integration_cli.upkeep import Merged

EditionOf = Callable[[Plan, str], Edition]
"""Gives the edition of a plan made on a day (ISO)."""


def update(
    plan: PlanFile,
    data: bytes,
    knowledge: Knowledge,
    edition_of: EditionOf,
    today: str,
    situation: str = "",
    add: Sequence[str] = (),
    drop: Sequence[str] = (),
) -> Merged:
    """Bring a checklist up to date; its bytes stay the same where there is nothing to do.

    Raises UnknownId, and AdvisorError where the plan answers barriers that the knowledge does not hold.
    """
    barriers = _barriers(plan.record, knowledge, add, drop)
    settled = {_today(id_, knowledge): _today(home, knowledge) for id_, home in plan.record.homes.items()}
    chosen = make_plan(barriers, knowledge, everything=plan.record.everything, settled=settled)
    extra = f"**Added to the situation on {in_words(today)}:** {escaped(situation)}" if situation.strip() else ""
    edition = edition_of(chosen, plan.record.made)._replace(updated=plan.record.updated)
    blocks = checklist_blocks(chosen, knowledge, edition)
    record = record_of(chosen, knowledge, edition, traces_of(blocks))
    if record == plan.record:
        merged = merge(plan, blocks, record, today, knowledge.formerly, extra)
        if merged.data == data:
            return merged  # The day of an update is written only where there is something else to write.
    made = made_block(knowledge, edition._replace(updated=today))
    blocks = [made if block.key == made.key else block for block in blocks]
    record = record._replace(updated=today, traces={**record.traces, made.key: made.trace})
    return merge(plan, blocks, record, today, knowledge.formerly, extra)


def _barriers(record: Record, knowledge: Knowledge, add: Sequence[str], drop: Sequence[str]) -> list[str]:
    """The barriers that the plan is to answer from now on."""
    dropped = {_today(id_, knowledge) for id_ in drop}
    held = [_today(id_, knowledge) for id_ in record.barriers]
    for id_ in drop:
        if _today(id_, knowledge) not in held:
            raise UnknownId(f"the plan does not answer '{id_}'{did_you_mean(id_, held)}\nIt answers {', '.join(held)}")
    for id_ in held:
        if id_ not in knowledge.barriers and id_ not in dropped:
            raise AdvisorError(
                f"the plan answers the barrier '{id_}', which is not in this knowledge\n"
                f"Give the folder that holds it with --knowledge DIR, or take it out with --drop {id_}"
            )
    return [
        id_ for id_ in dict.fromkeys([*held, *(knowledge.get_barrier(id_).id for id_ in add)]) if id_ not in dropped
    ]


def _today(id_: str, knowledge: Knowledge) -> str:
    return knowledge.formerly.get(id_, id_)
