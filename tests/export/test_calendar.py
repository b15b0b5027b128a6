"""The days of plans as calendar entries that a calendar takes in again without doubling them."""

from datetime import date

import pytest
from icalendar import Calendar, Event

from integration_cli import Advisor
from integration_cli.export.calendar import to_calendar
from tests.filled import TODAY, checklist, filled, known

MEND, REST, POOL = "mend/first-step", "rest/lie-down", "pool/only-step"
DATED = filled(filled(checklist(known()), MEND, owner="Jane", due="1 Dec 2026"), REST, due="1 Nov 2026")


def entries(files: dict[str, str], today: str = TODAY, until: str = "") -> list[Event]:
    data = {name: text.encode() for name, text in files.items()}
    return Calendar.from_ical(to_calendar(Advisor(known()).progress(data, today, until=until))).walk("VEVENT")


def uids(files: dict[str, str], today: str = TODAY) -> list[str]:
    return [str(entry["uid"]) for entry in entries(files, today)]


def test_an_entry_takes_the_whole_day_and_says_what_for_whom_and_why():
    first = entries({"plan.md": DATED})[0]

    assert (date(2026, 12, 1), "Text of first-step (Jane)") == (first["dtstart"].dt, str(first["summary"]))
    assert "VALUE=DATE" in first.to_ical().decode()
    assert ["Barrier: Title of poor", "Solution: Title of mend", "Owner: Jane", "Plan: plan.md"] == (
        str(first["description"]).split("\n")
    )


def test_the_stamp_is_of_the_day_that_was_given():
    assert {"20261103T000000Z"} == {entry["dtstamp"].to_ical().decode() for entry in entries({"plan.md": DATED})}


def test_what_is_open_and_has_a_day_is_in_it_also_when_late():
    text = filled(DATED, POOL, "x", due="1 Dec 2026")
    old = "## No longer recommended\n\n- [ ] <!-- action: gone/step --> Old\n  - Due: 1 Dec 2026\n\n## Sources\n"

    found = entries({"plan.md": text.replace("## Sources\n", old, 1)})

    assert [date(2026, 12, 1), date(2026, 11, 1)] == [entry["dtstart"].dt for entry in found]


def test_taken_in_again_after_a_day_moved_it_is_the_same_entry():
    moved = DATED.replace("1 Dec 2026", "1 Feb 2027").replace("Owner: Jane", "Owner: Ali")

    assert uids({"plan.md": DATED}) == uids({"plan.md": moved}, "2026-11-04")
    assert date(2027, 2, 1) in [entry["dtstart"].dt for entry in entries({"plan.md": moved})]


def test_a_plan_brought_up_to_date_or_read_from_another_folder_keeps_its_entries():
    updated = Advisor(known()).update(DATED.encode(), TODAY, add=("tired",)).data.decode()

    assert uids({"plan.md": DATED}) == uids({"here/plan.md": updated})


def test_two_plans_never_share_an_entry():
    """The second would replace the first in the calendar, and its day be lost."""
    both = uids({"north/plan.md": DATED, "south/plan.md": DATED})

    assert 4 == len(both) == len(set(both))
    assert set() == set(uids({"north.md": DATED})) & set(uids({"south.md": DATED}))


@pytest.mark.parametrize(
    "hostile",
    [
        "Jane END:VEVENT BEGIN:VEVENT SUMMARY:owned",
        "Jane\\nEND:VEVENT\\nBEGIN:VEVENT",
        "Jane;X=Y,Z:\\",
        "Jane \x1b[31m\x07 \u202e \u2028END:VEVENT",
        "[red]Jane[/red]" * 40,
    ],
)
def test_a_hostile_owner_makes_no_entry_and_no_line_of_its_own(hostile: str):
    text = filled(checklist(known()), MEND, owner=hostile, due="1 Dec 2026")

    (entry,) = entries({"plan.md": text})

    assert str(entry["summary"]).isprintable()
    assert 4 == len(str(entry["description"]).split("\n"))
    assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP"} == set(entry)


def test_lines_are_as_long_and_end_as_calendars_want():
    text = filled(checklist(known()), MEND, owner="Ünnötig " * 30, due="1 Dec 2026")

    data = to_calendar(Advisor(known()).progress({"plan.md": text.encode()}, TODAY))

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
