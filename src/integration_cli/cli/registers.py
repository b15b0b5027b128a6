"""Risk registers as files: what they are made for, written, or merged into what is there."""

import shlex
from pathlib import Path
from typing import Any

from integration_cli.advisor import Advisor
from integration_cli.cli.checklists import planned_barriers
from integration_cli.cli.clock import today
from integration_cli.cli.console import say, show, show_json, show_text
from integration_cli.cli.new_files import write_new
from integration_cli.cli.plans import read_file, replace_file
from integration_cli.cli.situation import read_situation
from integration_cli.errors import AdvisorError
from integration_cli.planning.register.existing import Existing, is_table, open_register
from integration_cli.register import Register
from integration_cli.upkeep import Merged
from integration_cli.words import counted

_WORKBOOK = ".xlsx"
_OTHER_PROGRAMS = (".xls", ".ods", ".docx", ".doc", ".odt", ".pdf", ".html", ".json")


def existing_register(target: Path | None, force: bool) -> Existing | None:
    """The register that a file holds already; None where there is no file, or it is to be replaced.

    Raises AdvisorError where the file is something else, or the name is not one for a register.
    """
    if target is None or str(target) == "-":
        return None
    if target.suffix.casefold() in _OTHER_PROGRAMS:
        raise AdvisorError(f"a register is written as .md, .csv or .xlsx, not as {target.suffix}")
    if force or not target.is_file():
        return None
    if target.suffix.casefold() == _WORKBOOK:
        raise AdvisorError(
            f"{target} exists already, and only registers in .md and .csv are brought up to date: choose another name, "
            "or --force to replace it"
        )
    data = read_file(target)
    if b"advisor-re" not in data.replace(b"\0", b"") and not is_table(target.name):
        raise AdvisorError(f"{target} exists already and is no register: choose another name, or --force to replace it")
    return open_register(data, str(target))


def asked_for(
    advisor: Advisor,
    text: str | None,
    file: Path | None,
    plan: Path | None,
    barriers: list[str] | None,
    there: Existing | None,
) -> tuple[list[str], str]:
    """The barriers that a register is to answer, and the words that name some of them.

    Where nothing is asked for, a register that is there keeps its barriers. Raises AdvisorError.
    """
    named = [*(_barriers_of_plan(plan, advisor) if plan else ()), *(barriers or ())]
    if (named or there) and not text and not file:
        return named or _known(there.barriers if there else (), "the register", advisor), ""
    situation = read_situation(text, file)
    return [*named, *planned_barriers(advisor.diagnose(situation))], situation


def _barriers_of_plan(plan: Path, advisor: Advisor) -> list[str]:
    from integration_cli.planning.reading.plan_file import read_plan

    return _known(read_plan(read_file(plan), str(plan)).record.barriers, str(plan), advisor)


def _known(ids: tuple[str, ...], name: str, advisor: Advisor) -> list[str]:
    """The barriers of a file. Raises AdvisorError where the knowledge does not hold one."""
    knowledge = advisor.knowledge
    for id_ in ids:
        if knowledge.formerly.get(id_, id_) not in knowledge.barriers:
            raise AdvisorError(
                f"{name} answers the barrier '{id_}', which is not in this knowledge\n"
                "Give the folder that holds it with --knowledge DIR, or name the barriers with --barrier ID"
            )
    return list(ids)


def write_register(
    advisor: Advisor, register: Register, target: Path | None, there: Existing | None, json: bool
) -> None:
    """Write a register to a file, merged into the one that is there, or to standard output; say what was done.

    A register without risks is not written.
    """
    from integration_cli.export.register_data import to_data

    data = {**to_data(register, advisor.knowledge), "file": None}
    if register.rows and target and there:
        data["file"] = _merge(advisor, register, target, there, json)
    elif register.rows and target and str(target) != "-":
        _write_new(advisor, register, target)
    elif register.rows and not json:
        show_text(advisor.register(register, today()))
    if json:
        show_json(data)


def _write_new(advisor: Advisor, register: Register, target: Path) -> None:
    workbook = target.suffix.casefold() == _WORKBOOK
    write_new(target, _content(advisor, register, target), force=True)
    counts = f"{counted(len(register.rows), 'risk')}, {len(register.shared)} shared, {len(register.retained)} retained"
    again = "the ratings follow" if workbook else f"then advisor risks -o {shlex.quote(str(target))}"
    say(f"wrote {target}: {counts}\nnext: fill in the numbers, {again}")


def _content(advisor: Advisor, register: Register, target: Path) -> str | bytes:
    if target.suffix.casefold() == _WORKBOOK:
        return advisor.register_workbook(register)
    if is_table(target.name):
        return advisor.register_table(register)
    return advisor.register(register, today())


def _merge(advisor: Advisor, register: Register, target: Path, there: Existing, json: bool) -> dict[str, Any]:
    """Bring the register that is there up to date; show what was done, and return it as plain data."""
    from integration_cli.export.register_data import merged_data

    merged, remarks = there.update(register, advisor.knowledge, today())
    replace_file(target, there.data, merged.data)
    changed = merged.data != there.data
    if changed and not json:
        _show_changes(merged)
    for remark in remarks:
        say(f"{target}:{remark.line}: {remark.said}")
    say(f"wrote {target}; as it was: {target}.bak" if changed else f"{target} is up to date: nothing was changed")
    return merged_data(merged, remarks, changed)


def _show_changes(merged: Merged) -> None:
    from integration_cli.cli.screens.changes import REGISTER_TITLES, changes

    show(changes(merged.changes, REGISTER_TITLES))
