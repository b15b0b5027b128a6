"""Files that are not what they seem, for every command that reads some: one line that says what, where, the way out."""

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from integration_cli import Advisor
from tests.conftest import Run
from tests.forms import form

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000)
"""How a workbook begins that is locked by a password, or that is of the old kind (.xls)."""

SAID = "nobody signs off the pooled budget"
PAGE = f"<html><table><tr><td>comment</td></tr><tr><td>{SAID}</td></tr></table></html>".encode()
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a0 "'
    + b"lol" * 20
    + b'">%s]>' % b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 20) for n in range(1, 10))
)
"""A text of a kilobyte that stands for one of a terabyte."""

SHEET, STYLES, STRINGS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"


def cell(place: str, said: str = "x") -> bytes:
    return f'<c r="{place}" t="inlineStr"><is><t>{said}</t></is></c>'.encode()


HEAD = b'<row r="1">' + cell("A1", "comment") + b'</row><row r="2">' + cell("A2", SAID) + b"</row>"


def rows(more: bytes, below: bytes = b"") -> Callable[[bytes], bytes]:
    """A sheet with a head, a reply, and these rows; `below` stands behind all rows."""
    new = b"<sheetData>" + HEAD + more + b"</sheetData>" + below
    return lambda old: re.sub(rb"<sheetData.*</sheetData>", lambda _: new, old, flags=re.DOTALL)


def workbook(part: str = SHEET, change: Callable[[bytes], bytes] = bytes) -> bytes:
    """A sound workbook but for one of its parts."""
    plain, spoilt = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(spoilt, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, change(b""))
    return spoilt.getvalue()


def declared(old: bytes) -> bytes:
    return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', old)


SPOILT = {
    "a row without end": workbook(SHEET, rows(b'<row r="99999999999">' + cell("A99999999999") + b"</row>")),
    "the last cell of all": workbook(SHEET, rows(b'<row r="1048576">' + cell("XFD1048576") + b"</row>")),
    "a far cell without a place": workbook(SHEET, rows(b'<row r="200000"><c><v>1</v></c></row><row r="9">' +
                                                        cell("XFD9") + b"</row>")),
    "all joined": workbook(SHEET, rows(b"", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    "all linked": workbook(SHEET, rows(b"", b'<hyperlinks><hyperlink ref="A1:XFD1048576" display="x"/></hyperlinks>')),
    "a million empty rows": workbook(SHEET, rows(b"".join(b'<row r="%d"/>' % n for n in range(3, 200_000)))),
    "a size that is not true": workbook(SHEET, lambda old: rows(b"")(declared(old))),
    "entities": workbook(SHEET, lambda old: ENTITIES + rows(b'<row r="3">' + cell("A3", "&a9;") + b"</row>")(old)),
    "entities in styles": workbook(STYLES, lambda old: ENTITIES + old.replace(b"Calibri", b"&a9;")),
    "a file from outside": workbook(
        SHEET,
        lambda old: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        + rows(b'<row r="3">' + cell("A3", "&a;") + b"</row>")(old),
    ),
    "deep styles": workbook(STYLES, lambda _: b"<styleSheet>" + b"<a>" * 50_000),
    "no XML": workbook(SHEET, lambda _: random.Random(1).randbytes(3000)),
    "no number": workbook(SHEET, rows(b'<row r="3"><c r="A3"><v>nan</v></c></row>')),
    "a long number": workbook(SHEET, rows(b'<row r="3"><c r="A3"><v>' + b"9" * 5000 + b"</v></c></row>")),
    "no sheet": workbook("xl/workbook.xml", lambda old: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", old)),
    "too large unpacked": workbook("xl/media/blank.bin", lambda _: bytes(301_000_000)),
    "locked": OLE,
    "a page": PAGE,
    "an archive": b"PK\x03\x04" + random.Random(2).randbytes(3000),
    "bytes": random.Random(3).randbytes(3000),
    "nothing": b"",
}  # fmt: skip

READS = {"survey": ["survey", "FILE"], "form": ["assess", "FILE", "--result"],
         "plan": ["update", "plan.md", "--from", "FILE"]}  # fmt: skip
SOUND = {("survey", name) for name in (
    "the last cell of all", "a far cell without a place", "all joined", "all linked", "a million empty rows",
    "a size that is not true",
)}  # fmt: skip
"""What a survey can make use of: it reads row by row, and nothing but what stands in a row."""

WAYS_OUT = ("save", "make", "there is no", "choose", "mend", "fault", "is empty", "no workbook of ours", "Make one")


@pytest.fixture
def here(advisor: Advisor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a plan and a form."""
    plan = advisor.checklist(advisor.plan(["no-bandwidth"]), "2026-05-04")
    (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(form(advisor, {"no-shared-vision": 1}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", SPOILT)
@pytest.mark.parametrize("command", READS)
def test_a_spoilt_workbook_is_refused_with_the_way_out(run: Run, here: Path, command: str, name: str):
    (here / "it.xlsx").write_bytes(SPOILT[name])
    before = (here / "plan.md").read_bytes()

    code, _, err = run(*(word.replace("FILE", "it.xlsx") for word in READS[command]))

    assert "it.xlsx" in err or (command, name) in SOUND
    assert code == (0 if (command, name) in SOUND else 2), err
    assert code == 0 or any(way in err for way in WAYS_OUT), err
    assert before == (here / "plan.md").read_bytes()


DEEP = b"[" * 100_000 + b"]" * 100_000
TEXTS: dict[str, tuple[str, bytes, int]] = {
    "NUL": ("it.csv", b"comment,team\nnobody signs\0 it,a\n" * 3, 2),
    "UTF-16 without a mark": ("it.csv", f"comment,team\n{SAID},a\n".encode("utf-16-le"), 0),
    "UTF-16 the other way round": ("it.csv", f"comment,team\n{SAID},a\n".encode("utf-16-be"), 0),
    "10 MB on a line": ("it.csv", f"{SAID}, ".encode() * 280_000, 2),
    "10 MB in a cell": ("it.csv", b"comment\n" + f"{SAID} ".encode() * 290_000, 1),
    "nothing but commas": ("it.csv", b"comment\n" + b"," * 5_000_000, 1),
    "quotes without an end": ("it.csv", b"comment\n" + b'"nobody signs\n' * 20_000, 1),
    "bytes": ("it.csv", random.Random(4).randbytes(50_000), 2),
    "nothing": ("it.csv", b"", 2),
    "only a mark": ("it.csv", b"\xef\xbb\xbf", 2),
    "a page called .xls": ("it.xls", PAGE, 2),
    "a page with a head": ("it.xls", b"\xef\xbb\xbf\r\n<!DOCTYPE html>" + PAGE, 2),
    "an old workbook": ("it.xls", OLE, 2),
    "deep JSON": ("it.jsonl", json.dumps({"comment": SAID}).encode() + b'\n{"comment": ' + DEEP + b"}\n", 0),
    "deep JSON first": ("it.jsonl", DEEP, 2),
    "a long number": ("it.jsonl", json.dumps({"comment": SAID}).encode() + b'\n{"comment": ' + b"9" * 9000 + b"}", 0),
    "no numbers": ("it.jsonl", b'{"comment": NaN}\n{"comment": 1e999}\n', 1),
    "half a character": ("it.jsonl", b'{"comment": "nobody signs off the pooled budget \\ud800\\u0000"}\n', 0),
    "very many keys": ("it.jsonl", b"{" + b",".join(b'"k%d":1' % n for n in range(60_000)) + b"}\n", 2),
    "bytes in lines": ("it.txt", random.Random(5).randbytes(20_000).replace(b"\0", b" "), 1),
}
"""By what is strange: a name, the bytes, and the exit code of a survey of them."""


@pytest.mark.parametrize("strange", TEXTS)
def test_a_strange_table_is_counted_or_refused(run: Run, here: Path, strange: str):
    name, content, expected = TEXTS[strange]
    (here / name).write_bytes(content)

    code, out, err = run("survey", name, "--rows", "rows.csv")

    assert code in ({0, 1} if strange == "bytes in lines" else {expected}), err
    assert (code == 2) == (not out)
    assert code != 2 or name in err or "say which one to read with --column" in err
    assert len(err) < 2000
    assert code != 2 or not (here / "rows.csv").exists()


def test_a_page_is_a_page_whatever_it_is_called(run: Run, here: Path):
    (here / "it.xls").write_bytes(PAGE)

    _, _, err = run("survey", "it.xls")

    assert "advisor: it.xls is a web page, whatever its name: open it in Excel and save it as .xlsx or CSV\n" == err


FORMS = {
    "aliases": b"ratings: &a\n- barrier: no-bandwidth\n  comment: *a\n",
    "nesting": b"ratings: " + b"[" * 50_000,
    "a list": b"- 1\n- 2\n",
    "a number": b"7\n",
    "ratings of another kind": b"ratings: {a: b}\n",
    "rows of another kind": b"ratings: [1, [2], {barrier: {a: b}, rating: [3]}]\n",
    "keys of another kind": b"ratings: [{? [a] : b, barrier: no-bandwidth}]\n",
    "a tag": b"ratings: !!python/object/apply:os.system [x]\n",
    "twice": b"ratings:\n" + b"- barrier: no-bandwidth\n  rating: 1\n" * 2,
    "a long number": b"ratings: [{barrier: no-bandwidth, rating: " + b"9" * 9000 + b"}]\n",
    "another scale": b"ratings: [{barrier: no-bandwidth, rating: -1}]\n",
    "UTF-16": "ratings: []\n".encode("utf-16"),
    "NUL": b"ratings: \0\n",
    "bytes": random.Random(6).randbytes(3000),
    "nothing": b"",
    "100,000 rows": b"ratings:\n" + b"- barrier: no-bandwidt\n" * 60_000,
}


@pytest.mark.parametrize("name", FORMS)
def test_a_strange_form_is_named_with_place_and_rule(run: Run, here: Path, name: str):
    (here / "it.yaml").write_bytes(FORMS[name])

    for argv in (["it.yaml", "--result"], ["--compare", "it.yaml", "ours.yaml"], ["ours.yaml", "--since", "it.yaml"]):
        if len(FORMS[name]) > 1_000_000 and argv[0] != "it.yaml":
            continue
        code, out, err = run("assess", *argv)

        assert (2, "") == (code, out), argv
        assert re.search(r"it\.yaml:\d+:\d+", err), argv
        assert len(err) < 1_000_000


OTHERS = [
    (["progress", "FILE"], "is not"),
    (["progress", "plan.md", "--since", "FILE"], "is not"),
    (["risks", "-o", "FILE.csv"], "is not a register"),
    (["risks", "-o", "FILE.md"], "is no register"),
    (["report", "--survey", "FILE", "-o", "page.html"], "is not JSON"),
    (["report", "--assessment", "FILE", "-o", "page.html"], "fault"),
    (["report", "--plan", "FILE", "-o", "page.html"], "is not"),
    (["checklist", "--plan", "FILE", "-o", "it.docx"], "is not"),
    (["compare", "FILE", "plan.md"], "is not plain text"),
]


@pytest.mark.parametrize(
    "content", [random.Random(7).randbytes(9000), OLE, bytes(9000)], ids=["bytes", "locked", "NUL"]
)
@pytest.mark.parametrize(("argv", "said"), OTHERS, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_bytes_are_refused_by_every_command_that_reads_a_file(
    run: Run, here: Path, argv: list[str], said: str, content: bytes
):
    for name in ("FILE", "FILE.csv", "FILE.md"):
        (here / name).write_bytes(content)

    code, out, err = run(*argv)

    assert (2, "") == (code, out)
    assert said in err
    assert content == (here / "FILE.csv").read_bytes() == (here / "FILE.md").read_bytes()
    assert not (here / "page.html").exists()


@pytest.mark.parametrize("content", [b"[" * 200_000, b"9" * 9000, b'{"by": []}', b"[]", b"null", b'"\\ud800"'])
@pytest.mark.parametrize("option", ["--survey", "--assessment"])
def test_json_that_no_command_printed_is_refused(run: Run, here: Path, option: str, content: bytes):
    (here / "it.json").write_bytes(content)

    code, out, err = run("report", option, "it.json", "-o", "page.html")

    assert (2, "") == (code, out)
    assert "advisor: it.json is not " in err
    assert "make it with" in err


@pytest.mark.parametrize(
    "revision", ["nope", "--output=stolen", "HEAD:", "@{-9999}", "a\nb", "\x1b[31m", ".", "x" * 5000]
)
def test_a_revision_that_there_is_not_is_told_with_the_way_out(run: Run, here: Path, revision: str):
    code, out, err = run("progress", "plan.md", f"--since={revision}")

    assert (2, "") == (code, out)
    assert "earlier copy of the plan" in err
    assert "\x1b" not in err
    assert ["ours.yaml", "plan.md"] == sorted(path.name for path in here.iterdir())
