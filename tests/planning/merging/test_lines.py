"""How somebody's lists look is how what is added to them looks."""

import pytest

from integration_cli.planning.merging.lines import below, bulleted, dedented, parted


@pytest.mark.parametrize(
    ("line", "head", "words"),
    [("- [ ] a", "- [ ] ", "a"), ("* [x] a", "* [x] ", "a"), ("  3. [-]  a", "  3. [-] ", "a"), ("- a", "- [ ] ", "a"),
     ("> - [ ] a", "> - [ ] ", "a"), ("☐\u00a0a", "☐ ", "a"), ("\t•\u00a0☑ a", "\t•\u00a0☑ ", "a"),
     ("- \\[ \\] a", "- \\[ \\] ", "a")],
)  # fmt: skip
def test_a_box_is_parted_from_its_words(line: str, head: str, words: str):
    assert (head, words) == parted(line)


@pytest.mark.parametrize(
    ("line", "start"),
    [("- a", "  - "), ("* a", "  * "), ("+ a", "  + "), ("1. a", "   - "), ("12) a", "    - "), ("  - a", "    - "),
     ("> - a", ">   - "), ("☐ a", "  - "), ("-       a", "  - ")],
)  # fmt: skip
def test_a_line_below_an_item_is_indented_to_its_words(line: str, start: str):
    assert start == below(line)


def test_other_bullets_are_put_at_every_level():
    assert ["* a", "  * b - c"] == bulleted(["- a", "  - b - c"], "*")


def test_lines_lose_the_indentation_of_the_first_where_all_have_it():
    assert ["- a", "  b", ""] == dedented(["\t- a", "\t  b", ""])
    assert ["  - a", "b"] == dedented(["  - a", "b"])
