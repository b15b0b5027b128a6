"""Edits as people make them in a risk register, beside those that they make in any checklist."""

import re

from hypothesis import strategies as st

from tests.planning import edited
from tests.planning.edited import Edit, Lines

LINE = re.compile(r"\s+- [^:]+:")


def _below(lines: Lines) -> list[int]:
    return [n for n in edited.inside(lines) if LINE.match(lines[n])]


def fill_in_a_line(lines: Lines, number: int, word: str) -> Lines:
    found = _below(lines)
    at = found[(number * 7) % len(found)] if found else -1
    return [f"{line} {word}" if n == at else line for n, line in enumerate(lines)]


def say_otherwise(lines: Lines, number: int, word: str) -> Lines:
    """The words of a line that we wrote, replaced."""
    found = [n for n in _below(lines) if re.match(r"\s+- (Carried by|Mitigation|Arises from|Source):", lines[n])]
    at = found[number % len(found)] if found else -1
    return [f"{line.partition(':')[0]}: {word}" if n == at else line for n, line in enumerate(lines)]


def give_numbers(lines: Lines, number: int, word: str) -> Lines:
    value = ("1", "5 - almost certain", "L4", "6", "high", f"3 {word}")[number % 6]
    found = [n for n in _below(lines) if lines[n].endswith("(1-5):")]
    at = set(found[number % 3 : number % 3 + 2 + number % 5])
    return [f"{line} {value}" if n in at else line for n, line in enumerate(lines)]


def write_under_a_line(lines: Lines, number: int, word: str) -> Lines:
    found = _below(lines)
    if not found:
        return lines
    at = found[(number * 5) % len(found)]
    by = re.match(r"\s*", lines[at])[0]  # type: ignore[index]
    return [*lines[: at + 1], f"{by}{'  - ' if number % 2 else '  '}{word}", *lines[at + 1 :]]


def take_out_a_line(lines: Lines, number: int, _word: str) -> Lines:
    found = _below(lines)
    at = found[(number * 3) % len(found)] if found else -1
    return [line for n, line in enumerate(lines) if n != at]


def air(lines: Lines, _number: int, _word: str) -> Lines:
    """Empty lines between all items, as some programs save them."""
    return [part for line in lines for part in ([line, ""] if LINE.match(line) or edited.BOX.match(line) else [line])]


def own_risk(lines: Lines, number: int, word: str) -> Lines:
    found = edited.items(lines)
    at = found[number % len(found)][1] if found else edited.inside(lines)[0]
    own = [f"- **Risk:** {word} may happen", "  - Likelihood now: 3", "  - Impact now: 4", "  - Rating now:"]
    return [*lines[:at], *own, f"  - Owner: {word}2", *lines[at:]]


EDITS: tuple[Edit, ...] = (
    *edited.EDITS, fill_in_a_line, say_otherwise, give_numbers, write_under_a_line, take_out_a_line, air, own_risk,
)  # fmt: skip

edits = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 30)), max_size=8)
