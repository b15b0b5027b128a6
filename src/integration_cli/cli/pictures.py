"""Pictures: styled texts, one below the other, wrapped to a width and coloured where colours are wanted.

rich can do all this too, but takes a sixth of the time that a diagnosis has. It draws what is more: tables, progress.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.console import RenderableType

CODES = {
    "bold": "1", "dim": "2", "italic": "3",
    "red": "31", "green": "32", "yellow": "33", "magenta": "35", "cyan": "36",
}  # fmt: skip
"""Words of a style, with the numbers by which terminals know them (ECMA-48, "select graphic rendition")."""

TAB = 4
LEAST_WIDTH = 10
"""Columns that a text has at least, however far it is moved to the right."""

Pieces = list[tuple[str, str]]
"""Parts of a text in order, each with its style: words such as 'bold green', or none."""


class Text:
    """A text in pieces, each with a style of its own."""

    def __init__(self, content: str = "", style: str = "") -> None:
        self.pieces: Pieces = [(content.expandtabs(TAB), style)]

    def append(self, content: "str | Text", style: str = "") -> "Text":
        """Add a piece, or the pieces of another text; return this text."""
        self.pieces += content.pieces if isinstance(content, Text) else Text(content, style).pieces
        return self


class Hanging(NamedTuple):
    """A text moved to the right, its further lines by `more` again, so that an item stands out from the next.

    `first`: columns by which the first line may be longer than the others.
    """

    content: Text
    by: int = 2
    more: int = 2
    first: int = 0


class Drawn(NamedTuple):
    """What rich draws, such as a table."""

    content: "RenderableType"


Part = Text | Hanging | Drawn
Picture = Iterable[Part]


def paint(picture: Picture, width: int | None, coloured: bool) -> str:
    """The lines of a picture as a terminal of this width shows them; without a width no line is wrapped."""
    return "".join(f"{_painted(line, coloured)}\n" for part in picture for line in _lines(part, width))


def _painted(pieces: Iterable[tuple[str, str]], coloured: bool) -> str:
    if not coloured:
        return "".join(content for content, _ in pieces)
    return "".join(_coloured(content, style) for content, style in pieces)


def _coloured(content: str, style: str) -> str:
    codes = [CODES[word] for word in style.split() if word in CODES]
    return f"\x1b[{';'.join(codes)}m{content}\x1b[0m" if codes else content


def _lines(part: Part, width: int | None) -> Iterator[Pieces]:
    if isinstance(part, Drawn):
        yield from _drawn(part, width)
        return
    text, by, more, first = part if isinstance(part, Hanging) else Hanging(part, 0, 0)
    plain = "".join(content for content, _ in text.pieces)
    left = None if width is None else max(LEAST_WIDTH, width - by - more)
    for number, (start, end) in enumerate(wrapped(plain, left, first)):
        yield [(" " * (by + (more if number else 0)), ""), *_between(text.pieces, start, end)]


def _drawn(part: Drawn, width: int | None) -> Iterator[Pieces]:
    from rich.console import Console

    console = Console(width=width, markup=False, emoji=False, highlight=False)
    for line in console.render_lines(part.content, pad=False):
        yield [(segment.text, str(segment.style or "")) for segment in line]


def _between(pieces: Pieces, start: int, end: int) -> Iterator[tuple[str, str]]:
    at = 0
    for content, style in pieces:
        if part := content[max(0, start - at) : max(0, end - at)]:
            yield part, style
        at += len(content)


def wrapped(plain: str, width: int | None, first: int = 0) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end; they break at blanks, and a word wider than a line is cut.

    The first line has room for `first` columns more than `width`.
    """
    offset = 0
    for paragraph in plain.split("\n"):
        for start, end in _wrapped(paragraph, width, 0 if offset else first) if width else [(0, len(paragraph))]:
            yield offset + start, offset + start + len(paragraph[start:end].rstrip(" "))
        offset += len(paragraph) + 1


def _wrapped(paragraph: str, width: int, first: int) -> Iterator[tuple[int, int]]:
    start = at = used = 0
    room = width + first
    for word in paragraph.split(" "):
        size = cells(word)
        if word and used and used + size > room:
            yield start, at
            start, used, room = at, 0, width
        if size > room:
            for cut in _cuts(word, width):
                yield start, at + cut
                start, room = at + cut, width
            size = cells(paragraph[start : at + len(word)])
        at += len(word) + 1
        used += size + 1
    yield start, len(paragraph)


def _cuts(word: str, width: int) -> Iterator[int]:
    used = 0
    for number, character in enumerate(word):
        used += cells(character)
        if number and used > width:
            yield number
            used = cells(character)


def cells(text: str) -> int:
    """Columns that a text takes: two for a wide character, none for an accent that stands over another."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
