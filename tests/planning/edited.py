"""Edits as people make them in a checklist, each with words by which it is known again."""

import re
from collections.abc import Callable

from hypothesis import strategies as st

Lines = list[str]
Edit = Callable[[Lines, int, str], Lines]
"""From the lines of a file, any number, and a word that nobody else typed, to the lines after the edit."""

BOX = re.compile(r"\s*- (?:\[.\]|\*\*Risk:\*\*)")


def boxes(lines: Lines) -> list[int]:
    return [number for number, line in enumerate(lines) if BOX.match(line)]


def items(lines: Lines) -> list[tuple[int, int]]:
    """Every box with the lines below it."""
    found = []
    for start in boxes(lines):
        end = start + 1
        while end < len(lines) and lines[end].startswith(lines[start][: lines[start].index("-")] + "  "):
            end += 1
        found.append((start, end))
    return found


def inside(lines: Lines) -> range:
    """The lines between the head of the file and the record at its end."""
    end = next((n for n, line in enumerate(lines) if "advisor-record" in line), len(lines))
    start = next((n for n, line in enumerate(lines) if re.search("advisor-(checklist|register)", line)), 0)
    return range(start + 1, end)


def _at_a_box(edit: Callable[[Lines, int, str], Lines]) -> Edit:
    def made(lines: Lines, number: int, word: str) -> Lines:
        found = boxes(lines)
        return edit(list(lines), found[number % len(found)], word) if found else lines

    made.__name__ = edit.__name__
    return made


@_at_a_box
def tick(lines: Lines, at: int, word: str) -> Lines:
    lines[at] = re.sub(r"\[.\]", "[x]" if len(word) % 2 else "[X]", lines[at], count=1)
    return lines


@_at_a_box
def not_applicable(lines: Lines, at: int, word: str) -> Lines:
    lines[at] = lines[at].replace("[ ]", "[-]", 1)
    lines.insert(at + 1, f"  - N/A: {word}")
    return lines


@_at_a_box
def fill_in(lines: Lines, at: int, word: str) -> Lines:
    if at + 1 < len(lines) and lines[at + 1].rstrip().endswith("Owner:"):
        lines[at + 1] += f" {word}"
    return lines


@_at_a_box
def note_below(lines: Lines, at: int, word: str) -> Lines:
    lines.insert(at + 1, f"  - {word} said so")
    return lines


@_at_a_box
def change_words(lines: Lines, at: int, word: str) -> Lines:
    lines[at] += f" {word}"
    return lines


@_at_a_box
def lose_the_mark(lines: Lines, at: int, _word: str) -> Lines:
    lines[at] = re.sub(r"<!--.*?--> ", "", lines[at])
    return lines


@_at_a_box
def split_over_lines(lines: Lines, at: int, _word: str) -> Lines:
    head, _, tail = lines[at].rpartition(" ")
    if "-->" in head:
        lines[at : at + 1] = [head, f"  {tail}"]
    return lines


def move_to(lines: Lines, number: int, word: str) -> Lines:
    """A box with what is below it under a heading of one's own."""
    found = items(lines)
    if not found:
        return lines
    start, end = found[number % len(found)]
    at = inside(lines)[-1]
    return [*lines[:start], *lines[end:at], "", f"## {word}", "", *lines[start:end], "", *lines[at:]]


def double(lines: Lines, number: int, _word: str) -> Lines:
    found = items(lines)
    if not found:
        return lines
    start, end = found[number % len(found)]
    return [*lines[:end], *lines[start:end], *lines[end:]]


def take_out(lines: Lines, number: int, _word: str) -> Lines:
    found = items(lines)
    if not found:
        return lines
    start, end = found[number % len(found)]
    return [*lines[:start], *lines[end:]]


def take_out_section(lines: Lines, number: int, _word: str) -> Lines:
    headings = [n for n in inside(lines) if re.match(r"#{3,4} ", lines[n])]
    if not headings:
        return lines
    start = headings[number % len(headings)]
    level = lines[start].index(" ")
    end = next((n for n in inside(lines) if n > start and re.match(rf"#{{1,{level}}} ", lines[n])), inside(lines)[-1])
    return [*lines[:start], *lines[end:]]


def indent(lines: Lines, number: int, _word: str) -> Lines:
    found = items(lines)
    if not found:
        return lines
    start, end = found[number % len(found)]
    by = ("  ", "    ", "\t", "\u00a0\u00a0")[number % 4]
    return [by + line if start <= n < end else line for n, line in enumerate(lines)]


def retitle(lines: Lines, number: int, word: str) -> Lines:
    headings = [n for n, line in enumerate(lines) if line.startswith("#")]
    at = headings[number % len(headings)] if headings else 0
    return [f"{line} {word}" if n == at and headings else line for n, line in enumerate(lines)]


def write_paragraph(lines: Lines, number: int, word: str) -> Lines:
    gaps = [n for n in inside(lines) if not lines[n].strip()]
    at = gaps[number % len(gaps)] if gaps else len(lines)
    return [*lines[:at], "", f"Somebody wrote {word}.", "", *lines[at:]]


def write_box(lines: Lines, number: int, word: str) -> Lines:
    found = items(lines)
    at = found[number % len(found)][1] if found else inside(lines)[0]
    return [*lines[:at], f"- [ ] {word}", f"  - Owner: {word}2", *lines[at:]]


def change_text(lines: Lines, number: int, word: str) -> Lines:
    texts = [n for n in inside(lines) if re.match(r"[A-Z]|> ", lines[n])]
    at = texts[number % len(texts)] if texts else -1
    return [f"{line} {word}" if n == at else line for n, line in enumerate(lines)]


def curl_quotes(lines: Lines, _number: int, _word: str) -> Lines:
    return [re.sub(r"<!-- (?=action|risk)", "<!— ", line.replace(" --> ", " —> ")) for line in lines]


def front_matter(lines: Lines, _number: int, word: str) -> Lines:
    return ["---", f"owner: {word}", "---", "", *lines]


EDITS: tuple[Edit, ...] = (
    tick, not_applicable, fill_in, note_below, change_words, lose_the_mark, split_over_lines, move_to, double, take_out,
    take_out_section, indent, retitle, write_paragraph, write_box, change_text, curl_quotes, front_matter,
)  # fmt: skip

edits = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 30)), max_size=8)


def apply(text: str, chosen: list[tuple[Edit, int]], start: str = "Zq") -> tuple[str, set[str]]:
    """The file after edits, and every word that was typed (each begins with `start`) and still stands in it."""
    lines = text.split("\n")
    words = set()
    for count, (edit, number) in enumerate(chosen):
        word = f"{start}{count}{'abcdefghij'[number % 10]}w"
        lines = edit(lines, number, word)
        words |= {word, f"{word}2"}
    edited = "\n".join(lines)
    return edited, {word for word in words if re.search(rf"\b{word}\b", edited)}
