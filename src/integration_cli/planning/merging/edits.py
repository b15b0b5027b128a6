"""Changes to the lines of a file, gathered first and made at once; every other line stays as it is."""

from collections.abc import Sequence
from typing import NamedTuple

from integration_cli.planning.block import apart
from integration_cli.planning.reading.text_file import TextFile

LISTED = ("item", "box")
_LEAD = " \t\u00a0>"
_BULLETS = ("-", "*", "+", "•", "☐", "☑")


class _Entry(NamedTuple):
    kind: str
    lines: Sequence[str]
    above: str


class Edits:
    """Lines to take out, to put in place of others, and blocks to put before others, by the numbers they have now."""

    def __init__(self, text: TextFile) -> None:
        self._text = text
        self._end = text.end
        self._removed: set[int] = set()
        self._instead: dict[int, Sequence[str]] = {}
        self._before: dict[int, list[_Entry]] = {}
        self._attached: dict[int, list[str]] = {}

    def remove(self, start: int, end: int) -> None:
        """Take out the lines from `start` to `end` (exclusive)."""
        self._removed.update(range(start, end))
        for number in range(start, end):
            self._instead.pop(number, None)

    def replace(self, start: int, end: int, lines: Sequence[str]) -> None:
        """Put lines in place of others."""
        self.remove(start, end)
        self._instead[start] = lines

    def insert(self, at: int, kind: str, lines: Sequence[str], above: str = "") -> None:
        """Put a block before the line `at`, after those put there already; `above` is the kind of what is there."""
        entries = self._before.setdefault(at, [])
        entries.append(_Entry(kind, lines, entries[-1].kind if entries else above))

    def attach(self, at: int, line: str) -> None:
        """Put a line at the end of a list item, which ends before the line `at`: an inner item's before an outer's."""
        lines = self._attached.setdefault(at, [])
        lines.append(line)
        lines.sort(key=lambda line: len(line.lstrip(_LEAD)) - len(line))

    def removes(self, line: int) -> bool:
        """Whether a line is taken out and nothing stands in its place."""
        return line in self._removed and line not in self._instead

    def changes(self, line: int) -> bool:
        """Whether a line is taken out or replaced."""
        return line in self._removed

    def applied(self) -> list[tuple[str, str]]:
        """The lines of the file with their ends, after all the changes."""
        made: list[tuple[str, str]] = []
        gap = False
        for number, (line, end) in enumerate(zip(self._text.lines, self._text.ends, strict=True)):
            self._put_before(number, made)
            if number in self._instead:
                self._put(self._instead[number], made)
            elif number in self._removed:
                gap = True
            elif not (gap and not line.strip() and _ends_empty(made)):
                made.append((line, end))
                gap = gap and not line.strip()
        self._put_before(len(self._text.lines), made)
        return made

    def _put_before(self, number: int, made: list[tuple[str, str]]) -> None:
        """Put blocks in, with an empty line on either side where Markdown, or a reader, needs one."""
        self._put(self._attached.get(number, ()), made)
        entries: Sequence[_Entry] = self._before.get(number, ())
        for entry in entries:
            if apart(entry.above, entry.kind) and not _ends_empty(made):
                self._put([""], made)
            self._put(entry.lines, made)
        below = self._text.lines[number].strip() if entries and number < len(self._text.lines) else ""
        if below and not (entries[-1].kind in LISTED and below.startswith(_BULLETS)):
            self._put([""], made)

    def _put(self, lines: Sequence[str], made: list[tuple[str, str]]) -> None:
        if lines and made and not made[-1][1]:
            made[-1] = (made[-1][0], self._end)
        made += [(line, self._end) for line in lines]


def _ends_empty(made: list[tuple[str, str]]) -> bool:
    return not made or not made[-1][0].strip()
