"""The site holds everything, and every link leads somewhere."""

import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from integration_cli import Advisor
from tests import small
from tests.publishing.making import pages


class Reader(HTMLParser):
    """The addresses, ids, headings and words of a page."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.words: list[str] = []
        self._silent = 0
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a":
            self.hrefs.append(found.get("href") or "")
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self._silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def read(site: Path) -> dict[str, Reader]:
    """Every page of the site, by its path."""
    return {
        path.relative_to(site).as_posix(): Reader(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")
    }


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_entry_has_a_page_with_its_name(read: dict[str, Reader], advisor: Advisor):
    expected = {
        f"{kind}/{id_}.html": flat(getattr(entry, "title", "") or getattr(entry, "term", "") or entry.text)
        for kind, entries in advisor.knowledge.kinds().items()
        for id_, entry in entries.items()
    }

    assert {} == {path: name for path, name in expected.items() if name not in read[path].text}
    lists = {f"{kind}/index.html" for kind in advisor.knowledge.kinds() if kind != "category"}
    assert expected.keys() | lists | {"index.html"} == read.keys()


def test_every_link_leads_to_a_page_of_the_site_or_to_the_web(read: dict[str, Reader], site: Path):
    def leads(page: str, href: str) -> bool:
        if href.startswith(("http://", "https://")):
            return True
        if href.startswith("#"):
            return href[1:] in read[page].ids
        return (site / page).parent.joinpath(href).resolve().is_file()

    assert [] == [(page, href) for page, reader in read.items() for href in reader.hrefs if not leads(page, href)]


def test_every_link_of_the_single_page_leads_into_it_or_to_the_web(one_page: Path, advisor: Advisor):
    reader = Reader(one_page.read_text(encoding="utf-8"))

    inside = {href[1:] for href in reader.hrefs if href.startswith("#")}
    assert set() == inside - set(reader.ids)
    assert [] == [href for href in reader.hrefs if not href.startswith(("#", "https://", "http://"))]
    assert len(reader.ids) == len(set(reader.ids))
    assert {f"{kind}-{id_}" for kind, entries in advisor.knowledge.kinds().items() for id_ in entries} <= inside


def test_links_between_entries_go_both_ways(read: dict[str, Reader], advisor: Advisor):
    """Who comes to a solution, a document or a change sees which entries lead there."""
    entries = {f"../{kind}/{id_}.html" for kind, found in advisor.knowledge.kinds().items() for id_ in found}
    forth = {
        (f"../{page}", href)
        for page, reader in read.items()
        if not page.endswith("index.html")
        for href in reader.hrefs
        if href in entries
    }
    # Neighbours and frameworks' rows point where a reader may want to go on; nothing points back to those.
    wanted = {
        (one, other)
        for one, other in forth
        if {one.split("/")[1], other.split("/")[1]} - {"framework"} and one.split("/")[1] != other.split("/")[1]
        if "framework" not in one
    }

    assert len(wanted) > 1000
    assert set() == {(one, other) for one, other in wanted if (other, one) not in forth}


def test_headings_go_down_one_step_at_a_time(read: dict[str, Reader]):
    for page, reader in read.items():
        assert 1 == reader.headings.count(1) == reader.headings[0], page
        assert all(after - before <= 1 for before, after in pairwise(reader.headings)), page


def test_a_barrier_shows_what_the_command_shows(read: dict[str, Reader], advisor: Advisor):
    barrier = advisor.knowledge.barriers["fear-of-sharing-data"]

    for text in (
        barrier.summary,
        barrier.question,
        *barrier.signs[:12],
        *(advisor.knowledge.solutions[link.solution].title for link in barrier.links),
        *(neighbour.test for neighbour in barrier.not_to_confuse),
        *(", ".join(evidence.key_words) for evidence in barrier.evidence),
        *(notice.update.note for notice in advisor.notices([barrier.id])),
        "Invented illustrations",
    ):
        assert flat(text) in read["barrier/fear-of-sharing-data.html"].text


def test_a_risk_shows_what_a_register_needs(read: dict[str, Reader], advisor: Advisor):
    risk = advisor.knowledge.risks["tax-bill-on-pooled-money"]

    for text in (
        risk.carried_by,
        *(advisor.knowledge.barriers[id_].title for id_ in risk.arises_from),
        *(advisor.knowledge.solutions[id_].title for id_ in risk.mitigations),
        *(", ".join(evidence.key_words) for evidence in risk.evidence),
    ):
        assert flat(text) in read[f"risk/{risk.id}.html"].text
    for id_ in risk.arises_from:
        assert f"{flat(risk.text)} {risk.sharing}" in read[f"barrier/{id_}.html"].text


def test_a_barrier_without_solutions_says_so(read: dict[str, Reader]):
    assert "No document proposes anything against this barrier." in read["barrier/childrens-trusts.html"].text


def test_a_change_shows_its_doubts_and_its_page(read: dict[str, Reader], advisor: Advisor):
    update = advisor.knowledge.updates["nhs-england"]

    for text in (update.note, update.caveat, update.page.says, "facts as at 30 June 2026"):
        assert flat(text) in read["update/nhs-england.html"].text
    assert update.page.url in map(unescape, read["update/nhs-england.html"].hrefs)


def test_every_table_is_shown_with_all_its_cells(read: dict[str, Reader], advisor: Advisor):
    for id_, table in advisor.knowledge.frameworks.items():
        for row in table.rows:
            for key, cell in row.items():
                if not key.endswith(("_id", "_ids", "source", "section")):
                    shown = cell if isinstance(cell, str) else ", ".join(cell)
                    assert flat(shown) in read[f"framework/{id_}.html"].text, (id_, key)


def test_the_limits_of_the_knowledge_are_told(read: dict[str, Reader], advisor: Advisor):
    for limit in advisor.knowledge.limits:
        assert flat(limit) in read["source/index.html"].text


def test_what_is_local_and_what_is_inferred_is_marked():
    made = pages(
        small.knowledge(
            small.barrier("b", [("s", "inferred")], local=True, signs=("one sign", "a sign of ours"),
                          local_signs=frozenset({"a sign of ours"})),
            small.solution("s", local=True),
        )
    )  # fmt: skip

    barrier = Reader(made["barrier/b.html"]).text
    assert "Barrier local Title of b" in barrier
    assert "Title of s local recommended our inference" in barrier
    assert "a sign of ours local" in barrier
    assert "one sign local" not in barrier
    assert "Title of b local our inference" in Reader(made["solution/s.html"]).text


def test_the_same_knowledge_gives_the_same_pages():
    knowledge = small.knowledge(small.barrier("b", [("s", "document")]), small.solution("s"), small.update("u"))

    assert pages(knowledge) == pages(knowledge)
