"""The column that is meant: by name, by number, or the only one that holds sentences."""

import pytest

from integration_cli.errors import AdvisorError
from integration_cli.tables.columns import choose_text_column, find_column
from tests.tables.reading import table_of

SENTENCES = "id,body,comment\n1,council,nobody signs the budget off\n2,trust,we wait for the other side\n"


@pytest.mark.parametrize("wanted", ["comment", "Comment", " COMMENT ", "3"])
def test_by_name_in_any_letters_or_by_number(wanted: str):
    assert 2 == find_column(("id", "body", "comment"), wanted)


def test_a_name_that_is_a_number_is_a_name():
    assert 0 == find_column(("2", "1"), "2")


def test_the_exact_name_wins():
    assert 1 == find_column(("Comment", "comment"), "comment")


def test_an_unknown_name_gets_the_nearest_and_all_of_them():
    with pytest.raises(AdvisorError, match="did you mean 'comment'") as raised:
        find_column(("id", "", "comment"), "coment")

    assert "columns: 1 id, 2 (no name), 3 comment" in str(raised.value)


@pytest.mark.parametrize("wanted", ["0", "4", "-1", "²", ""])
def test_a_number_outside_is_no_column(wanted: str):
    with pytest.raises(AdvisorError, match="no column is called"):
        find_column(("id", "body", "comment"), wanted)


def test_a_name_that_stands_twice_needs_a_number():
    with pytest.raises(AdvisorError, match=r"give a number instead \(1 and 3\)"):
        find_column(("comment", "id", "comment"), "comment")


def test_the_only_column_of_sentences_is_taken_and_no_row_is_lost():
    chosen = choose_text_column(table_of(SENTENCES), None)

    assert (2, True) == (chosen.at, chosen.guessed)
    assert [2, 3] == [row.number for row in chosen.table.rows]


def test_a_single_column_needs_no_choice():
    assert (0, False) == choose_text_column(table_of("score\n1\n2\n"), None)[1:]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("a,b\nno money at all,no trust at all\n", "several columns hold sentences"),
        ("a,b\n1,2\n", "no column holds sentences"),
    ],
)
def test_where_it_is_open_the_reader_is_asked(data: str, said: str):
    with pytest.raises(AdvisorError, match=f"{said}: say which one"):
        choose_text_column(table_of(data), None)
