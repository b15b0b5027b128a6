"""JSON carries every text as it was given, in characters that no console obeys."""

import json
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.export.form_yaml import to_yaml
from tests.conftest import Run
from tests.filled import filled
from tests.forms import assessment, rating
from tests.robustness.hostile import replies
from tests.robustness.payloads import EVERYTHING, PAYLOADS, SIGN

FILES = [
    ["progress", "plan.md"],
    ["survey", "replies.csv", "--by", "team", "-c", "comment"],
    ["assess", "form.yaml"],
    ["assess", "--compare", "form.yaml", "other.yaml"],
    ["assess", "form.yaml", "--since", "other.yaml"],
    ["risks", "--plan", "plan.md", "--partner", "PAYLOAD"],
    ["compare", "plan.md", "./PAYLOAD.txt"],
    ["update", "plan.md", "--dry-run"],
]

ENTRIES = [
    ["show", "hostile-barrier"],
    ["show", "hostile-solution"],
    ["show", "hostile-update"],
    ["show", "hostile-table"],
    ["list", "--updates"],
    ["checklist", "--barrier=hostile-barrier"],
    ["diagnose", SIGN],
    ["risks", "--barrier=hostile-barrier"],
    ["show", "risk:hostile-risk"],
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


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_what_people_wrote_comes_out_in_plain_ascii(
    run: Run, advisor: Advisor, payload: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    plan = advisor.checklist(advisor.plan(["no-bandwidth"]), "2026-05-04")
    box = plan.split("<!-- action: ")[1].split(" -->")[0]
    flat = f"x {payload}".replace("\n", " ")
    Path("plan.md").write_text(filled(plan, box, owner=flat, notes=flat), encoding="utf-8", newline="")
    Path("replies.csv").write_text(replies([payload]), encoding="utf-8", newline="")
    name = payload.replace("/", "")
    Path(f"{name}.txt").write_text(f"nobody signs off the pooled budget {payload}", encoding="utf-8")
    for file, score in (("form", 1), ("other", 3)):
        ratings = {"no-shared-vision": rating("no-shared-vision", score, payload)}
        form = to_yaml([], advisor.knowledge, assessment({}, payload + file, "2026-06-30")._replace(ratings=ratings))
        Path(f"{file}.yaml").write_text(form, encoding="utf-8")

    found = {}
    for argv in FILES:
        code, out, err = run(*(word.replace("PAYLOAD", name) for word in argv), "--json")

        assert code in (0, 1), (argv, err)
        assert out.isascii()
        assert not {c for c in out if not c.isprintable()} - {"\n"}
        found[argv[0]] = json.loads(out)

    assert f"nobody signs it off {payload}" in [one["text"] for one in found["survey"]["unmatched_quotes"]] + [
        one["text"] for barrier in found["survey"]["barriers"] for one in barrier["quotes"]
    ]
