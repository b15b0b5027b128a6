"""What programs, and people with habits of their own, do to the look of a checklist; no word goes."""

import re
import textwrap

from hypothesis import strategies as st

from tests.planning.edited import EDITS, Edit, Lines, boxes, inside, items

OURS = re.compile(r"<!-- advisor-|[A-Za-z0-9+/=]{40,}$|-->$")


def _at_an_item(edit: Edit) -> Edit:
    """An edit of the lines of one box, which it is given alone."""

    def made(lines: Lines, number: int, word: str) -> Lines:
        found = items(lines)
        if not found:
            return lines
        start, end = found[number % len(found)]
        return [*lines[:start], *edit(lines[start:end], number, word), *lines[end:]]

    made.__name__ = edit.__name__
    return made


def _in_a_gap(edit: Edit) -> Edit:
    """An edit that puts lines between two paragraphs."""

    def made(lines: Lines, number: int, word: str) -> Lines:
        gaps = [n for n in inside(lines) if not lines[n].strip()]
        at = gaps[number % len(gaps)] if gaps else inside(lines)[0]
        return [*lines[:at], "", *edit([], number, word), "", *lines[at:]]

    made.__name__ = edit.__name__
    return made


@_at_an_item
def numbered(lines: Lines, number: int, _word: str) -> Lines:
    first = re.sub(r"^(\s*)- ", rf"\g<1>{number % 9 + 1}. ", lines[0])
    return [first, *(f" {line}" for line in lines[1:])]


@_at_an_item
def quoted(lines: Lines, number: int, word: str) -> Lines:
    return ["", f"> {word} said:", ">", *(f"> {line}" for line in lines), ""] if number % 2 else lines


@_at_an_item
def commented(lines: Lines, number: int, word: str) -> Lines:
    note = (f"{word} wrote", f"```\n{word} wrote\n```", f"> {word} wrote", f"| {word} | b |\n|---|---|\n| 1 | 2 |")
    return [*lines, "", *(f"    {line}" for line in note[number % 4].split("\n"))]


@_at_an_item
def listed_below(lines: Lines, number: int, word: str) -> Lines:
    kind = ("- ", "- [ ] ", "1. ", "* [x] ", "• ", "☐ ")[number % 6]
    return [*lines, f"    {kind}{word}", f"    {kind}{word}2"]


@_at_an_item
def spaced_by_tabs(lines: Lines, _number: int, _word: str) -> Lines:
    return [lines[0], *(re.sub(r"^ +", "\t", line) for line in lines[1:])]


@_at_an_item
def without_its_box(lines: Lines, _number: int, _word: str) -> Lines:
    return [re.sub(r"\[.\] ", "", lines[0], count=1), *lines[1:]]


@_at_an_item
def under_a_parent(lines: Lines, _number: int, word: str) -> Lines:
    return [f"- {word}", *(f"  {line}" for line in lines)]


@_at_an_item
def with_a_status(lines: Lines, number: int, word: str) -> Lines:
    return [*lines, f"  - Status: {('Done', 'n/a', 'open', 'waiting')[number % 4]}", f"  - N.B.: {word}"]


@_in_a_gap
def fence(_lines: Lines, _number: int, word: str) -> Lines:
    return ["```", f"$ {word}", "* [ ] code", "```"]


@_in_a_gap
def table(_lines: Lines, _number: int, word: str) -> Lines:
    return [f"| Who | {word} |", "|-----|-----|", "| Ann | - [ ] |"]


@_in_a_gap
def footnote(_lines: Lines, _number: int, word: str) -> Lines:
    return [f"[^1]: {word} said so."]


@_in_a_gap
def html(_lines: Lines, number: int, word: str) -> Lines:
    return (["<details>", f"<summary>{word}</summary>"], ["</details>"], [f"<!-- {word} -->"], ["<br>"])[number % 4]


@_in_a_gap
def own_heading(_lines: Lines, number: int, word: str) -> Lines:
    return [f"{'#' * (number % 5 + 1)} {word}"]


@_in_a_gap
def own_list(_lines: Lines, _number: int, word: str) -> Lines:
    return [f"- {word}", f"- [x] {word}2"]


def unheaded(lines: Lines, number: int, _word: str) -> Lines:
    found = [n for n in inside(lines) if lines[n].startswith("#")]
    return [line for n, line in enumerate(lines) if not found or n != found[number % len(found)]]


def swapped(lines: Lines, number: int, _word: str) -> Lines:
    found = items(lines)
    if len(found) < 2:
        return lines
    (a, b), (c, d) = sorted((found[number % len(found)], found[(number + 1) % len(found)]))
    return lines if b > c else [*lines[:a], *lines[c:d], *lines[b:c], *lines[a:b], *lines[d:]]


def starred(lines: Lines, _number: int, _word: str) -> Lines:
    return [re.sub(r"^( *)- ", r"\1* ", line) for line in lines]


def pasted_through_a_word_processor(lines: Lines, number: int, _word: str) -> Lines:
    boxed = {n: ("☐", "☑")["[x]" in lines[n].casefold()] for n in boxes(lines) if "[-]" not in lines[n]}
    out = []
    for n, line in enumerate(lines):
        line = line.replace("<!--", "<!—").replace(" --> ", " —> ").replace("'", "’")
        if n in boxed and number % 2:
            line = re.sub(r"- \[.\] ", f"{boxed[n]}\u00a0", line, count=1)
        out.append(re.sub(r"^( +)- ", "\t•\u00a0" if number % 3 else "\u00a0\u00a0-\u00a0", line))
    return out


def wrapped(lines: Lines, _number: int, _word: str) -> Lines:
    out = []
    for line in lines:
        if (OURS.search(line) and not boxes([line])) or line.startswith(("#", "|", "`")):
            out.append(line)
        else:
            below = re.match(r"(?:> )?\s*(?:[-*] )?", line)[0]
            below = below.replace("-", " ").replace("*", " ")
            out += textwrap.wrap(line, 60, subsequent_indent=below, break_on_hyphens=False) or [line]
    return out


def loose(lines: Lines, _number: int, _word: str) -> Lines:
    """An empty line before every box and every line of a list."""
    return [part for line in lines for part in (["", line] if re.match(r"\s*- ", line) else [line])]


def underlined(lines: Lines, _number: int, _word: str) -> Lines:
    out: Lines = []
    for line in lines:
        found = re.match(r"(#{1,2}) (.*)", line)
        out += [found[2], "=-"[len(found[1]) - 1] * 8] if found and found[2].strip() else [line]
    return out


RESTYLES: tuple[Edit, ...] = (
    numbered, quoted, commented, listed_below, spaced_by_tabs, without_its_box, under_a_parent, with_a_status, fence,
    table, footnote, html, own_heading, own_list, unheaded, swapped, starred, pasted_through_a_word_processor, wrapped,
    loose, underlined,
)  # fmt: skip

anything = st.lists(st.tuples(st.sampled_from(EDITS + RESTYLES), st.integers(0, 30)), max_size=8)
