"""A form as somebody's hand left it: read as it is written, every defect at its place."""

import pytest

from integration_cli.assessment import Form, Row, Written
from integration_cli.loading.forms import read_form, with_lines

SMALLEST = "ratings:\n- barrier: late\n"


def read(text: str) -> Form:
    form, faults = read_form(text.encode(), "f.yaml")
    assert [] == faults
    return form


def test_the_smallest_form_is_a_list_of_ids():
    (row,) = read(SMALLEST).rows

    assert Row(Written("late", 2, 12, 20, 24), None, None, None, 2, False) == row


def test_marks_are_read_as_they_are_written():
    rows = read("ratings:\n- {barrier: no, rating: 3}\n- barrier: 'on'\n  rating:\n  comment: 1:30\n").rows

    assert [("no", "3", None), ("on", "", "1:30")] == [
        (row.barrier.text, row.rating and row.rating.text, row.comment and row.comment.text) for row in rows
    ]


def test_what_stands_in_a_place_is_what_was_read():
    """By these offsets the file is changed."""
    text = 'by: "Ä 😀"\r\nratings:\r\n- barrier: late # why?\r\n  rating:   2\r\n  comment: |\r\n    two\r\n    lines'

    form = read(text)

    (row,) = form.rows
    assert form.by
    assert row.rating
    assert row.comment
    assert ('"Ä 😀"', "late", "2", "|\r\n    two\r\n    lines") == tuple(
        text[place.start : place.end] for place in (form.by, row.barrier, row.rating, row.comment)
    )


def test_keys_of_somebodys_own_are_left_alone_unless_they_look_mistyped():
    read("ratings:\n- barrier: late\n  owner: Ann\n  seen: [1, {x: y}]\nmeeting: 3 June\n")

    _, faults = read_form(b"ratings:\n- barrier: late\n  ratng: 3\n  comments: why\nnote: x\n", "f.yaml")

    assert ["f.yaml:3:3", "f.yaml:4:3", "f.yaml:5:1"] == [fault.place for fault in faults]
    assert "did you mean 'rating'?" in faults[0].message


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("", "f.yaml:1:1", "empty-file"),
        ("ratings:\n", "f.yaml:1:9", "wrong-type"),
        ("ratings: []\n", "f.yaml:1:10", "wrong-length"),
        ("by: x\n", "f.yaml:1:1", "missing-key"),
        ("- barrier: late\n", "f.yaml:1:1", "wrong-type"),
        ("ratings:\n- late\n", "f.yaml:2:3", "wrong-type"),
        ("ratings:\n- rating: 3\n", "f.yaml:2:3", "missing-key"),
        ("ratings:\n- barrier:\n", "f.yaml:2:11", "empty-text"),
        ("ratings:\n- barrier: late\n  rating: 3\n  rating: 4\n", "f.yaml:4:3", "duplicate-key"),
        ("ratings:\n- barrier: late\n  rating: [3]\n", "f.yaml:3:11", "wrong-type"),
        ("ratings:\n- barrier: late\n  comment: why: because\n", "f.yaml:3:15", "syntax"),
        ("ratings:\n- barrier: late\n  rating: ?\n", "f.yaml:3:11", "syntax"),
        ("ratings: &x\n- barrier: late\n", "f.yaml:1:10", "anchor"),
        ("advisor-assessment: 2\nratings:\n- barrier: late\n", "f.yaml:1:21", "bad-choice"),
    ],
)
def test_a_defect_is_named_at_its_place(text: str, place: str, rule: str):
    _, faults = read_form(text.encode(), "f.yaml")

    assert (place, rule) == (faults[0].place, faults[0].rule)


def test_all_defects_come_at_once_with_their_lines():
    data = b"by: [x]\nratings:\n- barrier: late\n  rating: {a: b}\n- late\n"

    _, faults = read_form(data, "f.yaml")

    assert ["by: [x]", "  rating: {a: b}", "- late"] == [f.source_line for f in with_lines(faults, data, "f.yaml")]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"PK\x03\x04", b"\x00", b"ratings:\n- barrier: \xff\n", b"[" * 99999])
def test_what_is_no_yaml_is_a_fault_and_no_failure(data: bytes):
    assert [] != read_form(data, "f.yaml")[1]


def test_a_file_too_large_to_be_a_form_is_not_read():
    assert "too-large" == read_form(b" " * 4_000_001, "f.yaml")[1][0].rule
