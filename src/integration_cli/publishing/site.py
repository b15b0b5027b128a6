"""The whole knowledge as linked pages: a folder of them, or all in one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from integration_cli.answer import honest_gap
from integration_cli.group import Group
from integration_cli.model import Barrier, Entry, Evidence, Example, Framework, Knowledge
from integration_cli.publishing.links import NOTED, Back, back_links, places
from integration_cli.publishing.pages import part, render, script
from integration_cli.publishing.search import LinkWeights, search_data
from integration_cli.update import Notice

SCRIPTS = ("support", "words", "tables", "scoring", "segments", "diagnosis", "solutions", "lookup", "page")
"""The search of the home page: the matching, then what it shows."""

NAMES = {
    "barrier": "Barriers",
    "solution": "Solutions",
    "risk": "Risks",
    "update": "What has changed",
    "example": "Examples",
    "framework": "Tables",
    "source": "Documents",
    "category": "Families of barriers",
}
"""The kinds that have a list, in the order of the menu, and how each is called."""

SHOWN_SIGNS = 12
"""Signs on a barrier's page: of some four hundred the rest says little new; the search knows all of them."""


class Material(NamedTuple):
    """What a site is made from.

    `lists` holds the groups of each kind, `notices` what has changed for each barrier, solution and risk by id,
    `weights` how much each link of a barrier counts, by standing and link, and `packed` the index of the matching.
    """

    knowledge: Knowledge
    lists: Mapping[str, Sequence[Group]]
    notices: Mapping[str, Sequence[Notice]]
    weights: LinkWeights
    packed: bytes


class Addresses(NamedTuple):
    """Where each page is, seen from one of them: below `root`, or in the same page where `root` is None."""

    root: str | None

    def entry(self, kind: str, id_: str) -> str:
        """The address of an entry."""
        return f"#{kind}-{id_}" if self.root is None else f"{self.root}{kind}/{id_}.html"

    def list(self, kind: str) -> str:
        """The address of a kind's list."""
        return f"#list-{kind}" if self.root is None else f"{self.root}{kind}/index.html"

    @property
    def home(self) -> str:
        """The address of the home page."""
        return "#home" if self.root is None else f"{self.root}index.html"


def folder(material: Material) -> Iterator[tuple[str, str]]:
    """The pages of a site, each with its path below the site's folder; the home page comes last.

    Raises AdvisorError where Jinja2 is not installed.
    """
    below = _Writer(material, Addresses("../"))
    for kind, content in below.lists():
        yield f"{kind}/index.html", below.page(NAMES[kind], content, kind)
    for kind, entry, content in below.entries():
        yield f"{kind}/{entry.id}.html", below.page(below.title(kind, entry.id), content, kind)
    top = _Writer(material, Addresses(""))
    yield "index.html", top.home("home.html", {})


def single(material: Material) -> str:
    """The whole site as one page. Raises AdvisorError where Jinja2 is not installed."""
    writer = _Writer(material, Addresses(None))
    parts = [(f"list-{kind}", NAMES[kind], content) for kind, content in writer.lists()]
    parts += [(f"{kind}-{e.id}", writer.title(kind, e.id), content) for kind, e, content in writer.entries()]
    return writer.home("single.html", {"parts": parts})


class _Writer:
    def __init__(self, material: Material, at: Addresses) -> None:
        self._material = material
        self._back: Back = back_links(material.knowledge, material.notices)
        self._values: dict[str, Any] = {
            "knowledge": material.knowledge,
            "kinds": NAMES,
            "at": at,
            "title_of": self.title,
            "places": lambda ids: list(places(ids, material.knowledge)),
            "honest_gap": honest_gap,
        }

    def title(self, kind: str, id_: str) -> str:
        """What an entry is called in a link."""
        entry = self._material.knowledge.kinds()[kind][id_]
        return str(getattr(entry, "title", "") or getattr(entry, "term", "") or getattr(entry, "text", "") or id_)

    def lists(self) -> Iterator[tuple[str, str]]:
        """Each kind with the inside of its list's page."""
        for kind, groups in self._material.lists.items():
            yield kind, part("list.html", {**self._values, "kind": kind, "groups": groups})

    def entries(self) -> Iterator[tuple[str, Entry, str]]:
        """Each entry with its kind and the inside of its page."""
        for kind, entries in self._material.knowledge.kinds().items():
            for entry in entries.values():
                yield kind, entry, part(f"{kind}.html", {**self._values, **self._about(kind, entry)})

    def _about(self, kind: str, entry: Entry) -> dict[str, Any]:
        return {
            "kind": kind,
            "entry": entry,
            "back": self._back.get((kind, entry.id), {}),
            "notices": self._material.notices.get(entry.id, ()) if kind in NOTED else (),
            "passage": _passage(entry),
            "columns": _columns(entry),
            "signs": _signs(entry),
        }

    def page(self, title: str, content: str, kind: str) -> str:
        """A page of the folder around its inside."""
        return render("page.html", {**self._values, "title": title, "content": content, "current": kind})

    def home(self, template: str, more: Mapping[str, Any]) -> str:
        """The page with the search."""
        material = self._material
        data = search_data(material.knowledge, material.weights, material.packed, self._values["at"].entry)
        values = {**self._values, **more, "title": "Joining up health and social care", "current": "", "data": data}
        return render(template, {**values, "groups": material.lists["barrier"]}, script(*SCRIPTS))


def _signs(entry: Entry) -> list[str]:
    """The first signs of a barrier, and all that a user's own folder added."""
    if not isinstance(entry, Barrier):
        return []
    return [sign for number, sign in enumerate(entry.signs) if number < SHOWN_SIGNS or sign in entry.local_signs]


def _passage(entry: Entry) -> list[Evidence]:
    """Where a document has an example or a table."""
    if isinstance(entry, Example | Framework) and entry.source:
        return [Evidence(entry.source, entry.section, entry.key_words)]
    return []


def _columns(entry: Entry) -> list[str]:
    return list(dict.fromkeys(key for row in entry.rows for key in row)) if isinstance(entry, Framework) else []
