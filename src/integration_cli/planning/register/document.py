"""A register as Markdown: one item per risk, its cells as lines below it.

A table as wide as a register cannot be read in an editor, nor merged in one: every program that saves it aligns its
columns anew, and a paragraph in one cell moves all the others out of sight. An item keeps its lines wherever it goes.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from integration_cli.dates import in_words
from integration_cli.model import Knowledge
from integration_cli.planning.block import Block, laid_out
from integration_cli.planning.checklist import situation_block
from integration_cli.planning.markdown import escaped, trace
from integration_cli.planning.record import Record, header, record_lines, traces_of
from integration_cli.planning.register.labels import NUMBERS, RATINGS, filled_in, generated
from integration_cli.planning.register.numbers import UNSCORED, counted
from integration_cli.register import Register, RegisterRow, Score

HOW_TO_USE = (
    "Go through the risks together. Below each, say how much of it each partner is ready to bear, give the four "
    "numbers, an owner and a review date, and change any words that do not fit. Then run `advisor risks -o` with the "
    "name of this file: it works out the ratings, brings in newer risks and keeps every word of yours. A risk of your "
    "own is one more item with such lines below it; only the small hidden marks must stay."
)
MATRIX = (
    "**Likelihood:** 1 rare, 2 unlikely, 3 possible, 4 likely, 5 almost certain. **Impact:** 1 negligible, 2 minor, "
    "3 moderate, 4 major, 5 catastrophic. The score is likelihood times impact: 15 to 25 is red, 8 to 12 amber, 1 to 6 "
    "green. The matrix, its words and its bands (1-3 low, 4-6 moderate, 8-12 high, 15-25 extreme) are those of the "
    "National Patient Safety Agency's “A risk matrix for risk managers” (2008); that low and moderate are both green "
    "is our choice. Where your bodies use other bands, agree on one set first: the numbers stand whatever the colours."
)
SECTIONS = {
    "shared": "Risks that arise from working together (shared)",
    "retained": "Risks that each body keeps (retained)",
}


class Tally(NamedTuple):
    """What the head of a register counts: risks of ours that stand in it, by sharing, those of people's own, scores."""

    shared: int
    retained: int
    own: int
    now: tuple[Score | None, ...]
    target: tuple[Score | None, ...]


class Dates(NamedTuple):
    """When a register was made and last brought up to date (ISO; `updated` empty if never)."""

    made: str
    updated: str = ""


def unscored(register: Register) -> Tally:
    """The tally of a register that nobody has filled in."""
    none = (None,) * len(register.rows)
    return Tally(len(register.shared), len(register.retained), 0, none, none)


def to_markdown(register: Register, knowledge: Knowledge, made: str) -> str:
    """Write a new register: every risk once, as an item with its id in a comment after its label."""
    blocks = register_blocks(register, knowledge, Dates(made), unscored(register))
    record = record_of(register, knowledge, Dates(made), blocks)
    title, *rest = blocks
    lines = [*title.lines, "", header(record), "", *laid_out(rest), "", *record_lines(record)]
    return "\n".join(lines) + "\n"


def record_of(register: Register, knowledge: Knowledge, dates: Dates, blocks: Sequence[Block]) -> Record:
    """What the file is to remember of a register: the traces of its blocks, and of the lines below each risk."""
    traces = traces_of(blocks) | {
        line_key(row.risk.id, label): trace("line", escaped(said))
        for row in register.rows
        for label, said in generated(row, knowledge).items()
    }
    return Record(knowledge.version, *dates, register.barriers, False, traces, partners=register.partners)


def line_key(risk: str, label: str) -> str:
    """The key of a line below a risk."""
    return f"l:{risk}/{label}"


def register_blocks(register: Register, knowledge: Knowledge, dates: Dates, tally: Tally) -> list[Block]:
    """The blocks of a register in order, the title first."""
    return [*_head(register, knowledge, dates, tally), *_body(register, knowledge)]


def _head(register: Register, knowledge: Knowledge, dates: Dates, tally: Tally) -> Iterator[Block]:
    yield Block("h:title", "heading", "Joint risk register", 1)
    if register.situation.strip():
        yield situation_block(register.situation)
    updated = f", brought up to date on {in_words(dates.updated)}" if dates.updated else ""
    yield Block(
        "h:made",
        "text",
        f"Made on {in_words(dates.made)}{updated}, from knowledge version {knowledge.version}. The risks come from "
        "five documents of 2015-16 and from our own inference, and each says from which. They are a start: no list "
        "knows your place.",
    )
    yield Block("h:how", "text", HOW_TO_USE)
    yield Block("h:matrix", "text", MATRIX)
    yield Block("h:from", "text", "These barriers give rise to them:")
    for id_ in register.barriers:
        yield Block(f"h:b:{id_}", "item", escaped(knowledge.barriers[id_].title))
    yield Block("h:summary", "text", _summary(tally))


def _summary(tally: Tally) -> str:
    own = f", {tally.own} of your own" if tally.own else ""
    total = tally.shared + tally.retained + tally.own
    return (
        f"**{total} risk{'' if total == 1 else 's'}:** {tally.shared} shared, {tally.retained} retained{own}. "
        f"**Now:** {counted(tally.now)}. **Target:** {counted(tally.target)}."
    )


def _body(register: Register, knowledge: Knowledge) -> Iterator[Block]:
    for sharing, title in SECTIONS.items():
        yield Block(f"c:{sharing}", "heading", title, 2)
        rows = [row for row in register.rows if row.risk.sharing == sharing]
        if not rows:
            yield Block(f"c:{sharing}/none", "text", "None is known to arise from these barriers.")
        for row in rows:
            yield _item(row, register.partners, knowledge)


def _item(row: RegisterRow, partners: Sequence[str], knowledge: Knowledge) -> Block:
    local = " *(local)*" if row.risk.local else ""
    lines = [f"  - {label}: {escaped(said)}" for label, said in generated(row, knowledge).items()]
    lines += [f"  - {blank(label)}" for label in filled_in(partners)]
    return Block(f"r:{row.risk.id}", "box", f"{escaped(row.risk.text)}{local}", below=tuple(lines))


def blank(label: str) -> str:
    """A line that waits for somebody to fill it in; a rating waits for the numbers."""
    if label in RATINGS:
        return f"{label}: {UNSCORED}"
    return f"{escaped(label)}{' (1-5)' if label in NUMBERS else ''}:"
