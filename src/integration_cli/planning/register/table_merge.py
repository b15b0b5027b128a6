"""A register as a table brought up to date: rows are known by their ids, and filled-in cells win."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from integration_cli.dates import in_words
from integration_cli.model import Knowledge
from integration_cli.planning.markdown import trace
from integration_cli.planning.register.labels import GENERATED, generated
from integration_cli.planning.register.scored import rate, remarks, typed_over
from integration_cli.planning.register.table import (
    APPETITE,
    CHANGES,
    ID,
    RECORD,
    RISK,
    SCORES,
    Row,
    Table,
    columns,
    new_table,
    table_bytes,
)
from integration_cli.register import Register, Remark
from integration_cli.upkeep import Change, Merged

_ID, _BARRIERS = "risk", "barriers"
_NOTES = ("New on", "No longer arising since", "Arises again on", "Reworded on")
_NEW, _GONE, _AGAIN, _REWORDED = _NOTES


class _Work(NamedTuple):
    """A table at work: what is to be said of each risk (by id and column), the day in words, what was done."""

    said: Mapping[str, Mapping[str, str]]
    formerly: Mapping[str, str]
    on: str
    changes: list[Change]


def to_csv(register: Register, knowledge: Knowledge) -> bytes:
    """Write a new register as CSV."""
    table = new_table(columns(register.partners))
    return table_bytes(table, [table.row(said) for said in _said(register, knowledge).values()])


def cells_of(register: Register, knowledge: Knowledge) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """The columns of a new register, and its rows by column, for a program that needs no record of them."""
    names = tuple(name for name in columns(register.partners) if name not in (CHANGES, RECORD))
    return names, [dict(said) for said in _said(register, knowledge).values()]


def barriers_in(table: Table) -> tuple[str, ...]:
    """The barriers that the risks of a table were written for, each once."""
    records = (_record(row) for row in table.rows)
    return tuple(dict.fromkeys(id_ for record in records for id_ in record.get(_BARRIERS, "").split(",") if id_))


def update_table(
    table: Table, data: bytes, register: Register, knowledge: Knowledge, today: str
) -> tuple[Merged, list[Remark]]:
    """Bring a register as CSV up to another; its bytes stay the same where there is nothing to do.

    Columns and rows that are not ours stay. A row that somebody took out comes back as new: nothing remembers it.
    """
    before = [tuple(row.cells) for row in table.rows]
    names = table.names
    table = table.with_columns([name for name in columns(register.partners) if name.startswith(APPETITE)])
    work = _Work(_said(register, knowledge), knowledge.formerly, in_words(today), [])
    seen: set[str] = set()
    rows = list(_kept(table, work, seen))
    for id_, said in work.said.items():
        if id_ not in seen:
            rows.append(table.row({**said, CHANGES: f"{_NEW} {work.on}"}))
            work.changes.append(Change("new", f"r:{id_}", said[RISK]))
    for row in rows:
        work.changes.extend(rate(row))
    same = (before, names) == ([tuple(row.cells) for row in rows], table.names)
    return Merged(data if same else table_bytes(table, rows), tuple(work.changes)), remarks(rows)


def _said(register: Register, knowledge: Knowledge) -> dict[str, dict[str, str]]:
    """What the advisor says of each risk, by id and column."""
    said = {}
    for row in (*register.shared, *register.retained):
        near = row.risk.arises_from
        barriers = [b for b in register.barriers if b in near or knowledge.barriers[b].main in near]
        cells = {RISK: row.risk.text + (" (local)" if row.risk.local else ""), **generated(row, knowledge)}
        traces = [f"{name}: {trace('cell', words)}" for name, words in cells.items()]
        record = "; ".join([f"{_ID}: {row.risk.id}", f"{_BARRIERS}: {','.join(barriers)}", *traces])
        said[row.risk.id] = {ID: row.risk.id, **cells, RECORD: record}
    return said


def _kept(table: Table, work: _Work, seen: set[str]) -> Iterator[Row]:
    """The rows that stay, each brought up to date; `seen` gathers the risks that have a row.

    A second row of the same risk is the person's own.
    """
    for row in table.rows:
        record = _record(row)
        id_ = _risk_of(row, record, work)
        if id_ in seen or (id_ not in work.said and not record):
            yield row
        elif id_ in work.said:
            seen.add(id_)
            _bring_up(row, id_, record, work)
            yield row
        elif row.get(CHANGES).rpartition("; ")[2].startswith(_GONE):
            yield row
        else:
            touched = _touched(row, record)
            work.changes.append(Change("kept" if touched else "withdrawn", f"r:{id_}", row.get(RISK)))
            if touched:
                _note(row, f"{_GONE} {work.on}")
                row.set(RECORD, f"{_ID}: {id_}")
                yield row


def _risk_of(row: Row, record: Mapping[str, str], work: _Work) -> str:
    """The risk that a row is about, also where somebody has numbered the risks in a way of their own."""
    ids = [work.formerly.get(id_, id_) for id_ in (row.get(ID), record.get(_ID, ""))]
    return next((id_ for id_ in ids if id_ in work.said), ids[1] or ids[0])


def _bring_up(row: Row, id_: str, record: Mapping[str, str], work: _Work) -> None:
    """Put in what is to be said where nobody changed a cell, else name it among the changes."""
    said = work.said[id_]
    if row.get(ID) == record.get(_ID):
        row.set(ID, id_)
    if row.get(CHANGES).rpartition("; ")[2].startswith(_GONE):
        _note(row, f"{_AGAIN} {work.on}")
        work.changes.append(Change("again", f"r:{id_}", said[RISK]))
    for name in (RISK, *GENERATED):
        known, now, fresh = record.get(name), trace("cell", row.get(name)), trace("cell", said[name])
        if known in (None, fresh) or now == fresh or not row.has(name):
            continue
        what, key = ("reworded" if now == known else "proposed"), f"r:{id_}"
        work.changes.append(Change("reworded" if now == known else "proposed", key, f"{name}: {said[name]}"))
        if what == "reworded":
            row.set(name, said[name])
        else:
            _note(row, f"{_REWORDED} {work.on}: “{name}” now says: {said[name]}")
    row.set(RECORD, said[RECORD])


def _touched(row: Row, record: Mapping[str, str]) -> bool:
    """Whether somebody changed or filled in a cell of a row."""
    said = [name for name in (RISK, *GENERATED) if row.has(name)]
    changed = any(trace("cell", row.get(name)) != record.get(name) for name in said)
    filled = any(row.others((ID, *said, *SCORES, CHANGES, RECORD)))
    noted = any(not note.startswith(_NOTES) for note in row.get(CHANGES).split("; ") if note)
    return changed or filled or noted or typed_over(row) or row.get(ID) != record.get(_ID)


def _note(row: Row, said: str) -> None:
    row.set(CHANGES, "; ".join(filter(None, [row.get(CHANGES), said])))


def _record(row: Row) -> dict[str, str]:
    """What a row remembers of its making: the barriers that it was written for, and the traces of its cells."""
    parts = (part.partition(": ") for part in row.get(RECORD).split("; "))
    return {name: value for name, mark, value in parts if mark}
