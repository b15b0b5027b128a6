"""What is refused is repeated inert: options, commands, ids, values, paths, and faults of knowledge."""

from pathlib import Path

import pytest

from integration_cli.cli.app import COMMANDS
from tests.conftest import Run
from tests.robustness.payloads import STEERING, steers

OPTIONS = ("-", "--top=", "--nation=", "--json=", "--category=")


@pytest.mark.parametrize("payload", STEERING.values(), ids=STEERING)
def test_an_argument_that_is_refused_is_repeated_inert(
    run: Run, payload: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    refused = [[f"{payload}x"], [f"--{payload}x"]]
    refused += [[command, "budget", f"--{payload}x"] for command in COMMANDS]
    refused += [["diagnose", "budget", f"{option}{payload}x"] for option in OPTIONS]
    refused += [["show", payload], ["schema", payload], ["list", "--category", payload], ["update", payload]]
    refused += [["diagnose", "--file", payload], ["checklist", "-b", payload], ["explain", "budget", "-b", payload]]
    refused += [["check", payload], ["list", "--knowledge", payload]]

    for argv in refused:
        code, out, err = run(*argv)

        assert code in (0, 1, 2), argv
        assert set() == steers(out) | steers(err), argv
        assert len(out + err) > 0, argv


@pytest.mark.parametrize("payload", STEERING.values(), ids=STEERING)
def test_an_option_that_there_is_not_is_named_with_the_way_to_help(run: Run, payload: str):
    code, out, err = run("list", f"--zzz{payload}")

    assert (2, "") == (code, out)
    assert "Try 'advisor list -h' for help." in err
    assert "No such option: --zzz" in err


@pytest.mark.parametrize("payload", STEERING.values(), ids=STEERING)
def test_a_fault_shows_its_line_inert(run: Run, payload: str, tmp_path: Path):
    (tmp_path / "vocabulary.yaml").write_text(f"- id: a # {payload}\n  {payload}: 1\n", encoding="utf-8")

    for argv in (["check"], ["check", "--json"], ["list"]):
        code, out, err = run(*argv, "--knowledge", str(tmp_path))

        assert code in (1, 2), argv
        assert set() == steers(out) | steers(err), argv


@pytest.mark.parametrize("before", ["界", "é", "e\u0301", "\u202e", "\t", "abc"])
def test_the_caret_stands_below_the_fault(run: Run, before: str, tmp_path: Path):
    """Wide characters take two columns, accents of their own none."""
    columns = {"界": 2, "e\u0301": 1}.get(before, len(before))
    (tmp_path / "vocabulary.yaml").write_text(f'- {{"id": "{before}", "id": "b"}}\n', encoding="utf-8")

    _, out, _ = run("check", "--knowledge", str(tmp_path))

    carets = [line.index("^") for line in out.splitlines() if line.strip() == "^"]
    assert 4 + len('- {"id": "') + columns + len('", ') in carets
