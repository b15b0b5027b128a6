"""A form of the self-assessment as YAML: what is written in it, and where."""

from pathlib import Path

from integration_cli.assessment import Form, Row, Written
from integration_cli.errors import Fault
from integration_cli.loading.check import with_source_lines
from integration_cli.loading.decode import Decoder
from integration_cli.loading.locate import LARGEST_FILE, KnowledgeFile
from integration_cli.loading.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose, place_of
from integration_cli.loading.shapes import Choice, Field, ListOf, Record, Text

FREE = Text(empty=True)
ROW = Record(
    "row",
    {
        "barrier": Field(Text(), "Id of the barrier that the statement is about"),
        "statement": Field(FREE, "What is rated: true where the barrier is absent", required=False),
        "rating": Field(FREE, "0 to 4, or do not know, or empty", required=False),
        "comment": Field(FREE, "Why", required=False),
    },
    open=True,
)
FORM = Record(
    "form",
    {
        "advisor-assessment": Field(Choice(("1",)), "Version of this form", required=False),
        "by": Field(FREE, "Whose assessment it is", required=False),
        "on": Field(FREE, "When it was begun: an ISO date", required=False),
        "notes": Field(FREE, "Anything", required=False),
        "ratings": Field(ListOf(ROW, 1), "One row for each statement"),
    },
    open=True,
)


def read_form(data: bytes, name: str) -> tuple[Form, list[Fault]]:
    """Return what a form holds, and the defects of its shape; the form is only to be used where there are none.

    Keys of somebody's own are left alone. Never raises for content.
    """
    if len(data) > LARGEST_FILE:
        return Form(name, ()), [Fault(name, 1, 1, "too-large", f"over {LARGEST_FILE:,} bytes: this is no form")]
    node, faults = compose(data, name)
    if node is None:
        return Form(name, ()), faults
    decoder = Decoder(name, lambda _: False)
    decoder.decode(node, FORM, "the form")
    if decoder.faults or not isinstance(node, MappingNode):
        return Form(name, ()), decoder.faults
    return _form(node, data.decode("utf-8-sig"), name), []


def with_lines(faults: list[Fault], data: bytes, name: str) -> list[Fault]:
    """The faults of a form in order, with the lines at which they point."""
    return with_source_lines(faults, [KnowledgeFile(Path(name), name, None, data)])


def _form(node: MappingNode, text: str, name: str) -> Form:
    head = _by_key(node)
    ratings = head["ratings"]
    assert isinstance(ratings, SequenceNode)
    rows = tuple(_row(row) for row in ratings.value if isinstance(row, MappingNode))
    flow = bool(ratings.flow_style)
    return Form(
        name,
        rows,
        _written(head.get("by")),
        _written(head.get("on")),
        end=ratings.end_mark.index - 1 if flow else _end_of(ratings, text),
        indent=ratings.start_mark.column,
        flow=flow,
    )


def _row(node: MappingNode) -> Row:
    found = _by_key(node)
    return Row(
        _written(found["barrier"]) or Written("", 1, 1),
        _written(found.get("statement")),
        _written(found.get("rating")),
        _written(found.get("comment")),
        indent=node.start_mark.column,
        flow=bool(node.flow_style),
    )


def _by_key(node: MappingNode) -> dict[str, Node]:
    return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}


def _written(node: Node | None) -> Written | None:
    if not isinstance(node, ScalarNode):
        return None
    place = place_of(node, "")
    return Written(node.value.strip(), place.line, place.col, node.start_mark.index, node.end_mark.index)


def _end_of(ratings: SequenceNode, text: str) -> int:
    """Where the last row's last value ends. The list itself ends, for YAML, behind the comments that follow it."""
    last: Node = ratings
    while isinstance(last, SequenceNode | MappingNode) and last.value and not last.flow_style:
        item = last.value[-1]
        last = item[1] if isinstance(item, tuple) else item
    return min(last.end_mark.index, len(text))
