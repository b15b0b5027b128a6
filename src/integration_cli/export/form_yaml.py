"""A form of the self-assessment as YAML: made once, then changed only where somebody answers.

Whatever else a person has written into the file, comments, notes and keys of their own, stays as it is.
"""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from integration_cli.assessment import SCALE, UNKNOWN, Assessment, Form, Rating, Row, Written
from integration_cli.model import Barrier, Knowledge

WIDTH = 110
"""Characters of a line of a statement."""


def to_yaml(asked: Sequence[Barrier], knowledge: Knowledge, known: Assessment) -> str:
    """Write a form with these questions; what `known` holds of them, and of others, is filled in already."""
    barriers = {barrier.id: barrier for barrier in asked}
    barriers |= {id_: knowledge.barriers[id_] for id_ in known.ratings}
    lines = [*_head(known)]
    for category in knowledge.categories.values():
        inside = [id_ for id_ in knowledge.barriers if id_ in barriers and barriers[id_].category == category.id]
        if inside:
            lines += ["", f"# {''.join(c for c in ' '.join(category.title.split()) if c.isprintable())}"]
        for id_ in inside:
            lines += ["", *_row(known.ratings.get(id_, Rating(id_)), barriers[id_].question)]
    return "\n".join(lines) + "\n"


def with_rating(text: str, form: Form, rating: Rating, barrier: Barrier) -> str:
    """The text of a form with one rating, and its comment where it has one, written into it.

    `form` is what was read from this text. A barrier that it does not hold is added at its end.
    """
    row = next((row for row in form.rows if row.barrier.text in (barrier.id, *barrier.formerly)), None)
    if row is None:
        return _added(text, form, rating, barrier.question)
    edits = [_edit(text, row, "rating", row.rating, rating.mark, after=row.barrier)]
    if rating.comment:
        edits.insert(0, _edit(text, row, "comment", row.comment, quoted(rating.comment), row.rating or row.barrier))
    # From the end to the beginning, so that the offsets hold; of two at one place the rating comes to stand first.
    for start, end, new in sorted(edits, key=lambda edit: edit[0], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def with_owner(text: str, form: Form, by: str) -> str:
    """The text of a form with the name of the organisation written into it, where it holds none yet."""
    if form.by is None:
        return f"by: {quoted(by)}{_newline(text)}{text}"
    return text[: form.by.start] + _value(text, form.by, quoted(by)) + text[form.by.end :]


def quoted(text: str) -> str:
    """A text as YAML reads it back exactly, in double quotes on one line."""
    return '"' + "".join(_escaped(c) for c in text) + '"'


def _escaped(c: str) -> str:
    if c in '"\\':
        return "\\" + c
    if c.isprintable():
        return c
    code = ord(c)
    if 0xD800 <= code <= 0xDFFF:
        # Half a character, which no file can hold.
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _head(known: Assessment) -> Iterator[str]:
    yield "# How ready are we? Rate how true each statement is here today:"
    yield from (f"#   {score}  {meaning}" for score, meaning in SCALE.items())
    yield f"#   {UNKNOWN}  where nobody can say: it is counted and shown, never scored"
    yield "# An empty rating is asked again. Comments, notes and lines of your own stay as you write them."
    yield "advisor-assessment: 1"
    yield f"by: {quoted(known.by)}"
    yield f"on: {quoted(known.on)}"
    yield 'notes: ""'
    yield "ratings:"


def _row(rating: Rating, question: str) -> Iterator[str]:
    yield f"- barrier: {rating.barrier}"
    words = " ".join(question.split())
    if words.isprintable():
        yield "  statement: >-"
        yield from (f"    {line}" for line in wrap(words, WIDTH, break_long_words=False, break_on_hyphens=False))
    else:
        yield f"  statement: {quoted(words)}"
    yield f"  rating: {rating.mark}".rstrip()
    yield f"  comment: {quoted(rating.comment)}" if rating.comment else "  comment:"


def _edit(text: str, row: Row, key: str, old: Written | None, value: str, after: Written) -> tuple[int, int, str]:
    """What to write from where to where: in place of the old value, or as a new key after another value."""
    if old is not None:
        return old.start, old.end, _value(text, old, value)
    if row.flow:
        return after.end, after.end, f", {key}: {value}"
    at = _end_of_line(text, after.end)
    return at, at, f"{_newline(text)}{' ' * row.indent}{key}: {value}"


def _value(text: str, old: Written, value: str) -> str:
    """A value to stand in the place of an old one; a block of text leaves its line end, and a remark at its head."""
    written = text[old.start : old.end]
    if written[:1] in ("|", ">"):
        first = written.split("\n", 1)[0].rstrip("\r")
        remark = f"  {first[first.index('#') :]}" if "#" in first else ""
        return value + remark + written[len(written.rstrip("\r\n")) :]
    return f" {value}" if text[old.start - 1 : old.start] == ":" else value


def _added(text: str, form: Form, rating: Rating, question: str) -> str:
    if form.flow:
        row = f", {{barrier: {rating.barrier}, rating: {rating.mark}, comment: {quoted(rating.comment)}}}"
        return f"{text[: form.end]}{row}{text[form.end :]}"
    newline = _newline(text)
    rows = newline.join(" " * form.indent + line for line in _row(rating, question))
    if form.end and text[form.end - 1] == "\n":
        return f"{text[: form.end]}{newline}{rows}{newline}{text[form.end :]}"
    at = _end_of_line(text, form.end)
    return f"{text[:at]}{newline}{newline}{rows}{text[at:]}"


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if text[at:end].endswith("\r") else end


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
