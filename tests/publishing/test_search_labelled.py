"""The labelled texts, typed into the search of a page, find what the command finds."""

from pathlib import Path

import pytest
from benchmarks.statements import Row, rows
from selenium.webdriver import Chrome

from integration_cli import Advisor
from tests.publishing.browser import ask, show


@pytest.fixture(scope="module")
def of_the_command(advisor: Advisor) -> dict[str, list[str]]:
    """The first three barriers that the command names of each text, by the text's id."""
    return {row.id: [finding.barrier for finding in advisor.diagnose(row.text).findings[:3]] for row in labelled()}


def labelled() -> list[Row]:
    """Read where they are needed: whoever works on the matching should not meet the texts in a failed test."""
    return [row for name in ("statements", "queries") for row in rows(name)]


@pytest.mark.parametrize(("made", "address"), [("site", "barrier/{}.html"), ("one_page", "#barrier-{}")])
def test_the_first_three_findings_are_those_of_the_command(
    request: pytest.FixtureRequest, browser: Chrome, of_the_command: dict[str, list[str]], made: str, address: str
):
    page: Path = request.getfixturevalue(made)
    show(browser, page / "index.html" if page.is_dir() else page)

    answers = ask(browser, [row.text for row in labelled()])

    shown = {row.id: answer["findings"][:3] for row, answer in zip(labelled(), answers, strict=True)}
    expected = {id_: [address.format(barrier) for barrier in found] for id_, found in of_the_command.items()}
    differing = [id_ for id_ in expected if expected[id_] != shown[id_]]
    assert len(expected) > 250
    assert len(differing) <= len(expected) // 100, differing
