"""One box per action: boxes that stand twice, and boxes that lost their mark."""

from integration_cli.planning.block import MARKS, mark
from integration_cli.planning.comments import without_comments
from integration_cli.planning.merging.lines import parted
from integration_cli.planning.merging.located import Place
from integration_cli.planning.merging.merging import Merging
from integration_cli.planning.reading.plan_file import Placed
from integration_cli.planning.reading.step import id_in
from integration_cli.upkeep import Change


def join_doubles(work: Merging) -> None:
    """Take out copies of a box that hold nothing of their own; any other becomes a box of the person's own."""
    for key, double in work.found.doubles:
        step = double.step
        if is_copy(double, work.found.places[key], work.base.get(key, "")):
            work.edits.remove(step.node.start, step.node.end)
        else:
            _set_mark(work, double, "")
        work.changes.append(Change("joined", key, step.text))


def is_copy(double: Placed, kept: Place, written: str) -> bool:
    """Whether a box that stands twice holds nothing of its own beside the one that is kept; `written` is the trace of
    the words that were written first."""
    return double.step.untouched and double.step.trace in (kept.trace, written) and not double.step.nested


def restore_ids(work: Merging) -> None:
    """Give boxes that are known by their words, or by an id of old, the mark of their action."""
    for key, place in work.found.places.items():
        if (
            key in work.fresh
            and place.box
            and place.box.step.id != key[2:]
            and not work.edits.changes(place.node.start)
        ):
            _set_mark(work, place.box, f"{mark(key)} ")
            work.changes.append(Change("restored", key, place.box.step.text))


def said_again(work: Merging, place: Place, key: str, content: str) -> None:
    """Put other words into a box, and leave all that stands before and below them."""
    box = place.box
    assert box is not None, "only boxes are said again"
    first, _ = parted(work.plan.text.lines[box.step.node.start], work.record.letter)
    work.edits.replace(box.step.node.start, box.step.said_end, [f"{first}{mark(key)} {content}"])


def _set_mark(work: Merging, box: Placed, mark: str) -> None:
    letter = work.record.letter
    start, end = box.step.node.start, box.step.said_end
    lines = "\n".join(work.plan.text.lines[start:end])
    first, _ = parted(lines, letter)
    bare = without_comments(lines, "", lambda comment: bool(id_in(comment, MARKS[letter])))
    _, words = parted(bare, letter)
    work.edits.replace(start, end, f"{first}{mark}{words}".split("\n"))
