"""What is typed into a cell is what a plan shows, and what a plan shows is what a cell gets."""

from hypothesis import example, given
from hypothesis import strategies as st

from integration_cli.handout import Run
from integration_cli.planning.handing.inline import runs, shown
from integration_cli.planning.markdown import escaped, in_one_line


@given(st.text())
@example("jane_doe@nhs.net")
@example("2 * 3 * 4 and **bold** and `code`")
@example("&lt; &amp; \\* \\\\")
@example("<!-- action: x --> [ ] # - 1. + > |")
@example("“curly” ‘quotes’ – dashes…")
def test_a_text_that_is_escaped_is_shown_letter_by_letter(text: str):
    assert in_one_line(text) == shown(escaped(text))


@given(st.text("*_`\\&;<!->ab1 #", max_size=40))
def test_no_line_is_too_odd_to_be_shown(text: str):
    assert shown(text) == in_one_line("".join(run.text for run in runs(text)))


def test_bold_and_italic_words_stand_apart():
    expected = (Run("Who acts:", "bold"), Run(" the board & all "), Run("(our *own* view)", "italic"))

    assert expected == runs(r"**Who acts:** the board &amp; all *(our \*own\* view)*<!-- action: a/b -->")
    assert expected[:1] == runs("__Who acts:__")


def test_stars_and_lines_between_words_are_letters():
    assert "jane_doe_2@nhs.net has 3 * 4 files" == shown("jane_doe_2@nhs.net has 3 * 4 files")
