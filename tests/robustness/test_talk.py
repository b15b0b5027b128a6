"""What people wrote into plans, replies and forms, and how they call their files, steers no terminal."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.export.form_yaml import to_yaml
from integration_cli.export.plan_xlsx import to_xlsx
from tests.conftest import Run
from tests.filled import filled
from tests.forms import assessment, rating
from tests.robustness.hostile import DUE, MADE, TODAY, everywhere, replies
from tests.robustness.payloads import EVERYTHING, STEERING, steers
from tests.robustness.test_html import GIVEN

WORKS = [
    ["progress", "PLAN", "--full", "--today", TODAY],
    ["progress", "PLAN", "--since", "EARLIER", "--today", TODAY],
    ["progress", "PLAN", "--owner", "PAYLOAD"],
    ["progress", "PLAN", "--csv", "-"],
    ["progress", "PLAN", "--ics", "-"],
    ["progress", "PLAN", "--csv", "PAYLOAD.csv", "--ics", "PAYLOAD.ics"],
    ["risks", "--plan", "PLAN", "--partner", "PAYLOAD"],
    ["risks", "PAYLOAD nobody signs off the pooled budget", "-o", "PAYLOAD.md", "--partner", "PAYLOAD"],
    ["risks", "-o", "PAYLOAD.md"],
    ["risks", "--plan", "PLAN", "-o", "PAYLOAD.csv", "--partner", "PAYLOAD", "--force"],
    ["risks", "-o", "PAYLOAD.csv"],
    ["risks", "--plan", "PLAN", "-o", "PAYLOAD.xlsx", "--partner", "PAYLOAD"],
    ["survey", "REPLIES", "--full", "--by", "team", "-c", "comment"],
    [
        "survey",
        "REPLIES",
        "--redact",
        "--by",
        "1",
        "-c",
        "2",
        "--rows",
        "rows PAYLOAD.csv",
        "--csv",
        "counts PAYLOAD.csv",
    ],
    ["survey", "REPLIES", "-c", "PAYLOAD"],
    ["survey", "REPLIES", "--by", "PAYLOAD"],
    ["assess", "FORM", "--result"],
    ["assess", "FORM", "--result", "--checklist", "weakest PAYLOAD.md"],
    ["assess", "--compare", "FORM", "OTHER", "--full"],
    ["assess", "FORM", "--since", "OTHER", "--full"],
    ["assess", "FORM", "--by", "PAYLOAD", "--blank", "-"],
    ["assess", "FORM", "--blank", "PAYLOAD form.xlsx"],
    ["compare", "PLAN", "TEXT", "--full"],
    ["checklist", "--plan", "PLAN", "-o", "PAYLOAD plan.docx"],
    ["checklist", "--plan", "PLAN", "-o", "PAYLOAD plan.xlsx"],
    ["update", "PLAN", "--from", "WORKBOOK", "--dry-run"],
    ["update", "PLAN", "--from", "WORKBOOK"],
    ["report", "--plan", "PLAN", "--survey", "COUNTS", "--title", "PAYLOAD", "-o", "-"],
    ["report", "--plan", "PLAN", "-o", "PAYLOAD.html"],
]
"""PAYLOAD stands for a payload, words in capitals for files that hold it wherever they can and are called so."""


@pytest.fixture(scope="module")
def fresh(advisor: Advisor) -> str:
    return advisor.checklist(advisor.plan(["no-bandwidth"]), MADE)


def lay(advisor: Advisor, fresh: str, payload: str, folder: Path) -> dict[str, str]:
    """Files whose names and contents hold a payload, by the words that stand for them."""
    name = payload.replace("/", "").replace("\n", " ")
    box = fresh.split("<!-- action: ")[1].split(" -->")[0]
    plan = filled(fresh, box, owner=payload, due=DUE, notes=payload, measure=payload).replace(
        "- [ ] <!--", f"- [ ] our own {payload}\n  - Owner: {payload}\n\n- [ ] <!--", 1
    )
    said = {"no-shared-vision": 1, "mutual-distrust": "?", "no-bandwidth": 3}
    forms = [
        assessment(said, f"{payload} {who}", MADE)._replace(
            ratings={id_: rating(id_, score, payload) for id_, score in said.items()}
        )
        for who in ("a", "b")
    ]
    files: dict[str, tuple[str, str | bytes]] = {
        "PLAN": (f"plan {name}.md", plan),
        "EARLIER": (f"earlier {name}.md", fresh),
        "REPLIES": (f"replies {name}.csv", replies([payload, f"two {payload}"])),
        "FORM": (f"form {name}.yaml", to_yaml([], advisor.knowledge, forms[0])),
        "OTHER": (f"other {name}.yaml", to_yaml([], advisor.knowledge, forms[1])),
        "TEXT": (f"text {name}.txt", f"{payload} nobody signs off the pooled budget {payload}"),
        "WORKBOOK": (f"book {name}.xlsx", to_xlsx(advisor.hand_out(plan.encode()), datetime(2026, 11, 22, tzinfo=UTC))),
        "COUNTS": (f"counts {name}.json", json_of("counts.json", payload)),
    }
    for file, content in files.values():
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    return {word: file for word, (file, _) in files.items()} | {"PAYLOAD": name}


def json_of(name: str, payload: str) -> str:
    return json.dumps(everywhere(json.loads((GIVEN / name).read_text(encoding="utf-8")), payload))


EACH = [WORKS[number] for number in (0, 6, 12, 16, 18)]
"""Screens on which each payload is tried alone."""

ALL = {"all that steers": "".join(sorted(steers(EVERYTHING)))}


@pytest.mark.parametrize(
    ("payload", "works"),
    [*((payload, EACH) for payload in STEERING.values()), *((payload, WORKS) for payload in ALL.values())],
    ids=[*STEERING, *ALL],
)
def test_what_people_wrote_is_shown_and_told_inert(
    run: Run,
    advisor: Advisor,
    fresh: str,
    payload: str,
    works: list[list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.chdir(tmp_path)
    words = lay(advisor, fresh, payload, tmp_path)

    for argv in works:
        typed = argv
        for word, name in words.items():
            typed = [part.replace(word, name) for part in typed]
        code, out, err = run(*typed)

        assert code in (0, 1, 2), err
        assert set() == steers(out.removeprefix("\ufeff").replace("\r", "")) | steers(err), argv
        assert "Traceback" not in err
        assert len(out + err) > 10, argv


RICH = "[red]hot[/red] [/] [link=http://x.invalid]it[/link] :smile: [x]"


@pytest.mark.parametrize("argv", EACH[:1] + EACH[2:], ids=" ".join)
def test_markup_of_screens_that_people_wrote_is_words(
    run: Run, advisor: Advisor, fresh: str, argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Without a slash, as names of files have none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "500")
    payload = RICH.replace("/", "")
    words = lay(advisor, fresh, payload, tmp_path)

    _, out, err = run(*(words.get(part, part) for part in argv))

    assert payload in " ".join((out + err).split())
