"""Whatever bytes a file holds, its lines are read and come out again as they were."""

from hypothesis import example, given
from hypothesis import strategies as st

from integration_cli.planning.reading.text_file import read_text


@given(st.builds(lambda mark, rest: mark + rest, st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe"]), st.binary()))
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf\xe9")
def test_any_bytes_are_read_and_written_as_they_were(data: bytes):
    text = read_text(data)

    assert data == text.to_bytes(list(zip(text.lines, text.ends, strict=True)))
