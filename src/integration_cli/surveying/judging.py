"""What becomes of a reply: matched, unmatched, blank or broken."""

from collections.abc import Callable, Iterable, Iterator

from integration_cli.diagnosis import Diagnosis, Finding
from integration_cli.survey import Judged, Reply, Status

SAYS_NOTHING = frozenset(("n/a", "na", "n a", "none", "nil", "nothing", "no comment", "no comments", "nothing to add"))
"""Replies in words that are as good as an empty cell."""

WHY_UNMATCHED = {
    "empty": "no words to go by",
    "elsewhere": "does not seem to be about health and care bodies working together",
    "weak": "no barrier fits well enough",
    "": "only possible findings, which are not counted",
}


def judge(replies: Iterable[Reply], diagnose: Callable[[str], Diagnosis], possible: bool = False) -> Iterator[Judged]:
    """Say what becomes of each reply; those with a text are diagnosed by the function given."""
    for reply in replies:
        if status := without_text(reply):
            yield Judged(reply, status, reply.fault)
        else:
            yield judged(reply, diagnose(reply.text), possible)


def without_text(reply: Reply) -> Status | None:
    """Whether a reply is broken or blank, so that there is nothing to diagnose; None where there is."""
    if reply.fault:
        return "broken"
    said = reply.text.strip().strip(".-–— ").casefold()
    return "blank" if said in SAYS_NOTHING or not any(c.isalnum() for c in said) else None


def judged(reply: Reply, diagnosis: Diagnosis, possible: bool = False) -> Judged:
    """Say what becomes of a reply that was diagnosed; `possible` findings count only where asked."""
    best: dict[str, Finding] = {}
    for finding in diagnosis.findings:
        if possible or finding.strength != "possible":
            best.setdefault(finding.part_of or finding.barrier, finding)
    counted = tuple(best.values())
    others = tuple(finding for finding in diagnosis.findings if finding not in counted)
    if counted:
        return Judged(reply, "matched", "", counted, others)
    return Judged(reply, "unmatched", WHY_UNMATCHED[diagnosis.why_not], (), others)
