"""What a filled-in form means, and what of it cannot be understood."""

import re
from collections.abc import Iterator

from integration_cli.assessment import SCALE, UNKNOWN, Assessment, Form, Rating, Row, Written
from integration_cli.errors import Fault
from integration_cli.model import Knowledge
from integration_cli.suggest import did_you_mean

DATE = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
MOST_FAULTS = 1000
"""Faults that anybody would mend one by one; of a file that is something else altogether no more are looked for."""

MARKS = (*(str(score) for score in SCALE), UNKNOWN)


def understand(form: Form, knowledge: Knowledge) -> tuple[Assessment, list[Fault]]:
    """Return what a form says, and every defect of it, in order; of very many only the first.

    A barrier's former id stands for its present one. A row with a defect is left out.
    """
    ratings: dict[str, Rating] = {}
    faults: list[Fault] = []
    first: dict[str, Row] = {}
    for row in form.rows:
        id_ = knowledge.formerly.get(row.barrier.text, row.barrier.text)
        found = [*_row_faults(row, id_, form.name, knowledge)]
        if id_ in first:
            earlier = first[id_].barrier.line
            found.append(_at(row.barrier, form.name, "duplicate-id", f"'{id_}' is rated in line {earlier} already"))
        first.setdefault(id_, row)
        faults += found
        if not found:
            ratings[id_] = _rating(id_, row)
        if len(faults) > MOST_FAULTS:
            break
    if form.on and form.on.text and not re.fullmatch(DATE, form.on.text):
        faults.append(
            _at(form.on, form.name, "wrong-form", f"the date should be like 2026-06-30, not '{form.on.text}'")
        )
    return Assessment(ratings, _text(form.by), _text(form.on), form.name), sorted(faults)


def _row_faults(row: Row, id_: str, name: str, knowledge: Knowledge) -> Iterator[Fault]:
    if not id_:
        yield _at(row.barrier, name, "missing-id", "this row has a rating or comment, but no id of a barrier")
    elif id_ not in knowledge.barriers:
        hint = did_you_mean(id_, knowledge.barriers) or " (one of your own? lay your folder over with --knowledge)"
        yield _at(row.barrier, name, "unknown-id", f"no barrier is called '{id_}'{hint}")
    if row.rating and row.rating.text and _mark(row.rating) not in MARKS:
        hint = did_you_mean(row.rating.text, [UNKNOWN])
        message = f"the rating is '{row.rating.text}'; it should be one of {', '.join(MARKS)}, or empty{hint}"
        yield _at(row.rating, name, "bad-choice", message)


def _rating(id_: str, row: Row) -> Rating:
    mark = _mark(row.rating)
    score = int(mark) if mark not in ("", UNKNOWN) else None
    return Rating(id_, score, mark == UNKNOWN, _text(row.comment), _text(row.statement))


def _mark(written: Written | None) -> str:
    text = _text(written)
    return UNKNOWN if text.casefold().replace("’", "'") in (UNKNOWN, "don't know", "?") else text


def _text(written: Written | None) -> str:
    return written.text if written else ""


def _at(written: Written, name: str, rule: str, message: str) -> Fault:
    return Fault(name, written.line, written.col, rule, message)
