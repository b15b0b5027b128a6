"""Texts as Markdown holds them, and as a person reads them."""

import pytest

from integration_cli.planning.markdown import in_one_line, trace


@pytest.mark.parametrize("odd", ["\x1b", "\0", "\x07", "\u2028", "\u202e", "\x85", "\n\r\t"])
def test_a_character_that_steers_a_terminal_or_breaks_a_line_becomes_a_space(odd: str):
    assert "one two" == in_one_line(f"{odd} one{odd}two{odd}")


@pytest.mark.parametrize(
    ("one", "other"),
    [("R&D", "R&amp;D"), ("R\\&D", "R&D"), ("the fund’s", "the fund&#39;s"), ("*all* of it", "all of it")],
)
def test_a_text_is_known_again_in_another_way_of_writing_the_same_letters(one: str, other: str):
    assert trace("text", one) == trace("text", other)
    assert trace("text", one) != trace("text", f"{other} too")
