"""Whatever a file holds, `check` answers with faults and never raises."""

import copy
import json
import shutil
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli.errors import AdvisorError, Fault
from integration_cli.loading.check import check
from tests.loading.folders import REPORT, SOUND, lay, places

FILES = sorted(path.relative_to(SOUND).as_posix() for path in SOUND.rglob("*.yaml"))
REPLACEMENTS: tuple[Any, ...] = ([], "text", "\0", [{}, {}], {"a": "b"})
YAML_MARKS = ["\n", "  ", "- ", ": ", "? ", "[", "]", "{", "}", "&a", "*a", "<<", "!!x ", "!%ed%a0%80 ", "|\n", ">-\n"]
OTHER_PIECES = [
    "'",
    '"',
    "#",
    "%YAML 1.1\n",
    "---\n",
    "...\n",
    "\t",
    "\0",
    "\ufeff",
    "\u2028",
    "\x85",
    "~",
    "id: a",
    "é",
]
PIECES = st.sampled_from(YAML_MARKS + OTHER_PIECES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sound knowledge, with the document that it cites."""
    root = tmp_path_factory.mktemp("any")
    lay(root / "sources", {"town-report.txt": REPORT})
    return Path(shutil.copytree(SOUND, root / "knowledge"))


def faults_with(folder: Path, name: str, content: bytes) -> list[Fault]:
    """The faults when one file holds this; the file is as it was afterwards."""
    path = folder / name
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        # The sources may now name a document that does not exist: that stops the search of the evidence.
        with suppress(AdvisorError) if name == "sources.yaml" else nullcontext():
            return check(folder, sources=folder.parent / "sources")
        return check(folder)
    finally:
        path.write_bytes(before)


def assert_well_placed(faults: list[Fault]) -> None:
    for fault in faults:
        assert fault.message
        assert 1 <= fault.line
        assert 1 <= fault.col <= (len(fault.source_line) or 10**9) + 1


@settings(max_examples=150)
@given(name=st.sampled_from(FILES), content=st.binary(max_size=200))
def test_any_bytes(folder: Path, name: str, content: bytes) -> None:
    assert_well_placed(faults_with(folder, name, content))


@settings(max_examples=200)
@given(name=st.sampled_from(FILES), pieces=st.lists(PIECES, max_size=25))
def test_any_jumble_of_yaml(folder: Path, name: str, pieces: list[str]) -> None:
    content = "".join(pieces).encode()

    assert_well_placed(faults_with(folder, name, content))


@settings(max_examples=200)
@given(name=st.sampled_from(FILES), data=st.data())
def test_a_sound_file_with_a_piece_put_in_or_taken_out(folder: Path, name: str, data: st.DataObject) -> None:
    text = (SOUND / name).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    content = (text[:start] + data.draw(PIECES) + text[end:]).encode()

    assert_well_placed(faults_with(folder, name, content))


def variants(data: Any) -> Iterator[Any]:
    """The data with one value replaced, or taken out, or written twice."""
    for way in places(data):
        for new in REPLACEMENTS:
            yield changed(data, way, new)
        if way:
            yield changed(data, way, None, "out")
            if isinstance(way[-1], int):
                yield changed(data, way, None, "twice")


def changed(data: Any, way: tuple[str | int, ...], new: Any, how: str = "") -> Any:
    if not way:
        return new
    result = copy.deepcopy(data)
    parent = result
    for key in way[:-1]:
        parent = parent[key]
    if how == "out":
        del parent[way[-1]]
    elif how == "twice":
        parent.insert(way[-1], parent[way[-1]])
    else:
        parent[way[-1]] = new
    return result


@pytest.mark.parametrize("name", FILES)
def test_each_value_of_a_sound_file_replaced_taken_out_or_doubled(folder: Path, name: str) -> None:
    data = yaml.load((SOUND / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    for variant in variants(data):
        content = json.dumps(variant).encode()
        assert_well_placed(faults_with(folder, name, content))
