"""HTML comments in Markdown, also where a word processor has made dashes of their hyphens."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_DASHES = "-–—"
_OPENS = re.compile(rf"<!\s?[{_DASHES}]")
_CLOSES = re.compile(rf"[{_DASHES}]>")


class Comment(NamedTuple):
    """A comment, `start` to `end` (exclusive) in its text, and what stands in it."""

    start: int
    end: int
    words: str


def comments(markdown: str) -> Iterator[Comment]:
    """The comments of a text, in order; one that is never closed is none, and nor is what comes after it."""
    at = 0
    while (opens := _OPENS.search(markdown, at)) and (closes := _CLOSES.search(markdown, opens.end())):
        at = closes.end()
        yield Comment(opens.start(), at, markdown[opens.end() : closes.start()].strip(_DASHES))


def without_comments(markdown: str, put: str = " ", which: Callable[[Comment], bool] | None = None) -> str:
    """A text with something else in place of its comments, or of those only for which a test holds."""
    if "<!" not in markdown:
        return markdown
    kept, at = "", 0
    for comment in comments(markdown):
        if which is None or which(comment):
            kept += markdown[at : comment.start] + put
            at = comment.end
    return kept + markdown[at:]
