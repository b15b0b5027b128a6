"""Situations as a report quotes them."""

from hypothesis import given
from hypothesis import strategies as st

from integration_cli.diagnosis import Finding, Reason, Segment, Span
from integration_cli.publishing.quoting import LONGEST, Piece, quoted


def finding(situation: str, *words: tuple[int, int], part: tuple[int, int] | None = None) -> Finding:
    span = Span(*(part or (0, len(situation))))
    reason = Reason(tuple(Span(*word) for word in words), "sign", "a sign")
    return Finding("a", "", "likely", 0.5, (reason,), Segment(span, situation[span.start : span.end]))


def test_words_side_by_side_are_marked_as_one():
    text = "the pooled budget sinks"

    assert [[Piece("the ", False), Piece("pooled budget", True), Piece(" sinks", False)]] == quoted(
        text, [finding(text, (4, 10), (11, 17))]
    )


def test_of_a_long_text_the_parts_that_count_are_quoted():
    text = f"The bus is late. {'x' * LONGEST} The train too."
    end = len(text)

    assert [
        [Piece("The ", False), Piece("bus", True), Piece(" is late.", False)],
        [Piece("The ", False), Piece("train", True), Piece(" too.", False)],
    ] == quoted(text, [finding(text, (4, 7), part=(0, 16)), finding(text, (end - 10, end - 5), part=(end - 14, end))])


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)))
def test_no_letter_is_lost_or_doubled(text: str, words: list[list[int]]):
    inside = [(start, end) for start, end in words if start < end <= len(text)]

    assert text == "".join(piece.text for passage in quoted(text, [finding(text, *inside)]) for piece in passage)
