"""Files that a command writes: never over another without being told, never half."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from integration_cli.advisor import Advisor
from integration_cli.answer import Plan
from integration_cli.cli.clock import today
from integration_cli.cli.console import say, show_text
from integration_cli.diagnosis import WORTH_A_LOOK, Diagnosis
from integration_cli.errors import AdvisorError
from integration_cli.storage import write_atomically, written_atomically
from integration_cli.update import Nation

OTHER_FORMS = (".doc", ".xls", ".odt", ".ods", ".pdf", ".rtf", ".html", ".csv")
"""Names that end so promise a form in which no plan is written."""

MOST_BARRIERS = 3
"""Barriers of a diagnosis that its checklist answers: a plan against everything is no plan."""


def planned_barriers(diagnosis: Diagnosis) -> list[str]:
    """The findings that a checklist answers by default; less certain ones only where there is no other."""
    likely = [finding.barrier for finding in diagnosis.findings if finding.score >= WORTH_A_LOOK]
    return (likely or [finding.barrier for finding in diagnosis.findings])[:MOST_BARRIERS]


def barriers_of(situation: str | None, advisor: Advisor) -> list[str]:
    """The barriers that a situation adds to a plan; says so where it describes none."""
    found = planned_barriers(advisor.diagnose(situation)) if situation else []
    if situation and not found:
        say("No barrier matches these words; they are added to the plan's situation all the same.")
    return found


def one_result(json: bool, target: Path | None) -> None:
    """Raises AdvisorError where JSON and a checklist would share standard output."""
    if json and str(target) == "-":
        raise AdvisorError("--json and a checklist cannot share standard output: give the checklist a file")


def write_checklist(
    advisor: Advisor, plan: Plan, target: Path | None, force: bool, nation: Nation | None = None
) -> None:
    """Write a plan to a file, as Markdown unless its name says otherwise, or to standard output (- or None)."""
    content = advisor.checklist(plan, today(), nation)
    if target is None or str(target) == "-":
        show_text(content)
        return
    form = target.suffix.casefold()
    if form in OTHER_FORMS:
        raise AdvisorError(f"{target}: a plan can be written as .md, .docx (Word) or .xlsx (Excel), not as {form}")
    if form in (".docx", ".xlsx"):
        from integration_cli.cli.handouts import write_handout

        write_handout(advisor.hand_out(content.encode()), target, force)
        return
    write_new(target, content, force)
    say(f"wrote {target}: {len(plan.choices)} solutions, {content.count('- [ ] <!-- action:')} actions")


def check_new(target: Path, force: bool) -> None:
    """Raises AdvisorError where a file exists that may not be replaced, or something that is no file."""
    if os.path.exists(target) and not os.path.isfile(target):
        raise AdvisorError(f"{target} is not a file: choose another name")
    if os.path.exists(target) and not force:
        raise AdvisorError(f"{target} exists already: choose another name, or --force to replace it")


@contextmanager
def new_file(target: Path, force: bool) -> Iterator[IO[bytes]]:
    """A stream whose contents become a new file, or replace any with `force`, once all is written.

    Raises AdvisorError.
    """
    check_new(target, force)
    try:
        with written_atomically(target) as stream:
            yield stream
    except OSError as error:
        raise AdvisorError(f"cannot write {target}: {error.strerror or error}") from error


def write_new(target: Path, content: str | bytes, force: bool) -> None:
    """Write a file that does not exist yet, or any with `force`. Raises AdvisorError."""
    check_new(target, force)
    try:
        write_atomically(target, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise AdvisorError(f"cannot write {target}: {error.strerror or error}") from error


def write_schemas(folder: Path) -> None:
    """Write the schema of every kind of knowledge file into a folder. Raises AdvisorError."""
    from integration_cli.loading.json_schema import file_name, schema_text
    from integration_cli.loading.kinds import KINDS

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in KINDS:
            write_atomically(folder / file_name(kind), schema_text(kind).encode("utf-8"))
    except OSError as error:
        raise AdvisorError(f"cannot write into {folder}: {error.strerror or error}") from error
    say(f"wrote {len(KINDS)} schemas into {folder}")
