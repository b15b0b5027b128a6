"""Nothing that stands in a text or an entry steers a terminal, whatever the command."""

import re
from pathlib import Path

import pytest

from integration_cli.cli.app import COMMANDS
from integration_cli.export.form_yaml import quoted
from tests.conftest import Run
from tests.filled import filled
from tests.robustness.hostile import replies
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
    ["risks", BOUND, "--partner", EVERYTHING],
    ["risks", BOUND, "--json"],
    ["show", "risk:hostile-risk"],
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


FILES = [
    ["progress", "plan.md", "--full"],
    ["progress", "plan.md", "--csv", "-"],
    ["progress", "plan.md", "--ics", "-"],
    ["survey", "replies.csv", "--full", "--by", "team", "-c", "comment"],
    ["survey", "replies.csv", "--redact", "-c", "comment"],
    ["risks", "--plan", "plan.md"],
    ["risks", BOUND, "-o", "register.md"],
    ["risks", BOUND, "-o", "register.csv"],
    ["risks", BOUND, "-o", "register.xlsx"],
    ["assess", "form.yaml", "--result"],
    ["assess", "--compare", "form.yaml", "other.yaml", "--full"],
    ["compare", "plan.md", "text.txt", "--full"],
    ["report", "--plan", "plan.md", "-o", "-"],
    ["site", "pages"],
    ["checklist", BOUND, "-o", "plan.docx"],
    ["checklist", BOUND, "-o", "plan.xlsx"],
]


@pytest.mark.parametrize("width", ["80", "10", "1"])
def test_what_files_say_of_entries_is_shown_inert_at_any_width(
    run: Run, hostile_entries: Path, width: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Entries, replies, forms and a plan with every payload in them; in what is written, too."""
    own = ["--knowledge", str(hostile_entries)]
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.chdir(tmp_path)
    run("checklist", BOUND, "-o", "plan.md", *own)
    plan = Path("plan.md").read_text(encoding="utf-8")
    written = filled(plan, "hostile-solution/step", owner=EVERYTHING.replace("\n", " "), due="1 December 2026")
    Path("plan.md").write_text(written, encoding="utf-8")
    Path("replies.csv").write_text(replies([EVERYTHING, SIGN]), encoding="utf-8")
    Path("text.txt").write_text(SIGN, encoding="utf-8")
    for name in ("form", "other"):
        row = f'{{barrier: hostile-barrier, rating: 1, comment: "{name}"}}'
        Path(f"{name}.yaml").write_text(f"by: {quoted(EVERYTHING + name)}\nratings: [{row}]", encoding="utf-8")

    for argv in FILES[:12] if width != "80" else FILES:
        code, out, err = run(*argv, *own)

        assert code == 0, (argv, err)
        assert set() == steers(out.removeprefix("\ufeff").replace("\r", "")) | steers(err), argv
        for file in [*tmp_path.glob("register.md"), *tmp_path.rglob("*.html")]:
            assert set() == steers(file.read_text(encoding="utf-8")), file


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
    """Schemas show none of a user's words; what updates show has a test of its own."""
    held = {argv[0] for argv in (*SCREENS, *FILES)} | {"update", "schema"}

    assert set() == set(COMMANDS) - held


def test_the_list_of_payloads_holds_what_would_act():
    """These tests would pass of harmless payloads too."""
    assert {"\x1b", "\x07", "\u202e", "\x9b", "\u2066", "\u200b"} <= steers(EVERYTHING)
