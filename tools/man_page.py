"""The man page of `advisor`, as roff, from the tree of its commands."""

from collections.abc import Iterable, Iterator, Sequence

from tools.command_tree import Page, Parameter
from tools.surroundings import EXIT_CODES, VARIABLES


def man_page(pages: Sequence[Page], version: str) -> str:
    """The page of `advisor` (the first) with all its commands, for section 1 of the manual."""
    first, *commands = pages
    return "\n".join(
        [
            '.\\" Written from the help of the commands; change it there.',
            f'.TH ADVISOR 1 "" "integration\\-cli {plain(version)}" "User Commands"',
            ".SH NAME",
            f"advisor \\- {plain(first.summary[0].lower() + first.summary[1:])}",
            ".SH SYNOPSIS",
            f".B advisor\n{plain(first.usage.removeprefix('advisor '))}",
            ".SH DESCRIPTION",
            *_paragraphs(first.prose),
            *_examples(first.examples),
            ".SH OPTIONS",
            *_terms(first.options),
            ".SH COMMANDS",
            *(line for page in commands for line in _command(page)),
            ".SH EXIT STATUS",
            *_terms(Parameter(str(code), says) for code, says in EXIT_CODES.items()),
            ".SH ENVIRONMENT",
            *_terms(Parameter(name, says) for name, says in VARIABLES.items()),
            "",
        ]
    )


def plain(text: str) -> str:
    """A text in which roff finds no command of its own."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    text = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in text)
    return f"\\&{text}" if text.startswith(".") else text


def _command(page: Page) -> Iterator[str]:
    yield f".SS {plain(page.usage)}"
    yield from _paragraphs(page.prose)
    yield from _examples(page.examples)
    yield from _terms([*page.arguments, *page.options])


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield f".PP\n{plain(text)}"


def _examples(lines: Sequence[str]) -> Iterator[str]:
    if lines:
        # Examples are not filled; the longest are wrapped by the terminal, as in the help.
        yield "\n".join([".PP", ".RS 4", ".nf", *map(plain, lines), ".fi", ".RE"])


def _terms(parameters: Iterable[Parameter]) -> Iterator[str]:
    for parameter in parameters:
        yield f".TP\n.B {plain(parameter.typed)}\n{plain(parameter.says)}"
