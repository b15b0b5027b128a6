"""Checklists filled in elsewhere: what is filled is read back, and nothing else of the file changes."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.planning.markdown import escaped, shown
from integration_cli.planning.reading.plan_file import read_plan
from integration_cli.sheet import Entry, Sheet
from tests import small
from tests.planning import edited

MADE, LATER = "2026-05-04", "2026-11-22"
SMALL = small.knowledge(
    small.barrier("first", [("one", "document"), ("two", "document")]), small.solution("one"), small.solution("two")
)
words = st.text().map(lambda typed: escaped(f"so {typed}"))


def plan_of(chosen: list[tuple[edited.Edit, int]], ends: str = "\n") -> bytes:
    """A small plan after edits."""
    made = Advisor(SMALL).checklist(Advisor(SMALL).plan(["first"], "It rains in."), MADE)
    return edited.apply(made, chosen)[0].replace("\n", ends).encode()


def filled(sheet: Sheet, values: dict[int, str]) -> bytes:
    """The file with other values in some of its pieces."""
    return "".join(values.get(number, piece) for number, piece in enumerate(sheet.pieces)).encode()


def filling(entry: Entry, state: str, text: str) -> dict[int, str]:
    """A box with this state, and this text in each of its fields."""
    values = {slot.piece: slot.before + text for slot in entry.slots.values()}
    return values | ({entry.state.piece: state} if entry.state else {})


@settings(max_examples=200)
@given(chosen=edited.edits, ends=st.sampled_from(("\n", "\r\n")), mark=st.sampled_from((b"", b"\xef\xbb\xbf")))
def test_a_sheet_that_nobody_fills_is_the_file(chosen: list[tuple[edited.Edit, int]], ends: str, mark: bytes):
    data = mark + plan_of(chosen, ends)

    sheet = Advisor(SMALL).sheet(data, LATER)

    assert data == filled(sheet, {})


@settings(max_examples=300)
@given(
    chosen=edited.edits.filter(lambda chosen: edited.double not in dict(chosen)),  # An empty copy counts no more.
    state=st.sampled_from("x- "),
    text=words,
    which=st.integers(0, 30),
    ends=st.sampled_from(("\n", "\r\n")),
)
def test_what_is_filled_is_read_back_and_all_other_boxes_are_as_they_were(
    chosen: list[tuple[edited.Edit, int]], state: str, text: str, which: int, ends: str
):
    data = plan_of(chosen, ends)
    sheet = Advisor(SMALL).sheet(data, LATER)
    if not sheet.entries:
        return
    at = which % len(sheet.entries)
    entry = sheet.entries[at]

    after = Advisor(SMALL).sheet(filled(sheet, filling(entry, f"[{state}]", text)), LATER)

    now = after.entries[at]
    assert len(sheet.entries) == len(after.entries)
    assert {name: shown(text) for name in entry.slots} == {name: now.fields[name] for name in entry.slots}
    if entry.state:
        assert {"x": "done", "-": "not applicable", " ": "open"}[state] == now.box.status
    said = [(one.box.status, one.fields, one.remarks) for n, one in enumerate(sheet.entries) if n != at]
    assert said == [(one.box.status, one.fields, one.remarks) for n, one in enumerate(after.entries) if n != at]


def test_every_box_of_a_new_checklist_can_be_filled():
    sheet = Advisor(SMALL).sheet(plan_of([]), LATER)

    assert 4 == len(sheet.entries)
    assert [True] * 4 == [
        entry.state is not None and {"owner", "due", "notes"} == set(entry.slots) for entry in sheet.entries
    ]
    assert "It rains in." == sheet.situation


def test_notes_over_several_lines_can_be_replaced_and_leave_what_follows():
    text = plan_of([]).decode().replace("  - Notes:\n", "  - Notes: first\n    and second\n  - Status: later\n", 1)
    sheet = Advisor(SMALL).sheet(text.encode(), LATER)
    (entry, *_) = sheet.entries

    after = filled(sheet, {entry.slots["notes"].piece: "only this"}).decode()

    assert "first and second" == entry.fields["notes"]
    assert "  - Notes: only this\n  - Status: later\n" in after


def test_a_box_whose_state_stands_in_words_is_left_to_its_file():
    text = plan_of([]).decode().replace("  - Notes:\n", "  - Status: done\n", 1)

    sheet = Advisor(SMALL).sheet(text.encode(), LATER)

    assert [True, False] == [entry.state is None for entry in sheet.entries[:2]]
    assert "done" == sheet.entries[0].box.status


def test_what_is_filled_survives_an_update():
    sheet = Advisor(SMALL).sheet(plan_of([]), LATER)
    data = filled(sheet, filling(sheet.entries[1], "[x]", "Jo Field"))

    merged = Advisor(SMALL).update(data, LATER).data

    boxes = read_plan(merged).boxes
    assert ["open", "done", "open", "open"] == [placed.step.status for placed in boxes]
    assert 3 == len(re.findall("Jo Field", merged.decode()))
