"""The day on which a command runs, and days that people type: the only place that looks at the clock."""

from datetime import date

from integration_cli.errors import AdvisorError


def today() -> str:
    """The day on which the command runs (ISO)."""
    return date.today().isoformat()


def day_of(said: str | None) -> str:
    """The day (ISO) that somebody typed, or today. Raises AdvisorError."""
    from integration_cli.planning.reading.due import read_day

    if said is None:
        return today()
    if not (day := read_day(said)):
        raise AdvisorError(f"'{said}' is not a date: type it as 2026-12-01 or 1 December 2026")
    return day


def days_later(day: str, count: int | None) -> str:
    """The day (ISO) so many days after another, or none where no count is given."""
    if count is None:
        return ""
    return date.fromordinal(min(date.fromisoformat(day).toordinal() + count, date.max.toordinal())).isoformat()
