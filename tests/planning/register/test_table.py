"""A register in spreadsheets: nothing in it is ever run, and nothing in it is lost."""

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.errors import AdvisorError
from integration_cli.model import Knowledge
from integration_cli.planning.register.table import harmless, read_table, revealed
from integration_cli.register import Remark
from tests import small
from tests.planning.register.test_merge_properties import BARRIERS, LATER, LATEST, knowledge, partners

STORM = small.knowledge(small.barrier("leak"), small.risk("storm", ["leak"]))

cells = st.text(st.sampled_from("=+-@\t\r'\" ab5,;\n"), max_size=6)


def table(known: Knowledge, names: tuple[str, ...]) -> list[list[str]]:
    barriers = [id_ for id_ in (*BARRIERS, "leak") if id_ in known.barriers]
    data = Advisor(known).register_table(Advisor(known).risks(barriers, partners=names))
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), "")))


def saved(rows: list[list[str]], delimiter: str = ",", ends: str = "\r\n") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ends).writerows(rows)
    return out.getvalue().encode()


def updated(data: bytes, known: Knowledge, names: tuple[str, ...], today: str) -> bytes:
    barriers = [id_ for id_ in (*BARRIERS, "leak") if id_ in known.barriers]
    register = Advisor(known).risks(barriers, partners=names)
    return Advisor(known).update_register(data, register, today, "register.csv")[0].data


@given(cell=cells)
def test_no_cell_that_is_written_begins_a_formula_and_each_comes_back_as_it_was(cell: str):
    written = harmless(cell)

    assert not written.startswith(("\t", "\r"))
    assert not written.lstrip().startswith(("=", "+", "-", "@"))
    assert revealed(written) == cell


@settings(max_examples=200)
@given(
    old=knowledge(),
    new=knowledge(),
    before=partners,
    after=partners,
    typed=st.lists(st.tuples(st.integers(0, 5), st.integers(1, 24), cells), max_size=8),
    delimiter=st.sampled_from(",;\t"),
    ends=st.sampled_from(["\n", "\r\n"]),
)
def test_no_cell_that_somebody_filled_in_is_lost_and_a_second_update_changes_nothing(
    old: Knowledge,
    new: Knowledge,
    before: tuple[str, ...],
    after: tuple[str, ...],
    typed: list[tuple[int, int, str]],
    delimiter: str,
    ends: str,
):
    rows = [[*row, "" if number else "Ours"] for number, row in enumerate(table(old, before))]
    rows.append(["", "Our own risk", *[""] * (len(rows[0]) - 2)])
    record = rows[0].index("Record")
    for number, (row, column, cell) in enumerate(typed):
        place = rows[1 + row % (len(rows) - 1)]
        if column % len(place) != record:
            place[column % len(place)] = f"{cell}Zq{number}w"
    words = {found for row in rows for cell in row for found in re.findall(r"Zq\dw", cell)}

    merged = updated(saved(rows, delimiter, ends), new, after, LATER)
    again = updated(merged, new, after, LATEST)

    assert words == set(re.findall(r"Zq\dw", merged.decode()))
    assert merged == again
    read = read_table(merged, "register.csv")
    records = [row.get("Record") for row in read.rows if row.get("Record")]
    assert len(set(records)) == len(records)
    assert "Ours" == read.names[-1]


@settings(max_examples=100)
@given(known=knowledge(), names=partners)
def test_without_newer_knowledge_a_table_stays_byte_for_byte(known: Knowledge, names: tuple[str, ...]):
    rows = table(known, names)
    rows[1][rows[0].index("Owner")] = "+44 phone me"

    for data in (saved(rows), saved(rows, ";", "\n"), b"\xef\xbb\xbf" + saved(rows, "\t")):
        assert data == updated(data, known, names, LATER)


def test_a_table_that_lost_its_ids_says_what_to_do():
    with pytest.raises(AdvisorError, match="lost its column “Id” and “Record”"):
        read_table(b"Name,Risk\r\n1,2\r\n", "register.csv")
    with pytest.raises(AdvisorError, match="is not a register of ours"):
        read_table(b"", "register.csv")


def test_a_long_cell_of_a_register_is_read_and_other_readers_keep_their_limit():
    before = csv.field_size_limit()
    data = f'Id,Risk,Record\r\nx,"{"word " * 40_000}",\r\n'.encode()

    (row,) = read_table(data, "register.csv").rows

    assert (200_000, before) == (len(row.cells[1]), csv.field_size_limit())


def test_a_number_that_cannot_be_read_is_named_with_its_line_and_its_column():
    rows = table(STORM, ())
    rows[1][rows[0].index("Target impact")] = "severe"

    _, remarks = Advisor(STORM).update_register(saved(rows), Advisor(STORM).risks(["leak"]), LATER, "register.csv")

    said = "'severe' under “Target impact” is no number from 1 to 5, and is left as it is"
    assert [Remark(2, said)] == remarks


@pytest.mark.parametrize(
    ("column", "typed"),
    [("", ""), ("Owner", "Sam"), ("Changes", "ask Sam"), ("Carried by", "Sam"), ("Impact now", "4")],
)
def test_a_risk_that_arises_no_more_stays_in_the_table_where_somebody_wrote_into_its_row(column: str, typed: str):
    rows = table(STORM, ())
    if column:
        rows[1][rows[0].index(column)] = typed
    dry = STORM._replace(risks={})

    merged, _ = Advisor(dry).update_register(saved(rows), Advisor(dry).risks(["leak"]), LATER, "register.csv")

    kept = read_table(merged.data, "register.csv").rows
    assert ["kept" if typed else "withdrawn"] == [change.what for change in merged.changes if change.what != "rated"]
    assert ["storm"] * bool(typed) == [row.get("Id") for row in kept]


def test_rows_of_somebodys_own_and_copies_of_ours_stay_as_they_are():
    rows = table(STORM, ())
    rows += [["", "Our own risk", *[""] * (len(rows[0]) - 2)], [*rows[1][:-1], "copied"]]
    rows[1][rows[0].index("Owner")] = "Sam"
    newer = small.knowledge(small.barrier("leak"), small.risk("storm", ["leak"], carried_by="the mayor"))

    merged = updated(saved(rows), newer, (), LATER)

    assert "the mayor" in merged.decode()
    assert rows[2:] == list(csv.reader(io.StringIO(merged.decode(), "")))[2:]


RATINGS = {"red": ("5", "5"), "amber": ("3", "3"), "green": ("1", "1"), "": ("", "")}


@pytest.mark.parametrize("before", RATINGS)
@pytest.mark.parametrize("after", RATINGS)
def test_each_rating_that_changes_with_its_numbers_is_told(before: str, after: str):
    rows = table(STORM, ())
    for head, cell in zip(("Likelihood now", "Impact now"), RATINGS[after], strict=True):
        rows[1][rows[0].index(head)] = cell
    rows[1][rows[0].index("Rating now")] = before

    merged, _ = Advisor(STORM).update_register(saved(rows), Advisor(STORM).risks(["leak"]), LATER, "register.csv")

    assert ["rated"] * (before != after) == [change.what for change in merged.changes]
    assert [after] == [row.get("Rating now") for row in read_table(merged.data, "register.csv").rows]
