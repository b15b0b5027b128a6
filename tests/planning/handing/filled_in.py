"""A small plan, its workbook, and what people do to a workbook in Excel."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import openpyxl

from integration_cli import Advisor
from integration_cli.export.plan_xlsx import to_xlsx
from integration_cli.upkeep import Merged
from tests.small import barrier, knowledge, solution

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
FIRST, SECOND = "Text of first-step", "Text of second-step"
ADVISOR = Advisor(knowledge(barrier("quarrel", [("talks", "document")]), solution("talks")))
PLAN = ADVISOR.checklist(ADVISOR.plan(["quarrel"], "we quarrel"), "2026-11-01")


class Workbook:
    """A workbook on somebody's screen; rows are found by their actions."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(BytesIO(data))
        self.sheet: Any = self.book["Actions"]

    @property
    def heads(self) -> list[str]:
        return [cell.value for cell in self.sheet[1]]

    def line(self, action: str) -> int:
        column = self.heads.index("Action")
        return next(row[0].row for row in self.sheet.iter_rows(min_row=2) if row[column].value == action)

    def cell(self, action: str, head: str) -> Any:
        return self.sheet.cell(self.line(action), self.heads.index(head) + 1)

    def type(self, action: str, /, **values: Any) -> "Workbook":
        for cell, value in [(self.cell(action, head.capitalize()), value) for head, value in values.items()]:
            cell.value = value
        return self

    def add(self, **values: Any) -> "Workbook":
        self.sheet.append({self.heads.index(head.capitalize()) + 1: value for head, value in values.items()})
        return self

    def rows(self) -> list[list[Any]]:
        return [[cell.value for cell in row] for row in self.sheet.iter_rows(min_row=2)]

    def put_rows(self, rows: list[list[Any]]) -> "Workbook":
        self.sheet.delete_rows(2, self.sheet.max_row)
        for row in rows:
            self.sheet.append(row)
        return self

    def saved(self) -> bytes:
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def workbook(plan: str = PLAN) -> Workbook:
    """The workbook of a plan, opened."""
    return Workbook(to_xlsx(ADVISOR.hand_out(plan.encode()), NOW))


def taken_back(filled: Workbook, plan: str = PLAN) -> Merged:
    return ADVISOR.take_back(plan.encode(), filled.saved())


def after(filled: Workbook, plan: str = PLAN) -> str:
    """The plan after what stands in a workbook came into it; a second time, nothing comes."""
    merged = taken_back(filled, plan)
    again = ADVISOR.take_back(merged.data, filled.saved())
    assert (again.data, again.changes) == (merged.data, ())
    return merged.data.decode()


def edited(plan: str = PLAN, *changes: tuple[str, str]) -> str:
    """The plan after somebody changed its text."""
    for old, new in changes:
        assert old in plan
        plan = plan.replace(old, new, 1)
    return plan


def below(plan: str, words: str) -> list[str]:
    """The box with these words, and the lines below it."""
    lines = plan.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("- [") and words in line)
    end = next(n for n in range(start + 1, len(lines)) if not lines[n].startswith("  "))
    return [lines[start][:5], *(line.strip().removeprefix("- ") for line in lines[start + 1 : end])]
