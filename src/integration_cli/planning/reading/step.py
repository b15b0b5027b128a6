"""A box of a checklist as people leave it: its id, its state, and the lines below it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from integration_cli.planning.comments import Comment, comments
from integration_cli.planning.markdown import own_comments, plain, shown, trace
from integration_cli.planning.reading.due import read_day
from integration_cli.planning.reading.outline import Node
from integration_cli.upkeep import Status

NAMES = {
    "owner": "owner", "lead": "owner", "who": "owner",
    "due": "due", "due date": "due", "deadline": "due", "by when": "due",
    "measure": "measure",
    "notes": "notes", "note": "notes", "comment": "notes", "comments": "notes",
    "status": "status",
    "not applicable": "not applicable", "n/a": "not applicable", "na": "not applicable",
}  # fmt: skip
"""What people call the lines below a box."""

OURS = ("New on ", "Recommended again on ", "Arises again on ", "Reworded on ", "Withdrawn on ")
"""How the lines begin that an update adds below a box."""

_BOX = re.compile(r"\s*\\?\[\s*([^\]\\]{0,3}?)\s*\\?\](?=\s|$|<)")
_LETTER_BOX = re.compile(r"\s*([☐□☑☒✓✔✅])\ufe0f?")
_STATES = {"☐": "", "□": "", "☑": "x", "☒": "x", "✓": "x", "✔": "x", "✅": "x"}
_ID = re.compile(r"\s*(action|risk):\s*(\S+?)\s*$")
_LABEL = re.compile(r"^\s*[^\w(\"'“‘]{0,4}([A-Za-z/ ]{2,16}?)[^\w)]{0,3}[:：][*_]{0,3}")
_DUE_MARK = re.compile(r"📅\ufe0f?\s*(\d{4}-\d\d-\d\d)")
_DONE = {"x", "v", "done", "✓", "✔"}
_NOT_APPLICABLE = {"-", "–", "—", "~", "n/a", "na", "n.a"}
_SAID_DONE = {"done", "complete", "completed", "finished", "closed"}


class Step(NamedTuple):
    """One box. Its lines are `start` to `end` (exclusive); `said_end` ends the action's own words.

    `id` is empty for a box that somebody added. `state` is what stands in the box. `fields` hold the lines below by
    their names here; `notes` everything else that somebody wrote below, `reworded` what an update proposed.
    `trace` is that of the action's words.
    """

    id: str
    node: Node
    state: str
    text: str
    said_end: int
    trace: str
    fields: Mapping[str, str]
    notes: tuple[str, ...]
    nested: bool

    @property
    def status(self) -> Status:
        """Done, not applicable, or open; a `Status:` line counts where the box says nothing."""
        said = self.fields.get("status", "").casefold()
        if self.state in _DONE or said in _SAID_DONE:
            return "done"
        if self.state in _NOT_APPLICABLE or self.fields.get("not applicable") or NAMES.get(said) == "not applicable":
            return "not applicable"
        return "open"

    @property
    def due(self) -> str:
        """The due date (ISO); empty where there is none that can be read."""
        marked = _DUE_MARK.search(self.text)
        return read_day(self.fields.get("due", "")) or (read_day(marked[1]) if marked else "")

    @property
    def reason(self) -> str:
        """Why the step does not apply, as far as somebody said so."""
        said = [self.fields.get("not applicable", ""), self.fields.get("notes", ""), *self.notes]
        return next((text for text in said if text), "") if self.status == "not applicable" else ""

    @property
    def untouched(self) -> bool:
        """Whether nobody ticked it or wrote below it; whether its words were changed is told by the trace."""
        return self.state == "" and not self.notes and not any(self.fields.values())


def read_step(item: Node) -> Step | None:
    """The box that a list item is; None where it is a plain item."""
    box, id_ = _box_and_id(item)
    if not (box or id_):
        return None
    first = item.parts[0]
    state = _STATES.get(box[1], box[1]).casefold() if box else ""
    lines = first.content[box.end() if box else 0 :].split("\n")
    count = next((n for n, line in enumerate(lines) if n and _field(line)), len(lines))
    said = "\n".join(lines[:count])
    below = _Below()
    below.lines(lines[count:])
    for part in item.parts[1:]:
        below.part(part)
    nested = any(boxes_inside(item))
    end = first.start + count
    return Step(id_, item, state, plain(said), end, trace("box", said), below.fields, tuple(below.notes), nested)


def _box_and_id(node: Node) -> tuple[re.Match[str] | None, str]:
    """The square with which a list item begins, and the id in the comment after it; either may be missing."""
    if node.kind != "item" or not node.parts or node.parts[0].kind != "text":
        return None, ""
    words = node.parts[0].content
    return _LETTER_BOX.match(words) or _BOX.match(words), marked_id(words)


def marked_id(content: str, mark: str = "action") -> str:
    """The id in a text's comment with a mark, also where a word processor has changed the dashes; empty if none."""
    return next((id_ for comment in comments(content) if (id_ := id_in(comment, mark))), "")


def id_in(comment: Comment, mark: str) -> str:
    """The id that a comment with a mark holds; empty where it holds none."""
    found = _ID.match(comment.words)
    return found[2] if found and found[1] == mark else ""


def field_name(line: str) -> str:
    """What the field is called here that a line below a box holds; empty where it holds none."""
    found = _field(line)
    return found[0] if found else ""


class _Below:
    """Gathers what stands below a box."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.notes: list[str] = []

    def part(self, node: Node, name: str = "") -> str:
        """Take in a part that stands in the item of the field `name`; return the field with which it ends."""
        if any(_box_and_id(node)):
            return name  # Another box speaks for itself.
        if not node.parts:
            goes_on = name == "notes" or not self.fields.get(name)
            return self.lines(node.content.split("\n"), name if goes_on else "")
        inner = name
        for part in node.parts:
            inner = self.part(part, inner)
        return name

    def lines(self, lines: Sequence[str], name: str = "") -> str:
        """Take in the lines of one paragraph, which go on the field `name` until one begins another."""
        for line in lines:
            found = _field(line)
            name, value = found or (name, _said(line))
            if name:
                self.fields[name] = f"{self.fields.get(name, '')} {value}".strip()
            elif value and not value.startswith(OURS):
                self.notes.append(value)
        return name


def label_in(line: str) -> tuple[str, int] | None:
    """The field that a line begins, and where in the line its value begins; None where it begins none."""
    found = _LABEL.match(line)
    name = NAMES.get(found[1].strip().casefold()) if found else None
    return (name, found.end()) if found and name else None


def _field(line: str) -> tuple[str, str] | None:
    found = label_in(line)
    return (found[0], _said(line[found[1] :])) if found else None


def _said(line: str) -> str:
    """What a line says; where nothing shows, what somebody hid in a comment, so that it counts."""
    return shown(line) or (own_comments(line) if "<!" in line else "")


def boxes_inside(node: Node) -> Iterator[Node]:
    """The items below a node that are boxes, but not those inside these."""
    for part in node.parts:
        if any(_box_and_id(part)):
            yield part
        else:
            yield from boxes_inside(part)
