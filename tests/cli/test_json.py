"""`--json`: one document for programs on standard output, whatever the answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from integration_cli.cli.app import COMMANDS
from tests.cli.commands import parameters
from tests.conftest import Run

SITUATION = "nobody can say who signs off the pooled budget"
ASKED = {
    "diagnose": [
        ([SITUATION], 0, {"situation", "knowledge", "findings", "solutions", "updates", "uncovered", "why_not"}),
        (["xqzt blorp vrrm"], 1, {"findings", "nearest_categories", "why_not"}),
        ([""], 1, {"findings", "why_not"}),
        ([SITUATION, "--top", "2", "--nation", "scotland"], 0, {"nation", "findings"}),
    ],
    "checklist": [
        ([SITUATION], 0, {"situation", "categories"}),
        (["--barrier", "weak-political-buy-in", "--all"], 0, {"situation", "categories"}),
        (["xqzt blorp vrrm"], 1, {"situation", "categories"}),
    ],
    "compare": [
        (["council.txt", "hospital.txt"], 0, {"knowledge", "partners", "barriers", "only_possible", "agreement"}),
        (["canteen.txt", "silence.txt"], 1, {"partners", "barriers", "widest_gaps"}),
    ],
    "risks": [
        ([SITUATION], 0, {"situation", "knowledge", "barriers", "partners", "matrix", "count", "risks", "file"}),
        (["--plan", "plan.md", "-o", "register.csv"], 0, {"risks", "file"}),
        (["xqzt blorp vrrm"], 1, {"situation", "count", "risks"}),
    ],
    "assess": [
        (["ours.yaml"], 0, {"by", "on", "mean", "rated", "unknown", "open", "categories", "weakest"}),
        (["open.yaml"], 1, {"mean", "rated", "categories", "weakest"}),
        (["--compare", "ours.yaml", "icb.yaml"], 0, {"partners", "consensus", "barriers", "single"}),
        (["--compare", "ours.yaml", "open.yaml"], 1, {"partners", "barriers", "single"}),
        (["ours.yaml", "--since", "icb.yaml"], 0, {"before", "now", "categories", "barriers"}),
        (["ours.yaml", "--since", "open.yaml"], 1, {"before", "now", "categories", "barriers"}),
    ],
    "explain": [([SITUATION], 0, {"barrier"})],
    "show": [
        (["fear-of-sharing-data"], 0, {"entries", "updates"}),
        (["childrens-trusts"], 0, {"entries", "updates"}),
        (["four-barrier-table"], 0, {"entries", "updates"}),
        (["tax-bill-on-pooled-money"], 0, {"entries", "updates"}),
    ],
    "list": [
        ([], 0, {"kind", "knowledge", "count", "groups"}),
        *(([f"--{kind}"], 0, {"kind", "count", "groups"}) for kind in ("solutions", "sources", "updates", "examples")),
        (["--frameworks"], 0, {"kind", "count", "groups"}),
        (["--risks"], 0, {"kind", "count", "groups"}),
        (["--category", "leadership"], 0, {"kind", "count", "groups"}),
    ],
    "search": [(["risk", "register"], 0, {"query", "count", "hits"}), (["parrot"], 1, {"query", "count", "hits"})],
    "survey": [
        (["replies.csv"], 0, {"rows", "read", "blank", "broken", "barriers", "categories", "interval"}),
        (["replies.csv", "--by", "organisation", "--redact"], 0, {"by", "groups", "masked"}),
        (["bread.txt"], 1, {"read", "unmatched", "unmatched_because"}),
    ],
    "check": [([], 0, {"count", "faults"})],
    "progress": [
        (["plan.md"], 0, {"today", "done", "open", "plans", "categories", "owners", "actions", "since"}),
        (["plan.md", "--due-within", "30", "--fail-on-overdue"], 0, {"until", "actions", "unreadable_dates"}),
        (["plan.md", "--since", "plan.md"], 0, {"since", "kept_to_owners", "withdrawn"}),
    ],
    "update": [
        (["plan.md"], 0, {"changed", "changes"}),
        (["plan.md", "--with", SITUATION, "--dry-run"], 0, {"changed", "changes"}),
        (["plan.md", "--from", "plan.xlsx"], 0, {"changed", "changes"}),
        (["new.md", "--from", "plan.xlsx"], 0, {"changed", "changes"}),
    ],
}
CASES = [(command, argv, code, keys) for command, cases in ASKED.items() for argv, code, keys in cases]


def data_of(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out)
    return found


def test_every_command_that_offers_json_is_tried_here():
    offering = {name for name, found in parameters().items() if any(parameter.name == "json" for parameter in found)}

    assert offering == set(ASKED)
    assert {"schema", "site", "report"} == COMMANDS.keys() - offering


@pytest.mark.parametrize(
    ("command", "argv", "code", "keys"), CASES, ids=[" ".join([command, *argv]) for command, argv, _, _ in CASES]
)
@pytest.mark.usefixtures("working_folder")
def test_json_parses_has_a_version_and_nothing_stands_beside_it(
    run: Run, command: str, argv: list[str], code: int, keys: set[str]
):
    got, out, _ = run(command, "--json", *argv)

    data = data_of(out)
    assert (code, 1) == (got, data["schema_version"])
    assert keys <= data.keys()
    assert out.isascii()


def test_faults_are_json_too_and_the_answer_is_no(run: Run, tmp_path: Path):
    (tmp_path / "updates.yaml").write_text("- id: a\n  trem: b\n", encoding="utf-8")

    code, out, _ = run("check", "--json", "--knowledge", str(tmp_path))

    data = data_of(out)
    assert (1, 1) == (code, data["schema_version"])
    assert data["count"] == len(data["faults"]) > 0
    assert {"unknown-key"} <= {fault["rule"] for fault in data["faults"]}


def test_an_error_leaves_standard_output_empty(run: Run):
    """A program that reads half a document would fail later and elsewhere."""
    code, out, err = run("show", "--json", "no-such-entry")

    assert (2, "") == (code, out)
    assert "no entry is called" in err


def test_an_id_that_kinds_share_gives_every_entry_with_its_kind(run: Run):
    _, out, _ = run("show", "--json", "childrens-trusts")

    assert ["barrier", "update"] == [entry["kind"] for entry in data_of(out)["entries"]]


def test_the_list_counts_what_it_holds(run: Run):
    for kind in ("", "--solutions", "--updates"):
        data = data_of(run("list", "--json", *filter(None, [kind]))[1])

        assert data["count"] == sum(len(group["entries"]) for group in data["groups"]) > 0


def test_search_shows_as_many_hits_as_asked_and_counts_all(run: Run):
    data = data_of(run("search", "--json", "--top", "2", "council")[1])

    assert 2 == len(data["hits"]) < data["count"]


def test_a_schema_is_a_document_of_its_own(run: Run):
    _, out, _ = run("schema", "barrier")

    assert "json-schema.org" in data_of(out)["$schema"]
