"""Checklists made from a diagnosis and written to files."""

from pathlib import Path

from integration_cli.advisor import Advisor
from integration_cli.answer import Plan
from integration_cli.cli.clock import today
from integration_cli.cli.console import say, show_text
from integration_cli.cli.new_files import write_new
from integration_cli.diagnosis import WORTH_A_LOOK, Diagnosis
from integration_cli.errors import AdvisorError
from integration_cli.update import Nation
from integration_cli.words import counted

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
    actions = content.count("- [ ] <!-- action:")
    say(f"wrote {target}: {counted(len(plan.choices), 'solution')}, {counted(actions, 'action')}")
