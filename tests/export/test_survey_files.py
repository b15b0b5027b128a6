"""Files of a survey: what a spreadsheet opens, and never obeys."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.export.cells import FORMULA_STARTS, inert_cell, lines
from integration_cli.export.survey_csv import counts_csv, rows_csv, rows_header
from integration_cli.export.survey_data import to_data
from tests.surveying.made import KNOWLEDGE, blank, broken, finding, matched, unmatched
from tests.surveying.test_counts import survey_of


def records(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44 1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", '=HYPERLINK("http://x","y")']
)
def test_what_would_be_a_formula_is_a_text(cell: str):
    assert f"'{cell}" == inert_cell(cell)


@given(st.text())
def test_no_cell_begins_a_formula_or_steers_a_terminal(text: str):
    cell = inert_cell(text)

    assert not cell.lstrip().startswith(FORMULA_STARTS)
    assert not any(c < " " and c not in "\t\r\n" for c in cell)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4), max_size=5))
def test_any_cells_come_back_from_the_file(rows: list[list[str]]):
    assert [[inert_cell(cell) for cell in row] for row in rows] == records(lines(rows))


def test_numbers_stay_numbers():
    assert "-1,0.5\r\n" == lines([(-1, 0.5)])


def test_every_row_is_in_the_file_with_what_became_of_it():
    found = [matched(2, "coin", group="=council"), unmatched(3), blank(4), broken(5)]

    table = records(rows_header() + rows_csv(found, str))

    assert [
        ["row", "group", "status", "reason", "barriers", "findings", "other_findings", "reply"],
        ["2", "'=council", "matched", "", "purse", "coin (strong 0.80)", "", "reply 2"],
        ["3", "", "unmatched", "no barrier fits well enough", "", "", "", "reply 3"],
        ["4", "", "blank", "", "", "", "", ""],
        ["5", "", "broken", "has 2 cells", "", "", "", ""],
    ] == table


def test_the_other_findings_are_told_apart():
    judged = matched(2, "bus")._replace(others=(finding("map", 0.2, strength="possible"),))

    (row,) = records(rows_csv([judged], str))

    assert ["bus (strong 0.80)", "map (possible 0.20)"] == row[5:7]


def test_the_counts_have_a_line_for_each_share_of_all_and_of_each_group():
    survey = survey_of(matched(2, "bus", group="council"), unmatched(3, group="trust"), by="body")

    assert [
        ["group", "kind", "id", "title", "replies", "of", "share", "low_95", "high_95"],
        ["all", "category", "travel", "Title of travel", "1", "2", "0.5", "0.0945", "0.9055"],
        ["all", "barrier", "bus", "Title of bus", "1", "2", "0.5", "0.0945", "0.9055"],
        ["council", "category", "travel", "Title of travel", "1", "1", "1.0", "0.2065", "1.0"],
        ["council", "barrier", "bus", "Title of bus", "1", "1", "1.0", "0.2065", "1.0"],
    ] == records(counts_csv(survey, KNOWLEDGE))


def test_the_data_say_what_was_counted_and_of_how_many():
    data = to_data(survey_of(matched(2, "bus"), unmatched(3), blank(4), broken(5)), KNOWLEDGE)

    assert (4, 2, 1, 1, 1) == tuple(data[key] for key in ("rows", "read", "blank", "broken", "unmatched"))
    assert [("bus", "travel", 1, 2)] == [
        (entry["barrier"], entry["category"], entry["replies"], entry["of"]) for entry in data["barriers"]
    ]
    assert [{"row": 2, "text": "reply 2"}] == data["barriers"][0]["quotes"]
    assert (None, []) == (data["by"], data["groups"])
