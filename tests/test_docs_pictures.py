"""The pictures of the documentation: each is there, small, described, and shown somewhere."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
LARGEST = 150_000
LINK = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
LINKS = [found for page in sorted(DOCS.glob("*.md")) for found in LINK.findall(page.read_text(encoding="utf-8"))]


def test_every_picture_is_shown_and_every_one_shown_is_there():
    found = [*DOCS.glob("pictures/*.png"), *DOCS.glob("measurements/*.svg")]
    made = {picture.relative_to(DOCS).as_posix() for picture in found}

    assert len(made) > 5
    assert made == {address for _, address in LINKS}


def test_who_cannot_see_a_picture_is_told_what_it_shows():
    assert [] == [address for told, address in LINKS if len(told.split()) < 8]


def test_pictures_are_quickly_there():
    sizes = {picture.name: picture.stat().st_size for picture in DOCS.glob("pictures/*.png")}

    assert {} == {name: size for name, size in sizes.items() if size > LARGEST}
