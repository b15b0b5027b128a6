"""Nodes to plain data by the shape of their kind; every departure from it is a fault."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from integration_cli.errors import Fault
from integration_cli.loading.nodes import MOST_FAULTS, MappingNode, Node, ScalarNode, SequenceNode, place_of
from integration_cli.loading.places import PlacedRecord, PlacedText
from integration_cli.loading.shapes import Choice, Flag, ListOf, Record, Ref, Row, Text, Type
from integration_cli.suggest import did_you_mean, nearest

MISTYPED = 0.75
"""Likeness from which a key is rather a known one mistyped than one of somebody's own."""


class EnoughFaults(Exception):
    """A file has so many faults that no more need be looked for."""


class Decoder:
    """Turns the nodes of one file into plain data and collects the faults on the way.

    `amends(id)` says whether a record with this id changes an entry that exists already; such a record may
    leave out what it does not change.
    """

    def __init__(self, name: str, amends: Callable[[str], bool]) -> None:
        self.name = name
        self.amends = amends
        self.faults: list[Fault] = []

    def fault(self, node: Node, rule: str, message: str) -> None:
        """Note a defect at the place where the node begins. Raises EnoughFaults."""
        place = place_of(node, self.name)
        self.faults.append(Fault(place.path, place.line, place.col, rule, message))
        if len(self.faults) > MOST_FAULTS:
            raise EnoughFaults

    def decode(self, node: Node, type_: Type, what: str) -> Any:
        """Return the node's data, or None where it cannot be had; `what` names it in messages. Raises EnoughFaults."""
        match type_:
            case Record():
                return self._record(node, type_, what)
            case ListOf():
                return self._list(node, type_, what)
            case Row():
                return self._row(node, what)
            case _:
                return self._scalar(node, type_, what)

    def _scalar(self, node: Node, type_: Type, what: str) -> Any:
        if not isinstance(node, ScalarNode):
            self.fault(node, "wrong-type", f"{what} should be a text, not {_shape(node)}")
            return None
        text: str = node.value
        if not text.strip():
            if isinstance(type_, Text) and type_.empty:
                return PlacedText.at(place_of(node, self.name), "")
            self.fault(node, "empty-text", f"{what} is empty")
            return None
        for rule, message in _scalar_faults(text, type_, what):
            self.fault(node, rule, message)
            return None
        if isinstance(type_, Flag):
            return text == "true"
        return PlacedText.at(place_of(node, self.name), text)

    def _list(self, node: Node, type_: ListOf, what: str) -> Any:
        if not isinstance(node, SequenceNode):
            self.fault(node, "wrong-type", f"{what} should be a list, not {_shape(node)}")
            return None
        if len(node.value) < type_.least or (type_.most and len(node.value) > type_.most):
            most = f" to {type_.most}" if type_.most else " or more"
            self.fault(node, "wrong-length", f"{what} has {len(node.value)} items; it should have {type_.least}{most}")
        items = (self.decode(item, type_.item, f"an item of {what}") for item in node.value)
        return [item for item in items if item is not None]

    def _keys(self, node: MappingNode, what: str) -> Iterator[tuple[ScalarNode, Node]]:
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.fault(key, "wrong-type", f"a key of {what} should be a word")
            elif key.value in seen:
                self.fault(key, "duplicate-key", f"'{key.value}' stands twice in {what}: keep one")
            else:
                seen.add(key.value)
                yield key, value

    def _record(self, node: Node, type_: Record, what: str) -> Any:
        if not isinstance(node, MappingNode):
            self.fault(node, "wrong-type", f"{what} should be 'key: value' lines, not {_shape(node)}")
            return None
        fields = type_.fields
        found = PlacedRecord.at(place_of(node, self.name), {})
        given = set()
        for key, value in self._keys(node, what):
            if key.value not in fields:
                if type_.open and not nearest(key.value, fields, least=MISTYPED):
                    continue
                near = did_you_mean(key.value, fields)
                self.fault(key, "unknown-key", f"{what} has no '{key.value}'{near}")
                continue
            given.add(key.value)
            data = self.decode(value, fields[key.value].type, f"'{key.value}'")
            if data is not None:
                found[key.value] = data
        missing = [name for name, field in fields.items() if field.required and name not in given]
        if missing and not (type_.entry and self.amends(found.get("id", ""))):
            self.fault(node, "missing-key", f"{what} lacks {', '.join(repr(name) for name in missing)}")
        return found

    def _row(self, node: Node, what: str) -> Any:
        if not isinstance(node, MappingNode):
            self.fault(node, "wrong-type", f"{what} should be 'key: value' lines, not {_shape(node)}")
            return None
        row = PlacedRecord.at(place_of(node, self.name), {})
        for key, value in self._keys(node, what):
            type_ = ListOf(Text()) if isinstance(value, SequenceNode) else Text()
            data = self.decode(value, type_, f"'{key.value}'")
            if data is not None:
                row[key.value] = data
        return row


def _scalar_faults(text: str, type_: Type, what: str) -> Iterator[tuple[str, str]]:
    match type_:
        case Text(pattern=pattern, form=form) if pattern and not re.fullmatch(pattern, text):
            yield "wrong-form", f"{what} should be {form}, not '{text}'"
        case Choice(options=options) if text not in options:
            hint = did_you_mean(text, options)
            yield "bad-choice", f"{what} is '{text}'; it should be one of {', '.join(options)}{hint}"
        case Flag() if text not in ("true", "false"):
            yield "bad-choice", f"{what} is '{text}'; it should be true or false"
        case Ref() if text != text.strip() or " " in text:
            yield "wrong-form", f"{what} should be an id, not '{text}'"


def _shape(node: Node) -> str:
    if isinstance(node, SequenceNode):
        return "a list"
    return "'key: value' lines" if isinstance(node, MappingNode) else "a text"
