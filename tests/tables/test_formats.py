"""JSON Lines, one text a line, workbooks."""

import io
import sys
import zipfile
from typing import Any

import pytest

from integration_cli.errors import AdvisorError
from integration_cli.tables.row import Row
from tests.tables.reading import cells_of, rows_of, table_of


def workbook(rows: list[list[Any]], sheets: int = 1) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for _ in range(sheets - 1):
        book.create_sheet()
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_objects_give_their_columns_by_name():
    data = '{"id": 1, "comment": "a\\nb"}\n{"comment": "c", "score": 2.5, "id": null}\n\n{"comment": ["x"]}\n'

    assert ("id", "comment", "score") == table_of(data, "r.jsonl").columns
    assert [("1", "a\nb", ""), ("", "c", "2.5"), ("", "", ""), ("", '["x"]', "")] == cells_of(data, "r.jsonl")


def test_a_line_that_is_no_object_is_broken_and_the_next_is_read():
    data = '{"comment": "a"}\n{bad\n[1]\n"text"\n' + "[" * 100_000 + '\n{"comment": "b"}\n'

    faults = [row.fault for row in rows_of(data, "r.ndjson")]

    assert ["", "is not JSON", "is not a JSON object", "is not a JSON object", "is not JSON", ""] == faults


@pytest.mark.parametrize("data", ['[{"comment": "a"}]', "id,comment\n1,a\n"])
def test_what_is_no_json_lines_is_refused(data: str):
    with pytest.raises(AdvisorError, match="each line must be an object"):
        table_of(data, "r.json")


def test_every_line_of_a_text_is_a_reply():
    """The first too: there is no header."""
    assert [Row(1, ("no money, no trust",)), Row(2, ("",)), Row(3, ("fear",))] == rows_of(
        "no money, no trust\n\nfear\n\n\n", "r.txt"
    )


def test_a_line_without_end_is_broken_and_not_cut_in_two():
    found = rows_of(f"a\n{'word ' * 300_000}\nb\n", "r.txt")

    assert ["", "is longer than 1,000,000 characters", "", ""] == [row.fault for row in found]


def test_a_workbook_is_known_by_its_bytes_whatever_it_is_called():
    data = workbook(
        [["id", "comment"], [1, "one\nmore"], [2.5, "two_x000D_\nlines"], [None, None], [True, "=two"], [None, None]]
    )

    table = table_of(data, "replies.csv")

    assert ("id", "comment") == table.columns
    assert [
        Row(2, ("1", "one\nmore")),
        Row(3, ("2.5", "two\nlines")),
        Row(4, ("", "")),
        Row(5, ("True", "")),
    ] == list(table.rows)


def test_only_the_first_sheet_is_read_and_that_is_said():
    assert "the first sheet, 'Sheet', is read; 2 more are not" == table_of(workbook([["a"], ["b"]], 3)).note


def test_a_workbook_without_rows_is_refused():
    with pytest.raises(AdvisorError, match="no first row"):
        table_of(workbook([]))


def test_a_damaged_workbook_is_refused():
    data = workbook([["a"], *(["text of some length"] for _ in range(500))])

    for damaged in (data[:200], data[: len(data) // 2]):
        with pytest.raises(AdvisorError, match="save it again"):
            list(table_of(damaged).rows)


def test_an_archive_that_is_no_workbook_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "hello")

    with pytest.raises(AdvisorError, match="cannot be read as a workbook"):
        table_of(stream.getvalue(), "replies.xlsx")


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    data = workbook([["a"], ["b"]])
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(AdvisorError, match=r"pip install 'integration-cli\[office\]'"):
        table_of(data)
