"""Whatever the encoding and the line ends of a plan, what nobody changes comes out byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.planning.reading.text_file import read_text

LETTERS = "Siân’s costs: £2,000 – “agreed”"


def written_back(data: bytes) -> bytes:
    text = read_text(data)
    return text.to_bytes(list(zip(text.lines, text.ends, strict=True)))


@given(data=st.binary(max_size=60))
def test_any_bytes_come_out_as_they_went_in(data: bytes):
    assert data == written_back(data)


@given(
    mark=st.sampled_from((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")),
    parts=st.lists(st.sampled_from((b"\r", b"\n", b"\0", b"a", "é".encode(), b"\xe9", b"\x81", b"\x9d"))),
)
def test_marks_line_ends_and_letters_of_several_encodings_come_out_as_they_went_in(mark: bytes, parts: list[bytes]):
    assert mark + b"".join(parts) == written_back(mark + b"".join(parts))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_in_every_encoding_of_editors(encoding: str):
    assert (LETTERS,) == read_text(LETTERS.encode(encoding)).lines


def test_an_accent_of_another_encoding_in_a_file_of_utf_8_spoils_only_itself():
    data = f"{LETTERS}\nZo".encode() + b"\xeb"

    lines = read_text(data).lines

    assert LETTERS == lines[0]
    assert lines[1].startswith("Zo")


def test_new_lines_are_written_in_the_encoding_of_the_file():
    text = read_text("Siân".encode("cp1252"))

    assert "Siân\n“Zoë”".encode("cp1252") == text.to_bytes([("Siân", "\n"), ("“Zoë”", "")])


def test_a_letter_that_the_old_encoding_lacks_makes_the_file_utf_8_with_a_mark():
    text = read_text("Siân".encode("cp1252"))

    assert "Siân ≥ 2".encode("utf-8-sig") == text.to_bytes([("Siân ≥ 2", "")])


@pytest.mark.parametrize(
    ("data", "end"),
    [(b"a\r\nb\r\nc\n", "\r\n"), (b"a\nb\nc\r\n", "\n"), (b"a\rb\r", "\r"), (b"a", "\n"), (b"", "\n")],
)
def test_what_is_added_ends_as_most_lines_do(data: bytes, end: str):
    assert end == read_text(data).end


def test_a_file_without_a_line_end_at_its_end_keeps_none():
    assert (("a", "b"), ("\n", "")) == read_text(b"a\nb")[:2]
