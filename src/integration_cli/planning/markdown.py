"""Texts in Markdown: made so that they show as they are, and read back whatever an editor did to them."""

import re
from hashlib import blake2b

from integration_cli.planning.comments import comments, without_comments

_SAME = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HORIZONTAL ELLIPSIS}": "...",
        "\N{SOFT HYPHEN}": None,
        "\N{ZERO WIDTH SPACE}": None,
        "\N{ZERO WIDTH NO-BREAK SPACE}": None,
        **dict.fromkeys("\\*_`"),
    }
)
"""What word processors and formatters write in place of one another, and the marks of emphasis and escape."""

_MARKS = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!\s)[*`]+|[*`]+(?!\s|$)|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")
"""The backslash of an escape, whose letter is kept; marks of emphasis and code, but no star or line between words."""

_OURS = re.compile(r"\s*(?:action:|advisor-)")


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: no emphasis, links, tags, comments or list items of its own."""
    inside = re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", in_one_line(text))
    return re.sub(r"^(\d+(?=[.)](?: |$))|(?=[-+]))", r"\1\\", inside)


def in_one_line(text: str) -> str:
    """A text with every run of white space and control characters turned into one space."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(text.split())


def plain(markdown: str) -> str:
    """What a person reads of a paragraph: no comments, escapes or emphasis, plain quotes and dashes, one line.

    Two texts that a formatter or a word processor would turn into one another are the same after this.
    """
    return " ".join(_bare(markdown).translate(_SAME).replace("--", "-").split())


def shown(markdown: str) -> str:
    """What a person reads of a line: as `plain`, but every letter that shows is as it was typed."""
    return " ".join(_MARKS.sub(r"\1", _bare(markdown)).split())


def _bare(markdown: str) -> str:
    """A text without comments, its entities resolved."""
    markdown = without_comments(markdown)
    if "&" not in markdown:
        return markdown
    from html import unescape

    return unescape(markdown)


def own_comments(markdown: str) -> str:
    """The words of comments that are none of ours: hidden, but somebody's."""
    return " ".join(found.words.strip() for found in comments(markdown) if not _OURS.match(found.words))


def trace(kind: str, markdown: str) -> str:
    """Ten letters that stand for a text as a person reads it: by them an untouched text is known again."""
    if "<!" in markdown:
        markdown = f"{markdown} {own_comments(markdown)}"
    return blake2b(f"{kind} {plain(markdown)}".encode(errors="surrogatepass"), digest_size=5).hexdigest()
