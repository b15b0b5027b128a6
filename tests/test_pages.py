"""The documents show what the command really prints. UPDATE_DOCS=1 writes the present output into them."""

import os
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from integration_cli import Advisor
from tests.pages import FENCE, KINDS, Page, is_commands, played, shortened
from tests.test_docs import ROOT, WRITTEN

PREPARED = Path(__file__).parent / "data" / "pages"
"""The files of an invented partnership, which readers of each page have lying before them."""

INSTALLS = "installs from the network"
NOT_RUN = {
    "python -m tools.mutate --each 6 --note first.jsonl": "it takes the better part of an hour",
    "python -m tools.mutate --again first.jsonl": "it takes the better part of an hour",
    "python3 -m venv .venv && .venv/bin/pip install .": INSTALLS,
    "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest": INSTALLS,
    'python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/advisor diagnose "our social workers are scared of '
    'a fine, so they put nothing on the shared record" --checklist plan.md': INSTALLS,
    'python3 advisor.pyz diagnose "nobody can say who signs off the pooled budget"': "tests/test_pyz.py makes the file",
    "advisor --install-completion": "changes the start-up file of the shell that runs it",
    "advisor check": "takes long; .ci/run does it",
    "advisor check knowledge": "needs a checkout; .ci/run checks the same folder",
    "advisor check --sources DIR": "needs the five documents, which are no part of the repository",
    "advisor survey replies.xlsx -c 4 --rows rows.csv --csv counts.csv --redact": "no workbook lies there",
}
"""Commands of the documents that no test of these runs, and why."""

PLAN = "advisor checklist --barrier unclear-governance-and-hosting -o plan.md"
BEFORE: dict[str, dict[str, Sequence[str]]] = {
    "README.md": {
        "advisor progress plan.md --today 2026-11-22": [
            "tick plan.md agree-dispute-resolution-first/foresee-worries",
        ],
        "advisor update plan.md --from plan.xlsx": ["advisor checklist --plan plan.md -o plan.xlsx"],
    },
    "docs/how-to/risks.md": {"advisor risks --plan plan.md -o register.csv": [PLAN]},
    "docs/report.md": {
        "advisor report --plan plan.md -o board.html": [PLAN],
        "advisor report --assessment council.json --assessment trust.json -o partners.html": [
            "advisor assess council.yaml --result --json > council.json",
            "advisor assess trust.yaml --result --json > trust.json",
        ],
        "advisor report --survey counts.json -o survey.html": ["advisor survey replies.csv --json > counts.json"],
    },
}
"""What a reader did before a command without being told by the page."""


def pages() -> list[Path]:
    """The documents that hold blocks of any kind; the reference is written from the commands themselves."""
    return [path for path in WRITTEN if path.name != "reference.md" and FENCE.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_shows_what_its_commands_print(path: Path, tmp_path: Path, advisor: Advisor):
    assert advisor.knowledge.barriers
    folder = tmp_path / "reader"
    shutil.copytree(PREPARED, folder)
    text = path.read_text(encoding="utf-8")

    now = played(text, Page(folder, NOT_RUN, BEFORE.get(path.relative_to(ROOT).as_posix(), {})))
    if os.environ.get("UPDATE_DOCS"):
        path.write_text(now, encoding="utf-8")

    assert now == path.read_text(encoding="utf-8")


def test_commands_that_are_not_run_stand_in_some_document():
    """A reason for what is no longer there would hide the next one of that name."""
    blocks = "\n".join(block["text"] for path in pages() for block in FENCE.finditer(path.read_text(encoding="utf-8")))
    lines = {line.partition("  #")[0].strip() for line in blocks.splitlines()}

    assert set() == set(NOT_RUN) - lines


def test_commands_stand_in_blocks_that_are_run():
    others = [
        block[0]
        for path in pages()
        for block in FENCE.finditer(path.read_text(encoding="utf-8"))
        if block["kind"] not in KINDS
        and not is_commands(block)
        and re.search(r"^(\$ )?advisor ", block[0], re.MULTILINE)
    ]

    assert [] == others


def test_a_page_that_shows_something_else_is_seen(tmp_path: Path, advisor: Advisor):
    """The test above would hold of a player that plays nothing, too."""
    assert advisor.knowledge.barriers
    text = "```console\n$ advisor show ccg --json | cat\nnothing\n```\n\n```sh\nadvisor list\n```\n"

    now = played(text, Page(tmp_path, {}, {}))

    assert now.startswith("```console\n$ advisor show ccg")
    assert "nothing" not in now
    assert now.endswith("```\n\n```sh\nadvisor list\n```\n")


def test_a_command_that_fails_is_seen(tmp_path: Path):
    with pytest.raises(AssertionError, match="no-such-entry"):
        played("```sh\nadvisor show no-such-entry\n```\n", Page(tmp_path, {}, {}))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("```text\n- [x] <!-- action: not/there --> Never advised\n  - Owner: Tom Birch\n```\n", "not in the plan"),
        ("```markdown\n#### Never advised\n```\n", "not in the plan"),
        ("```diff\n# plan.md\n-never written\n+written\n```\n", "does not hold once"),
    ],
)
def test_what_a_page_shows_of_a_file_must_stand_in_it(page: str, said: str, tmp_path: Path):
    (tmp_path / "plan.md").write_text("# A plan\n", encoding="utf-8")

    with pytest.raises(AssertionError, match=said):
        played(page, Page(tmp_path, {}, {}))


PRINTED = ["one", "two", "three", "four", "five"]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (PRINTED, PRINTED),
        (["one", "…", "five"], ["one", "…", "five"]),
        (["…", "four", "five"], ["…", "four", "five"]),
        (["one", "  …"], ["one", "  …"]),
        (["one", "…", "FOUR", "five"], PRINTED),
        (["ONE", "two", "…", "five"], ["one", "two", "…", "five"]),
        (["one", "…", "two", "three", "four", "five"], PRINTED),
        (["ONE", "…", "", "five"], ["one", "two", "three", "four", "five"]),
        ([], PRINTED),
    ],
)
def test_lines_stay_left_out_where_their_neighbours_still_stand(shown: list[str], expected: list[str]):
    assert expected == shortened(shown, PRINTED)


def test_lines_left_out_before_a_blank_one_are_found_by_what_stands_after_it():
    printed = ["one", "", "two", "three", "", "four", "five now"]

    assert ["one", "", "two", "…", "", "four", "five now"] == shortened(
        ["one", "", "two", "…", "", "four", "5"], printed
    )
