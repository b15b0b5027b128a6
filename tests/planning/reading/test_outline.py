"""The pieces of a file, each with its lines, whatever program wrote it."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integration_cli.planning.reading.outline import Node, outline


def pieces(*lines: str) -> list[tuple[str, int, int, str]]:
    return [(node.kind, node.start, node.end, node.content) for node in outline(lines).parts]


def test_headings_paragraphs_items_and_quotations_have_their_lines():
    assert [
        ("heading", 0, 1, "A"), ("text", 2, 4, "b\nc"), ("item", 5, 6, "d"), ("item", 6, 7, "e"), ("quote", 8, 9, "f"),
    ] == pieces("# A", "", "b", "c", "", "- d", "- e", "", "> f")  # fmt: skip


def test_an_underlined_heading_has_both_its_lines_and_a_level():
    (heading,) = outline(["A", "---"]).parts

    assert ("heading", 0, 2, 2) == (heading.kind, heading.start, heading.end, heading.level)


def test_an_item_ends_with_its_last_words_and_not_with_empty_lines():
    assert [("item", 0, 3, "a\nb"), ("text", 5, 6, "c")] == pieces("- a", "", "  b", "", "", "c")


def test_what_is_indented_far_is_no_code():
    assert [("item", 0, 3, "a\nb")] == pieces("- a", "", "            - b")


@pytest.mark.parametrize("bullet", ["• ", "•\t", "▪\u00a0", "– ", "*\u00a0", "1.\u00a0", "\u00a0\u00a0- "])
def test_bullets_of_word_processors_make_items(bullet: str):
    assert [("item", 0, 1, "a")] == pieces(f"{bullet}a")


@pytest.mark.parametrize("lines", [["```", "# a", "- [ ] b", "```"], ["~~~", "> c", "~~~"], ["<!--", "- [ ] b", "-->"]])
def test_what_stands_in_code_or_in_a_comment_is_one_piece(lines: list[str]):
    ((kind, start, end, _),) = pieces(*lines)

    assert (True, 0, len(lines)) == (kind in ("other", "html"), start, end)


@pytest.mark.parametrize("end", ["---", "..."])
def test_settings_at_the_top_are_nobodys_piece(end: str):
    assert [("text", 3, 4, "a")] == pieces("---", "- [ ] tag", end, "a")


def test_a_line_at_the_top_is_no_settings_where_they_never_end():
    assert "text" in {kind for kind, *_ in pieces("---", "a", "b")}


def test_every_item_of_a_list_that_stands_a_tab_in_is_an_item():
    items = ("item", 1, 3, "[ ] one\nOwner: Jo"), ("item", 3, 4, "[ ] two")

    assert [("heading", 0, 1, "Ours"), *items] == pieces("# Ours", "\t- [ ] one", "\t  - Owner: Jo", "\t- [ ] two")


def every(node: Node) -> list[Node]:
    return [node, *(inner for part in node.parts for inner in every(part))]


@example(lines=[">", ">>"])
@given(lines=st.lists(st.text("-*+#>[]x `~|\t\u00a0•☐1.)<!=a", max_size=12), max_size=12))
def test_a_piece_lies_within_what_holds_it_and_pieces_do_not_overlap(lines: list[str]):
    for node in every(outline(lines)):
        inner = [(part.start, part.end) for part in node.parts]
        assert sorted(inner) == inner
        assert all(node.start <= start <= end <= max(node.end, start) for start, end in inner)
        assert all(above[1] <= below[0] for above, below in pairwise(inner))
