"""A report put together from what it is asked to tell of, and written."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from integration_cli.advisor import Advisor
from integration_cli.answer import Answer
from integration_cli.cli.checklists import planned_barriers
from integration_cli.cli.clock import today
from integration_cli.cli.console import say, show_text
from integration_cli.cli.new_files import write_new
from integration_cli.cli.report_material import profiles_of, sheet_of, survey_in
from integration_cli.cli.situation import read_situation
from integration_cli.sheet import Sheet
from integration_cli.update import Nation, Notice

PLAN = "plan.md"
"""What a checklist is called that the report itself brings along."""


class Wanted(NamedTuple):
    """What a report is to tell of, as it was typed."""

    text: str | None
    file: Path | None
    plan: Path | None
    assessments: Sequence[Path]
    survey: Path | None
    title: str
    nation: Nation | None
    knowledge: Path | None = None


def write_report(advisor: Advisor, wanted: Wanted, target: Path, force: bool) -> None:
    """Write the page. Raises AdvisorError; exits with 1 where a situation alone is given and nothing matches."""
    from integration_cli.publishing.report import Material, report

    answer = _answer(advisor, wanted)
    others = wanted.plan or wanted.assessments or wanted.survey
    if answer and not answer.diagnosis.findings and not others:
        say("Nothing here matches, so there is no report; 'advisor diagnose' says why.")
        raise typer.Exit(1)
    sheet = _sheet(advisor, wanted, answer)
    page = report(
        Material(
            wanted.title or _title(wanted, answer),
            today(),
            advisor.knowledge,
            answer,
            sheet,
            _notices(advisor, sheet, wanted.nation),
            profiles_of(advisor, wanted.assessments),
            survey_in(wanted.survey, wanted.knowledge) if wanted.survey else None,
        )
    )
    if str(target) == "-":
        show_text(page)
        return
    write_new(target, page, force)
    say(f"wrote {target}: one page, {len(page.encode()) / 1000:.0f} kB\nnext: {_next(target, sheet)}")


def _next(target: Path, sheet: Sheet | None) -> str:
    opened = f"open {shlex.quote(str(target))} in a browser"
    if sheet is None:
        return opened
    return f"{opened}; what is ticked there and saved is read by: advisor progress {shlex.quote(sheet.name)}"


def _answer(advisor: Advisor, wanted: Wanted) -> Answer | None:
    others = wanted.plan or wanted.assessments or wanted.survey
    if others and wanted.text is None and wanted.file is None:
        return None
    return advisor.answer(advisor.diagnose(read_situation(wanted.text, wanted.file)), wanted.nation)


def _sheet(advisor: Advisor, wanted: Wanted, answer: Answer | None) -> Sheet | None:
    """The checklist that was given, or one against what the situation shows."""
    if wanted.plan is not None:
        return sheet_of(advisor, wanted.plan, today())
    if answer is None or not answer.diagnosis.findings:
        return None
    plan = advisor.plan(planned_barriers(answer.diagnosis), answer.diagnosis.situation)
    return advisor.sheet(advisor.checklist(plan, today()).encode(), today(), PLAN)


def _notices(advisor: Advisor, sheet: Sheet | None, nation: Nation | None) -> list[Notice]:
    """What has changed of that which a checklist speaks of; nothing of entries that the knowledge does not hold."""
    if sheet is None:
        return []
    places = [entry.box.place for entry in sheet.entries if entry.box.kind == "advice"]
    ids = dict.fromkeys(id_ for place in places for id_ in (place.barrier, place.solution))
    known = {**advisor.knowledge.barriers, **advisor.knowledge.solutions}
    return advisor.notices([id_ for id_ in ids if id_ in known], sheet.situation, nation)


def _title(wanted: Wanted, answer: Answer | None) -> str:
    if answer is not None:
        return "What gets in the way, and what to do"
    if wanted.plan is not None:
        return "Action checklist"
    if len(wanted.assessments) > 1:
        return "Where the partners stand"
    return "How ready are we?" if wanted.assessments else "What people told us"
