"""Changes to lines are made all at once, and every other line keeps its bytes."""

from hypothesis import given
from hypothesis import strategies as st

from integration_cli.planning.merging.edits import Edits
from integration_cli.planning.reading.text_file import read_text


def edits(text: str) -> Edits:
    return Edits(read_text(text.encode()))


def applied(made: Edits) -> str:
    return "".join(line + end for line, end in made.applied())


@given(text=st.text("ab \n\r", max_size=30))
def test_no_change_changes_nothing(text: str):
    assert text == applied(edits(text))


def test_what_is_added_has_the_line_ends_of_the_file():
    made = edits("a\r\nb\r\n")

    made.insert(1, "text", ["new"])

    assert "a\r\n\r\nnew\r\n\r\nb\r\n" == applied(made)


def test_a_block_is_set_apart_by_one_empty_line_and_no_second():
    made = edits("a\n\nb\n")

    made.insert(2, "text", ["new"])

    assert "a\n\nnew\n\nb\n" == applied(made)


def test_an_item_joins_the_list_above_it():
    made = edits("- a\n\nb\n")

    made.insert(1, "item", ["- new"], "item")

    assert "- a\n- new\n\nb\n" == applied(made)


def test_what_is_taken_out_leaves_one_gap_and_not_two():
    made = edits("a\n\nb\n\nc\n")

    made.remove(2, 3)

    assert "a\n\nc\n" == applied(made)


def test_a_line_that_was_replaced_and_then_taken_out_is_gone():
    made = edits("a\nb\n")

    made.replace(1, 2, ["B"])
    made.remove(0, 2)

    assert "" == applied(made)


def test_what_ends_an_inner_item_comes_before_what_ends_the_outer():
    made = edits("- a\n  - b\nc\n")

    made.attach(2, "  - outer")
    made.attach(2, "    - inner")
    made.insert(2, "box", ["- [ ] new"], "box")

    assert "- a\n  - b\n    - inner\n  - outer\n- [ ] new\n\nc\n" == applied(made)


def test_a_last_line_without_an_end_gets_one_when_something_comes_after_it():
    made = edits("a")

    made.insert(1, "text", ["new"])

    assert "a\n\nnew\n" == applied(made)
