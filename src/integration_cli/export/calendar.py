"""The days of plans as calendar entries (RFC 5545)."""

from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import blake2b
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from integration_cli.errors import AdvisorError
from integration_cli.upkeep import Box, Progress

if TYPE_CHECKING:
    from icalendar import Event


def to_calendar(progress: Progress) -> bytes:
    """Return an entry of a whole day for each action that is open and has one, dated by the day of the progress.

    An action keeps its UID while its plan keeps its name, so that a calendar replaces what it took in before. Raises
    AdvisorError where the package that writes calendars is missing.
    """
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise AdvisorError("calendars need one more package: pip install 'integration-cli[calendar]'") from error

    calendar = Calendar()
    calendar.add("prodid", "-//integration-cli//advisor progress//EN")
    calendar.add("version", "2.0")
    dated = [box for box in progress.listed if box.status == "open" and box.due and box.kind != "withdrawn"]
    for box, uid in zip(dated, _uids(dated, progress), strict=True):
        calendar.add_component(_event(box, uid, progress.today))
    written: bytes = calendar.to_ical()
    return written


def _event(box: Box, uid: str, today: str) -> "Event":
    from icalendar import Event, vDate, vDatetime

    day: Callable[[str], Any] = vDate.from_ical
    moment: Callable[[str], Any] = vDatetime.from_ical
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", moment(f"{_digits(today)}T000000Z"))
    event.add("dtstart", day(_digits(box.due)))
    event.add("summary", _in_one_line(f"{box.text} ({box.owner})" if box.owners else box.text))
    event.add("description", "\n".join(_in_one_line(f"{label}: {said}") for label, said in _said(box) if said))
    event.add("transp", "TRANSPARENT")  # A day on which something is due is not a day on which nobody can be met.
    return event


def _said(box: Box) -> Sequence[tuple[str, str]]:
    return (
        ("Barrier", box.place.barrier_title or box.place.heading),
        ("Solution", box.place.solution_title),
        ("Owner", box.owner if box.owners else ""),
        ("Measure", box.measure),
        ("Plan", box.plan),
    )


def _uids(boxes: Sequence[Box], progress: Progress) -> list[str]:
    """A plan is known by the name of its file and the day it was made; by its whole path where two share a name."""
    alike = Counter(PurePath(plan.id).name for plan in progress.plans)
    known = [PurePath(box.plan).name if alike[PurePath(box.plan).name] == 1 else box.plan for box in boxes]
    texts = [f"{box.made} {plan} {box.key}" for box, plan in zip(boxes, known, strict=True)]
    return [f"{blake2b(text.encode('utf-8', 'replace'), digest_size=12).hexdigest()}@integration-cli" for text in texts]


def _digits(day: str) -> str:
    return day.replace("-", "")


def _in_one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
