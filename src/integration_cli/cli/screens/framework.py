"""The picture of a document's table."""

from collections.abc import Iterator

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Drawn, Part
from integration_cli.cli.screens.parts import indented, labelled, places, text
from integration_cli.model import Cell, Evidence, Framework, Knowledge


def framework_parts(framework: Framework, knowledge: Knowledge) -> Iterator[Part]:
    """The rows of a framework with where they stand; ids of rows follow their texts."""
    if framework.source:
        evidence = Evidence(framework.source, framework.section, framework.key_words)
        yield labelled("from", f"{places([evidence], knowledge)}; look for: {', '.join(framework.key_words)}")
    else:
        yield labelled("from", "put together from several passages")
    if framework.note:
        yield labelled("note", framework.note)
    columns = list(dict.fromkeys(key for row in framework.rows for key in row))
    if len(columns) <= 3:
        yield _table(framework, columns)
    else:
        yield from _blocks(framework)


def _table(framework: Framework, columns: list[str]) -> Drawn:
    from rich.table import Table

    table = Table(show_lines=False, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(inert(_label(column)), overflow="fold")
    for row in framework.rows:
        table.add_row(*(inert(_cell(row.get(column, ""))) for column in columns))
    return Drawn(table)


def _blocks(framework: Framework) -> Iterator[Part]:
    for number, row in enumerate(framework.rows, 1):
        yield text(f"{number}.", "bold")
        for key, cell in row.items():
            yield indented(labelled(_label(key), _cell(cell)))


def _cell(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ", ".join(cell)


def _label(key: str) -> str:
    return key.removesuffix("_ids").removesuffix("_id").replace("_", " ")
