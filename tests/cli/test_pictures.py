"""Pictures: what is wrapped, moved and coloured, and that nothing of a text is lost on the way."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.table import Table

from integration_cli.cli.pictures import Drawn, Hanging, Part, Text, cells, paint

WORDS = st.lists(st.text("abcdefgh.-", min_size=1, max_size=30), min_size=1, max_size=40).map(" ".join)
MIXED = st.text(st.sampled_from("ab é界e\u0301█“\n"), max_size=120)
WIDTHS = st.integers(10, 120)


def lines(part: Part, width: int = 20) -> list[str]:
    """What a picture of one part shows, line by line, without colours."""
    return paint([part], width, coloured=False).split("\n")[:-1]


@given(WORDS, WIDTHS)
def test_a_text_breaks_where_the_standard_library_would_break_it(text: str, width: int):
    expected = textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)

    if max(map(len, text.split())) <= width:
        assert expected == lines(Text(text), width)


@given(MIXED, WIDTHS)
def test_no_line_is_wider_than_the_terminal(text: str, width: int):
    assert max(map(cell_len, lines(Text(text), width))) <= width


@given(MIXED, WIDTHS, st.integers(0, 12), st.integers(0, 12))
def test_wrapping_loses_nothing_but_blanks(text: str, width: int, by: int, more: int):
    shown = "".join(lines(Hanging(Text(text), by, more), width))

    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", shown)


@given(st.text(st.sampled_from("aé界e\u0301█“ ")))
def test_a_width_is_what_rich_takes_it_for(text: str):
    assert cell_len(text) == cells(text)


def test_further_lines_of_an_item_stand_below_its_first_word():
    item = Hanging(Text("- one two three four five"), 2, 2)

    assert ["  - one two three", "    four five"] == lines(item)


def test_a_first_line_may_use_the_margin_of_the_others():
    item = Hanging(Text("a b c one two three four five"), 2, 6, 6)

    assert ["  a b c one two", "        three four", "        five"] == lines(item)


@given(MIXED, WIDTHS, st.integers(0, 8))
def test_no_line_of_an_item_is_wider_than_the_terminal(text: str, width: int, more: int):
    shown = lines(Hanging(Text(text), 2, more, more), width + 10)

    assert max(map(cell_len, shown)) <= width + 10


def test_an_item_moved_far_to_the_right_keeps_some_room():
    assert ["                    one two", "                    three"] == lines(Hanging(Text("one two three"), 20, 0))


def test_a_word_wider_than_the_line_is_cut_and_goes_on():
    assert ["one", "abcdefghij", "klm two"] == lines(Text("one abcdefghijklm two"), 10)


def test_a_wide_character_is_never_cut_in_half():
    assert ["a界界界界", "界b"] == lines(Text("a界界界界界b"), 10)


def test_without_a_width_only_the_text_breaks_its_lines():
    assert "one two three four\nfive\n" == paint([Text("one two three four\nfive")], None, coloured=False)


def test_each_piece_of_a_text_has_its_own_colours():
    line = Text("label: ", "dim").append("much ", "bold green").append(Text("plain").append("!", "red"))

    assert "\x1b[2mlabel: \x1b[0m\x1b[1;32mmuch \x1b[0mplain\x1b[31m!\x1b[0m\n" == paint([line], 80, coloured=True)
    assert "label: much plain!\n" == paint([line], 80, coloured=False)


def test_a_colour_ends_with_its_line_and_the_margin_has_none():
    painted = paint([Hanging(Text("one two three", "bold"), 2, 1)], 12, coloured=True)

    assert "  \x1b[1mone two\x1b[0m\n   \x1b[1mthree\x1b[0m\n" == painted


def test_a_tab_takes_the_room_that_it_is_given():
    assert ["a   b"] == lines(Text("a\tb"))


@pytest.mark.parametrize("width", [24, 60])
def test_a_table_fits_the_terminal_and_keeps_its_colours(width: int):
    table = Table(pad_edge=False, header_style="bold")
    table.add_column("who")
    table.add_row("the finance director and the chair")

    painted = paint([Drawn(table)], width, coloured=True)

    assert "\x1b[1m" in painted
    assert max(map(cell_len, re.sub(r"\x1b\[[\d;]*m", "", painted).split("\n"))) <= width
