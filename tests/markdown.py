"""A checklist as a Markdown program sees it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

MARK = re.compile(r"<!-- action: (\S+) -->")


class Box(NamedTuple):
    """A task-list box: the id in the comment straight after it, what is shown, and the lines below it."""

    ticked: bool
    action: str
    shown: str
    below: tuple[str, ...]


def tree(markdown: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(MarkdownIt("commonmark").parse(markdown))


def shown(node: SyntaxTreeNode) -> str:
    """The text that a reader sees of a paragraph or heading: no marks, no comments."""
    inline = node.children[0]
    return "".join(child.content for leaf in inline.children for child in leaf.walk() if child.type == "text")


def boxes(markdown: str) -> list[Box]:
    """Every box in order; an item that only looks like one, without a mark straight after it, fails."""
    return [_box(item) for item in tree(markdown).walk() if item.type == "list_item" and _is_box(item)]


def _is_box(item: SyntaxTreeNode) -> bool:
    return bool(re.match(r"\[[ xX]\]", item.children[0].children[0].content))


def _box(item: SyntaxTreeNode) -> Box:
    first = item.children[0]
    before, mark, *_ = first.children[0].children
    assert before.content in ("[ ] ", "[x] "), f"a box is followed by {before.content!r}"
    found = MARK.fullmatch(mark.content)
    assert mark.type == "html_inline", f"a box is followed by {mark.type}"
    assert found, f"a box is followed by {mark.content!r}"
    below = tuple(shown(line.children[0]) for part in item.children[1:] for line in part.children)
    return Box("x" in before.content, found[1], shown(first)[4:].strip(), below)


def headings(markdown: str) -> list[tuple[int, str]]:
    """Level and text of every heading."""
    return [(int(node.tag[1]), shown(node)) for node in tree(markdown).walk() if node.type == "heading"]


def paragraphs(markdown: str) -> list[str]:
    """The shown text of every paragraph, in lists and quotations too."""
    return [shown(node) for node in tree(markdown).walk() if node.type == "paragraph"]


def html(markdown: str) -> list[str]:
    """Every piece of HTML, comments included."""
    return [token.content for token in _flat(MarkdownIt("commonmark").parse(markdown)) if token.type.startswith("html")]


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])
