"""The search of a page finds what the command finds."""

import json
from pathlib import Path
from random import Random

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from integration_cli import Advisor
from integration_cli.browsing.search import search
from integration_cli.cli.site_writing import write_single
from integration_cli.diagnosis import Diagnosis
from tests.publishing.browser import arrive, ask, show
from tests.publishing.statements import INVENTED, LONG, OFF_TOPIC, lists_of_signs, signs_made_worse

SITUATION = "Nobody can tell me who signs off spending from the joint pot, and there is no way to settle it"


@pytest.fixture(scope="module")
def texts(advisor: Advisor) -> list[str]:
    chance = Random(75)
    drawn = signs_made_worse(advisor.knowledge, 120, chance) + lists_of_signs(advisor.knowledge, 20, chance)
    return [*INVENTED, *OFF_TOPIC, *LONG, *drawn]


@pytest.fixture(scope="module")
def diagnoses(advisor: Advisor, texts: list[str]) -> list[Diagnosis]:
    return [advisor.diagnose(text) for text in texts]


@pytest.fixture(scope="module")
def answers(browser: Chrome, site: Path, texts: list[str]) -> list[dict]:
    """What the page shows of every text."""
    show(browser, site / "index.html")
    return ask(browser, texts)


def addresses(diagnosis: Diagnosis) -> list[str]:
    return [f"barrier/{finding.barrier}.html" for finding in diagnosis.findings]


def test_the_first_three_findings_are_those_of_the_command(texts: list[str], diagnoses: list, answers: list):
    differing = [
        text
        for text, diagnosis, answer in zip(texts, diagnoses, answers, strict=True)
        if addresses(diagnosis)[:3] != answer["findings"][:3]
    ]

    assert len(texts) >= 190
    assert len(differing) <= len(texts) // 100, differing


def test_the_page_answers_what_the_command_answers_and_nothing_else(diagnoses: list, answers: list):
    found = [bool(diagnosis.findings) for diagnosis in diagnoses]

    assert {True, False} == set(found)
    assert found == [bool(answer["findings"]) for answer in answers]
    assert found == ["Nothing here matches" not in answer["nothing"] for answer in answers]


def test_the_strengths_and_reasons_are_those_of_the_command(texts: list, diagnoses: list, answers: list):
    differing = [
        text
        for text, diagnosis, answer in zip(texts, diagnoses, answers, strict=True)
        if [finding.strength for finding in diagnosis.findings] != [shown.split()[-1] for shown in answer["strengths"]]
        or [reason.met for finding in diagnosis.findings for reason in finding.reasons]
        != [said.partition(": “")[2].rpartition("”")[0] for said in answer["said"]]
    ]

    # Of two statements that meet the text alike, the last digit of a weight may decide.
    assert len(differing) <= len(texts) // 100, differing


TWICE = (
    "The council pays, the council plans, and the council hears last what the hospital plans to close.",
    "Care records are not care plans: our care staff cannot open the health record, nor the record of care at home.",
)
"""A word said twice counts once, by the place where it says most; elsewhere another sign would be quoted."""


@pytest.mark.parametrize("text", TWICE)
def test_a_word_said_twice_meets_the_sign_that_the_command_quotes(
    browser: Chrome, site: Path, advisor: Advisor, text: str
):
    show(browser, site / "index.html")

    (answer,) = ask(browser, [text])

    met = [reason.met for finding in advisor.diagnose(text).findings for reason in finding.reasons]
    assert met == [said.partition(": “")[2].rpartition("”")[0] for said in answer["said"]]


def test_the_solutions_are_those_of_the_command(advisor: Advisor, diagnoses: list, answers: list):
    expected = [
        [f"solution/{choice.solution.id}.html" for choice in advisor.answer(diagnosis).choices[:5]]
        for diagnosis in diagnoses
    ]

    differing = [one for one, answer in zip(expected, answers, strict=True) if one != answer["solutions"]]
    assert len(differing) <= len(expected) // 100, differing


def test_the_single_page_finds_the_same(browser: Chrome, one_page: Path, texts: list[str], answers: list):
    show(browser, one_page)

    found = ask(browser, texts[:20])

    assert [[href.replace("#barrier-", "barrier/") + ".html" for href in answer["findings"]] for answer in found] == [
        answer["findings"] for answer in answers[:20]
    ]


def test_the_search_works_with_the_keyboard_alone(browser: Chrome, site: Path, advisor: Advisor):
    show(browser, site / "index.html")

    browser.switch_to.active_element.send_keys(Keys.TAB)
    first = browser.switch_to.active_element.text
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    browser.switch_to.active_element.send_keys(Keys.TAB)
    browser.switch_to.active_element.send_keys(SITUATION, Keys.TAB)
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    browser.execute_async_script(
        "const seen = () => document.getElementById('results').hidden ? setTimeout(seen) : arguments[0](); seen()"
    )
    browser.switch_to.active_element.send_keys(Keys.TAB)

    assert "Skip to the content" == first
    best = addresses(advisor.diagnose(SITUATION))[0]
    assert browser.switch_to.active_element.get_attribute("href") == (site / best).as_uri()


def test_a_finding_leads_to_its_barrier(browser: Chrome, site: Path, one_page: Path, advisor: Advisor):
    best = advisor.knowledge.barriers[advisor.diagnose(SITUATION).findings[0].barrier]

    for page in (site / "index.html", one_page):
        show(browser, page)
        ask(browser, [SITUATION])

        browser.find_element("css selector", "#found .finding a").click()
        arrive(browser, f"location.href.includes({json.dumps(best.id)})")

        shown = browser.find_element("css selector", "article:target h1, article:only-child h1")
        assert best.title == shown.text
        assert best.title in browser.title


@pytest.mark.parametrize("words", ["torbay", "risk register", "Better Care Fund", "ICB", "let’s get together"])
def test_who_types_a_name_is_shown_entries_that_hold_it(browser: Chrome, site: Path, advisor: Advisor, words: str):
    show(browser, site / "index.html")

    (answer,) = ask(browser, [words])

    hits = {f"{hit.kind}/{hit.entry.id}.html" for hit in search(words, advisor.knowledge)}
    assert 0 < len(answer["named"]) <= 8
    assert set() == set(answer["named"]) - hits


def test_what_somebodys_own_folder_adds_is_found_and_marked(browser: Chrome, tmp_path: Path):
    ours = Advisor.load(Path(__file__).parents[1] / "cli" / "ours")
    write_single(ours, tmp_path / "ours.html", force=False)
    text = "The trust and the council cannot agree whose lanyard the joint team should wear, says the badge office."
    show(browser, tmp_path / "ours.html")

    (answer,) = ask(browser, [text])

    assert [f"#barrier-{finding.barrier}" for finding in ours.diagnose(text).findings] == answer["findings"]
    assert "#barrier-badge-quarrel" == answer["findings"][0]
    assert "Quarrel over staff badges local" in browser.find_element("css selector", "#found h3").text


def test_a_browser_too_old_for_the_search_is_told_so_and_can_still_read(browser: Chrome, site: Path):
    old = browser.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument", {"source": "delete window.DecompressionStream"}
    )
    show(browser, site / "index.html")
    shown = [browser.find_element("id", id_).is_displayed() for id_ in ("too-old", "search", "families")]
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", old)

    assert [True, False, True] == shown
    assert [] == browser.get_log("browser")


def test_what_is_typed_stays_in_the_window(browser: Chrome, site: Path):
    show(browser, site / "index.html")
    ask(browser, [SITUATION])

    kept = browser.execute_script("return [location.href, document.cookie, history.length]")

    assert (site / "index.html").as_uri() == kept[0]
    assert "" == kept[1]
    assert [] == browser.get_log("browser")
