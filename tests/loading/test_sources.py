"""Evidence held against the texts of the documents."""

import random
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.errors import AdvisorError
from integration_cli.loading.check import check
from integration_cli.loading.sources import NEAR, _narrowest
from tests.conftest import Run
from tests.loading.folders import REPORT, edited, lay


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with the text of the one document that the sound knowledge cites."""
    return lay(tmp_path / "sources", {"town-report.txt": REPORT})


def told(sound: Path, texts: Path) -> list[str]:
    faults = check(sound, sources=texts)
    return [f"{f.place}: {f.rule} {f.message}".removeprefix(f"{sound}/") for f in faults]


def test_sound_evidence_is_found_in_the_document(sound: Path, texts: Path, run: Run) -> None:
    assert (0, "No faults.\n", "") == run("check", str(sound), "--sources", str(texts))


def test_without_the_documents_nothing_is_looked_up(sound: Path) -> None:
    lay(sound, edited("barriers/people/no-trust.yaml", "[doubt]", "[certainty]"))

    assert [] == check(sound)


def test_a_heading_that_the_document_lacks_is_told_and_those_after_it_are_still_found(sound: Path, texts: Path) -> None:
    lay(texts, {"town-report.txt": REPORT.replace("The mill\n", "The windmill\n")})

    assert [
        "sources.yaml:11:7: no-such-heading the document has no heading 'The mill' at this point",
    ] == told(sound, texts)


def test_a_heading_at_the_wrong_place_is_told(sound: Path, texts: Path) -> None:
    lay(sound, edited("sources.yaml", "    - heading: Staff\n", ""))
    lay(sound, edited("sources.yaml", "  sections:\n", "  sections:\n    - heading: Staff\n"))

    assert "sources.yaml:12:7: no-such-heading the document has no heading 'The mill' at this point" in told(
        sound, texts
    )


def test_a_heading_is_known_by_its_words_not_by_its_marks(sound: Path, texts: Path) -> None:
    lay(texts, {"town-report.txt": REPORT.replace("The mill\n", "  THE  “MILL”:\n")})

    assert [] == told(sound, texts)


def test_a_key_word_that_the_section_lacks_is_told(sound: Path, texts: Path) -> None:
    lay(sound, edited("barriers/people/no-trust.yaml", "[doubt]", "[doubt, purse]"))

    assert [
        "barriers/people/no-trust.yaml:12:24: evidence 'purse' does not stand under 'Staff' of 'town-report'"
    ] == told(sound, texts)


@pytest.mark.parametrize(
    ("key_word", "stands"),
    [("common purse", True), ("COMMON Purse", True), ("purse common", False), ("purs", False), ("'—'", False)],
)
def test_a_key_phrase_stands_word_by_word(key_word: str, stands: bool, sound: Path, texts: Path) -> None:
    lay(sound, edited("solutions/finance.yaml", "[common purse]", f"[{key_word}]"))

    assert stands is (told(sound, texts) == [])


def test_key_words_far_apart_mark_no_passage(sound: Path, texts: Path) -> None:
    lay(sound, edited("barriers/people/no-trust.yaml", "[doubt]", "[doubt, another]"))
    lay(texts, {"town-report.txt": REPORT.replace("doubt one", "doubt " + "so " * (NEAR - 2) + "one")})

    assert [
        f"barriers/people/no-trust.yaml:10:5: evidence the key words stand {NEAR + 1} words apart; "
        f"{NEAR} at most mark one passage"
    ] == told(sound, texts)


def test_key_words_as_far_apart_as_allowed_mark_a_passage(sound: Path, texts: Path) -> None:
    lay(sound, edited("barriers/people/no-trust.yaml", "[doubt]", "[doubt, another]"))
    lay(texts, {"town-report.txt": REPORT.replace("doubt one", "doubt " + "so " * (NEAR - 3) + "one")})

    assert [] == told(sound, texts)


def test_key_words_are_taken_where_they_stand_closest(sound: Path, texts: Path) -> None:
    lay(sound, edited("barriers/people/no-trust.yaml", "[doubt]", "[doubt, another, clerk]"))
    gap = "so " * 98
    text = f"another clerk {gap} doubt {gap} another"
    lay(texts, {"town-report.txt": REPORT.replace("They doubt one another.", text)})

    assert [] == told(sound, texts)


@settings(max_examples=100)
@given(seed=st.integers(0, 10**6), words=st.integers(1, 4), places=st.integers(1, 5))
def test_the_narrowest_passage_is_that_of_trying_every_choice(seed: int, words: int, places: int) -> None:
    chance = random.Random(seed)
    found = [sorted(chance.sample(range(60), places)) for _ in range(words)]

    assert min(max(span) - min(span) + 1 for span in product(*found)) == _narrowest(found)


def test_words_of_a_box_count_for_the_section_that_it_interrupts(sound: Path, texts: Path) -> None:
    lay(sound, edited("barriers/money/split-budgets.yaml", "[purse, guarded]", "[purse, invoice]"))
    assert [] == told(sound, texts)

    lay(sound, edited("sources.yaml", "      inside: Budgets\n", ""))
    assert [
        "barriers/money/split-budgets.yaml:14:24: evidence 'invoice' does not stand under 'Budgets' of 'town-report'"
    ] == told(sound, texts)


def test_words_of_the_section_do_not_count_for_the_box(sound: Path, texts: Path) -> None:
    lay(sound, edited("examples.yaml", "[mill]", "[mill, purse]"))

    assert ["examples.yaml:5:21: evidence 'purse' does not stand under 'The mill' of 'town-report'"] == told(
        sound, texts
    )


def test_what_comes_before_the_first_heading_is_the_lead(sound: Path, texts: Path) -> None:
    lay(sound, edited("solutions/workforce.yaml", "[together]", "[together, guarded]"))

    assert ["solutions/workforce.yaml:10:29: evidence 'guarded' does not stand under 'lead' of 'town-report'"] == told(
        sound, texts
    )


EIGHT = "on market days the old clerk counts slowly"


def test_eight_words_in_a_row_of_a_document_are_a_copy(sound: Path, texts: Path) -> None:
    lay(texts, {"town-report.txt": REPORT + f"Indeed, {EIGHT}.\n"})
    lay(sound, edited("categories.yaml", "Who trusts whom.", f"Here {EIGHT}, they say."))

    assert [f"categories.yaml:6:12: copied-run '{EIGHT}' stands in 'town-report': say it in your own words"] == told(
        sound, texts
    )


def test_seven_words_in_a_row_are_none(sound: Path, texts: Path) -> None:
    lay(texts, {"town-report.txt": REPORT + f"Indeed, {EIGHT}.\n"})
    lay(sound, edited("categories.yaml", "Who trusts whom.", f"Here {EIGHT.rsplit(' ', 1)[0]} fast, they say."))

    assert [] == told(sound, texts)


@pytest.mark.parametrize(
    "written", [EIGHT.upper(), EIGHT.replace("days ", "days, "), EIGHT.replace("clerk", "clerk's")]
)
def test_a_copy_is_known_in_capitals_and_with_other_marks(written: str, sound: Path, texts: Path) -> None:
    lay(texts, {"town-report.txt": REPORT + f"{EIGHT}\n"})
    lay(sound, edited("elsewhere.yaml", "how do I bake bread", written))

    (fault,) = check(sound, sources=texts)
    assert "copied-run" == fault.rule


def test_a_heading_of_the_document_may_be_said_as_it_stands(sound: Path, texts: Path) -> None:
    lay(texts, {"town-report.txt": REPORT.replace("Staff\n", f"{EIGHT}\n")})
    lay(sound, edited("sources.yaml", "heading: Staff", f"heading: {EIGHT}"))
    lay(sound, edited("barriers/people/no-trust.yaml", "section: Staff", f"section: {EIGHT}"))

    assert [] == told(sound, texts)


def test_a_missing_folder_of_texts_and_a_missing_text_are_said_to_be_missing(
    sound: Path, tmp_path: Path, run: Run
) -> None:
    nowhere = tmp_path / "nowhere"
    assert (
        2,
        "",
        f"advisor: there is no folder of source texts at {nowhere}: check the path given to --sources\n",
    ) == run("check", str(sound), "--sources", str(nowhere))

    code, out, err = run("check", str(sound), "--sources", str(sound))
    assert (2, "") == (code, out)
    assert f"advisor: cannot read the text of 'town-report' at {sound / 'town-report.txt'}" in err


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_a_text_that_cannot_be_read_is_an_error_that_names_it(content: bytes | None, sound: Path, texts: Path) -> None:
    path = texts / "town-report.txt"
    if content is None:
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(content)

    with pytest.raises(AdvisorError, match="cannot read the text of 'town-report'"):
        check(sound, sources=texts)


def test_a_name_that_no_file_can_have_is_an_error_too(sound: Path, texts: Path) -> None:
    lay(sound, edited("sources.yaml", "file: town-report.txt", 'file: "town\\0report.txt"'))

    with pytest.raises(AdvisorError, match="cannot read the text of 'town-report'"):
        check(sound, sources=texts)


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        ("sources.yaml", "  file: town-report.txt\n", "", "missing-key"),
        ("sources.yaml", "heading: Staff", "inside: Budgets", "missing-key"),
        ("barriers/people/no-trust.yaml", "[doubt]", "[]", "wrong-length"),
    ],
)
def test_what_is_missing_in_an_entry_stops_nothing(
    name: str, old: str, new: str, rule: str, sound: Path, texts: Path
) -> None:
    lay(sound, edited(name, old, new))

    assert rule in [fault.rule for fault in check(sound, sources=texts)]


def test_rows_of_a_table_are_looked_up_too(sound: Path, texts: Path) -> None:
    row = "    - source: town-report\n      section: Staff\n      key_words: [doubt, certainty]\n"
    lay(sound, {"frameworks.yaml": (sound / "frameworks.yaml").read_text(encoding="utf-8") + row})

    assert ["frameworks.yaml:13:26: evidence 'certainty' does not stand under 'Staff' of 'town-report'"] == told(
        sound, texts
    )


def test_evidence_of_a_users_own_folder_is_looked_up_too(sound: Path, texts: Path, tmp_path: Path) -> None:
    own = lay(
        tmp_path / "own",
        {
            "barriers/people/no-trust.yaml": "id: no-trust\nevidence:\n"
            "  - {source: town-report, section: Staff, key_words: [certainty]}\n"
        },
    )

    assert [f"{own}/barriers/people/no-trust.yaml:3:55"] == [fault.place for fault in check(sound, own, texts)]
