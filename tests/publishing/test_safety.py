"""No text of anybody's own entries can act in a page."""

import html
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selenium.webdriver import Chrome

from integration_cli.model import Example, Forms, Framework, NotSign
from integration_cli.publishing import pages as room
from integration_cli.publishing.safety import data_block, inert, is_web_address, policy
from integration_cli.update import Mention, Page
from tests import small
from tests.publishing.browser import ask, show
from tests.publishing.making import pages, write

HOSTILE = "</script><img src=x onerror=window.acted=1><script>window.acted=1</script>{{ 7 * 7 }} \u202e\u0007 \"'&"
SHOWN = HOSTILE.replace("\u202e", "\ufffd").replace("\u0007", "\ufffd")


def hostile_pages() -> dict[str, str]:
    """A site in which every text tries to act."""
    barrier = small.barrier(
        "bad",
        [("worse", "inferred")],
        title=HOSTILE,
        summary=HOSTILE,
        question=HOSTILE,
        notes=HOSTILE,
        terms=(HOSTILE,),
        signs=tuple(f"the ICB has shut the purse {number} times {HOSTILE}" for number in range(20)),
        not_signs=(NotSign(HOSTILE, ""),),
    )
    other = small.barrier("other", title="No bus to the clinic", signs=("the bus never comes", "the bus is late"))
    solution = small.solution(
        "worse", title=HOSTILE, summary=HOSTILE, who=HOSTILE, actions=(small.action("a", text=HOSTILE),)
    )
    update = small.update(
        "gone",
        term=HOSTILE,
        note=HOSTILE,
        affects=("bad",),
        page=Page(HOSTILE, HOSTILE, "javascript:window.acted=1"),
        other_pages=("javascript:window.acted=1", "data:text/html,<script>window.acted=1</script>", HOSTILE),
        mentioned_in=(Mention(HOSTILE),),
    )
    risk = small.risk("wet", ["bad"], ["worse"], text=HOSTILE, carried_by=HOSTILE, note=HOSTILE)
    example = Example("e", HOSTILE, "report", HOSTILE, (HOSTILE,), ("bad",), HOSTILE)
    table = Framework("t", HOSTILE, ("bad",), ({HOSTILE: HOSTILE},))
    return pages(
        small.knowledge(
            *(barrier, other, solution, risk, update, example, table),
            vocabulary={"icb": Forms("icb", ("ICB",))},
            elsewhere={"kitchen": tuple(f"bake the bread {number} times" for number in range(20))},
        )
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(hostile_pages(), tmp_path_factory.mktemp("hostile"))


def test_hostile_texts_are_shown_as_they_are_and_do_nothing(browser: Chrome, hostile: Path):
    for page in sorted(hostile.rglob("*.html")):
        show(browser, page)

        assert browser.execute_script("return window.acted ?? document.querySelectorAll('img').length") == 0, page
        assert [] == browser.get_log("browser")
    show(browser, hostile / "barrier/bad.html")
    assert SHOWN == browser.find_element("css selector", "h1").get_attribute("textContent")


def test_hostile_texts_that_the_search_finds_are_shown_and_do_nothing(browser: Chrome, hostile: Path):
    show(browser, hostile / "index.html")

    (answer,) = ask(browser, [f"the ICB has shut the purse {HOSTILE}"])

    assert "barrier/bad.html" == answer["findings"][0]
    assert HOSTILE.strip() in browser.find_element("id", "found").get_attribute("textContent")
    assert browser.execute_script("return window.acted ?? document.querySelectorAll('img').length") == 0


def test_only_web_addresses_become_links():
    linked = re.findall(r'href="([^"]*)"', "".join(hostile_pages().values()))

    assert len(linked) > 20
    assert [] == [href for href in linked if ":" in href]
    assert [True, True, False, False, False] == [
        is_web_address(address)
        for address in ("https://a.uk", "http://a.uk", "javascript:alert(1)", "data:,x", " https://a.uk")
    ]


def test_a_page_runs_nothing_and_loads_nothing_but_itself(browser: Chrome, site: Path):
    """Even if an escape were missing: the browser itself refuses."""
    tries = """
    const done = arguments[arguments.length - 1];
    const tried = {};
    const script = document.createElement("script");
    try { script.textContent = "window.acted = 1"; document.body.append(script); } catch (error) { tried.script = "" }
    try { document.body.innerHTML = "<b>x</b>"; tried.markup = "allowed"; } catch (error) { tried.markup = "refused"; }
    const image = new Image();
    const shown = new Promise((resolve) => {
      image.onload = () => resolve("allowed");
      image.onerror = () => resolve("refused");
    });
    image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
    const style = document.createElement("style");
    style.textContent = "h1 { color: rgb(1, 2, 3) }";
    document.head.append(style);
    fetch("https://example.org/").then(() => "allowed", () => "refused").then(async (sent) => done({
      sent, image: await shown, markup: tried.markup, acted: window.acted ?? 0,
      styled: getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)",
    }));
    """
    show(browser, site / "index.html")

    tried = browser.execute_async_script(tries)

    assert {"sent": "refused", "image": "refused", "markup": "refused", "acted": 0, "styled": False} == tried


def test_every_page_has_a_policy_for_just_its_own_blocks(site: Path, one_page: Path):
    for page in [*site.rglob("*.html"), one_page]:
        content = page.read_text(encoding="utf-8")
        (declared,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', content)
        (style,) = re.findall(r"<style>(.*?)</style>", content, re.DOTALL)
        scripts = re.findall(r"<script>(.*?)</script>", content, re.DOTALL)

        assert policy(style, *scripts) == html.unescape(declared)
        assert "unsafe" not in declared
        assert len(scripts) == ((page.name == "index.html" and page.parent == site) or page == one_page)
        assert not re.search(
            r"<[a-z][^>]*\s(style|on[a-z]+)=", re.sub(r"<script.*?</script>", "", content, flags=re.DOTALL)
        )


def test_the_scripts_have_no_way_to_make_markup_to_send_or_to_keep():
    scripts = "".join(path.read_text(encoding="utf-8") for path in Path(room.__file__).parent.glob("scripts/*.js"))
    ways = (
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(", "XMLHttp",
        "sendBeacon", "WebSocket", "EventSource", "import(", "localStorage", "sessionStorage", "indexedDB", "cookie",
        "pushState", "replaceState",
    )  # fmt: skip

    assert len(scripts) > 10_000
    assert [] == [way for way in ways if way in scripts]


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_a_data_block_says_the_same_and_cannot_end_its_element(value: object):
    block = data_block(value)

    assert value == json.loads(block)
    assert not set("<>&") & set(block)


@given(st.text())
def test_an_inert_text_can_be_written_and_steers_nothing(text: str):
    shown = inert(text)

    assert len(text) == len(shown)
    assert shown == shown.encode("utf-8").decode("utf-8")
    assert not set("\u202e\u2066\x1b\x00\x07") & set(shown)
