"""A calendar shows every text as words: no payload begins a line, an entry, an alarm or a link."""

import re

import icalendar
import pytest

from integration_cli.export.calendar import to_calendar
from tests.robustness.hostile import HOSTILE, progress
from tests.robustness.payloads import steers

NAMES = {
    "BEGIN", "END", "PRODID", "VERSION", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP",
}  # fmt: skip
"""What a line of our calendars may begin with."""


def lines(calendar: bytes) -> list[str]:
    """The lines with those put together again that were folded."""
    return re.sub(r"\r\n[ \t]", "", calendar.decode("utf-8")).removesuffix("\r\n").split("\r\n")


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_payload_begins_no_line_of_its_own(payload: str):
    found = progress(payload)

    calendar = to_calendar(found)

    dated = [box for box in found.listed if box.status == "open" and box.due and box.kind != "withdrawn"]
    entries = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert NAMES >= {re.split("[:;]", line)[0] for line in lines(calendar)}
    assert {"BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VCALENDAR", "END:VEVENT"} == {
        line for line in lines(calendar) if line.startswith(("BEGIN", "END"))
    }
    assert set() == steers("".join(lines(calendar)))
    assert len(dated) == len(entries) > 0
    assert max(len(line) for line in calendar.split(b"\r\n")) <= 75
