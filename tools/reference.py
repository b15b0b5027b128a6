"""The reference of the commands, as Markdown, from their tree and from what they print."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tools.command_tree import Page, Parameter
from tools.surroundings import EXIT_CODES, VARIABLES

HEAD = """# Reference

Every command with its options, as the commands themselves tell it. Results go to standard output, talk to
standard error. What `--json` prints has a `schema_version`, which rises when a key changes its meaning or goes.

This page is written by `UPDATE_DOCS=1 pytest tests/cli/test_reference.py`.
"""


def reference(pages: Sequence[Page], answers: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """The page. `answers` holds, by command, documents that it printed with `--json`."""
    first, *commands = pages
    parts = [
        HEAD,
        *_contents(commands),
        f"\n## advisor\n\n```text\n{first.usage}\n```\n",
        *_table("option", first.options),
        *(part for page in commands for part in _command(page, answers.get(page.name, ()))),
        "\n## Exit codes\n",
        *_table("code", [Parameter(str(code), says) for code, says in EXIT_CODES.items()]),
        "\n## Environment variables\n",
        *_table("variable", [Parameter(name, says) for name, says in VARIABLES.items()]),
    ]
    return "\n".join(parts) + "\n"


def _contents(commands: Sequence[Page]) -> Iterator[str]:
    for page in commands:
        if page.group:
            yield f"\n**{page.group}**\n"
        yield f"- [advisor {page.name}](#advisor-{page.name}): {_sentence(page.summary)}"
    yield "\nAnd: [exit codes](#exit-codes), [environment variables](#environment-variables)."


def _sentence(summary: str) -> str:
    return summary[0].lower() + summary[1:]


def _command(page: Page, answers: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"\n## advisor {page.name}\n\n" + "\n\n".join(map(_escaped, page.prose)) + "\n"
    yield "```text\n" + "\n".join([page.usage, "", *page.examples]) + "\n```\n"
    if page.arguments:
        yield from [*_table("argument", page.arguments), ""]
    yield from _table("option", page.options)
    if answers:
        yield "\nWith `--json`:\n"
        yield from (f"- `{key}`{_inside(values)}" for key, values in _gathered(answers).items())


def _table(what: str, rows: Iterable[Parameter]) -> Iterator[str]:
    yield f"| {what} | what it does |\n|---|---|"
    for row in rows:
        yield f"| `{row.typed.replace('|', chr(92) + '|')}` | {_escaped(row.says)} |"


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\|*_<>[]`" else c for c in text)


def _gathered(answers: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for answer in answers:
        for key in [key for key in answer if key != "schema_version"]:
            found.setdefault(key, []).append(answer[key])
    return found


def _inside(values: Iterable[Any]) -> str:
    """The keys of the records that these values are, or are lists of."""
    records = [item for value in values for item in (value if isinstance(value, list) else [value])]
    keys = dict.fromkeys(key for record in records if isinstance(record, dict) for key in record)
    lists = any(isinstance(value, list) for value in values)
    if not keys:
        return ", a list" if lists else ""
    return (", a list of records: " if lists else ": ") + ", ".join(f"`{key}`" for key in keys)
