"""Days as people type them, and days that do not exist."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration_cli.dates import MONTHS
from integration_cli.planning.reading.due import read_day

DAYS = st.dates(date(2001, 1, 1), date(2099, 12, 31))


def ordinal(day: int) -> str:
    return f"{day}{'th' if 11 <= day <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def ways(day: date) -> list[str]:
    """A day in every form that a plan may hold; the day stands before the month, as in Britain."""
    month, short, year = MONTHS[day.month - 1], MONTHS[day.month - 1][:3], day.year
    return [
        day.isoformat(),
        f"{year}-{day.month}-{day.day}",
        f"{day.day} {month} {year}",
        f"{day.day} {short} {year}",
        f"{day.day} {short}. {year}",
        f"{day.day} {short.upper()} {year}",
        f"{day.day:02} {month}, {year}",
        f"{day.day}-{short}-{year}",
        f"{ordinal(day.day)} {month} {year}",
        f"the {ordinal(day.day)} of {month} {year}",
        f"{day:%a} {ordinal(day.day)} {short} {year}",
        f"{month} {day.day}, {year}",
        f"{month} {ordinal(day.day)} {year}",
        f"{day.day}/{day.month}/{year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%d/%m/%y}",
        f"{day.day} / {day.month} / {year}",
        f"{day:%d-%m-%Y}",
    ]


@given(
    day=DAYS, before=st.sampled_from(("", "by ", "before the board, ", "📅 ")), after=st.sampled_from(("", " at noon"))
)
def test_any_day_reads_back_in_every_way_of_typing_it(day: date, before: str, after: str):
    assert {way: day.isoformat() for way in ways(day)} == {way: read_day(before + way + after) for way in ways(day)}


def test_sept_is_september():
    assert "2026-09-03" == read_day("3 Sept 2026")


@pytest.mark.parametrize(
    "text",
    ["", "soon", "December 2026", "2026", "31/02/2026", "29 February 2027", "32 May 2026", "0/1/2026", "2026-13-01",
     "5 Brumaire 2026", "12/2026", "minute 4 of 2026", "ref 123456789", "1/2 of the fund", "3 M 2026"],
)  # fmt: skip
def test_what_is_no_whole_day_is_no_day(text: str):
    assert "" == read_day(text)


def test_a_leap_day_exists_in_leap_years_only():
    assert ["2028-02-29", "", "2000-02-29", ""] == [read_day(f"29/02/{year}") for year in (2028, 2026, 2000, 2100)]


def test_the_first_day_that_reads_counts():
    """A mistyped day does not hide the one that was put right beside it."""
    assert "2026-12-01" == read_day("31/11/2026, no: 1/12/2026")


@given(text=st.text(max_size=60))
def test_no_text_breaks_the_reading_of_days(text: str):
    found = read_day(text)

    assert "" == found or date.fromisoformat(found)


@pytest.mark.parametrize("year", [1900, 2000, 2026, 2027, 2028, 2100])
def test_each_month_has_its_days_and_no_day_more(year: int):
    for month in range(1, 13):
        last = monthrange(year, month)[1]

        assert [f"{year}-{month:02}-{last}", ""] == [read_day(f"{year}-{month}-{day}") for day in (last, last + 1)]
