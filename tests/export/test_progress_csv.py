"""The actions of plans as a table that spreadsheets show and never act on."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.export.progress_csv import COLUMNS, FORMULA, cell, to_csv
from tests.filled import TODAY, checklist, filled, known

MEND = "mend/first-step"
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u200b=1",
    "＝1",
    '=HYPERLINK("http://x","y")',
]


def rows(text: str, until: str = "") -> list[dict[str, str]]:
    progress = Advisor(known()).progress({"plan.md": text.encode()}, TODAY, until=until)
    return list(csv.DictReader(io.StringIO(to_csv(progress))))


def test_every_action_has_a_row_with_all_that_is_known_of_it():
    text = filled(
        checklist(known()), MEND, owner="Jane, Ali", due="1 Nov 2026", measure="£2m", notes="ring, then write"
    )

    first, *others = rows(text)

    assert {
        "plan": "plan.md",
        "barrier": "Title of poor",
        "category": "Title of money",
        "solution": "Title of mend",
        "action id": MEND,
        "text": "Text of first-step",
        "status": "open",
        "reason": "",
        "owner": "Jane, Ali",
        "due": "2026-11-01",
        "overdue": "yes",
        "measure": "£2m",
        "notes": "ring, then write",
    } == first
    assert list(COLUMNS) == list(first)
    assert 3 == len(others)


def test_with_a_last_day_only_what_is_due_by_then_is_a_row():
    text = filled(filled(checklist(known()), MEND, due="1 Nov 2026"), "rest/lie-down", due="1 Dec 2027")

    assert [MEND] == [row["action id"] for row in rows(text, until="2026-12-03")]


def test_a_step_of_ones_own_and_withdrawn_advice_are_rows_too():
    old = "## Ours\n\n- [x] Swim\n\n## No longer recommended\n\n- [ ] <!-- action: gone/step --> Old\n\n## Sources\n"

    found = rows(checklist(known()).replace("## Sources\n", old, 1))

    assert [("Ours", "", "done"), ("No longer recommended", "gone/step", "no longer recommended")] == [
        (row["barrier"], row["action id"], row["status"]) for row in found[-2:]
    ]


def test_a_day_that_cannot_be_read_stands_there_in_its_words():
    assert "end of March" == rows(filled(checklist(known()), MEND, due="end of March"))[0]["due"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_spreadsheet_would_act_on_begins_with_an_apostrophe(hostile: str):
    assert cell(hostile).startswith("'")


@given(st.text())
def test_no_cell_begins_what_a_spreadsheet_acts_on_breaks_a_line_or_loses_a_letter(value: str):
    words = " ".join("".join(c if c.isprintable() else " " for c in value).split())

    shown = cell(value)

    assert shown in (words, f"'{words}")
    assert not shown.startswith((*FORMULA, "\t", "\r"))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_name_is_inert_in_every_column_that_people_fill(hostile: str):
    typed = " ".join(hostile.split())
    text = filled(checklist(known()), MEND, owner=typed, due=typed, measure=typed, notes=typed)

    first = rows(text)[0]

    assert not any(value.startswith(FORMULA) for value in first.values())
