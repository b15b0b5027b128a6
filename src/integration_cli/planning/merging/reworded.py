"""Advice whose words have changed: put in place where nobody touched the old, else shown beside what became of it."""

from collections.abc import Sequence

from integration_cli.planning.block import Block
from integration_cli.planning.markdown import plain
from integration_cli.planning.merging.doubles import said_again
from integration_cli.planning.merging.lines import below, indent
from integration_cli.planning.merging.located import Place
from integration_cli.planning.merging.merging import Merging
from integration_cli.planning.reading.outline import Node
from integration_cli.upkeep import Change

ALIKE = 0.5
"""Share of words in common from which a text is taken for somebody's version of a block."""

SPEAKS = {"a": "advice", "r": "risk"}
AGAIN = {"a": "Recommended", "r": "Arises"}
"""What is said of actions, and of risks."""


def reword(work: Merging) -> None:
    """Bring every block that stands in the file up to the words of today."""
    own = [(piece, _words(piece.content)) for piece in work.found.own]
    for key, block in work.fresh.items():
        place = work.found.places.get(key)
        known, now = work.base.get(key), work.record.traces[key]
        if place is None:
            if known and known != now and block.kind != "heading":
                _propose_to_edited(work, block, own)
        elif known is None:
            _come_back(work, block, place)
        elif now in (known, place.trace):
            continue
        elif place.trace == known:
            _replace(work, block, place)
        else:
            _propose(work, block, place.node)


def _replace(work: Merging, block: Block, place: Place) -> None:
    if place.box:
        said_again(work, place, block.key, block.content)
    else:
        by = indent(work.plan.text.lines[place.node.start])
        work.edits.replace(place.node.start, place.node.end, [by + line for line in block.lines])
    work.changes.append(Change("reworded", block.key, plain(block.content)))


def _propose(work: Merging, block: Block, node: Node) -> None:
    """Show new words below those that somebody changed."""
    if node.kind == "item":
        by = below(work.plan.text.lines[node.start])
        said = f"{by}Reworded on {work.on}; the {SPEAKS[work.record.letter]} now says: {block.content}"
        work.edits.attach(node.end, said)
    else:
        work.edits.insert(node.end, "quote", [f"> **Reworded on {work.on}:** {block.content}"])
    work.changes.append(Change("proposed", block.key, plain(block.content)))


def _propose_to_edited(work: Merging, block: Block, own: Sequence[tuple[Node, set[str]]]) -> None:
    """Find the text that somebody made of a block; without one it was taken out, and stays out."""
    wanted = _words(block.content)
    alike = [(_share(wanted, words), piece) for piece, words in own if piece.kind == block.kind]
    share, piece = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    if piece is not None and share >= ALIKE:
        _propose(work, block, piece)


def _come_back(work: Merging, block: Block, place: Place) -> None:
    """Say of advice that was withdrawn, and kept, that it is given again."""
    if place.box:
        if not work.comes_back(block.key, place):
            work.edits.attach(place.node.end, given_again(work, block, place))
        work.changes.append(Change("again", block.key, plain(block.content)))


def given_again(work: Merging, block: Block, place: Place) -> str:
    """The line that says so."""
    by = below(work.plan.text.lines[place.node.start])
    now = "" if place.trace == block.trace else f": {block.content}"
    return f"{by}{AGAIN[work.record.letter]} again on {work.on}{now}"


def _words(text: str) -> set[str]:
    return set(plain(text).casefold().split())


def _share(a: set[str], b: set[str]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0
