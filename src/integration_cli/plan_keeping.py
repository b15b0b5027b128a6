"""The part of the public face that makes plans and registers, and keeps them up to date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integration_cli.answer import Plan
    from integration_cli.handout import Handout
    from integration_cli.model import Knowledge
    from integration_cli.planning.checklist import Edition
    from integration_cli.register import Register, Remark
    from integration_cli.sheet import Sheet
    from integration_cli.update import Nation, Notice
    from integration_cli.upkeep import Merged, Progress


class PlanKeeping:
    """What an advisor does with plans: of it this needs the knowledge, and what has changed of what it names."""

    knowledge: Knowledge

    def notices(self, ids: Sequence[str], text: str = "", nation: Nation | None = None) -> list[Notice]:
        """What has changed of that which a text, or entries by their ids, speak of."""
        raise NotImplementedError

    def plan(self, barriers: Sequence[str], situation: str = "", everything: bool = False) -> Plan:
        """Choose what to do about barriers, given best first; `everything` takes every solution there is.

        Raises UnknownId where a barrier does not exist.
        """
        from integration_cli.planning.plan import plan

        return plan(barriers, self.knowledge, situation, everything)

    def checklist(self, plan: Plan, made: str, nation: Nation | None = None) -> str:
        """Write a plan as a Markdown checklist dated `made` (an ISO date), with a nation kept to what holds there."""
        from integration_cli.planning.checklist import to_markdown

        return to_markdown(plan, self.knowledge, self._edition(plan, made, nation))

    def update(
        self,
        data: bytes,
        today: str,
        situation: str = "",
        add: Sequence[str] = (),
        drop: Sequence[str] = (),
        name: str = "the plan",
    ) -> Merged:
        """Bring a checklist, given as the bytes of its file, up to the knowledge of today (an ISO date).

        `add` and `drop` name barriers that come into the plan or leave it; `situation` is what was added to it, `name`
        what errors call the file.
        Raises NotAPlan where the file is no checklist, UnknownId where a barrier does not exist.
        """
        from integration_cli.planning.reading.plan_file import read_plan
        from integration_cli.planning.update import update

        plan = read_plan(data, name)
        edition_of = partial(self._edition, nation=plan.record.nation or None)
        return update(plan, data, self.knowledge, edition_of, today, situation, add, drop)

    def progress(
        self,
        files: Mapping[str, bytes],
        today: str,
        owner: str = "",
        until: str = "",
        since: str = "",
        before: Mapping[str, tuple[str, bytes | None]] | None = None,
    ) -> Progress:
        """Count how far checklists, given as the bytes of their files by name, have come on a day (ISO).

        `owner` keeps to what is somebody's whose name holds this, `until` (ISO) is the last day of what is asked for.
        `before` gives by name the day (ISO) and the bytes of an earlier version, None where there was none yet; `since`
        is what that version is called.
        Raises NotAPlan where a file is no checklist, AdvisorError where nobody is called so.
        """
        from integration_cli.planning.movement import Earlier
        from integration_cli.planning.progress import progress, read_plans

        plans = read_plans(files)
        earlier = None
        if before is not None:
            texts = {f"{name} ({since})": data for name, (_, data) in before.items() if data is not None}
            found = read_plans(texts)
            then = {name: found.get(f"{name} ({since})") for name in before}
            earlier = Earlier(since, {name: day for name, (day, _) in before.items()}, then)
        return progress(plans, self.knowledge, today, owner, until, earlier)

    def hand_out(self, data: bytes, name: str = "the plan") -> Handout:
        """Read a checklist, given as the bytes of its file, for a Word document or a workbook. Raises NotAPlan."""
        from integration_cli.planning.handing.hand_out import hand_out
        from integration_cli.planning.reading.plan_file import read_plan

        return hand_out(read_plan(data, name), data)

    def take_back(
        self, data: bytes, workbook: bytes, name: str = "the plan", workbook_name: str = "the workbook"
    ) -> Merged:
        """Bring what people wrote in a workbook into the checklist that it was made from; both as bytes of files.

        Without bytes of a checklist, the one is taken that the workbook holds. The names are for errors.
        Raises NotAPlan, NotAWorkbook, and AdvisorError where the workbook is of another plan or openpyxl is missing.
        """
        from integration_cli.planning.handing.take_back import take_back
        from integration_cli.planning.reading.plan_file import read_plan
        from integration_cli.planning.reading.workbook import read_workbook

        returned = read_workbook(workbook, workbook_name)
        start = data or returned.held_plan(workbook_name)
        return take_back(read_plan(start, name), start, returned, self.knowledge.formerly, workbook_name)

    def sheet(self, data: bytes, today: str, name: str = "the plan") -> Sheet:
        """Open a checklist, given as the bytes of its file, so that its boxes and fields can be filled elsewhere.

        `today` (ISO) is the day by which a box is late, `name` what the file is called. Raises NotAPlan.
        """
        from integration_cli.planning.boxes import placed_boxes
        from integration_cli.planning.filling import sheet_of
        from integration_cli.planning.reading.plan_file import read_plan

        plan = read_plan(data, name)
        return sheet_of(plan, placed_boxes(name, plan, self.knowledge, today), name)

    def risks(self, barriers: Sequence[str], situation: str = "", partners: Sequence[str] = ()) -> Register:
        """Draft a joint risk register: the risks that arise from barriers, each once, for these partners.

        Without names they are called a council and an NHS body.

        Raises UnknownId where a barrier does not exist.
        """
        from integration_cli.planning.register.draft import draft
        from integration_cli.register import PARTNERS

        return draft(barriers, self.knowledge, situation, partners or PARTNERS)

    def register(self, register: Register, made: str) -> str:
        """Write a new risk register as Markdown dated `made` (an ISO date)."""
        from integration_cli.planning.register.document import to_markdown

        return to_markdown(register, self.knowledge, made)

    def register_table(self, register: Register) -> bytes:
        """Write a new risk register as CSV for spreadsheets."""
        from integration_cli.planning.register.table_merge import to_csv

        return to_csv(register, self.knowledge)

    def register_workbook(self, register: Register) -> bytes:
        """Write a new risk register as an Excel workbook with formulas. Raises AdvisorError without openpyxl."""
        from integration_cli.export.register_xlsx import Sheet, to_xlsx
        from integration_cli.planning.register.labels import SCALES
        from integration_cli.planning.register.table_merge import cells_of

        names, rows = cells_of(register, self.knowledge)
        return to_xlsx(Sheet(names, rows, SCALES))

    def update_register(
        self, data: bytes, register: Register, today: str, name: str = "register.md"
    ) -> tuple[Merged, list[Remark]]:
        """Bring a register, given as the bytes of its file, up to another; `name` tells Markdown from CSV.

        What a person wrote wins; the ratings follow the numbers. The remarks tell what must be mended by hand.
        Raises AdvisorError where the file is no register.
        """
        from integration_cli.planning.register.existing import open_register

        return open_register(data, name).update(register, self.knowledge, today)

    def _edition(self, plan: Plan, made: str, nation: Nation | None = None) -> Edition:
        from integration_cli.planning.checklist import Edition

        ids = [planned.barrier.id for _, barriers in plan.categories for planned in barriers]
        ids += [choice.solution.id for choice in plan.choices]
        return Edition(made, {id_: self.notices([id_], nation=nation) for id_ in ids}, nation=nation or "")
