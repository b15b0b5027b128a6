"""JSON carries every text as it was given, in characters that no console obeys."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.robustness.payloads import EVERYTHING, PAYLOADS, SIGN

ENTRIES = [
    ["show", "hostile-barrier"],
    ["show", "hostile-solution"],
    ["show", "hostile-update"],
    ["show", "hostile-table"],
    ["list", "--updates"],
    ["checklist", "--barrier=hostile-barrier"],
    ["diagnose", SIGN],
]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_situation_comes_back_as_it_was_in_plain_ascii(run: Run, payload: str):
    situation = f"nobody signs off the pooled budget {payload}"

    for command in ("diagnose", "explain", "checklist"):
        code, out, err = run(command, "--json", situation)

        assert code in (0, 1), err
        assert out.isascii()
        assert not {c for c in out if not c.isprintable()} - {"\n"}
        assert situation == json.loads(out)["situation"]


@pytest.mark.parametrize("argv", ENTRIES, ids=" ".join)
def test_an_entry_comes_out_as_it_was_written(run: Run, hostile_entries: Path, argv: list[str]):
    code, out, err = run(*argv, "--json", "--knowledge", str(hostile_entries))

    assert (0, "") == (code, err)
    assert out.isascii()
    assert json.dumps(EVERYTHING) in out
