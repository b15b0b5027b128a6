"""The words of a line of Markdown in their styles, every letter as it was typed."""

import re
from html import unescape

from integration_cli.handout import Run
from integration_cli.planning.comments import without_comments
from integration_cli.planning.markdown import in_one_line

_INLINE = re.compile(
    r"\\(?P<letter>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|\*\*(?=\S)(?P<bold>(?:\\.|[^\\])+?)\*\*"
    r"|(?<!\w)__(?=\S)(?P<bold_too>(?:\\.|[^\\])+?)__(?!\w)"
    r"|\*(?=[^\s*])(?P<italic>(?:\\.|[^\\*])+?)\*"
    r"|(?<!\w)_(?=[^\s_])(?P<italic_too>(?:\\.|[^\\_])+?)_(?!\w)"
    r"|`(?P<code>[^`]+)`"
)
"""Escapes, entities, emphasis and code; a star or a line that is none of these is a letter like others."""


def runs(markdown: str) -> tuple[Run, ...]:
    """The words of a paragraph, bold and italic ones apart; comments are left out."""
    line = in_one_line(without_comments(markdown))
    made: list[Run] = []
    at = 0
    for found in _INLINE.finditer(line):
        _add(made, Run(line[at : found.start()]))
        _add(made, _run(found))
        at = found.end()
    _add(made, Run(line[at:]))
    return tuple(made)


def shown(markdown: str) -> str:
    """What a person reads of a paragraph, in one line."""
    return in_one_line("".join(run.text for run in runs(markdown)))


def _run(found: re.Match[str]) -> Run:
    name, text = found.lastgroup or "", found[found.lastgroup or 0]
    if name == "entity":
        return Run(in_one_line(unescape(text)) or " ")
    if name.startswith("bold"):
        return Run(shown(text), "bold")
    return Run(shown(text), "italic") if name.startswith("italic") else Run(text)


def _add(made: list[Run], run: Run) -> None:
    if made and made[-1].style == run.style:
        made[-1] = made[-1]._replace(text=made[-1].text + run.text)
    elif run.text:
        made.append(run)
