"""Whatever people do to a workbook, and meanwhile to the plan: no word is lost, and nothing is done twice."""

import re
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.handout import COLUMNS, Returned, Row
from integration_cli.planning.handing.hand_out import hand_out
from integration_cli.planning.handing.take_back import take_back
from integration_cli.planning.reading.plan_file import read_plan
from integration_cli.upkeep import Merged
from tests import small
from tests.planning import edited

KNOWN = small.knowledge(
    small.barrier("quarrel", [("talks", "document"), ("tea", "inferred")]),
    small.barrier("rain", [("tea", "document")]),
    small.solution("talks"),
    small.solution("tea", actions=(small.action("boil", basis="inferred", evidence=()),)),
)
PLAN = Advisor(KNOWN).checklist(Advisor(KNOWN).plan(["quarrel", "rain"], "we quarrel"), "2026-11-01")

Rows = list[Row]


def typed(name: str) -> Callable[[Rows, int, str], Rows]:
    def edit(rows: Rows, at: int, word: str) -> Rows:
        return [row.having(name, word) if n == at else row for n, row in enumerate(rows)]

    edit.__name__ = name
    return edit


def more_notes(rows: Rows, at: int, word: str) -> Rows:
    return [row._replace(notes=f"{row.notes}\n{word}") if n == at else row for n, row in enumerate(rows)]


def tick(rows: Rows, at: int, word: str) -> Rows:
    status = ("done", "open", "n/a", f"{word} soon")[len(word) % 4]
    return [row._replace(status=status) if n == at else row for n, row in enumerate(rows)]


def clear(rows: Rows, at: int, _word: str) -> Rows:
    return [row._replace(owner="", notes="") if n == at else row for n, row in enumerate(rows)]


def delete(rows: Rows, at: int, _word: str) -> Rows:
    return rows[:at] + rows[at + 1 :]


def copy(rows: Rows, at: int, word: str) -> Rows:
    return rows + [row._replace(action=f"{row.action} {word}") for row in rows[at : at + 1]]


def copy_for_another(rows: Rows, at: int, word: str) -> Rows:
    return rows + [row._replace(owner=word) for row in rows[at : at + 1]]


def add(rows: Rows, _at: int, word: str) -> Rows:
    return [*rows, Row(action=f"{word} is new", owner=f"{word}2")]


def beside(rows: Rows, at: int, word: str) -> Rows:
    return [row._replace(other=(*row.other, ("RAG", word))) if n == at else row for n, row in enumerate(rows)]


def lose_ids(rows: Rows, _at: int, _word: str) -> Rows:
    return [row._replace(id="") for row in rows]


def turn_round(rows: Rows, _at: int, _word: str) -> Rows:
    return rows[::-1]


ROW_EDITS = (
    *map(typed, ("owner", "due", "measure", "notes", "action", "solution", "id")),
    more_notes, tick, clear, delete, copy, copy_for_another, add, beside, lose_ids, turn_round,
)  # fmt: skip
row_edits = st.lists(st.tuples(st.sampled_from(ROW_EDITS), st.integers(0, 9)), max_size=6)


def filled_in(rows: Rows, chosen: list[tuple[Callable[[Rows, int, str], Rows], int]]) -> tuple[Rows, set[str]]:
    """Rows after edits, and every word that was typed and still stands in them, but in the ids."""
    for count, (edit, number) in enumerate(chosen):
        rows = edit(rows, number % (len(rows) or 1), f"Xw{count}{'abcdefghij'[number]}r{'z' * (number % 4)}")
    text = " ".join(str(row._replace(id="")) for row in rows)
    return rows, set(re.findall(r"\bXw\w+", text.replace("\\n", " ")))


def back(data: bytes, returned: Returned) -> Merged:
    return take_back(read_plan(data), data, returned, {}, "the workbook")


@settings(max_examples=100)
@given(earlier=edited.edits, later=edited.edits, chosen=row_edits, remembers=st.booleans())
def test_no_word_is_lost_and_a_second_time_nothing_comes(
    earlier: list[tuple[edited.Edit, int]],
    later: list[tuple[edited.Edit, int]],
    chosen: list[tuple[Callable[[Rows, int, str], Rows], int]],
    remembers: bool,
):
    made, _ = edited.apply(PLAN, earlier)
    handout = hand_out(read_plan(made.encode()), made.encode())
    now, standing = edited.apply(made, later)
    in_plan = {word for word in standing if word not in made}  # What the workbook knew it may replace.
    rows, in_rows = filled_in(list(handout.rows), chosen)
    returned = Returned(tuple(rows), tuple(COLUMNS), handout.plan if remembers else b"")

    merged = back(now.encode(), returned)

    found = merged.data.decode()
    assert set() == {word for word in in_plan | in_rows if not re.search(rf"\b{word}", found)}
    assert (merged.data, ()) == back(merged.data, returned)


@settings(max_examples=40)
@given(earlier=edited.edits, later=edited.edits, ends=st.sampled_from(("\n", "\r\n")))
def test_a_workbook_in_which_nobody_typed_changes_no_byte(
    earlier: list[tuple[edited.Edit, int]], later: list[tuple[edited.Edit, int]], ends: str
):
    made, _ = edited.apply(PLAN, earlier)
    handout = hand_out(read_plan(made.encode()), made.encode())
    now, _ = edited.apply(made, later)
    data = now.replace("\n", ends).encode()

    assert (data, ()) == back(data, Returned(handout.rows[::-1], tuple(COLUMNS), handout.plan))


@settings(max_examples=40)
@given(changes=edited.edits, chosen=row_edits)
def test_what_nobody_changed_in_the_plan_becomes_what_the_workbook_says(
    changes: list[tuple[edited.Edit, int]], chosen: list[tuple[Callable[[Rows, int, str], Rows], int]]
):
    made, _ = edited.apply(PLAN, [edit for edit in changes if edit[0] in (edited.tick, edited.fill_in, edited.indent)])
    handout = hand_out(read_plan(made.encode()), made.encode())
    simple = [edit for edit in chosen if edit[0].__name__ in ("owner", "measure", "turn_round", "delete")]
    rows, _ = filled_in(list(handout.rows), simple)

    merged = back(made.encode(), Returned(tuple(rows), tuple(COLUMNS), handout.plan))

    after = {row.id: row for row in hand_out(read_plan(merged.data), merged.data).rows}
    assert {row.id: row for row in rows} == {row.id: after[row.id] for row in rows}
