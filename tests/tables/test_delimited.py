"""Delimited text is read row by row; what is broken is told by its number, and the rest is read all the same."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.errors import AdvisorError
from integration_cli.tables.row import Row
from tests.tables.reading import cells_of, rows_of, table_of

UNEVEN = "has 2 cells where the header has 3"
CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1f\ufeff"), max_size=20)


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_the_delimiter_is_told_by_the_rows(delimiter: str):
    data = "id,comment\n1,one\n2,two\n".replace(",", delimiter)

    assert ("id", "comment") == table_of(data).columns
    assert [("1", "one"), ("2", "two")] == cells_of(data)


def test_commas_in_sentences_make_no_columns():
    """A file of one column, as somebody pastes it together."""
    data = "What stops you?\nMoney, trust, time\nNothing, really, but we wait, and wait\nNo money\nFear\n"

    assert ("What stops you?",) == table_of(data).columns
    assert ["Money, trust, time", "Nothing, really, but we wait, and wait", "No money", "Fear"] == [
        cell for (cell,) in cells_of(data)
    ]


def test_semicolons_win_where_sentences_have_commas():
    data = "id;comment\n1;no money, no trust\n2;well, yes, no\n"

    assert [("1", "no money, no trust"), ("2", "well, yes, no")] == cells_of(data)


def test_a_quoted_cell_may_hold_line_ends_delimiters_and_quotes():
    data = 'id,comment\r\n1,"first line\r\nsecond, ""so called"", line"\r\n2,b\r\n'

    assert [Row(2, ("1", 'first line\r\nsecond, "so called", line')), Row(3, ("2", "b"))] == rows_of(data)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end: str):
    assert [("1", "a"), ("2", "b")] == cells_of(f"id,comment{end}1,a{end}2,b")


def test_blank_rows_keep_their_numbers_and_those_at_the_end_are_left_out():
    found = rows_of("id,comment\n1,a\n\n,\n4,b\n,\n\n\n")

    assert [Row(2, ("1", "a")), Row(3, ("", "")), Row(4, ("", "")), Row(5, ("4", "b"))] == found


def test_empty_cells_too_many_do_no_harm():
    assert [("1", "a"), ("2", "b")] == cells_of("id,comment\n1,a,,\n2,b,\n")


def test_rows_with_cells_too_many_or_too_few_are_broken():
    data = "id,body,comment\n1,x,a\n2,b\n3,x,c,d\n4,x,e\n"

    assert ["", UNEVEN, "has 4 cells where the header has 3", ""] == [row.fault for row in rows_of(data)]


def test_a_quote_that_nothing_closes_costs_one_row_only():
    """A reader that goes on to the end of the file would lose all the rows that follow."""
    data = 'id,comment\n1,a\n2,"never closed\n3,c\n4,d\n'

    found = rows_of(data)

    assert [("1", "a"), (), ("3", "c"), ("4", "d")] == [row.cells for row in found]
    assert [2, 3, 4, 5] == [row.number for row in found]
    assert "opens a quote that nothing closes" == found[1].fault


def test_a_quote_that_is_not_doubled_is_told():
    data = 'id,comment\n1,"they said "no" to us"\n2,b\n'

    found = rows_of(data)

    assert "has a quote inside a quoted cell (it must be doubled)" == found[0].fault
    assert ("2", "b") == found[1].cells


def test_a_cell_longer_than_any_reply_is_a_broken_row():
    data = f'id,comment\n1,"{"word " * 40_000}"\n2,b\n'

    found = rows_of(data)

    assert found[0].fault
    assert ("2", "b") == found[-1].cells


@pytest.mark.parametrize("data", ["", "\n\n\n", ",,\n"])
def test_a_file_without_a_header_is_refused(data: str):
    with pytest.raises(AdvisorError, match="is empty"):
        table_of(data)


@settings(max_examples=200)
@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8))
def test_what_a_program_writes_is_read_back(rows: list[tuple[str, str, str]]):
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows([("a", "b", "c"), *rows, ("1", "2", "end")])

    found = cells_of(stream.getvalue())

    expected = [row if any(cell.strip() for cell in row) else ("", "", "") for row in rows]
    assert [*expected, ("1", "2", "end")] == found


@settings(max_examples=200)
@given(st.lists(st.sampled_from(['"', ",", "\n", "a", "bc ", "\r\n", '""', ";"]), max_size=60).map("".join))
def test_a_sound_row_at_the_end_is_found_whatever_stands_before_it(body: str):
    """No quote, closed or not, makes the reader fail, go on for ever, or lose what follows."""
    found = rows_of(f"id,comment\n1,a\n{body}\n9,end\n")

    assert list(range(2, 2 + len(found))) == [row.number for row in found]
    # Where most rows have other things between them, commas are no delimiters.
    assert found[-1].cells in [("9", "end"), ("9,end",)]
