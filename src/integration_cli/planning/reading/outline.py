"""The structure of a Markdown file: headings, paragraphs, quotations, list items, each with its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_LEAVES = {"fence": "other", "code_block": "other", "hr": "other", "html_block": "html"}
_BRANCHES = {"list_item_open": "item", "blockquote_open": "quote"}
_LETTER_BULLET = re.compile(r"^([\s\u00a0>]*)[•·▪◦‣●○–]([\s\u00a0]+)")
_LETTER_BOX = re.compile(r"^([\s>]*)(?=[☐□☑☒]\ufe0f?\s)")
_MARKER = re.compile(r"^([\s>]*(?:[-*+]|\d{1,9}[.)]))[\u00a0\u2007\u202f]")
_BARE_MARK = re.compile(r"^([\s>]*(?:[-*+]|\d{1,9}[.)])\s+)<!--(?=\s*action:)")
_SPACES = re.compile(r"^[\s>]+")
_DEEPEST = 100
"""Lists and quotations in one another; at the deepest the parser gives up all that comes after."""

_ODD_STARTS = "\t \u00a0\u2007\u202f>•·▪◦‣●○–☐□☑☒"


@dataclass(slots=True)
class Node:
    """A piece of the file: `start` and `end` count lines from 0, `end` is the first line after it.

    `kind` is heading, text, quote, item, html or other; `content` is what stands in it, the words of its parts
    included; `level` is that of a heading, else 0.
    """

    kind: str
    start: int
    end: int
    content: str = ""
    level: int = 0
    parts: list["Node"] = field(default_factory=list)


def outline(lines: Sequence[str]) -> Node:
    """The structure of a file given as lines without their ends; its lines are never changed."""
    root = Node("root", 0, len(lines))
    open_: list[Node] = [root]
    above: Token | None = None
    for token in _parser().parse("\n".join(_for_reading(lines))):
        if token.type in _BRANCHES:
            open_.append(_node(_BRANCHES[token.type], token))
        elif token.type in ("list_item_close", "blockquote_close"):
            _close(open_, lines)
        elif token.type == "inline":
            open_[-1].parts.append(_leaf(token, above))
        elif token.type in _LEAVES:
            open_[-1].parts.append(_node(_LEAVES[token.type], token))
        above = token
    return root


def _close(open_: list[Node], lines: Sequence[str]) -> None:
    node = open_.pop()
    least = max(node.start + 1, node.parts[-1].end if node.parts else 0)
    while node.end > least and not lines[node.end - 1].strip(" \t\u00a0>"):
        node.end -= 1
    node.content = "\n".join(part.content for part in node.parts)
    open_[-1].parts.append(node)


def _leaf(token: "Token", above: "Token | None") -> Node:
    """A paragraph, or a heading, to which the line below it belongs where that is what makes it one."""
    node = _node("text", token)
    if above and above.type == "heading_open":
        node.kind, node.level = "heading", int(above.tag[1:])
        node.start, node.end = above.map or (node.start, node.end)
    return node


def _node(kind: str, token: "Token") -> Node:
    start, end = token.map or (0, 0)
    return Node(kind, start, end, token.content)


@cache
def _parser() -> "MarkdownIt":
    """Blocks only: what stands inside a line matters as words alone, and half of the time is saved.

    Indented code is off: people indent lists further than Markdown allows, and mean lists.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).disable(["inline", "code", "reference"])
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})
    return parser


def _list(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Whether a list begins on a line: as Markdown has it, but also where its items stand four columns in.

    There Markdown takes all items after the first for words of the first.
    """
    from markdown_it.rules_block import list_block

    before = state.listIndent
    if silent:
        state.listIndent = -1
    found = list_block(state, start, end, silent)
    if silent:
        state.listIndent = before
    return found


def _for_reading(lines: Sequence[str]) -> list[str]:
    """The lines as the parser should see them: word processors' bullets and spaces as Markdown's own."""
    seen = [line if line.isascii() and "<!--" not in line else _mended(line) for line in lines]
    for number in range(_front_matter(lines)):
        seen[number] = ""
    return seen


def _mended(line: str) -> str:
    if line[:1] in _ODD_STARTS or "\u00a0" in line:
        line = _SPACES.sub(lambda found: re.sub(r"[^\t>]", " ", found[0]), line)
        line = _LETTER_BULLET.sub(r"\1- ", line)
        line = _LETTER_BOX.sub(r"\1- ", line)
        line = _MARKER.sub(r"\1 ", line)
    # Where nothing else stands before it, a comment would begin a piece of HTML and end the item.
    return _BARE_MARK.sub(r"\1<!–", line)


def _front_matter(lines: Sequence[str]) -> int:
    """How many lines at the top are settings that an editor keeps there between two lines of three hyphens."""
    if not lines or lines[0].strip("\ufeff \t") != "---":
        return 0
    return next((number + 1 for number, line in enumerate(lines[1:], 1) if line.strip() in ("---", "...")), 0)
