"""Pages opened in Chromium as a reader opens them: from the disk, without a network."""

import base64
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

ASK = """
const done = arguments[arguments.length - 1];
const status = document.getElementById("status");
const linked = (selector) => Array.from(document.querySelectorAll(selector), (a) => a.getAttribute("href"));
(async () => {
  const answers = [];
  for (const text of arguments[0]) {
    document.getElementById("situation").value = text;
    document.getElementById("search").requestSubmit();
    while (status.textContent) await new Promise((resolve) => setTimeout(resolve));
    answers.push({
      findings: linked("#found .finding a"),
      strengths: Array.from(document.querySelectorAll("#found .strength"), (shown) => shown.textContent.slice(-9)),
      said: Array.from(document.querySelectorAll("#found .finding .aside"), (shown) => shown.textContent),
      solutions: linked("#found ol:not(.findings) a"),
      named: linked("#found > ul .kind + a"),
      nothing: document.querySelector("#found > .note")?.textContent ?? "",
    });
  }
  return answers;
})().then(done, (error) => done(String(error)));
"""


def missing(what: str, how: str) -> NoReturn:
    """Skip a test on a machine that lacks what it needs; where everything must be tried, fail it."""
    (pytest.fail if os.environ.get("ADVISOR_TRY_ALL") else pytest.skip)(f"this test needs {what}: {how}")


@contextmanager
def chromium(profile: Path) -> Iterator[Chrome]:
    """A browser with a new, empty profile."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if browser is None or driver is None:
        missing("Chromium and its driver", "apt-get install chromium chromium-driver")
    options = ChromeOptions()
    options.binary_location = browser
    # After a page was printed or something downloaded, the driver may wait for ever for the next page to be loaded.
    # So it does not wait at all; `arrive` asks the page itself.
    options.page_load_strategy = "none"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for option in (*OPTIONS, f"--user-data-dir={profile}"):
        options.add_argument(option)
    opened = Chrome(options=options, service=Service(driver))
    opened.set_script_timeout(300)
    try:
        yield opened
    finally:
        opened.quit()


def show(browser: Chrome, page: Path, part: str = "", width: int = 1280, dark: bool = False) -> None:
    """Open a page of a site at a width in pixels, in light or dark."""
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [scheme]})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    # Without this a page that is shown already would only be scrolled.
    for address in ("about:blank", page.as_uri() + part):
        browser.get(address)
        arrive(browser, f"location.href === {json.dumps(address)}")
    browser.get_log("browser")


def arrive(browser: Chrome, where: str) -> None:
    """Wait until a page is there whole, and a condition in JavaScript holds for it."""
    there = f"return document.readyState === 'complete' && {where}"
    wait = WebDriverWait(browser, 60, ignored_exceptions=[WebDriverException])
    wait.until(lambda shown: shown.execute_script(there), f"not there after a minute: {where}")


def ask(browser: Chrome, texts: Sequence[str]) -> list[dict[str, Any]]:
    """Type texts into the search of the page, one after the other, and return what it shows of each."""
    answers = browser.execute_async_script(ASK, list(texts))
    assert isinstance(answers, list), answers
    return answers


def findings_of_axe(browser: Chrome) -> list[str]:
    """What axe-core finds wrong with the page that is open: rule, and the beginning of the element."""
    if not AXE.is_file():
        missing("axe-core", f"npm install --no-save axe-core@4, in {ROOT}")
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    result = browser.execute_async_script(
        "axe.run(document, {runOnly: arguments[0]}).then(arguments[arguments.length - 1])", list(RULES)
    )
    assert len(result["passes"]) > 10, "axe looked at nothing"
    return [f"{v['id']}: {node['html'][:120]}" for v in result["violations"] for node in v["nodes"]]


def printed(browser: Chrome) -> bytes:
    """The page that is open as the PDF that a printer would get."""
    pdf = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    return base64.b64decode(pdf["data"])
