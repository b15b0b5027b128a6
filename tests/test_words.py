"""Words as people write them, and the nearest known ones to a slip."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.suggest import did_you_mean, nearest
from integration_cli.words import plain_form, word_places, words_as_written


def plain(text: str) -> list[str]:
    return [word for word, _, _ in word_places(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Who pays?", ["who", "pays"]),
        ("the council's purse", ["the", "council", "purse"]),
        ("the council’s purse", ["the", "council", "purse"]),
        ("don't, don’t", ["dont", "dont"]),
        ("R&D and section 75", ["r&d", "and", "section", "75"]),
        ("café Ynys Môn", ["cafe", "ynys", "mon"]),
        ("over-65s, GP/nurse, s_75", ["over", "65s", "gp", "nurse", "s", "75"]),
        ("'quoted' “words”", ["quoted", "words"]),
        ("£300,000", ["300", "000"]),
        ("ＮＨＳ ﬁnance", ["nhs", "finance"]),
        ("", []),
        ("... — !", []),
    ],
)
def test_words_in_their_plain_form(text: str, words: list[str]) -> None:
    assert words == plain(text)


def test_accents_written_as_characters_of_their_own_are_no_breaks() -> None:
    text = "José’s résumé at the café in Orléans"

    assert ["jose", "resume", "at", "the", "cafe", "in", "orleans"] == plain(unicodedata.normalize("NFD", text))


@settings(max_examples=200)
@given(text=st.text(st.sampled_from("aeionsz éàüÉ'’&-_.1"), max_size=30))
def test_a_text_has_the_same_words_however_its_accents_are_written(text: str) -> None:
    assert plain(unicodedata.normalize("NFC", text)) == plain(unicodedata.normalize("NFD", text))


@settings(max_examples=200)
@given(text=st.text(max_size=60) | st.text(st.sampled_from("ae zéÉ'’&-_.1\u0301"), max_size=30))
def test_a_word_taken_by_itself_is_the_word_in_its_text(text: str) -> None:
    written = words_as_written(text)

    assert [text[start:end] for _, start, end in word_places(text)] == written
    assert [[word] for word in plain(text)] == [plain(word) for word in written]


@settings(max_examples=200)
@given(text=st.text(max_size=60))
def test_places_are_in_order_apart_and_hold_the_word(text: str) -> None:
    end_before = 0
    for word, start, end in word_places(text):
        assert end_before <= start < end <= len(text)
        assert word == plain_form(text[start:end])
        end_before = end


@settings(max_examples=200)
@given(word=st.from_regex(r"[A-Za-zéüôÉ]+(['’&][A-Za-zéüô]+)*", fullmatch=True))
def test_the_plain_form_of_a_plain_form_is_itself(word: str) -> None:
    assert plain_form(word) == plain_form(plain_form(word)) == plain_form(word.upper())


def test_the_nearest_words_come_best_first_and_three_at_most() -> None:
    known = ["signs", "sings", "sign", "singe", "purse"]

    assert "sings" == nearest("sings", known)[0]
    assert 3 == len(nearest("sings", known))
    assert "purse" not in nearest("sings", known)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("titel", "; did you mean 'title'?"),
        ("Summary", "; did you mean 'summary'?"),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_a_hint_is_given_only_where_something_is_near(word: str, hint: str) -> None:
    assert hint == did_you_mean(word, ["title", "summary"])


def test_a_hint_names_every_near_word() -> None:
    assert "; did you mean 'links' or 'lines'?" == did_you_mean("linkes", ["links", "terms", "lines"])


@settings(max_examples=100)
@given(known=st.sets(st.text(min_size=1, max_size=8), min_size=1, max_size=8), data=st.data())
def test_a_known_word_is_its_own_nearest(known: set[str], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted(known)))

    assert word == nearest(word, known)[0]
