"""Reports in a browser: what they say, who can read them, and that the checklist comes back as Markdown."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.remote.webelement import WebElement

from integration_cli import Advisor
from tests.publishing.browser import findings_of_axe, printed, show
from tests.publishing.reports import KINDS, MADE, SITUATION, fill, materials, plan_text, save, write


@pytest.fixture(scope="module")
def pages(advisor: Advisor, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report of each kind."""
    folder = tmp_path_factory.mktemp("reports")
    return {kind: write(material, folder / f"{kind}.html") for kind, material in materials(advisor).items()}


def text_of(browser: Chrome, selector: str) -> list[str]:
    return [
        " ".join(str(e.get_attribute("textContent")).split()) for e in browser.find_elements("css selector", selector)
    ]


def cells_of(row: WebElement) -> list[str]:
    found = row.find_elements("css selector", "th, td")
    return [" ".join(str(cell.get_attribute("textContent")).split()) for cell in found]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_wrong(browser: Chrome, pages: dict[str, Path], kind: str, dark: bool, width: int):
    show(browser, pages[kind], dark=dark, width=width)

    assert [] == findings_of_axe(browser)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_off_a_telephone(browser: Chrome, pages: dict[str, Path], kind: str):
    show(browser, pages[kind], width=360)

    assert 360 == browser.execute_script("return document.documentElement.scrollWidth")


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_prints_on_a4(browser: Chrome, pages: dict[str, Path], kind: str):
    show(browser, pages[kind])

    paper = printed(browser)

    boxes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", paper)}
    assert {(0, 0, 595, 842)} == boxes


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_asks_nothing_of_anybody_and_complains_of_nothing(browser: Chrome, pages: dict[str, Path], kind: str):
    show(browser, pages[kind])

    asked = browser.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")

    assert ([], []) == (asked, browser.get_log("browser"))


@pytest.mark.parametrize("kind", KINDS)
def test_headings_go_down_one_level_at_a_time(browser: Chrome, pages: dict[str, Path], kind: str):
    show(browser, pages[kind])

    levels = browser.execute_script("return Array.from(document.querySelectorAll('h1,h2,h3,h4'), (h) => +h.tagName[1])")

    assert 1 == levels[0]
    assert 1 == levels.count(1)
    assert [] == [(one, other) for one, other in pairwise(levels) if other > one + 1]


def test_the_words_that_counted_are_marked_in_the_situation(browser: Chrome, pages: dict[str, Path]):
    show(browser, pages["situation"])

    (quotation,) = browser.find_elements("css selector", ".said blockquote")
    marked = text_of(browser, ".said blockquote mark")
    assert SITUATION == quotation.get_attribute("textContent")
    assert "pooled budget" in marked
    assert [] == [word for word in marked if word not in SITUATION]


def test_every_finding_has_a_bar_and_its_figure_beside_it(browser: Chrome, pages: dict[str, Path], advisor: Advisor):
    show(browser, pages["situation"])

    findings = advisor.diagnose(SITUATION).findings
    rows = browser.find_elements("css selector", ".bars tr:has(svg)")
    widths = [float(row.find_element("css selector", ".full").get_attribute("width")) for row in rows]
    assert sorted(round(100 * finding.score, 1) for finding in findings) == sorted(widths)
    assert sorted(f"{100 * f.score:.0f} % {f.strength}" for f in findings) == sorted(
        text_of(browser, ".bars td:last-child")
    )


def test_ticks_and_fields_come_back_as_a_checklist(
    browser: Chrome, pages: dict[str, Path], advisor: Advisor, tmp_path: Path
):
    show(browser, pages["plan"])
    before = advisor.sheet(plan_text(advisor).encode(), MADE).entries
    fill(browser, 0, done=False)
    fill(browser, 1, done=True, owner="Mo Field", due="2026-12-01", notes="1. first *that*\n<!-- not this -->")
    fill(browser, 2, without=True, notes="the trust has one")
    fill(browser, 3, done=True)
    fill(browser, 3, without=True)

    data = save(browser, tmp_path / "downloads")

    after = advisor.sheet(data, MADE).entries
    assert ["open", "done", "not applicable", "not applicable"] == [entry.box.status for entry in after[:4]]
    notes = "1. first *that* <!-- not this -->"
    assert {"owner": "Mo Field", "due": "2026-12-01", "notes": notes} == after[1].fields
    assert "the trust has one" == after[2].box.reason
    assert [(e.box.status, e.fields) for e in before[4:]] == [(e.box.status, e.fields) for e in after[4:]]


def test_a_saved_checklist_goes_on_with_update(
    browser: Chrome, pages: dict[str, Path], advisor: Advisor, tmp_path: Path
):
    show(browser, pages["plan"])
    fill(browser, 1, done=True, owner="Mo Field")

    merged = advisor.update(save(browser, tmp_path / "downloads"), MADE, add=["weak-political-buy-in"])

    entries = advisor.sheet(merged.data, MADE).entries
    assert ["done", "done"] == [entry.box.status for entry in entries[:2]]
    assert "Mo Field" == entries[1].box.owner
    assert "weak-political-buy-in" in {entry.box.place.barrier for entry in entries}


def test_a_checklist_in_which_nothing_was_changed_is_saved_letter_for_letter(
    browser: Chrome, advisor: Advisor, tmp_path: Path
):
    data = b"\xef\xbb\xbf" + plan_text(advisor).replace("\n", "\r\n").encode()
    material = materials(advisor)["plan"]._replace(sheet=advisor.sheet(data, MADE, "plan.md"))
    show(browser, write(material, tmp_path / "report.html"))

    assert data == save(browser, tmp_path / "downloads")


def test_a_plan_that_a_word_processor_saved_comes_back_with_its_words(
    browser: Chrome, advisor: Advisor, tmp_path: Path
):
    data = plan_text(advisor).replace("Jo Field", "Zoë Müller").encode("utf-16")
    material = materials(advisor)["plan"]._replace(sheet=advisor.sheet(data, MADE, "plan.md"))
    show(browser, write(material, tmp_path / "report.html"))
    fill(browser, 2, owner="Łucja")

    entries = advisor.sheet(save(browser, tmp_path / "downloads"), MADE).entries

    assert ["Zoë Müller", "Łucja"] == [entry.box.owner for entry in entries[1:3]]


def test_what_is_done_is_counted_as_boxes_are_ticked(browser: Chrome, pages: dict[str, Path]):
    show(browser, pages["plan"])
    (before,) = text_of(browser, "#count")
    fill(browser, 1, done=True)
    fill(browser, 2, without=True)
    (after,) = text_of(browser, "#count")

    of = int(before.split()[2])
    assert f"1 of {of} done." == before
    assert f"2 of {of - 1} done, 1 does not apply." == after


def test_boxes_are_ticked_with_the_keyboard(browser: Chrome, pages: dict[str, Path]):
    show(browser, pages["plan"])

    browser.find_element("id", "done-1").send_keys(" ")

    assert browser.find_element("id", "done-1").is_selected()


def test_who_leaves_with_changes_that_are_not_saved_is_asked_first(
    browser: Chrome, pages: dict[str, Path], tmp_path: Path
):
    leave = "const going = new Event('beforeunload', {cancelable: true}); return !dispatchEvent(going)"
    show(browser, pages["plan"])

    asked = [browser.execute_script(leave)]
    fill(browser, 1, owner="Mo Field")
    asked.append(browser.execute_script(leave))
    save(browser, tmp_path / "downloads")
    asked.append(browser.execute_script(leave))

    assert [False, True, False] == asked


def test_a_late_step_says_so(browser: Chrome, pages: dict[str, Path]):
    show(browser, pages["plan"])

    assert ["late"] == text_of(browser, ".tag.late")
    assert "1 is late." in text_of(browser, "#checklist ~ .lead")[0]


def test_partners_who_disagree_most_come_first(browser: Chrome, pages: dict[str, Path]):
    show(browser, pages["partners"])

    first, *_ = browser.find_elements("css selector", "[aria-labelledby=spreads-caption] tbody tr")
    cells = ["Unclear who hosts, decides and is accountable", "4 steps", "4", "0“ask three people, get four answers”"]
    assert cells == cells_of(first)
    assert ["4 steps", "1 step", "agreed"] == text_of(browser, "td.apart")


def test_the_radar_is_told_in_words_and_its_figures_stand_in_a_table(browser: Chrome, pages: dict[str, Path]):
    show(browser, pages["partners"])

    assert ["Mean rating of each category"] == text_of(browser, ".radar title")
    assert 1 == len(text_of(browser, ".radar desc"))
    rows = browser.find_elements("css selector", "[aria-labelledby=means-caption] tbody tr")
    first = ["1. Governance, structure and commissioning", "4.0 of 4 4.0 (1)", "0.0 of 4 0.0 (1)"]
    assert (4, first) == (len(rows), cells_of(rows[0]))


def test_beside_the_radar_stands_whose_line_is_which(browser: Chrome, pages: dict[str, Path]):
    show(browser, pages["partners"])

    assert ["Riverside Council", "Hillside NHS Trust"] == text_of(browser, ".radar figcaption .partner-name")
    assert 2 == len(browser.find_elements("css selector", ".radar figcaption svg.key .partner"))


@pytest.mark.parametrize("selector", [".ratings", ".compared"])
def test_three_partners_stand_side_by_side_on_a_telephone(
    browser: Chrome, advisor: Advisor, tmp_path: Path, selector: str
):
    material = materials(advisor)["partners"]
    third = material.profiles[0]._replace(by="Weir Hospital Trust")
    show(browser, write(material._replace(profiles=[*material.profiles, third]), tmp_path / "three.html"), width=360)

    cut = "const t = document.querySelector(arguments[0]); return [t, ...t.querySelectorAll('th, td')].filter("
    shown = browser.execute_script(f"{cut}e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)", selector)
    wide = browser.execute_script("return document.querySelector(arguments[0]).offsetWidth", selector)
    assert ([], True) == (shown, wide <= 320)


def test_a_survey_says_shares_with_their_intervals_and_what_stayed_unmatched(browser: Chrome, pages: dict[str, Path]):
    show(browser, pages["survey"])

    first, *_ = browser.find_elements("css selector", "[aria-labelledby=shares-1] tbody tr")
    cells = ["Information and data", "33 %, between 12 and 65", "3 of 9", "33 % 12–65 %"]
    assert cells == cells_of(first)
    assert "9 replies could be read; 3 matched no barrier." in text_of(browser, ".lead")[0]
    assert "The coffee machine is broken" in text_of(browser, "blockquote")


def test_without_a_script_the_checklist_can_still_be_read_and_printed(pages: dict[str, Path]):
    content = pages["plan"].read_text(encoding="utf-8")

    assert 'id="saving" class="saving" hidden' in content
    assert "<noscript>" in content
