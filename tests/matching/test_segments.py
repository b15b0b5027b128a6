"""A long situation is cut where a person would cut it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integration_cli.matching.segments import SHORT, segments
from integration_cli.words import word_places

LONG = " ".join(["The council waits for the trust to answer."] * (SHORT // 7))
"""Enough sentences that what follows is not taken as one statement."""

TOKENS = (
    "The ", "trust ", "waits", " pays. ", "e.g. ", "i.e. this ", "\n", "\n\n", "\r\n", "- ", "* ", "• ", "1. ", "b) ",
    "# ", "> ", "[x] ", "; ", "! ", "?", "…", " ", "\t", "”", "(", "£5m ", "Dr. ", "\u2028", "\x0b", "é",
)  # fmt: skip
MARKS = st.sampled_from(TOKENS)


def cut(text: str) -> list[str]:
    return [segment.text for segment in segments(text)]


@pytest.mark.parametrize("text", ["", " ", "\n\t\n", "\u2028"])
def test_nothing_has_no_segments(text: str):
    assert [] == segments(text)


def test_a_short_text_stays_whole_without_the_space_around_it():
    text = "\n The trust pays. The council saves; nobody talks.\nWho decides? "

    assert [text.strip()] == cut(text)


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "– ", "> ", "[ ] ", "[x] ", "  - "])
def test_bullets_are_cut_and_their_marks_left_out(mark: str):
    text = f"{mark}Nobody shares the records.\n{mark}The budget is split\n"

    assert ["Nobody shares the records.", "The budget is split"] == cut(text)


@pytest.mark.parametrize(("one", "two"), [("1. ", "2. "), ("1) ", "2) "), ("a) ", "b) "), ("10. ", "11. ")])
def test_numbered_items_are_cut_and_their_numbers_left_out(one: str, two: str):
    assert ["Nobody shares.", "The budget is split."] == cut(f"{one}Nobody shares.\n{two}The budget is split.")


def test_short_items_of_a_list_stay_apart():
    """A list's items were set apart by the person; only short sentences in running text are joined."""
    assert ["No trust", "No money"] == cut("- No trust\n- No money")


def test_an_item_that_was_wrapped_is_one():
    assert ["Nobody shares the\n  records we keep", "The budget is split"] == cut(
        "- Nobody shares the\n  records we keep\n- The budget is split"
    )


def test_a_long_text_is_cut_into_sentences():
    text = f"{LONG} Who signs off the pooled budget? Nobody can say it! The trust saves and we pay."

    assert [
        "Who signs off the pooled budget?",
        "Nobody can say it!",
        "The trust saves and we pay.",
    ] == cut(text)[-3:]


def test_clauses_joined_by_a_semicolon_are_cut():
    text = f"{LONG} The trust saves and we pay; the records are never shared."

    assert ["The trust saves and we pay", "the records are never shared."] == cut(text)[-2:]


def test_lines_that_a_person_wrapped_are_one_sentence():
    wrapped = "The records are kept\nin two systems that\nnever meet."

    assert wrapped in cut(f"{LONG}\n\n{wrapped}")


def test_headings_and_paragraphs_are_cut():
    text = f"# Budgets of our place\n\n{LONG}\n\nThe records are never shared"

    found = cut(text)
    assert "Budgets of our place" == found[0]
    assert "The records are never shared" == found[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "We lack trust, e.g. The council hides its books.",
        "The rules, i.e. Section 75 and others, stop us.",
        "Dr. Smith will not share the records.",
        "Cllr. Jones and Mrs. Patel never agree on it.",
        "The trust, cf. Annex B, pays for nothing.",
        "Our director J. Brown left the partnership.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(sentence: str):
    assert sentence == cut(f"{LONG} {sentence}")[-1]


def test_a_sentence_too_short_to_speak_is_joined_to_the_one_before():
    text = f"{LONG} The trust saves and we pay. It is unfair. The records are never shared."

    assert ["The trust saves and we pay. It is unfair.", "The records are never shared."] == cut(text)[-2:]


def test_a_quoted_sentence_ends_after_its_quotation_mark():
    text = f"{LONG} She said: “We never share records.” The council paid for the lot."

    assert "The council paid for the lot." == cut(text)[-1]


@settings(max_examples=300)
@given(text=st.one_of(st.text(max_size=200), st.lists(MARKS, max_size=120).map("".join)))
@example(text="- \nx")
@example(text=f"1. 2. 3. {LONG}; ; ;")
def test_segments_are_parts_of_the_text_in_order_without_overlap(text: str):
    end_before = 0
    for (start, end), part in segments(text):
        assert end_before <= start < end <= len(text)
        assert part == text[start:end] == part.strip()
        end_before = end


@settings(max_examples=200)
@given(text=st.lists(MARKS, max_size=120).map("".join))
def test_no_word_is_lost(text: str):
    """Only the marks of list items, of three signs at most, belong to no segment."""
    spans = [segment.span for segment in segments(text)]
    words = [(start, end) for word, start, end in word_places(text) if len(word) > 3]

    assert all(any(span.start <= start and end <= span.end for span in spans) for start, end in words)
