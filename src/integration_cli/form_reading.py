"""Forms of the self-assessment as they come in, put together from the rooms that read and understand them."""

from collections.abc import Sequence

from integration_cli.assessing.understand import understand
from integration_cli.assessment import Assessment, Form
from integration_cli.errors import Fault, FaultyForm
from integration_cli.model import Knowledge


def read_forms(files: Sequence[tuple[str, bytes]], knowledge: Knowledge) -> list[tuple[Form, Assessment]]:
    """Understand filled-in forms, given by name with their contents: workbooks end in .xlsx, others are YAML.

    Raises FaultyForm with the defects of all of them, AdvisorError where workbooks cannot be read here.
    """
    read, faults = [], []
    for name, data in files:
        form, found = _read_form(name, data)
        assessment, not_understood = understand(form, knowledge)
        faults += _with_lines(found + not_understood, name, data)
        read.append((form, assessment))
    if faults:
        raise FaultyForm(faults)
    return read


def _read_form(name: str, data: bytes) -> tuple[Form, list[Fault]]:
    if name.lower().endswith(".xlsx"):
        from integration_cli.export.form_xlsx import read_xlsx

        return read_xlsx(data, name)
    from integration_cli.loading.forms import read_form

    return read_form(data, name)


def _with_lines(faults: list[Fault], name: str, data: bytes) -> list[Fault]:
    if not faults or name.lower().endswith(".xlsx"):
        return faults
    from integration_cli.loading.forms import with_lines

    return with_lines(faults, data, name)
