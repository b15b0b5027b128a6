"""No text of a situation, a plan, an assessment or a survey can act in a report."""

import html
import json
import re
from pathlib import Path

from selenium.webdriver import Chrome

from integration_cli import Advisor
from integration_cli.publishing.given import profile_of, survey_of
from integration_cli.publishing.safety import policy
from tests.publishing.browser import show
from tests.publishing.reports import MADE, SITUATION, fill, given, materials, plan_text, save, write
from tests.publishing.test_safety import HOSTILE

ACTED = "return window.acted ?? document.querySelectorAll('img, iframe, object, form').length"
ASKED = "return performance.getEntriesByType('resource').length"


def hostile(value: object) -> object:
    """Every text in some data tries to act."""
    if isinstance(value, dict):
        return {key: hostile(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [hostile(inside) for inside in value]
    return f"{value} {HOSTILE}" if isinstance(value, str) else value


def hostile_plan(advisor: Advisor) -> bytes:
    """A checklist in which every line that people write tries to act, and a step of their own."""
    lines = plan_text(advisor).split("\n")
    lines = [f"{line} {HOSTILE}" if re.match(r"  - \w+:|> ", line) else line for line in lines]
    at = next(number for number, line in enumerate(lines) if line.startswith("- [ ]"))
    return "\n".join([*lines[:at], f"- [ ] our own step {HOSTILE}", f"  - {HOSTILE}", *lines[at:]]).encode()


def hostile_page(advisor: Advisor, page: Path) -> Path:
    material = materials(advisor)["all"]
    answer = advisor.answer(advisor.diagnose(f"{SITUATION} {HOSTILE} We {HOSTILE} share the pooled budget."))
    return write(
        material._replace(
            title=HOSTILE,
            answer=answer,
            sheet=advisor.sheet(hostile_plan(advisor), MADE, f"{HOSTILE}.md"),
            profiles=[profile_of(hostile(given(name)), name) for name in ("council.json", "trust.json")],
            survey=survey_of(hostile(given("counts.json")), "counts.json"),
        ),
        page,
    )


def test_hostile_texts_are_shown_as_they_are_and_do_nothing(browser: Chrome, advisor: Advisor, tmp_path: Path):
    page = hostile_page(advisor, tmp_path / "report.html")

    show(browser, page)

    assert [0, 0] == [browser.execute_script(ACTED), browser.execute_script(ASKED)]
    assert [] == browser.get_log("browser")
    assert "window.acted=1" in browser.find_element("css selector", "h1").get_attribute("textContent")
    assert (
        str(browser.find_element("css selector", "body").get_attribute("textContent")).count("onerror=window.acted")
        > 40
    )


def test_hostile_texts_that_are_typed_into_a_report_do_nothing_and_are_saved(
    browser: Chrome, advisor: Advisor, tmp_path: Path
):
    show(browser, write(materials(advisor)["plan"], tmp_path / "report.html"))
    fill(browser, 1, done=True, owner=f"Jo {HOSTILE}", notes=f"See {HOSTILE} --> - [x] <!-- action: a/b -->")

    data = save(browser, tmp_path / "downloads")

    before, after = (advisor.sheet(d, MADE).entries for d in (plan_text(advisor).encode(), data))
    assert [entry.box.id for entry in before] == [entry.box.id for entry in after]
    assert after[1].fields["owner"].startswith("Jo </script><img src=x onerror=window.acted=1>")
    assert [0, 0] == [browser.execute_script(ACTED), browser.execute_script(ASKED)]


def test_a_hostile_plan_that_nobody_changes_is_saved_letter_for_letter(
    browser: Chrome, advisor: Advisor, tmp_path: Path
):
    material = materials(advisor)["plan"]._replace(sheet=advisor.sheet(hostile_plan(advisor), MADE, "plan.md"))
    show(browser, write(material, tmp_path / "report.html"))

    assert hostile_plan(advisor) == save(browser, tmp_path / "downloads")


def test_a_report_has_a_policy_for_just_its_own_blocks(advisor: Advisor, tmp_path: Path):
    content = hostile_page(advisor, tmp_path / "report.html").read_text(encoding="utf-8")

    (declared,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', content)
    (style,) = re.findall(r"<style>(.*?)</style>", content, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)
    (data,) = re.findall(r'<script type="application/json" id="data-sheet">(.*?)</script>', content, re.DOTALL)

    assert policy(style, script) == html.unescape(declared)
    assert hostile_plan(advisor).decode() == "".join(json.loads(data)["pieces"])


def test_a_report_without_a_checklist_runs_no_script(advisor: Advisor, tmp_path: Path):
    content = write(materials(advisor)["survey"], tmp_path / "report.html").read_text(encoding="utf-8")

    assert "<script" not in content
    assert "script-src" not in content
