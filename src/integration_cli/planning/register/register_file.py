"""A register read back, however people have edited it."""

from collections.abc import Mapping, Sequence
from functools import partial

from integration_cli.planning.comments import without_comments
from integration_cli.planning.markdown import plain, trace
from integration_cli.planning.merging.lines import LABEL
from integration_cli.planning.reading.outline import Node
from integration_cli.planning.reading.plan_file import PlanFile, placed, read_remembered
from integration_cli.planning.reading.step import OURS, Step, marked_id
from integration_cli.planning.register.below import Labels, Line, is_risk, labels_for, lines_below, words_end
from integration_cli.planning.register.document import line_key
from integration_cli.planning.register.labels import RATINGS
from integration_cli.planning.register.numbers import is_ours


def read_register(data: bytes, name: str = "the file", partners: Sequence[str] = ()) -> PlanFile:
    """Read a register as Markdown; `name` is what the file is called in errors, `partners` are further ones.

    Raises NotAPlan.
    """
    plan = read_remembered(data, "register", name)
    labels = labels_for(tuple(dict.fromkeys((*plan.record.partners, *partners))))
    read = partial(_read_risk, labels=labels, traces=plan.record.traces)
    return plan._replace(boxes=tuple(placed(plan.pieces, read)))


def _read_risk(item: Node, labels: Labels, traces: Mapping[str, str]) -> Step | None:
    """The risk that a list item is, with what people wrote below it; None where it is a plain item."""
    if not is_risk(item, labels):
        return None
    first = item.parts[0]
    id_ = marked_id(first.content, "risk")
    end = words_end(first, labels)
    said = "\n".join(first.content.split("\n")[: end - first.start])
    said = without_comments(said).lstrip()
    said = LABEL.sub("", said, count=1)
    lines = lines_below(item, labels)
    theirs = {line.label: line.value for line in lines if line.label and not _is_ours(line, id_, traces)}
    notes = tuple(line.value for line in lines if not line.label and line.value and not line.value.startswith(OURS))
    nested = any(_holds_a_risk(part, labels) for part in item.parts[1:])
    return Step(id_, item, "", plain(said), end, trace("box", said), theirs, notes, nested)


def _is_ours(line: Line, id_: str, traces: Mapping[str, str]) -> bool:
    """Whether nobody has written anything behind a label."""
    if not line.value or (line.label in RATINGS and is_ours(line.value)):
        return True
    return trace("line", line.value) == traces.get(line_key(id_, line.label))


def _holds_a_risk(node: Node, labels: Labels) -> bool:
    return is_risk(node, labels) or any(_holds_a_risk(part, labels) for part in node.parts)
