"""A file is read whoever saved it."""

import pytest

from integration_cli.errors import AdvisorError
from tests.tables.reading import cells_of, rows_of, table_of

TEXT = "id,comment\n1,no £ for the naïve café – “ever”\n"
CELLS = [("1", "no £ for the naïve café – “ever”")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_usual_encodings_are_told_apart(encoding: str):
    data = TEXT.encode(encoding)

    assert ("id", "comment") == table_of(data).columns
    assert CELLS == cells_of(data)


def test_lines_of_two_encodings_in_one_file_are_both_read():
    """As when exports are joined: the lines that are no UTF-8 are read as Windows wrote them."""
    data = TEXT.encode() + "2,another £\n".encode("cp1252")

    assert [*CELLS, ("2", "another £")] == cells_of(data)


def test_bytes_that_no_encoding_knows_become_stand_ins():
    assert [("1", "a\ufffdb")] == cells_of(b"id,comment\n1,a\x81b\n")


def test_half_a_character_at_the_end_is_no_end():
    assert 1 == len(rows_of(TEXT.encode("utf-16")[:-1]))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 x", b"\xd0\xcf\x11\xe0" * 9, b"\x89PNG\r\n", b"\x1f\x8b\x08", b"\0\1\2\3" * 50], ids=repr
)
def test_what_is_no_text_is_refused_with_the_way_out(data: bytes):
    with pytest.raises(AdvisorError, match="save it"):
        table_of(data)
