"""A plan as a Word document: real headings, a table of actions for each solution, nothing in it is code."""

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from integration_cli import Advisor
from integration_cli.export.plan_docx import to_docx
from tests.planning.handing.filled_in import ADVISOR, FIRST, NOW, PLAN, SECOND, edited


def opened(plan: str, advisor: Advisor = ADVISOR) -> Any:
    return docx.Document(BytesIO(to_docx(advisor.hand_out(plan.encode()), NOW)))


def cells(row: Any) -> list[str]:
    return [cell.text for cell in row.cells]


def test_headings_are_headings_of_word_in_the_levels_of_the_plan():
    found = [(p.style.name, p.text) for p in opened(PLAN).paragraphs if p.style.name.startswith("Heading")]

    expected = [
        ("Heading 1", "Action checklist: joining up health and social care"),
        ("Heading 2", "Title of money"),
        ("Heading 3", "Title of quarrel"),
        ("Heading 4", "Title of talks"),
        ("Heading 2", "Sources"),
    ]
    assert expected == found


def test_the_actions_of_a_solution_stand_in_a_table():
    plan = edited(
        PLAN,
        ("- [ ]", "- [x]"),
        ("  - Owner:\n  - Due:", "  - Owner: Jo Bell\n  - Due: 2027-03-04"),
        ("  - Notes:", "  - Notes: rang\n  - twice"),
    )

    (table,) = opened(plan).tables

    assert ["Done", "Action", "Owner", "Due", "Measure", "Notes"] == cells(table.rows[0])
    said = f"{FIRST}\nSource 1, “A heading”"
    assert ["☑", said, "Jo Bell", "4 March 2027", "", "rang\ntwice"] == cells(table.rows[1])
    assert ["☐", said.replace(FIRST, SECOND), "", "", "", ""] == cells(table.rows[2])
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_every_solution_and_warning_of_a_real_plan_is_there(advisor: Advisor):
    plan = advisor.checklist(advisor.plan(["unclear-governance-and-hosting", "fear-of-sharing-data"]), "2026-11-01")

    document = opened(plan, advisor)

    handout = advisor.hand_out(plan.encode())
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert sum(len(table.rows) - 1 for table in document.tables) == len(handout.rows) > 10
    assert plan.count("\n#### ") == len(document.tables) > 3
    assert plan.count("**Changed since:**") == text.count("Changed since: ") > 0
    assert "Put an x into a box" not in text


def test_labels_are_bold_and_remarks_are_italic():
    paragraphs = opened(PLAN).paragraphs

    who = next(p for p in paragraphs if p.text.startswith("Who acts:"))
    assert [("Who acts:", True, None), (" who does talks", None, None)] == [
        (run.text, run.bold, run.italic) for run in who.runs
    ]
    assert any(run.italic and run.text == "(Recommended in the documents.)" for p in paragraphs for run in p.runs)


def test_the_page_is_a_landscape_a4_and_the_document_has_a_title():
    document = opened(PLAN)

    page = document.sections[0]
    assert (297, 210) == (round(page.page_width.mm), round(page.page_height.mm))
    about = document.core_properties
    expected = ("Action checklist: joining up health and social care", "advisor", "en-GB", 2026)
    assert expected == (about.title, about.author, about.language, about.created.year)


def test_the_table_is_as_wide_as_the_page_leaves():
    document = opened(PLAN)

    page = document.sections[0]
    width = sum(cell.width for cell in document.tables[0].rows[0].cells)
    assert abs(page.page_width - page.left_margin - page.right_margin - width) < 10_000


@pytest.mark.parametrize(
    "typed", ["<w:p>bold</w:p>", "=1+1", "<b>x</b> & y", "a\x07b\x1b[31m\ufffe", "{ HYPERLINK x }", "[x](http://x)"]
)
def test_what_people_typed_is_text(typed: str):
    plan = edited(PLAN, ("  - Owner:", f"  - Owner: {typed}"), ("we quarrel", typed))

    document = opened(plan)

    shown = " ".join("".join(c if c.isprintable() else " " for c in typed).split())
    assert shown == document.tables[0].cell(1, 2).text
    assert any(shown in p.text for p in document.paragraphs)
    assert 0 == len(list(document.element.iter(qn("w:hyperlink"), qn("w:instrText"))))


def test_what_people_wrote_anywhere_is_there_too():
    plan = edited(
        PLAN, ("## Title of money", "Ask **Ann** first.\n\n## Title of money"), ("  - Notes:", "  - Notes: no")
    )
    plan = edited(plan, ("## Sources", "## Ours\n\n- [x] Buy biscuits\n- a plain item\n\n> said *twice*\n\n## Sources"))

    document = opened(plan)

    text = [p.text for p in document.paragraphs]
    assert {"Ask Ann first.", "Ours", "a plain item", "said twice"} <= set(text)
    assert ["☑", "Buy biscuits", "", "", "", ""] == cells(document.tables[1].rows[1])


def test_what_is_said_of_a_solution_stays_on_the_page_of_its_table():
    found = opened(PLAN).paragraphs

    start, end = (next(n for n, p in enumerate(found) if p.text == text) for text in ("Title of talks", "Sources"))
    above = [p for p in found[start:end] if p.text]
    assert len(above) > 2
    assert all(p.paragraph_format.keep_with_next or p.style.name == "Heading 4" for p in above)


def test_quotes_are_plain_beside_a_line():
    style = opened(PLAN).styles["Intense Quote"]

    assert [False, False] == [style.font.bold, style.font.italic]
    assert ["w:left"] == [edge.tag.replace(qn("w:x")[:-1], "w:") for edge in style.element.pPr.find(qn("w:pBdr"))]
