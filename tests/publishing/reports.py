"""Reports of every kind, and how a reader fills in and saves the checklist in one."""

import json
import time
from pathlib import Path

from selenium.webdriver import Chrome

from integration_cli import Advisor
from integration_cli.publishing.given import profile_of, survey_of
from integration_cli.publishing.report import Material, report

GIVEN = Path(__file__).parent / "given"
MADE = "2026-11-22"
SITUATION = (
    "Nobody can say who signs off the pooled budget. Social workers are scared of a fine, so they put nothing on the "
    "shared record. The lift at the town hall is broken."
)

FILL = """
const [number, values] = arguments;
const step = document.querySelector(`.step[data-number="${number}"]`);
for (const [name, value] of Object.entries(values)) {
  const part = step.querySelector(`[data-part="${name}"]`);
  if (part) { if (part.checked !== value) part.click(); continue; }
  const field = step.querySelector(`[data-field="${name}"]`);
  field.value = value;
  field.dispatchEvent(new Event("input", {bubbles: true}));
}
"""


def given(name: str) -> object:
    """What another command printed as JSON."""
    return json.loads((GIVEN / name).read_text(encoding="utf-8"))


def plan_text(advisor: Advisor) -> str:
    """A checklist on which people have worked."""
    lines = advisor.checklist(advisor.plan(["unclear-governance-and-hosting"], SITUATION), "2026-05-04").split("\n")
    first, second, *_ = (number for number, line in enumerate(lines) if line.startswith("- [ ] <!--"))
    lines[first] = lines[first].replace("[ ]", "[x]")
    lines[second + 1] += " Jo Field"
    lines[second + 2] += " 1 Oct 2026"
    return "\n".join(lines)


def materials(advisor: Advisor) -> dict[str, Material]:
    """What each kind of report is made from."""
    knowledge = advisor.knowledge
    answer = advisor.answer(advisor.diagnose(SITUATION))
    made = advisor.checklist(advisor.plan([answer.diagnosis.findings[0].barrier], SITUATION), MADE).encode()
    sheet = advisor.sheet(plan_text(advisor).encode(), MADE, "plan.md")
    notices = advisor.notices([entry.box.place.solution for entry in sheet.entries])
    profiles = [profile_of(given(name), name) for name in ("council.json", "trust.json")]
    survey = survey_of(given("counts.json"), "counts.json")
    return {
        "situation": Material("What is wrong", MADE, knowledge, answer, advisor.sheet(made, MADE, "plan.md")),
        "plan": Material("Our plan", MADE, knowledge, sheet=sheet, notices=notices),
        "assessment": Material("How ready", MADE, knowledge, profiles=profiles[:1]),
        "partners": Material("Partners", MADE, knowledge, profiles=profiles),
        "survey": Material("Replies", MADE, knowledge, survey=survey),
        "all": Material("All", MADE, knowledge, answer, sheet, notices, profiles, survey),
    }


KINDS = ("situation", "plan", "assessment", "partners", "survey", "all")


def write(material: Material, page: Path) -> Path:
    """Write a report; return its file."""
    page.write_text(report(material), encoding="utf-8")
    return page


def fill(browser: Chrome, number: int, **values: str | bool) -> None:
    """Tick (`done`, `without`) or fill in (`owner`, `due`, `notes`) a box of the checklist that is open."""
    browser.execute_script(FILL, number, values)


def save(browser: Chrome, folder: Path, name: str = "plan.md") -> bytes:
    """Press the button; return what lands among the downloads."""
    folder.mkdir(exist_ok=True)
    (folder / name).unlink(missing_ok=True)
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    browser.find_element("id", "save").click()
    for _ in range(200):
        if (folder / name).is_file() and not list(folder.glob("*.crdownload")):
            return (folder / name).read_bytes()
        time.sleep(0.05)
    raise AssertionError("nothing was saved")
