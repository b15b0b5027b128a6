"""A page shows every text as words: no payload is an element, an attribute, an address or a script."""

import json
from functools import cache
from html.parser import HTMLParser

import pytest

from integration_cli import Advisor
from integration_cli.publishing.given import profile_of, survey_of
from integration_cli.publishing.report import Material, report
from tests.publishing.making import pages
from tests.publishing.reports import GIVEN
from tests.robustness.hostile import HOSTILE, SIGN, TODAY, everywhere, knowledge, plan
from tests.robustness.payloads import steers

LEADS = ("#", "../", "https://", "http://")
"""What the address of a link may begin with; other pages of a site stand beside the home page."""

STATES = {"checked", "data-editable"}
"""What a box has or has not, as its plan says."""

ACTING = {
    "script",
    "style",
    "link",
    "base",
    "meta",
    "img",
    "svg",
    "form",
    "iframe",
    "object",
    "embed",
    "video",
    "audio",
}


class Reader(HTMLParser):
    """The elements of a page with the names of their attributes, where its links lead, and what its scripts say."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.leads: list[str] = []
        self.scripts: list[str] = []
        self._inside = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.elements.append((tag, *sorted({name for name, _ in attrs} - STATES)))
        self.leads += [value or "" for name, value in attrs if name in ("href", "src", "action", "formaction")]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)


def given(name: str, text: str) -> object:
    """What another command printed as JSON, with this text behind every text in it."""
    return everywhere(json.loads((GIVEN / name).read_text(encoding="utf-8")), text)


def report_of(text: str) -> str:
    """A report of everything that a report may tell of, with this text wherever it takes one."""
    advisor = Advisor(knowledge(text))
    found = Advisor(knowledge("plain")).diagnose(SIGN)
    return report(
        Material(
            text,
            TODAY,
            advisor.knowledge,
            advisor.answer(found._replace(situation=f"{SIGN}\n\nx {text}")),
            advisor.sheet(plan(advisor, text).encode(), TODAY, f"{text}.md"),
            advisor.notices(["barrier", "solution"], text),
            [profile_of(given(name, text), name) for name in ("council.json", "trust.json")],
            survey_of(given("counts.json", text), "counts.json"),
        )
    )


@cache
def plain_kinds() -> set[tuple[str, ...]]:
    """The elements that our own pages have."""
    made = [report_of("plain"), *pages(knowledge("plain")).values()]
    return {element for page in made for element in Reader(page).elements}


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_report_has_no_element_but_ours_and_runs_no_script_but_ours(payload: str):
    page, plain = report_of(payload), Reader(report_of("plain"))

    read = Reader(page)

    assert set() == set(read.elements) - plain_kinds()
    assert [e for e in plain.elements if e[0] in ACTING] == [e for e in read.elements if e[0] in ACTING]
    assert [] == [lead for lead in read.leads if not lead.startswith(LEADS)]
    assert len(plain.scripts) == len(read.scripts) == 2
    assert [False, True] == sorted("<" in data for data in read.scripts), "what holds texts has no '<' in it"
    assert set() == steers(page)


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_site_has_no_element_but_ours_and_leads_nowhere_else(payload: str):
    plain = pages(knowledge("plain"))

    made = pages(knowledge(payload))

    assert plain.keys() == made.keys()
    for name, page in made.items():
        read = Reader(page)
        assert set() == set(read.elements) - plain_kinds(), name
        assert len(Reader(plain[name]).scripts) == len(read.scripts), name
        assert [] == [lead for lead in read.leads if not lead.startswith(LEADS) and lead not in made], name
        assert set() == steers(page), name


def test_an_element_that_gets_in_would_be_seen():
    """These tests would pass of a reader that sees nothing, too."""
    page = report_of("plain").replace("</h1>", '<img src="x" onerror="y"></h1>', 1)

    assert {("img", "onerror", "src")} == set(Reader(page).elements) - plain_kinds()
