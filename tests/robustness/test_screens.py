"""Nothing that stands in a text or an entry steers a terminal, whatever the command."""

import re
from pathlib import Path

import pytest

from integration_cli.cli.app import COMMANDS
from tests.conftest import Run
from tests.robustness.payloads import EVERYTHING, PAYLOADS, SIGN, STEERING, steers

OURS = re.compile(r"\x1b\[[0-9;]*m")
"""The colours that the screens themselves use."""

BOUND = "--barrier=hostile-barrier"
SCREENS = [
    ["diagnose", SIGN, "--full"],
    ["diagnose", SIGN, "--top", "104"],
    ["checklist", BOUND, "--all"],
    ["explain", SIGN, BOUND],
    ["show", "hostile-barrier", "--full"],
    ["show", "hostile-solution"],
    ["show", "hostile-update"],
    ["show", "source:hostile"],
    ["show", "category:hostile"],
    ["show", "hostile-table"],
    ["list"],
    ["list", "--solutions"],
    ["list", "--sources"],
    ["list", "--updates"],
    ["list", "--frameworks"],
    ["search", "evil"],
    ["search", "hyperlink"],
    ["assess", "--barrier", "hostile-barrier", "--blank", "-"],
    ["report", SIGN, "--output", "-"],
    ["check"],
]


@pytest.mark.parametrize("argv", SCREENS, ids=" ".join)
@pytest.mark.parametrize("width", ["80", "10", "1"])
def test_entries_are_shown_inert_at_any_width(
    run: Run, hostile_entries: Path, argv: list[str], width: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", width)

    code, out, err = run(*argv, "--knowledge", str(hostile_entries))

    assert code == (1 if argv == ["check"] else 0), err
    assert set() == steers(out) | steers(err)
    assert len(out) > 10


def test_a_coloured_screen_has_no_sequences_but_its_own(
    run: Run, hostile_entries: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FORCE_COLOR", "1")

    _, out, _ = run("show", "hostile-barrier", "--full", "--knowledge", str(hostile_entries))

    assert OURS.search(out)
    assert set() == steers(OURS.sub("", out))


@pytest.mark.parametrize("payload", STEERING.values(), ids=STEERING)
def test_a_situation_is_shown_inert(run: Run, payload: str, tmp_path: Path):
    for partner in ("one", "two"):
        text = f"{payload} nobody signs off the pooled budget {payload}"
        (tmp_path / f"{partner}{payload.translate(dict.fromkeys(map(ord, '/')))}.txt").write_text(
            text, encoding="utf-8"
        )
    files = sorted(str(path) for path in tmp_path.iterdir())

    for argv in (
        ["diagnose", "--full", "-f", files[0]],
        ["checklist", "-f", files[0]],
        ["explain", "-f", files[0]],
        ["compare", "--full", *files],
    ):
        code, out, err = run(*argv)

        assert code in (0, 1), err
        assert set() == steers(out) | steers(err), argv


def test_markup_of_screens_survives_as_text(run: Run):
    _, out, _ = run("search", PAYLOADS["rich"])

    assert PAYLOADS["rich"] in " ".join(out.split())


def test_every_command_that_shows_entries_is_held_to_this():
    """Schemas show none of a user's words; what works on files has tests of its own."""
    held = {argv[0] for argv in SCREENS} | {"compare", "update", "schema", "progress", "risks", "survey", "site"}

    assert set() == set(COMMANDS) - held


def test_the_list_of_payloads_holds_what_would_act():
    """These tests would pass of harmless payloads too."""
    assert {"\x1b", "\x07", "\u202e", "\x9b", "\u2066", "\u200b"} <= steers(EVERYTHING)
