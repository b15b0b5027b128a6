"""What there is: lists, searches, faults, schemas, and what the shell completes."""

import json
import re
import shlex
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.loading.kinds import KINDS
from tests.conftest import Run
from tests.running import advisor_process, surroundings


def flat(text: str) -> str:
    """A screen without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("kind", ["barrier", "solution", "source", "update", "example", "framework", "risk"])
def test_every_entry_of_a_kind_is_listed_with_its_id(run: Run, advisor: Advisor, kind: str):
    code, out, err = run("list", *([] if kind == "barrier" else [f"--{kind}s"]))

    entries = advisor.knowledge.kinds()[kind]
    assert (0, "") == (code, err)
    assert entries.keys() <= set(out.split())
    assert f"{len(entries)} {kind}s" in out


def test_the_list_of_barriers_counts_details_apart_and_says_how_old_it_is(run: Run, advisor: Advisor):
    _, out, _ = run("list")

    details = sum(bool(barrier.part_of) for barrier in advisor.knowledge.barriers.values())
    main = len(advisor.knowledge.barriers) - details
    assert f"({main} main, {details} details) in 12 categories" in flat(out)
    assert f"knowledge {advisor.knowledge.version}, facts as at 30 June 2026" in flat(out)


def test_a_category_keeps_to_itself(run: Run, advisor: Advisor):
    _, out, _ = run("list", "--category", "leadership")

    listed = {id_ for id_ in advisor.knowledge.barriers if id_ in out.split()}
    assert {b.id for b in advisor.knowledge.barriers.values() if b.category == "leadership"} == listed


def test_the_list_of_risks_says_which_are_shared_and_who_carries_them(run: Run, advisor: Advisor):
    _, out, _ = run("list", "--risks", "--category", "data-sharing")

    for risk in advisor.knowledge.risks.values():
        listed = advisor.knowledge.barriers[risk.arises_from[0]].category == "data-sharing"
        assert listed is (flat(f"{risk.text} ({risk.sharing}; {risk.carried_by}) {risk.id}") in flat(out))


def test_a_nation_drops_the_updates_of_others(run: Run, advisor: Advisor):
    _, out, _ = run("list", "--updates", "--nation", "wales")

    listed = {id_ for id_ in advisor.knowledge.updates if id_ in out.split()}
    kept = {update.id for update in advisor.knowledge.updates.values() if {"Wales", "UK"} & set(update.nations)}
    assert kept == listed
    assert "ccg" not in listed


def test_what_is_not_verified_says_so_in_the_list(run: Run, advisor: Advisor):
    _, out, _ = run("list", "--updates")

    assert sum(not update.verified for update in advisor.knowledge.updates.values()) == flat(out).count("not verified)")


def test_a_search_finds_entries_of_several_kinds_and_tells_how_to_go_on(run: Run):
    code, out, _ = run("search", "torbay")

    kinds = set(re.findall(r"^(\w+) \S*", out, re.MULTILINE))
    (command,) = re.findall(r"next: advisor (show \S+)", out)
    assert 0 == code
    assert {"example", "framework", "update"} <= kinds
    assert 0 == run(*shlex.split(command))[0]


def test_a_search_shows_as_many_as_asked_and_says_how_many_there_are(run: Run):
    _, out, _ = run("search", "council", "--top", "3")

    (left, every) = re.findall(r"… and (\d+) more with --top (\d+)", out)[0]
    assert int(every) == int(left) + 3


def test_a_search_for_words_that_no_entry_holds_offers_a_diagnosis(run: Run):
    code, out, _ = run("search", "parrot", "zebra")

    assert 1 == code
    assert 'next: advisor diagnose "parrot zebra" looks for the sense, not for the words' in flat(out)


def test_the_shipped_knowledge_has_no_faults(run: Run):
    assert (0, "No faults.\n", "") == run("check")


def test_every_fault_is_shown_with_its_place_its_line_and_a_caret(run: Run, tmp_path: Path):
    (tmp_path / "updates.yaml").write_text("- id: a\n  trem: b\n- id: c\n  kind: bodi\n", encoding="utf-8")

    code, out, err = run("check", "--knowledge", str(tmp_path))

    lines = out.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith(f"{tmp_path}/updates.yaml:2:3: unknown-key"))
    assert (1, "") == (code, err)
    assert "did you mean 'term'" in lines[place]
    assert ["      trem: b", "      ^"] == [line.rstrip() for line in lines[place + 1 : place + 3]]
    assert any(line.startswith(f"{tmp_path}/updates.yaml:4:9: bad-choice") for line in lines)
    assert re.fullmatch(r"\d+ faults\.", lines[-1])


def test_a_fault_at_the_end_of_a_very_long_line_is_shown_where_it_is(run: Run, tmp_path: Path):
    (tmp_path / "updates.yaml").write_text(f"- {{id: a, note: {'x' * 500}, trem: b}}\n", encoding="utf-8")

    _, out, _ = run("check", "--knowledge", str(tmp_path))

    lines = out.splitlines()
    place = next(n for n, line in enumerate(lines) if "unknown-key" in line)
    assert "trem" == lines[place + 1][lines[place + 2].index("^") :][:4]
    assert len(lines[place + 1]) < 80


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_schema_of_every_kind_is_printed(run: Run, kind: str):
    code, out, err = run("schema", kind)

    assert (0, "") == (code, err)
    assert "$schema" in json.loads(out)


def test_all_schemas_are_written_into_a_folder(run: Run, tmp_path: Path):
    folder = tmp_path / "new" / "schema"

    code, out, err = run("schema", "-o", str(folder))

    assert (0, "") == (code, out)
    assert f"wrote {len(KINDS)} schemas into {folder}" in err
    assert len(KINDS) == len([json.loads(path.read_text(encoding="utf-8")) for path in folder.iterdir()])


def test_the_shipped_schemas_are_those_that_the_command_writes(run: Run, tmp_path: Path):
    """Editors read the schemas in the knowledge folder; they must not fall behind."""
    shipped = Path(__file__).parents[2] / "knowledge" / "schema"

    run("schema", "-o", str(tmp_path))

    assert {path.name: path.read_text(encoding="utf-8") for path in shipped.iterdir()} == {
        path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()
    }


def test_a_folder_that_cannot_be_written_is_told(run: Run, tmp_path: Path):
    (tmp_path / "file").write_text("x", encoding="utf-8")

    code, out, err = run("schema", "-o", str(tmp_path / "file"))

    assert (2, "") == (code, out)
    assert f"cannot write into {tmp_path / 'file'}" in err


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("advisor show fear-of-sh", {"fear-of-sharing-data"}),
        ("advisor show joint-risk", {"joint-risk-register"}),
        ("advisor show tensions", {"tensions-between-sources"}),
        ("advisor checklist --barrier fear-of", {"fear-of-sharing-data", "fear-of-losing-independence"}),
        ("advisor checklist -b joint-risk", set()),
        ("advisor list --category gov", {"governance"}),
        ("advisor diagnose --category data", {"data-sharing"}),
        ("advisor show --knowledge ours badge", {"badge-quarrel", "badge-office"}),
        ("advisor checklist --knowledge missing --barrier fear", set()),
    ],
)
def test_the_shell_completes_ids(advisor: Advisor, typed: str, completed: set[str]):
    assert advisor.knowledge.barriers
    env = surroundings(
        _ADVISOR_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=str(len(typed.split()) - 1)
    )  # fmt: skip

    done = advisor_process(cwd=Path(__file__).parent, env=env)

    assert (b"", completed) == (done.stderr, set(done.stdout.decode().split()))


def test_the_shell_completes_ids_of_the_folder_in_the_environment(advisor: Advisor):
    assert advisor.knowledge.barriers
    env = surroundings(
        _ADVISOR_COMPLETE="complete_bash", COMP_WORDS="advisor show badge", COMP_CWORD="2", ADVISOR_KNOWLEDGE="ours"
    )

    done = advisor_process(cwd=Path(__file__).parent, env=env)

    assert {"badge-quarrel", "badge-office"} == set(done.stdout.decode().split())
