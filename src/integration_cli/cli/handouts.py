"""Plans as Word documents and workbooks, and what people wrote in workbooks taken back."""

from datetime import UTC, datetime
from pathlib import Path

from integration_cli.advisor import Advisor
from integration_cli.cli.console import say
from integration_cli.cli.new_files import write_new
from integration_cli.cli.plans import read_file
from integration_cli.errors import AdvisorError
from integration_cli.handout import Handout
from integration_cli.upkeep import Merged
from integration_cli.words import counted

WORD, WORKBOOK = ".docx", ".xlsx"


def hand_out_plan(advisor: Advisor, plan: Path, target: Path | None, force: bool, asked: bool) -> None:
    """Write a plan that exists as a document or a workbook; `asked` tells that a new plan was asked for as well.

    Raises AdvisorError.
    """
    if asked:
        raise AdvisorError("--plan takes a plan as it is: leave out the problem, --barrier, --all and --json")
    if target is None or target.suffix.casefold() not in (WORD, WORKBOOK):
        raise AdvisorError(f"{plan} is Markdown already: give it another form with -o FILE{WORD} or -o FILE{WORKBOOK}")
    write_handout(advisor.hand_out(read_file(plan), str(plan)), target, force, plan)


def write_handout(handout: Handout, target: Path, force: bool, plan: Path | None = None) -> None:
    """Write a plan as a Word document or a workbook, as the name of the file says. Raises AdvisorError."""
    now = datetime.now(UTC).replace(microsecond=0)
    if target.suffix.casefold() == WORD:
        from integration_cli.export.plan_docx import to_docx

        write_new(target, to_docx(handout, now), force)
        say(f"wrote {target}: {counted(len(handout.rows), 'action')}")
        return
    from integration_cli.export.plan_xlsx import to_xlsx

    write_new(target, to_xlsx(handout, now), force)
    say(
        f"wrote {target}: {counted(len(handout.rows), 'action')}; a hidden sheet holds the whole plan\n"
        f"when it is filled in: advisor update {plan or target.with_suffix('.md')} --from {target}"
    )


def read_old(plan: Path, workbook: Path | None) -> bytes:
    """The bytes of a plan; none where it is to be made from a workbook. Raises AdvisorError."""
    if plan.suffix.casefold() == WORKBOOK:
        raise AdvisorError(
            f"{plan} is a workbook, and the plan is a Markdown file\n"
            f"Take back what stands in it with: advisor update {plan.with_suffix('.md')} --from {plan}"
        )
    return b"" if workbook and not plan.exists() else read_file(plan)


def taken_back(advisor: Advisor, data: bytes, workbook: Path | None, name: str) -> Merged:
    """A plan with what people wrote in a workbook, where one is given. Raises AdvisorError."""
    if workbook is None:
        return Merged(data, ())
    return advisor.take_back(data, read_file(workbook), name, str(workbook))
