"""Pages of the documents, played: their commands are run as they stand, in a folder, from the first block to the last.

| block | what is done with it |
|---|---|
| `console` | lines after `$ ` are run, and what is printed compared; those after `> ` are typed; `…` leaves lines out |
| `sh`, or none and a command first | each line is run, and must succeed |
| `yaml` with a path in its first line | is written to that file |
| `diff` with a path in its first line | lines after `-` become those after `+` in that file |
| `text` with a box | the box is filled in so in `plan.md` |
| `markdown` | must stand so in `plan.md` |
| `python` | is run, unless a comment above it names its test |
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from integration_cli.cli.main import main
from tests.running import surroundings

WIDTH = "100"
FENCE = re.compile(r"^```(?P<kind>\S*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CUT = "…"
"""A line of its own that stands for lines which a page leaves out."""
BOX = re.compile(r"- \[.\] (<!-- action: \S+ -->)")
TESTED_ELSEWHERE = re.compile(r"<!-- tested: \S+ -->\n\Z")
PLAN = "plan.md"


class Page(NamedTuple):
    """A page to play: its folder, what is not run and why, and what its reader did before a command."""

    folder: Path
    not_run: dict[str, str]
    before: dict[str, Sequence[str]]


class Keyboard(io.TextIOWrapper):
    """Somebody at a terminal who types these lines, and sees them."""

    def isatty(self) -> bool:
        return True

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        sys.stderr.write(line)
        return line


def played(text: str, page: Page) -> str:
    """The text of a page with what its commands print now; the same text where it tells the truth."""

    def now(block: re.Match[str]) -> str:
        kind, inside = block["kind"], block["text"]
        if kind == "python" and TESTED_ELSEWHERE.search(text[: block.start()]):
            return block[0]
        if is_commands(block):
            kind = "sh"
        return f"```{block['kind']}\n{KINDS[kind](inside, page) if kind in KINDS else inside}```"

    with contextlib.chdir(page.folder), mock.patch.dict(os.environ, surroundings(COLUMNS=WIDTH), clear=True):
        return FENCE.sub(now, text)


def is_commands(block: re.Match[str]) -> bool:
    """Whether a block that does not say what it is begins with a command."""
    return not block["kind"] and block["text"].startswith(("advisor ", "python"))


def _console(text: str, page: Page) -> str:
    told = ""
    for session in re.findall(r"^\$ .*\n(?:(?!\$ ).*\n)*", text, flags=re.MULTILINE):
        first, *shown = session.splitlines()
        typed = [line.removeprefix("> ") for line in shown if line.startswith("> ")]
        _, printed = run(first.removeprefix("$ "), page, typed)
        told += "".join(f"{line}\n" for line in [first, *shortened(shown, printed)])
    return told


def _commands(text: str, page: Page) -> str:
    for line in text.splitlines():
        command = line.partition("  #")[0].strip()
        if command not in page.not_run:
            code, printed = run(command, page)
            assert code == 0, f"{command}\n" + "\n".join(printed)
    return text


def _file(text: str, page: Page) -> str:
    path = re.match(r"# (\S+\.yaml)\n", text)
    if path is not None:
        file = page.folder / path[1]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.partition("\n")[2], encoding="utf-8")
    return text


def _edit(text: str, page: Page) -> str:
    path, *lines = text.splitlines()
    file = page.folder / path.removeprefix("# ")
    before, after = ("\n".join(line[1:] for line in lines if line[0] in signs) for signs in (" -", " +"))
    there = file.read_text(encoding="utf-8")
    assert there.count(before) == 1, f"{file.name} does not hold once:\n{before}"
    file.write_text(there.replace(before, after), encoding="utf-8")
    return text


def _filled_in(text: str, page: Page) -> str:
    """Boxes of the plan as their keepers leave them: what was blank there has what is shown."""
    if BOX.search(text) is None:
        return text
    file = page.folder / PLAN
    plan = file.read_text(encoding="utf-8")
    for box in re.findall(r"^- \[.*\n(?:  .*\n)*", text, flags=re.MULTILINE):
        first, *below = box.strip().splitlines()
        blank = "\n".join([BOX.sub(r"- [ ] \1", first), *(line.partition(":")[0] + ":" for line in below)])
        assert blank in plan, f"a box is shown that is not in the plan: {first}"
        plan = plan.replace(blank, box.strip())
    file.write_text(plan, encoding="utf-8")
    return text


def _excerpt(text: str, page: Page) -> str:
    """Lines of the plan from the first to the last that are shown."""
    shown = text.splitlines()
    plan = (page.folder / PLAN).read_text(encoding="utf-8").splitlines()
    assert shown[0] in plan, f"a line is shown that is not in the plan: {shown[0]}"
    start = plan.index(shown[0])
    return "".join(f"{line}\n" for line in shortened([*shown, CUT], plan[start:])[:-1])


def _python(text: str, page: Page) -> str:
    assert page.folder.is_dir()
    with contextlib.redirect_stdout(io.StringIO()):
        exec(text, {})
    return text


KINDS: dict[str, Callable[[str, Page], str]] = {
    "console": _console,
    "sh": _commands,
    "yaml": _file,
    "diff": _edit,
    "text": _filled_in,
    "markdown": _excerpt,
    "python": _python,
}


def run(line: str, page: Page, typed: Sequence[str] = ()) -> tuple[int, list[str]]:
    """Run a line: advisor, echo, cat or cp, joined by |, into a file by >. Its exit code, and what a screen shows."""
    for earlier in page.before.get(line, ()):
        code, printed = run(earlier, page)
        assert code == 0, printed
    words = shlex.split(line)
    into = words[words.index(">") + 1] if ">" in words else ""
    words = words[: words.index(">")] if into else words
    keyboard = Keyboard(io.BytesIO("".join(f"{word}\n" for word in typed).encode()), encoding="utf-8")
    nothing = io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8")
    code, stdin = 0, keyboard if typed else nothing
    screen = io.StringIO()
    while words:
        stage, words = (words[: words.index("|")], words[words.index("|") + 1 :]) if "|" in words else (words, [])
        out = io.StringIO() if words or into else screen
        with (
            mock.patch.object(sys, "stdin", stdin),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(screen),
        ):
            code = TOOLS[stage[0]](*stage[1:])
        stdin = io.TextIOWrapper(io.BytesIO(out.getvalue().encode()), encoding="utf-8")
    if into:
        Path(into).write_text(out.getvalue(), encoding="utf-8")
    return code, [said.rstrip() for said in screen.getvalue().splitlines()]


def _advisor(*argv: str) -> int:
    return main(argv)


def _echo(*words: str) -> int:
    print(*words)
    return 0


def _cat(*files: str) -> int:
    for file in files:
        sys.stdout.write(Path(file).read_text(encoding="utf-8"))
    return 0


def _cp(source: str, target: str) -> int:
    shutil.copy(source, target)
    return 0


def _tick(plan: str, action: str) -> int:
    """No shell has it: the hand of somebody with an editor, for what a page leaves untold."""
    text = Path(plan).read_text(encoding="utf-8")
    assert f"- [ ] <!-- action: {action} -->" in text
    Path(plan).write_text(text.replace(f"- [ ] <!-- action: {action} -->", f"- [x] <!-- action: {action} -->"), "utf-8")
    return 0


TOOLS: dict[str, Callable[..., int]] = {"advisor": _advisor, "echo": _echo, "cat": _cat, "cp": _cp, "tick": _tick}


def shortened(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """What was printed, without the lines that a page leaves out where their neighbours still stand."""
    pattern = "".join(r"(?:.*\n)+?" if line.strip() == CUT else re.escape(f"{line}\n") for line in shown)
    if re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)):
        return list(shown)
    told: list[str] = []
    at = 0
    for place, line in enumerate(shown):
        if line.strip() == CUT:
            before, after = _neighbour(shown[:place][::-1])[::-1], _neighbour(shown[place + 1 :])
            start = _index(printed, before, at) + len(before) if before else at
            end = _index(printed, after, start + 1) if after else len(printed)
            if start >= at + len(before) and end >= 0:
                told += [*printed[at:start], line]
                at = end
    return [*told, *printed[at:]]


def _neighbour(lines: Sequence[str]) -> list[str]:
    """The first lines up to one that is not blank, by which the place is known again."""
    count = next((number for number, line in enumerate(lines, 1) if line.strip()), len(lines))
    return list(lines[:count])


def _index(lines: Sequence[str], run: Sequence[str], start: int) -> int:
    """The place from a start on where these lines stand, or -1."""
    places = range(start, len(lines) - len(run) + 1)
    return next((place for place in places if [*lines[place : place + len(run)]] == [*run]), -1)
