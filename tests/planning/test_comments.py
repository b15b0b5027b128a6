"""Comments are what a browser hides; whatever a word processor made of their hyphens."""

import re

from hypothesis import given
from hypothesis import strategies as st

from integration_cli.planning.comments import comments, without_comments

AS_ONE_PATTERN = re.compile(r"<!\s?[-–—]+(.*?)[-–—]+>", re.DOTALL)
"""The same in one pattern, which takes hours for thousands of openings that nothing closes."""


@given(st.lists(st.sampled_from(["<!", "-", "–", ">", " ", "\n", "a", "<"]), max_size=30).map("".join))
def test_a_comment_reaches_from_its_opening_to_the_first_close(text: str):
    expected = [(found.start(), found.end(), found[1]) for found in AS_ONE_PATTERN.finditer(text)]

    assert expected == list(comments(text))


def test_an_opening_that_nothing_closes_hides_nothing():
    text = "done <!-- see Jo <!- " * 50_000

    assert text == without_comments(text)


def test_only_the_comments_that_are_meant_are_taken_out():
    text = "a <!-- action: x/y --><!— mine —> b"

    assert "a  <!— mine —> b" == without_comments(text, " ", lambda found: "action" in found.words)
    assert "a    b" == without_comments(text)
