"""Everybody can read the pages: with the keyboard, a screen reader, a telephone, in the dark, on paper."""

import re
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.publishing.browser import ask, findings_of_axe, printed, show

PAGES = (
    "index.html",
    "barrier/index.html",
    "update/index.html",
    "source/index.html",
    "barrier/fear-of-sharing-data.html",
    "barrier/childrens-trusts.html",
    "solution/joint-risk-register.html",
    "risk/index.html",
    "risk/tax-bill-on-pooled-money.html",
    "category/governance.html",
    "update/nhs-england.html",
    "example/cornwall-business-plan.html",
    "framework/leadership-comparison.html",
    "framework/tensions-between-sources.html",
    "source/lets-get-together.html",
)
SITUATION = "Nobody can tell me who signs off spending from the joint pot, and there is no way to settle it"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_wrong(browser: Chrome, site: Path, page: str, dark: bool):
    show(browser, site / page, dark=dark)

    assert [] == findings_of_axe(browser)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_wrong_with_what_was_found(browser: Chrome, site: Path, dark: bool, width: int):
    show(browser, site / "index.html", dark=dark, width=width)
    for text in (SITUATION, "how long do I boil an egg"):
        ask(browser, [text])

        assert [] == findings_of_axe(browser)


@pytest.mark.parametrize(("part", "dark"), [("", False), ("#barrier-fear-of-sharing-data", True)])
def test_axe_finds_nothing_wrong_with_the_single_page(browser: Chrome, one_page: Path, part: str, dark: bool):
    show(browser, one_page, part, dark=dark)

    assert [] == findings_of_axe(browser)


def test_axe_would_find_something(browser: Chrome, site: Path):
    show(browser, site / "barrier/index.html")
    browser.execute_script("document.documentElement.removeAttribute('lang')")

    assert ["html-has-lang"] == [finding.partition(":")[0] for finding in findings_of_axe(browser)]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_runs_off_a_telephone(browser: Chrome, site: Path, page: str):
    show(browser, site / page, width=360)

    assert browser.execute_script("return document.documentElement.scrollWidth") == 360


def test_the_single_page_shows_one_entry_at_a_time(browser: Chrome, one_page: Path):
    visible = """
    const titles = Array.from(document.querySelectorAll("h1"));
    return titles.filter((title) => title.checkVisibility()).map((title) => title.textContent);
    """

    shown = []
    for part in ("", "#barrier-fear-of-sharing-data", "#home"):
        show(browser, one_page, part)
        shown.append(browser.execute_script(visible))

    assert [["What gets in the way?"], ["Staff are afraid to share information"], ["What gets in the way?"]] == shown


def test_a_page_prints_on_a4_without_what_only_a_screen_needs(browser: Chrome, site: Path):
    show(browser, site / "solution/joint-risk-register.html")
    paper = printed(browser)

    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    menu = browser.execute_script("return document.querySelector('.top nav').checkVisibility()")

    boxes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", paper)}
    assert {(0, 0, 595, 842)} == boxes
    assert not menu
