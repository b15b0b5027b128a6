"""Small pictures that several screens share."""

from collections.abc import Sequence

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Hanging, Text, cells
from integration_cli.dates import in_words
from integration_cli.model import Evidence, Knowledge
from integration_cli.update import Notice

LOCAL = " (local)"


def text(content: str, style: str = "") -> Text:
    """A text exactly as it stands, made inert."""
    return Text(inert(content), style)


def heading(content: str) -> Text:
    """A heading of a part of a screen."""
    return text(content, "bold")


def indented(content: Text, by: int = 2) -> Hanging:
    """A text moved to the right, all its lines alike."""
    return Hanging(content, by, 0)


def beside(narrow: Text, content: Text, by: int = 2) -> Hanging:
    """A text wrapped to the right of something narrow, such as the marks of a line of a table."""
    width = sum(cells(piece) for piece, _ in narrow.pieces)
    return Hanging(Text().append(narrow).append(content), by, width, width)


def labelled(label: str, content: str, style: str = "") -> Text:
    """'label: content', the label quiet."""
    line = text(f"{label}: ", "dim")
    line.append(inert(content), style)
    return line


def places(evidence: Sequence[Evidence], knowledge: Knowledge) -> str:
    """Where documents say something: title and section, each once."""
    found = dict.fromkeys((e.source, e.section) for e in evidence)
    return "; ".join(
        f"{knowledge.sources[source].title} ({'opening' if section == 'lead' else section})"
        for source, section in found
    )


def notice(item: Notice) -> Text:
    """An update: what it is, its status, the note that belongs to the status, and every doubt."""
    update = item.update
    line = text(f"{update.term}{LOCAL if update.local else ''}: ", "bold")
    line.append(inert(f"{update.status} since {in_words(update.since)}, {', '.join(update.nations)}. "), "yellow")
    line.append(inert(item.says))
    if not update.verified:
        line.append(" Not verified.", "bold")
    line.append(inert(f" (As at {in_words(update.as_at)}; {update.id})"), "dim")
    return line
