"""Values reach the model as they are written."""

from pathlib import Path

import pytest

from integration_cli.loading.check import check
from integration_cli.loading.load import load
from tests.loading.folders import edited, lay


@pytest.mark.parametrize(
    "text", ["no", "Yes", "1:30", "2012", "2012-04-01", "~", "null", "017", "0o17", "1e3", "1_000", "+1", "true"]
)
def test_a_title_is_read_as_it_is_written(text: str, tiny: Path) -> None:
    lay(tiny, edited("categories.yaml", "title: People", f"title: {text}"))

    assert text == load().categories["people"].title


@pytest.mark.parametrize("text", ["2012", "no", "017"])
def test_an_id_may_look_like_a_number_or_a_no(text: str, tiny: Path) -> None:
    lay(tiny, edited("vocabulary.yaml", "id: gp", f"id: {text}"))

    assert [text] == list(load().vocabulary)


def test_a_text_over_several_lines_is_one_line(tiny: Path) -> None:
    lay(tiny, edited("categories.yaml", "summary: Who trusts whom.", "summary: Who trusts\n    whom,\n    and why."))

    assert "Who trusts whom, and why." == load().categories["people"].summary


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False), ("'true'", True)])
def test_a_flag_is_true_or_false(text: str, value: bool, tiny: Path) -> None:
    lay(tiny, edited("updates.yaml", "verified: true", f"verified: {text}"))

    assert value is load().updates["old-board"].verified


@pytest.mark.parametrize("text", ["yes", "no", "True", "on", "1", "~"])
def test_nothing_else_is_a_flag(text: str, sound: Path) -> None:
    lay(sound, edited("updates.yaml", "verified: true", f"verified: {text}"))

    assert [f"'verified' is '{text}'; it should be true or false"] == [fault.message for fault in check(sound)]


@pytest.mark.parametrize(
    ("text", "held"), [("2012", True), ("2012-04", True), ("2012-04-01", True), ("1.4.2012", False)]
)
def test_a_date_is_a_year_a_month_or_a_day(text: str, held: bool, sound: Path) -> None:
    lay(sound, edited("updates.yaml", "since: 2022-07", f"since: {text}"))

    assert held is (check(sound) == [])


def test_a_row_of_a_table_has_free_keys_with_a_text_or_a_list(tiny: Path) -> None:
    lay(tiny, edited("frameworks.yaml", "    - barrier: Split budgets\n", "    - No: no\n      years: [2012, 2013]\n"))

    row = load().frameworks["two-purses"].rows[0]
    assert ("no", ("2012", "2013")) == (row["No"], row["years"])
