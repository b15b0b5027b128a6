"""A survey as CSV: the counts, or every row with its findings."""

from collections.abc import Callable, Iterable, Iterator

from integration_cli.diagnosis import Finding
from integration_cli.export.cells import lines
from integration_cli.model import Knowledge
from integration_cli.survey import Judged, Share, Survey

COUNTS = ("group", "kind", "id", "title", "replies", "of", "share", "low_95", "high_95")
ROWS = ("row", "group", "status", "reason", "barriers", "findings", "other_findings", "reply")


Cells = tuple[str | int | float, ...]


def counts_csv(survey: Survey, knowledge: Knowledge) -> str:
    """The counts of all replies (group `all`), then of each group; a line for each category and barrier."""
    return lines([COUNTS, *_counts(survey, knowledge)])


def rows_header() -> str:
    """The first line of the file of rows."""
    return lines([ROWS])


def rows_csv(rows: Iterable[Judged], mask: Callable[[str], str]) -> str:
    """Every row with what became of it. `mask` is applied to the replies.

    `barriers` are the main barriers counted, `findings` what they were counted for, with strength and chance.
    """
    return lines(
        (
            one.reply.number,
            one.reply.group,
            one.status,
            one.reason,
            "; ".join(finding.part_of or finding.barrier for finding in one.counted),
            "; ".join(map(_finding, one.counted)),
            "; ".join(map(_finding, one.others)),
            mask(one.reply.text),
        )
        for one in rows
    )


def _finding(finding: Finding) -> str:
    return f"{finding.barrier} ({finding.strength} {finding.score:.2f})"


def _counts(survey: Survey, knowledge: Knowledge) -> Iterator[Cells]:
    for name, categories, barriers in (
        ("all", survey.categories, survey.barriers),
        *((group.name, group.categories, group.barriers) for group in survey.groups),
    ):
        for share in categories:
            yield (name, "category", share.id, knowledge.categories[share.id].title, *_numbers(share))
        for share in barriers:
            yield (name, "barrier", share.id, knowledge.barriers[share.id].title, *_numbers(share))


def _numbers(share: Share) -> tuple[int | float, ...]:
    return (share.replies, share.of, *(round(value, 4) for value in (share.share, *share.interval)))
