"""A survey run: the file read, its replies diagnosed and counted, what was asked for written."""

import gc
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from integration_cli.advisor import Advisor
from integration_cli.cli.chunks import Counter, Settings, in_order
from integration_cli.cli.console import say
from integration_cli.cli.new_files import check_new, new_file, write_new
from integration_cli.cli.replies import Replies, opened_replies
from integration_cli.cli.waiting import Progress
from integration_cli.errors import AdvisorError
from integration_cli.export.survey_csv import counts_csv, rows_header
from integration_cli.model import Knowledge
from integration_cli.survey import Survey
from integration_cli.surveying.counts import Counts
from integration_cli.surveying.result import masked, summed


class Wanted(NamedTuple):
    """What was asked for, as it was typed."""

    file: str
    column: str | None = None
    by: str | None = None
    possible: bool = False
    redact: bool = False
    rows: Path | None = None
    csv: Path | None = None
    force: bool = False
    jobs: int = 1
    knowledge: Path | None = None


def run_survey(wanted: Wanted) -> tuple[Survey, Knowledge]:
    """Diagnose and count every reply of a file, and write the files asked for.

    Returns the survey with the knowledge that it speaks of. Raises AdvisorError.
    """
    # A long run makes garbage; what starts a command turned its collection off.
    gc.enable()
    _check_targets(wanted)
    settings = Settings(wanted.knowledge, wanted.possible, wanted.redact, wanted.rows is not None)
    counter = Counter(Advisor.load(wanted.knowledge), settings)
    with ExitStack() as stack:
        replies = opened_replies(wanted.file, wanted.column, wanted.by, counter.mask, stack)
        counts = _counted(replies, counter, wanted, stack)
    knowledge = counter.advisor.knowledge
    survey = summed(counts, knowledge, replies.by, wanted.possible)
    if wanted.redact:
        survey = masked(survey, counter.mask)
    if wanted.rows:
        say(f"wrote {wanted.rows}: {counts.total:,} rows")
    if wanted.csv:
        write_new(wanted.csv, counts_csv(survey, knowledge), wanted.force)
        say(f"wrote {wanted.csv}: the counts")
    return survey, knowledge


def _counted(replies: Replies, counter: Counter, wanted: Wanted, stack: ExitStack) -> Counts:
    rows = stack.enter_context(new_file(wanted.rows, wanted.force)) if wanted.rows else None
    if rows:
        rows.write(rows_header().encode())
    counts = Counts()
    with Progress("replies") as progress:
        for chunk in in_order(counter, replies.rows, wanted.jobs):
            counts.merge(chunk.counts)
            if rows:
                rows.write(chunk.rows.encode("utf-8", "replace"))
            progress.advance(chunk.counts.total)
    return counts


def _check_targets(wanted: Wanted) -> None:
    """Raises AdvisorError where a file to write would hurt another: before the work, not after it."""
    targets = [target for target in (wanted.rows, wanted.csv) if target]
    for target in targets:
        if str(target) == "-":
            raise AdvisorError("--rows and --csv need a file; --json prints the counts for programs")
        if wanted.file != "-" and target.resolve() == Path(wanted.file).resolve():
            raise AdvisorError(f"{target} holds the replies: choose another name for what is written")
        if not target.absolute().parent.is_dir():
            raise AdvisorError(f"there is no folder for {target}: make it, or choose another name")
        check_new(target, wanted.force)
    if len(targets) == 2 and targets[0].resolve() == targets[1].resolve():
        raise AdvisorError("--rows and --csv need two files: give them different names")
