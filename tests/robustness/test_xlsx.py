"""A workbook shows every text as words: no formula but ours, no link, nothing from outside, nothing that runs."""

import io
import re
import zipfile
from datetime import UTC, datetime
from functools import cache
from typing import Any

import openpyxl
import pytest

from integration_cli import Advisor
from integration_cli.export.form_xlsx import to_xlsx as form_xlsx
from integration_cli.export.plan_xlsx import to_xlsx as plan_xlsx
from integration_cli.register import Register
from tests.robustness.hostile import HOSTILE, TODAY, assessment, knowledge, plan

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ACTS = re.compile(rb"<(?:\w+:)?(?:hyperlink|oleObject|control|drawing|legacyDrawing|externalReference)\b|TargetMode")


@cache
def workbooks(text: str) -> dict[str, bytes]:
    """Every workbook that the commands write, with this text wherever it takes one."""
    known = knowledge(text)
    advisor = Advisor(known)
    return {
        "plan": plan_xlsx(advisor.hand_out(plan(advisor, text).encode()), NOW),
        "register": advisor.register_workbook(
            Register(text, ("barrier",), (text, f"{text} two"), advisor.risks(["barrier"]).rows)
        ),
        "form": form_xlsx([known.barriers["barrier"]], known, assessment(text)),
    }


@cache
def cells(data: bytes) -> list[Any]:
    return [cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]


def formulas(data: bytes) -> set[str]:
    return {cell.value for cell in cells(data) if cell.data_type == "f"}


PLAIN = {name: formulas(data) for name, data in workbooks("plain").items()}


def test_only_a_register_works_anything_out():
    assert [True, False, False] == [bool(PLAIN[name]) for name in ("register", "plan", "form")]


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_payload_is_no_formula_no_link_and_nothing_that_runs(payload: str):
    for name, data in workbooks(payload).items():
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {part: packed.read(part) for part in packed.namelist()}

        assert PLAIN[name] == formulas(data), name
        assert [] == [cell.coordinate for cell in cells(data) if cell.hyperlink], name
        assert [] == [part for part, content in parts.items() if ACTS.search(content)], name
        assert [] == [part for part in parts if re.search(r"vba|macro|external|embed|activeX", part, re.I)], name


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_what_begins_like_a_formula_stays_a_text_when_somebody_edits_it(payload: str):
    for name, data in workbooks(payload).items():
        texts = [cell for cell in cells(data) if isinstance(cell.value, str) and cell.data_type != "f"]

        assert [] == [c.coordinate for c in texts if c.value[0] in "=+-@" and not c.quotePrefix], name
        assert len(texts) > 5, name


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_plan_in_a_workbook_that_nobody_filled_in_comes_back_as_it_was(payload: str):
    advisor = Advisor(knowledge(payload))
    data = plan(advisor, payload).encode()

    merged = advisor.take_back(data, plan_xlsx(advisor.hand_out(data), NOW))

    assert (data, ()) == (merged.data, merged.changes)
    assert data == advisor.take_back(b"", plan_xlsx(advisor.hand_out(data), NOW)).data


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_what_people_type_into_a_workbook_becomes_words_of_the_plan(payload: str):
    advisor = Advisor(knowledge("plain"))
    data = advisor.checklist(advisor.plan(["barrier"]), "2026-05-04").encode()
    book = openpyxl.load_workbook(io.BytesIO(plan_xlsx(advisor.hand_out(data), NOW)))
    sheet = book["Actions"]
    typed = openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", payload)
    for column in (3, 5, 6):
        sheet.cell(2, column).value = typed
        sheet.cell(2, column).data_type = "s"
    sheet.cell(3, 2).value = f"own {typed}"
    stream = io.BytesIO()
    book.save(stream)

    merged = advisor.take_back(data, stream.getvalue())

    again = advisor.take_back(merged.data, stream.getvalue())
    assert merged.data == again.data
    assert ["solution/step", ""] == [box.id for box in advisor.progress({"plan.md": merged.data}, TODAY).listed]
