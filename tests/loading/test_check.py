"""Every fault at once, in order, with its place, the line of text and a caret under the right column."""

import json
import shutil
from pathlib import Path

import pytest

from integration_cli.errors import AdvisorError, FaultyKnowledge
from integration_cli.loading.check import check
from integration_cli.loading.load import load
from integration_cli.loading.locate import LARGEST_FILE
from tests.conftest import Run
from tests.loading.folders import CASES, INVALID, edited, lay

WORDING_RULES = {"sign-length", "risk-length", "repeated-sign", "copied-run", "stray-character", "clashing-name"}
"""Faults with which knowledge can still be used."""

POINTED_AT = {
    "accents-before-the-fault": "næme",
    "bad-choice": "recomended",
    "empty-text": '"  "',
    "encoding-latin-1": "\N{REPLACEMENT CHARACTER}ans",
    "far-to-the-right": "pool-monney",
    "duplicate-link": "solution: pool-money",
    "risk-mitigation-not-linked": "pool-money",
    "risk-with-unknown-ids": "no-thrust",
    "syntax-control-character": "\N{REPLACEMENT CHARACTER} shut",
    "unknown-id-in-table": "share-room",
    "unknown-key": "sings:",
    "unknown-section": "Budget",
    "wrong-form": "July 2022",
}
"""Case of the gallery -> what a person would point at."""


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, sound: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case of the gallery, put over the sound knowledge in the working folder."""
    name: str = request.param
    shutil.copytree(INVALID / name, sound, dirs_exist_ok=True)
    monkeypatch.chdir(sound)
    return name


def expected(case: str) -> str:
    return (INVALID / f"{case}.faults.txt").read_text(encoding="utf-8")


def expected_faults(case: str) -> list[str]:
    """Place, rule and message, without the source lines and the count."""
    lines = expected(case).splitlines()
    return [line for line in lines[:-1] if not line.startswith("    ")]


@pytest.mark.usefixtures("wide")
def test_the_faults_of_a_case_are_shown_as_the_text_beside_it_says(case: str, run: Run) -> None:
    code, out, err = run("check", ".")

    assert expected(case) == out
    assert (1, "") == (code, err)


def test_json_tells_the_same_faults(case: str, run: Run) -> None:
    code, out, _ = run("check", ".", "--json")
    data = json.loads(out)

    told = [f"{f['path']}:{f['line']}:{f['col']}: {f['rule']} {f['message']}" for f in data["faults"]]
    assert expected_faults(case) == told
    assert (1, len(told)) == (code, data["count"])


@pytest.mark.usefixtures("tiny")
def test_loading_refuses_what_cannot_be_used_and_takes_what_is_only_badly_worded(case: str) -> None:
    rules = {line.split(": ")[1].split()[0] for line in expected_faults(case)}

    if rules <= WORDING_RULES:
        assert "split-budgets" in load().barriers
    else:
        with pytest.raises(FaultyKnowledge) as refused:
            load()
        told = [f"{f.place}: {f.rule} {f.message}".replace("knowledge/", "") for f in refused.value.faults]
        assert told
        assert set(told) <= {line.replace("knowledge/", "") for line in expected_faults(case)}


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize(("name", "thing"), POINTED_AT.items())
def test_the_caret_stands_under_the_thing_itself(
    name: str, thing: str, sound: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(INVALID / name, sound, dirs_exist_ok=True)
    monkeypatch.chdir(sound)

    _, out, _ = run("check", ".")
    lines = out.splitlines()
    carets = [(lines[i - 1], line.index("^")) for i, line in enumerate(lines) if line.strip() == "^"]

    assert any(shown[column:].startswith(thing) for shown, column in carets)


def test_each_case_of_the_gallery_has_its_faults_and_each_text_its_case() -> None:
    assert CASES == sorted(path.name.removesuffix(".faults.txt") for path in INVALID.glob("*.txt"))


def test_the_gallery_holds_every_rule_that_needs_no_documents() -> None:
    shown = {line.split(": ")[1].split()[0] for case in CASES for line in expected_faults(case)}

    assert {
        "alias", "anchor", "bad-choice", "clashing-name", "copied-run", "cycle", "detail-of-detail", "duplicate-id",
        "duplicate-item", "duplicate-key", "empty-file", "empty-text", "encoding", "misplaced", "missing-key",
        "no-evidence", "no-mitigation", "repeated-sign", "reused-id", "risk-length", "self-reference", "sign-length",
        "stray-character", "syntax", "too-deep", "unknown-file", "unknown-id", "unknown-key", "unknown-section",
        "unlinked-mitigation", "wrong-form", "wrong-length", "wrong-type",
    } == shown  # fmt: skip


def test_a_sound_folder_has_no_faults(sound: Path, run: Run) -> None:
    assert (0, "No faults.\n", "") == run("check", str(sound))


def test_json_of_a_sound_folder_is_an_empty_list(sound: Path, run: Run) -> None:
    code, out, _ = run("check", str(sound), "--json")

    assert {"schema_version": 1, "count": 0, "faults": []} == json.loads(out)
    assert 0 == code


def test_json_carries_the_source_line_and_counts_places_from_one(sound: Path, run: Run) -> None:
    lay(sound, edited("categories.yaml", "title: People", "tittle: People"))

    data = json.loads(run("check", str(sound), "--json")[1])

    (fault,) = (fault for fault in data["faults"] if fault["rule"] == "unknown-key")
    assert {
        "path": f"{sound}/categories.yaml",
        "line": 5,
        "col": 3,
        "rule": "unknown-key",
        "message": "an item of the file has no 'tittle'; did you mean 'title'?",
        "source_line": "  tittle: People",
    } == fault


def test_faults_come_in_the_order_of_files_lines_and_columns_each_once(sound: Path) -> None:
    for case in CASES:
        shutil.copytree(INVALID / case, sound, dirs_exist_ok=True)

    faults = check(sound)
    order = [(fault.path, fault.line, fault.col) for fault in faults]

    assert sorted(order) == order
    assert len(set(faults)) == len(faults) > 20


def test_a_file_over_the_limit_is_refused_unread_and_one_at_the_limit_is_read(sound: Path) -> None:
    content = (sound / "vocabulary.yaml").read_bytes()
    lay(sound, {"vocabulary.yaml": content + b"#" * (LARGEST_FILE - len(content))})
    assert [] == check(sound)

    lay(sound, {"vocabulary.yaml": content + b"#" * (LARGEST_FILE + 1 - len(content))})
    (fault,) = check(sound)

    assert ("too-large", "over 4,000,000 bytes: split the file") == (fault.rule, fault.message)
    assert f"{sound}/vocabulary.yaml:1:1" == fault.place


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path, run: Run) -> None:
    code, out, err = run("check", str(tmp_path / "nowhere"))

    assert (2, "") == (code, out)
    assert f"advisor: there is no knowledge folder at {tmp_path / 'nowhere'}" in err


def test_a_file_that_is_a_folder_is_left_alone(sound: Path) -> None:
    (sound / "notes.yaml").mkdir()

    assert [] == check(sound)


def test_check_raises_where_a_folder_is_missing_but_never_for_what_a_file_holds(sound: Path) -> None:
    with pytest.raises(AdvisorError, match="there is no knowledge folder"):
        check(sound / "about.yaml")

    lay(sound, {"about.yaml": b"\xff\xfe\x00"})
    assert ["encoding"] == [fault.rule for fault in check(sound)]
