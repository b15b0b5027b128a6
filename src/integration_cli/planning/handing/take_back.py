"""What people wrote in a workbook, brought into the plan: their cells against what it was made from, and the plan now.

A cell that nobody changed changes nothing. Where the plan was changed in the same place, both stay.
"""

from collections.abc import Iterator, Mapping, Sequence

from integration_cli.dates import in_words, is_day
from integration_cli.errors import AdvisorError
from integration_cli.handout import COLUMNS, Returned, Row
from integration_cli.planning.handing.added import insert_added
from integration_cli.planning.handing.draft import Draft
from integration_cli.planning.handing.hand_out import OWN, hand_out, id_of
from integration_cli.planning.handing.typed import note_lines, read_row, status_of
from integration_cli.planning.markdown import escaped, trace
from integration_cli.planning.merging.edits import Edits
from integration_cli.planning.merging.keys import renamed
from integration_cli.planning.reading.plan_file import PlanFile, read_plan
from integration_cli.upkeep import Change, Merged

PLACES = ("category", "barrier", "solution", "source")
"""What a row says of where its action belongs; the plan's headings say it, so that it is never brought in."""

UNNAMED = "A row without an action"
"""The words of a box for a row in which only other cells are filled."""


def take_back(plan: PlanFile, data: bytes, returned: Returned, formerly: Mapping[str, str], name: str) -> Merged:
    """Bring the rows of a workbook, called `name` in errors, into a plan read from `data`.

    The bytes stay the same where there is nothing to bring. Raises AdvisorError where the workbook is of another plan.
    """
    made_from = hand_out(read_plan(returned.plan, name), returned.plan).rows if returned.plan else ()
    base: dict[str, list[Row]] = {}
    for row in made_from or _blank(plan, data):
        base.setdefault(_today(row.id, formerly), []).append(row)
    drafts: dict[str, Draft] = {}
    for box in plan.boxes:
        drafts.setdefault(_today(id_of(box.step, plan), formerly), Draft.of(box.step, plan))
    written = {_today(key[2:], formerly) for key in plan.record.traces if key.startswith("a:")}
    advised = {key for key in base if not key.startswith(OWN)}
    if made_from and written and advised and not advised & (drafts.keys() | written):
        raise AdvisorError(f"{name} was made from another plan: none of its actions is in this one")
    places = {getattr(row, name) for row in (*made_from, *hand_out(plan, data).rows) for name in PLACES}
    names = [name for head, name in COLUMNS.items() if head in returned.heads and name not in (*PLACES, "id")]
    changes: list[Change] = []
    for key, row in tuple(_keyed(returned, base, drafts, formerly)):
        known = base.get(key) or [Row(key, status="open")]
        old = next((old for old in known if _same(old, row, names)), known[0])
        if not made_from:
            old = old._replace(action="")  # Whose words are the newer nobody can tell.
        apart = [(name, text) for name in PLACES if (text := getattr(row, name)) and text not in places]
        _settle(key, old, row, names, [*apart, *row.other], drafts, changes)
    edits = Edits(plan.text)
    for draft in drafts.values():
        if draft.step and (draft.changed or draft.added):
            draft.write(plan, edits)
    insert_added(plan, edits, [draft.new_lines() for draft in drafts.values() if draft.step is None])
    return Merged(plan.text.to_bytes(edits.applied()) if changes else data, tuple(changes))


def _blank(plan: PlanFile, data: bytes) -> Iterator[Row]:
    """What a workbook is taken to be made from that does not know it any more: the actions, and nothing beside them."""
    for row in hand_out(plan, data).rows:
        yield row._replace(status="open", owner="", due="", measure="", notes="")


def _today(id_: str, formerly: Mapping[str, str]) -> str:
    return id_ if id_.startswith(OWN) else renamed(f"a:{id_}", formerly)[2:]


def _keyed(
    returned: Returned, base: Mapping[str, Sequence[Row]], drafts: Mapping[str, Draft], formerly: Mapping[str, str]
) -> Iterator[tuple[str, Row]]:
    """The rows of a workbook that hold anything, each with the key of its box; a copied row that was given words of
    its own is a row of its own."""
    rows = [read_row(row) for row in returned.rows]
    by_words = {row.action: key for key, found in base.items() for row in found}
    kept = {_today(row.id, formerly) for row in rows if row.id and row.action == _words(row, base, formerly)}
    for row in rows:
        key = _today(row.id, formerly) if row.id else ""
        copied = key in kept and row.action not in ("", _words(row, base, formerly))
        if copied or (key not in base and key not in drafts):
            key = by_words.get(row.action, "")
        if key or row.other or any(getattr(row, name) for name in COLUMNS.values() if name not in ("id", "status")):
            row = row if key else row._replace(action=row.action or UNNAMED)
            yield key or _own_key(row.action), row


def _own_key(action: str) -> str:
    return f"{OWN}{trace('box', escaped(action))}"


def _words(row: Row, base: Mapping[str, Sequence[Row]], formerly: Mapping[str, str]) -> str:
    known = base.get(_today(row.id, formerly), ())
    return known[0].action if known else ""


def _same(old: Row, row: Row, names: Sequence[str]) -> bool:
    return all(getattr(old, name) == getattr(row, name) for name in names)


def _settle(
    key: str, old: Row, row: Row, names: Sequence[str], apart: list[tuple[str, str]],
    drafts: dict[str, Draft], changes: list[Change],
) -> None:  # fmt: skip
    """Bring one row into its box, made where the plan has none and somebody changed the row.

    `names` are the fields that the workbook still has; `apart` goes into the notes, by its labels.
    """
    status = status_of(row.status)
    apart = [*apart, *([] if status else [("status", row.status)])]
    row = row._replace(status=status or old.status, action=row.action or old.action)
    news = [name for name in names if getattr(row, name) != getattr(old, name)]
    if not (news or apart):
        return
    if key not in drafts and key.startswith(OWN):
        key = _own_key(row.action)
    new = key not in drafts
    if new:
        drafts[key] = Draft(Row(key, row.action, "open"))
        old, news = drafts[key].now, list(names)
    draft = drafts[key]
    said = draft.now.action
    taken: list[str] = []
    both: list[str] = []
    for name in ("status", "action", "owner", "due", "measure"):
        if name in news:
            _bring(draft, name, getattr(old, name), getattr(row, name), taken, both)
    if "notes" in news:
        _bring_notes(draft, note_lines(old.notes), note_lines(row.notes), taken)
    for label, text in apart:
        for line in note_lines(text):
            _keep_beside(draft, label, line, taken)
    if new:
        changes.append(Change("added", f"a:{key}", said))
    elif taken:
        changes.append(Change("taken", f"a:{key}", f"{said} ({'; '.join(taken)})"))
    if both:
        changes.append(Change("both", f"a:{key}", f"{said} ({'; '.join(both)})"))


def _bring(draft: Draft, name: str, old: str, new: str, taken: list[str], both: list[str]) -> None:
    now = getattr(draft.now, name)
    if new in (old, now):
        return
    if now == old and draft.takes(name, new):
        draft.put(name, new)
        taken.append(f"{name}: {in_words(new) if is_day(new) else new or 'taken out'}")
    elif new:
        _keep_beside(draft, name, new, both)


def _bring_notes(draft: Draft, old: Sequence[str], new: Sequence[str], taken: list[str]) -> None:
    """Lines that came are added; the first takes the place of the notes' own line where somebody changed that."""
    came = [line for line in new if line not in old and line not in draft.notes]
    held = draft.line_of("notes")
    value = held.value if held else ""
    gone = bool(value) and value in old and value not in new
    if draft.takes("notes", "") and "notes" not in draft.changed and (gone or (came and not value)):
        draft.put("notes", came.pop(0) if came else "")
        taken.append(f"notes: {draft.now.notes or 'taken out'}")
    taken += [f"notes: {line}" for line in came if draft.note(line)]


def _keep_beside(draft: Draft, label: str, text: str, told: list[str]) -> None:
    """Add what has no place of its own, or whose place is taken, to the notes."""
    if draft.note(" ".join(f"In the workbook: {label} “{in_words(text) if is_day(text) else text}”".split())):
        told.append(f"into the notes: {label} “{text}”".replace("  ", " "))
