"""A checklist as people fill it in."""

import re
from collections.abc import Mapping

from integration_cli import Advisor
from integration_cli.model import Knowledge
from tests import small

MADE = "2026-05-04"
TODAY = "2026-11-03"


def known() -> Knowledge:
    """Two barriers of one category and one of another; `mend` has two steps and answers both of the first category."""
    return small.knowledge(
        small.category("people"),
        small.barrier("poor", [("mend", "document")]),
        small.barrier("poorer", [("mend", "document"), ("pool", "document")]),
        small.barrier("tired", [("rest", "document")], category="people"),
        small.solution("mend"),
        small.solution("pool", actions=(small.action("only-step"),)),
        small.solution("rest", actions=(small.action("lie-down"),)),
    )


def checklist(knowledge: Knowledge, *barriers: str) -> str:
    advisor = Advisor(knowledge)
    return advisor.checklist(advisor.plan(barriers or tuple(knowledge.barriers)), MADE)


def filled(text: str, action: str, state: str = " ", **fields: str) -> str:
    """The checklist with the box of an action in a state, and words on the lines below it."""
    before, mark, after = text.partition(f"<!-- action: {action} -->")
    assert mark, f"there is no box of {action}"
    before = before[: before.rindex("[")] + f"[{state}] "
    box, sep, rest = after.partition("\n- ")
    return before + mark + _with(box, fields) + sep + rest


def _with(box: str, fields: Mapping[str, str]) -> str:
    for name, said in fields.items():
        box, count = re.subn(
            rf"(?m)^  - {name.capitalize()}:$", lambda _, n=name, s=said: f"  - {n.capitalize()}: {s}", box, count=1
        )
        assert count, f"there is no empty line for {name}"
    return box
