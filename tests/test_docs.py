"""The documents tell of the program as it is, and their links lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.command_tree import pages

import integration_cli
from tests.test_architecture import ROOMS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PACKAGE = Path(integration_cli.__file__).parent
WRITTEN = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "knowledge").glob("*.md")])
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
OPTION = re.compile(r"(?<!\S)--?[a-z][\w-]*")
EVERYWHERE = {"-h", "--help"}
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def test_every_room_stands_in_the_drawing_and_no_other():
    drawing = next(FENCED.finditer((DOCS / "architecture.md").read_text(encoding="utf-8")))[0]

    assert ROOMS | {"cli"} == set(re.findall(r"\b([a-z_]+)/", drawing))


def test_every_module_that_the_life_of_a_situation_names_exists():
    named = set(re.findall(r"`([a-z_/]+\.py)`", (DOCS / "architecture.md").read_text(encoding="utf-8")))

    assert len(named) > 15
    assert [] == [name for name in sorted(named) if not (PACKAGE / name).is_file()]


def test_the_index_names_every_document():
    linked = set(LINK.findall((DOCS / "README.md").read_text(encoding="utf-8")))

    assert {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")} - {"README.md"} <= linked


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    prose = FENCED.sub("", path.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(path: Path) -> Iterator[str]:
    """The links of a document that lead nowhere, apart from those that lead out of the repository."""
    for link in LINK.findall(FENCED.sub("", path.read_text(encoding="utf-8"))):
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        if not re.match(r"\w+:", link) and (not target.exists() or (anchor and anchor not in anchors(target))):
            yield link


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_link_of_a_document_leads_nowhere(path: Path):
    assert [] == list(broken(path))


def typed_in_prose(path: Path) -> list[tuple[str, set[str]]]:
    """The commands that a document names within its sentences, each with the options that are typed there."""
    prose = FENCED.sub("", path.read_text(encoding="utf-8"))
    typed = re.findall(r"`advisor ([^\s`]+)([^`]*)`", prose)
    return [(name, set(OPTION.findall(rest)) - EVERYWHERE) for name, rest in typed]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_command_within_a_sentence_exists_with_its_options(path: Path):
    known = {page.name: set(OPTION.findall(" ".join(option.typed for option in page.options))) for page in pages()}
    known |= {option: set() for option in known[""]}

    assert [] == [(name, has) for name, has in typed_in_prose(path) if name not in known or not has <= known[name]]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_option_within_a_sentence_is_one_of_some_command(path: Path):
    known = set(OPTION.findall(" ".join(option.typed for page in pages() for option in page.options)))
    prose = FENCED.sub("", path.read_text(encoding="utf-8"))

    alone = {found for code in re.findall(r"`(-[^`]*)`", prose) for found in OPTION.findall(code)}
    assert set() == alone - known


OUTSIDE = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w.~%+/-]*)?(\?[\w.~%&=+-]+)?(#[\w-]+)?")
"""A well-formed address outside: encrypted, with the name of a host, and with no space or bracket left over."""


def misshapen(text: str) -> list[str]:
    """The addresses in prose, linked or bare, that are not well-formed."""
    found = re.findall(r"\b(?:https?:|www\.|ftp:|mailto:)[^\s<>`)\]]*", FENCED.sub("", text))
    return [address for address in found if not OUTSIDE.fullmatch(address.rstrip(".,;:"))]


@pytest.mark.parametrize(
    "path", [*WRITTEN, ROOT / "pyproject.toml"], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_addresses_outside_are_well_formed(path: Path):
    assert [] == misshapen(path.read_text(encoding="utf-8"))


def test_a_misshapen_address_is_seen():
    wrong = [
        "http://example.org",
        "https:/example.org",
        "https://localhost",
        "https://example.org/a|b",
        "www.example.org",
    ]
    right = "[a](https://example.org), <https://example.org/a/b.html#c>; https://example.org/?q=1."

    assert wrong == misshapen(f"{right} {' '.join(wrong)}")


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path):
    """The test above would hold of documents without links too."""
    page = tmp_path / "page.md"
    page.write_text("# One heading\n\n[a](#one-heading) [b](page.md#two) [c](none.md) [d](https://example.org)\n")

    assert ["page.md#two", "none.md"] == list(broken(page))
