"""A Word document shows every text as words: no field but ours, no link, nothing from outside, no macro."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest

from integration_cli import Advisor
from integration_cli.export.plan_docx import to_docx
from tests.robustness.hostile import HOSTILE, knowledge, plan

NOW = datetime(2026, 11, 22, tzinfo=UTC)
FIELD = re.compile(rb"<w:(?:fldSimple|fldChar|instrText|hyperlink|altChunk|object|pict|drawing|control|sdt|ins|del)\b")


def document(text: str) -> dict[str, bytes]:
    """The parts of a plan as a document, with this text wherever it takes one."""
    advisor = Advisor(knowledge(text))
    data = to_docx(advisor.hand_out(plan(advisor, text).encode()), NOW)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {part: packed.read(part) for part in packed.namelist()}


PLAIN = document("plain")


def test_the_only_field_is_the_number_of_the_page():
    assert [b"<w:fldSimple"] == [found for content in PLAIN.values() for found in FIELD.findall(content)]


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_payload_is_no_field_no_link_and_no_macro(payload: str):
    parts = document(payload)

    assert PLAIN.keys() == parts.keys()
    for name, content in parts.items():
        assert FIELD.findall(PLAIN[name]) == FIELD.findall(content), name
        assert PLAIN[name].count(b"TargetMode") == content.count(b"TargetMode"), name
        assert not name.endswith(".rels") or PLAIN[name] == content, name
    assert not re.search(r"vba|macro|embed|activeX", " ".join(parts), re.I)


def test_a_payload_is_there_to_be_read():
    """These tests would pass of an empty document too."""
    content = document('=HYPERLINK("http://x.invalid","go")')["word/document.xml"].decode()

    assert content.count("=HYPERLINK(") > 4
