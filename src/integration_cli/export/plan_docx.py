"""A plan as a Word document, the actions of each solution in a table: the only door to python-docx."""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from integration_cli.dates import in_words, is_day
from integration_cli.errors import AdvisorError
from integration_cli.handout import Handout, Passage, Row, Run

HEADS = ("Done", "Action", "Owner", "Due", "Measure", "Notes")
WIDTHS = (1.4, 8.0, 3.0, 3.3, 3.8, 6.2)
"""Of the columns, in centimetres: together what a landscape A4 page leaves between its margins."""

BOXES = {"open": "☐", "done": "☑", "not applicable": "–"}
STYLES = {"text": "Normal", "quote": "Intense Quote", "item": "List Bullet"}
LANGUAGE = "en-GB"


def to_docx(handout: Handout, now: Any) -> bytes:
    """Write a plan as a document; `now` is a datetime in UTC. Raises AdvisorError where python-docx is missing."""
    try:
        import docx
    except ImportError:
        raise AdvisorError("Word documents need one more package: pip install 'integration-cli[office]'") from None
    from docx.shared import Pt

    document = docx.Document()
    _describe(document, handout.title, now)
    _lay_out(document)
    above: list[Any] = []
    for is_row, parts in groupby(handout.parts, key=lambda part: isinstance(part, Row)):
        if is_row:
            for paragraph in above:
                paragraph.paragraph_format.keep_with_next = True
            if above:
                above[-1].paragraph_format.space_after = Pt(6)
            _table(document, [part for part in parts if isinstance(part, Row)])
        else:
            above = _passages(document, [part for part in parts if isinstance(part, Passage)])
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _describe(document: Any, title: str, now: Any) -> None:
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title[:255], "advisor", "advisor"
    about.comments, about.language = "", LANGUAGE
    about.created = about.modified = now.replace(tzinfo=None)


def _lay_out(document: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    for style, after in (("Normal", 4), (STYLES["item"], 2)):
        document.styles[style].paragraph_format.line_spacing = 1.05
        document.styles[style].paragraph_format.space_after = Pt(after)
    _calm_quotes(document.styles[STYLES["quote"]])
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    foot = page.footer.paragraphs[0]
    foot.add_run("Page ")
    foot._p.append(number)


def _calm_quotes(style: Any) -> None:
    """Quotes as plain text beside a line: Word's own are bold, slanted and blue, and most of ours are long."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, RGBColor

    style.font.bold = style.font.italic = False
    style.font.color.rgb = RGBColor(0x40, 0x40, 0x40)
    style.paragraph_format.left_indent, style.paragraph_format.right_indent = Cm(0.6), Cm(0)
    style.paragraph_format.keep_together = True
    edges = style.element.pPr.find(qn("w:pBdr"))
    for edge in list(edges):
        edges.remove(edge)
    line = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "8"), ("color", "7F9DB9")):
        line.set(qn(f"w:{name}"), value)
    edges.append(line)


def _passages(document: Any, passages: Sequence[Passage]) -> list[Any]:
    """Write passages; return the paragraphs of the last heading and what stands below it."""
    last: list[Any] = []
    for passage in passages:
        if passage.kind == "heading":
            last = [document.add_heading(passage.text, min(passage.level, 9))]
        else:
            last.append(document.add_paragraph(style=STYLES[passage.kind]))
            _write(last[-1], passage.runs)
    return last


def _write(paragraph: Any, runs: Sequence[Run]) -> None:
    for run in runs:
        written = paragraph.add_run(run.text)
        written.bold = run.style == "bold" or None
        written.italic = run.style == "italic" or None


def _table(document: Any, rows: Sequence[Row]) -> None:
    from docx.shared import Cm, Pt

    table = document.add_table(rows=1, cols=len(HEADS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    heads = table.rows[0]
    _mark(heads, "w:tblHeader")
    for cell, head, width in zip(heads.cells, HEADS, WIDTHS, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        cell.width = Cm(width)
        _shade(cell)
    for row in rows:
        line = table.add_row()
        _mark(line, "w:cantSplit")
        cells = line.cells
        _fill(cells, row)
        for cell, width in zip(cells, WIDTHS, strict=True):
            cell.width = Cm(width)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(cells: Sequence[Any], row: Row) -> None:
    from docx.shared import Pt

    due = in_words(row.due) if is_day(row.due) else row.due
    texts = (BOXES.get(row.status, row.status), row.action, row.owner, due, row.measure)
    for cell, text in zip(cells, texts, strict=False):
        cell.paragraphs[0].add_run(text)
    if row.source:
        source = cells[1].add_paragraph().add_run(row.source[:1].upper() + row.source[1:])
        source.italic, source.font.size = True, Pt(9)
    for number, line in enumerate(row.notes.split("\n")):
        (cells[-1].add_paragraph() if number else cells[-1].paragraphs[0]).add_run(line)
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(2)


def _mark(row: Any, name: str) -> None:
    """Say of a row of a table that it is repeated on each page, or not parted between two."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "D9E2F3")):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)
