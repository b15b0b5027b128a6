"""The only door to PyYAML: text to nodes with places, and what YAML itself finds wrong."""

from collections.abc import Iterator
from itertools import islice

import yaml
from yaml.reader import ReaderError

from integration_cli.errors import Fault
from integration_cli.loading.places import Place

Node = yaml.Node
ScalarNode = yaml.ScalarNode
SequenceNode = yaml.SequenceNode
MappingNode = yaml.MappingNode

MOST_FAULTS = 1000
"""Faults that anybody would mend one by one; of a file that is something else altogether no more are looked for."""

DEEPEST = 12
"""Levels of nesting; the knowledge needs five. Deeper text could exhaust the stack of any reader."""

_HINTS = {
    "mapping values": ": a text with ': ' or '#' in it needs quotes around it",
    "mapping keys": ": a text that begins with '?' needs quotes around it",
}
"""The way out, by a part of what YAML says."""

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(data: bytes, name: str) -> tuple[Node | None, list[Fault]]:
    """Parse one YAML document into nodes; scalars keep the text as written.

    Returns no node where the text cannot be used at all. Never raises for content.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        return None, [_fault_after(before, name, "encoding", "this is not UTF-8: save the file as UTF-8")]
    try:
        faults = list(islice(_event_faults(text, name), MOST_FAULTS + 1))
        if faults:
            return None, faults
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_syntax_fault(error, text, name)]
    except RecursionError:
        return None, [Fault(name, 1, 1, "too-deep", f"nested over {DEEPEST} levels deep")]
    if node is None:
        return None, [Fault(name, 1, 1, "empty-file", "the file holds nothing")]
    return node, []


def _event_faults(text: str, name: str) -> Iterator[Fault]:
    """Refuse, before any tree is built, what could grow without bound or surprise a reader."""
    depth, line, col = 0, 1, 1
    try:
        for event in yaml.parse(text, Loader=_Loader):
            mark = event.start_mark
            line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            if isinstance(event, yaml.AliasEvent):
                yield Fault(name, line, col, "alias", "YAML aliases are not used here: write the text out")
            elif getattr(event, "anchor", None):
                yield Fault(name, line, col, "anchor", "YAML anchors are not used here: remove the '&' name")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    yield Fault(name, line, col, "too-deep", f"nested over {DEEPEST} levels deep")
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        yield _syntax_fault(error, text, name)
    except UnicodeDecodeError:
        # libyaml hands on what the %-escapes of a tag stand for, be that UTF-8 or not.
        yield Fault(name, line, col, "syntax", "the next tag is not UTF-8: remove the '!' name")


def _syntax_fault(error: yaml.YAMLError, text: str, name: str) -> Fault:
    if isinstance(error, ReaderError):
        before, *_ = text.partition(chr(error.character))
        return _fault_after(before, name, "syntax", error.reason)
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    if problem.startswith("but "):
        problem = f"{getattr(error, 'context', '')}, {problem}"
    line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    hint = next((hint for part, hint in _HINTS.items() if part in problem), "")
    return Fault(name, line, col, "syntax", f"{problem}{hint}")


def _fault_after(before: str, name: str, rule: str, message: str) -> Fault:
    """A fault at the character that follows this text."""
    lines = f"{before}?".splitlines()
    return Fault(name, len(lines), len(lines[-1]), rule, message)


def place_of(node: Node, name: str) -> Place:
    """Where a node begins."""
    return Place(name, node.start_mark.line + 1, node.start_mark.column + 1)
