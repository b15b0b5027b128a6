"""Any text, any entry, any plan: an answer, or one error that says what, where and the way out."""

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.cli.main import main
from integration_cli.errors import AdvisorError
from integration_cli.planning.reading.plan_file import read_plan
from integration_cli.planning.record import read_record, record_lines
from tests.robustness.payloads import EVERYTHING, PAYLOADS, steers
from tests.running import advisor_process

MORE = int(os.environ.get("ADVISOR_FUZZ", "1"))
"""How many times as long as usual the fuzzing takes."""

MAIL = """From: ann@council.invalid
Subject: RE: FW: pooled budget

Nobody can say who signs it off.

On Monday, Bob wrote:
> > Staff are afraid of a fine
>> so nothing is shared.
--
Ann Other | Finance | =3D=20
"""
HTML = "<html><style>p{color:red}</style><p>Nobody signs off the pooled budget&nbsp;</p><script>alert(1)</script>"
PIECES = st.one_of(
    st.text(max_size=40),
    st.characters().map(lambda c: c * 50),
    st.sampled_from(
        [*PAYLOADS.values(), MAIL, HTML, "pooled budget", "\0", "\ud800", "\r\n", "\n- ", "a" * 5000, ". "]
    ),
)


@settings(max_examples=60 * MORE)
@given(pieces=st.lists(PIECES, max_size=12))
def test_any_situation_is_diagnosed_and_planned(advisor: Advisor, pieces: list[str]):
    situation = "".join(pieces)

    diagnosis = advisor.diagnose(situation)
    plan = advisor.plan([finding.barrier for finding in diagnosis.findings], situation)

    assert situation == diagnosis.situation
    assert all(situation[s.span.start : s.span.end] == s.text for s in diagnosis.uncovered)
    assert set() == steers(advisor.checklist(plan, "2026-05-04"))


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b"a" * 1_000_000, {1}),
        (b"Nobody signs off the pooled budget, and " * 50_000, {0}),
        (random.Random(1).randbytes(1_000_000), {2}),
        (b"{\\rtf1 Nobody signs off the pooled budget}", {2}),
        (HTML.encode(), {0, 1}),
        (MAIL.encode(), {0}),
        (("界" * 300_000).encode(), {1}),
        (b"\n" * 3_000_000, {1}),
        (b"- " * 1_000_000, {1}),
        (b"x" * 10_000_001, {2}),
    ],
    ids=["a word", "a sentence", "binary", "rtf", "html", "mail", "wide", "lines", "marks", "over 10 MB"],
)
def test_a_strange_file_is_answered_in_time(advisor: Advisor, content: bytes, codes: set[int], tmp_path: Path):
    assert advisor.index.barriers
    (tmp_path / "situation.txt").write_bytes(content)

    done = advisor_process("diagnose", "--file", "situation.txt", cwd=tmp_path)

    assert done.returncode in codes, done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("- id: a\n" + "".join(f"  k{n}: 1\n" for n in range(100_000)), "too-many"),
        ("- id: a\n  affects: [" + ",".join(f"fear-of-sharing-dat{n}" for n in range(50_000)) + "]\n", "too-many"),
        ("- &a [x]\n" + "- *a\n" * 200_000, "too-many"),
        ("- id: a\n" * 100_000, "too-many"),
        ("[" * 1_000_000, "too-deep"),
        ("a" * 4_000_001, "too-large"),
        ("\0" * 1000, "syntax"),
    ],
    ids=["keys", "references", "aliases", "twice", "deep", "large", "nul"],
)
def test_a_monstrous_entry_is_a_few_faults(content: str, said: str, tmp_path: Path):
    (tmp_path / "updates.yaml").write_text(content, encoding="utf-8")

    done = advisor_process("check", "--knowledge", str(tmp_path), cwd=tmp_path)

    assert (1, b"") == (done.returncode, done.stderr)
    assert said in done.stdout.decode()
    assert len(done.stdout) < 1_000_000


def test_pipes_folders_and_links_that_bite_their_tail_are_no_entries(tmp_path: Path):
    os.mkfifo(tmp_path / "vocabulary.yaml")
    (tmp_path / "risks.yaml").mkdir()
    (tmp_path / "updates.yaml").symlink_to("updates.yaml")
    (tmp_path / "barriers").symlink_to(tmp_path)

    done = advisor_process("list", "--knowledge", str(tmp_path), cwd=tmp_path)

    assert (0, b"") == (done.returncode, done.stderr)


@pytest.fixture(scope="module")
def made(advisor: Advisor) -> bytes:
    plan = advisor.plan(["unclear-governance-and-hosting"], EVERYTHING)
    return advisor.checklist(plan, "2026-05-04").encode()


@settings(max_examples=60 * MORE, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_plan_with_anything_in_it_is_updated_or_refused(advisor: Advisor, made: bytes, data: st.DataObject):
    spliced = made
    for _ in range(data.draw(st.integers(1, 4))):
        at, size = data.draw(st.integers(0, len(spliced))), data.draw(st.sampled_from([0, 0, 1, 30, 3000]))
        new = data.draw(st.one_of(st.binary(max_size=60), PIECES.map(lambda text: text.encode("utf-8", "replace"))))
        spliced = spliced[:at] + new + spliced[at + size :]

    with suppress(AdvisorError):
        updated = advisor.update(spliced, "2026-11-22").data
        assert updated == advisor.update(updated, "2026-11-22").data


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=200 * MORE)
@given(data=st.data())
def test_a_record_with_a_value_of_another_kind_is_damaged_or_harmless(made: bytes, data: st.DataObject):
    record = read_plan(made).record
    name = data.draw(st.sampled_from(record._fields))
    changed = record._replace(**{name: data.draw(values)})

    lines = record_lines(changed)

    found = read_record("\n".join(lines).removeprefix("<!--").removesuffix("-->"))
    assert found is None or (found.homes, found.barriers) == (changed.homes, tuple(changed.barriers))


@pytest.mark.parametrize(
    "inner", [b"[" * 3_000_000, b" " * 60_000_000, b"{}", b""], ids=["deep", "huge", "bare", "none"]
)
def test_a_record_that_would_burst_is_damaged(inner: bytes):
    import zlib
    from base64 import b64encode

    letters = b64encode(zlib.compress(inner, 9)).decode()

    assert read_record(f" advisor-record: it must stay\n{letters}\n") is None


def test_a_notebook_gets_the_code_for_any_argument(capsys: pytest.CaptureFixture[str]):
    codes = {main(["diagnose", payload]) for payload in PAYLOADS.values()}

    assert codes <= {0, 1, 2}
    assert "Traceback" not in capsys.readouterr().err
