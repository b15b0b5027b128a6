"""The model is what the YAML says, whether read from there or from a cache, and whatever became of the cache."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration_cli.caching import Cache
from integration_cli.errors import AdvisorError, FaultyKnowledge
from integration_cli.loading import compiled, load, locate, stamps
from integration_cli.model import Knowledge
from tests.loading.folders import SOUND, edited, lay

OWN = {
    "barriers/people/no-trust.yaml": "id: no-trust\nsigns: [They count twice.]\n",
    "vocabulary.yaml": "- id: 'no'\n  forms: ['1:30', half past one, '~']\n",
}


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times of files are believed at once, so that every kind of cache file comes to be written."""
    monkeypatch.setattr(stamps, "GRAIN", -(10**18))


@pytest.mark.usefixtures("tiny", "trusting")
def test_the_model_from_the_cache_equals_the_model_from_yaml(cache: Path, tmp_path: Path) -> None:
    own = lay(tmp_path / "own", OWN)

    from_yaml = load.load(own)
    files = {path.name.split("-")[0] for path in cache.iterdir()}
    from_cache = load.load(own)

    assert {"knowledge", "stamp"} == files
    assert from_yaml == from_cache
    assert list(from_yaml.barriers) == list(from_cache.barriers)
    assert from_yaml.digest == from_cache.digest


def test_the_shipped_model_says_what_the_shipped_yaml_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_CACHE", str(tmp_path / "in the way"))
    lay(tmp_path, {"in the way": ""})
    without_cache = load.load()

    assert_says_what_the_yaml_says(without_cache, locate.shipped_folder())

    monkeypatch.setenv("ADVISOR_CACHE", str(tmp_path / "cache"))
    load.load()
    from_cache = load.load()
    assert without_cache == from_cache
    assert (tmp_path / "cache").is_dir()


def assert_says_what_the_yaml_says(knowledge: Knowledge, folder: Path) -> None:
    """Texts of barriers and solutions, held against the files read by nothing but a YAML parser."""
    barriers = [yaml.load(path.read_bytes(), yaml.CBaseLoader) for path in folder.glob("barriers/*/*.yaml")]
    solutions = [
        one for path in folder.glob("solutions/*.yaml") for one in yaml.load(path.read_bytes(), yaml.CBaseLoader)
    ]
    assert {one["id"] for one in barriers} == set(knowledge.barriers)
    assert {one["id"] for one in solutions} == set(knowledge.solutions)
    for one in barriers:
        made = knowledge.barriers[one["id"]]
        assert (one["title"], one["summary"], one["question"]) == (made.title, made.summary, made.question)
        assert (one["category"], one.get("part_of", "")) == (made.category, made.part_of)
        assert [*one["signs"]] == [*made.signs]
        assert [*one["terms"]] == [*made.terms]
        assert [(k["solution"], k["basis"]) for k in one["links"]] == [(k.solution, k.basis) for k in made.links]
        assert [e["key_words"] for e in one["evidence"]] == [[*e.key_words] for e in made.evidence]
        assert [n["text"] for n in one.get("not_signs", [])] == [n.text for n in made.not_signs]
    for one in solutions:
        proposed = knowledge.solutions[one["id"]]
        assert (one["title"], one["standing"], one["who"]) == (proposed.title, proposed.standing, proposed.who)
        assert one["measure"] == proposed.measure._asdict()
        assert [(a["id"], a["text"]) for a in one["actions"]] == [(a.id, a.text) for a in proposed.actions]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.usefixtures("tiny", "trusting")
def test_whatever_becomes_of_the_cache_the_model_is_the_same(cache: Path, data: st.DataObject) -> None:
    expected = load.load()
    whole = {path: path.read_bytes() for path in sorted(cache.iterdir())}
    path = data.draw(st.sampled_from(list(whole)))
    content = whole[path]
    at = data.draw(st.integers(0, len(content) - 1))
    damaged = data.draw(
        st.sampled_from(
            [
                content[:at],
                content[:at] + bytes([content[at] ^ (1 << data.draw(st.integers(0, 7)))]) + content[at + 1 :],
                content + content[:at],
                *[other for other in whole.values() if other != content],
                b"{}",
            ]
        )
    )
    path.unlink()
    path.write_bytes(damaged)

    found = load.load()

    assert expected == found
    assert whole == {path: path.read_bytes() for path in sorted(cache.iterdir())}, "the cache was mended"


@pytest.mark.usefixtures("tiny", "trusting")
def test_a_cache_that_has_become_folders_is_passed_by(cache: Path) -> None:
    expected = load.load()
    for path in list(cache.iterdir()):
        path.unlink()
        path.mkdir()

    assert expected == load.load()


def test_what_was_kept_before_an_edit_is_never_served_after_it(tiny: Path) -> None:
    before = load.load()
    lay(tiny, edited("categories.yaml", "title: People", "title: Crowds"))
    after = load.load()
    lay(tiny, {"categories.yaml": (SOUND / "categories.yaml").read_bytes()})

    assert ("People", "Crowds") == (before.categories["people"].title, after.categories["people"].title)
    assert before == load.load()


def test_a_file_that_comes_or_goes_changes_the_digest(tiny: Path) -> None:
    digests = {load.load().digest}
    (tiny / "elsewhere.yaml").unlink()
    digests.add(load.load().digest)
    (tiny / "solutions/workforce.yaml").rename(tiny / "solutions/staff.yaml")
    digests.add(load.load().digest)

    assert 3 == len(digests)


def test_a_renamed_file_of_solutions_is_another_kind(tiny: Path) -> None:
    load.load()
    (tiny / "solutions/workforce.yaml").rename(tiny / "solutions/staff.yaml")

    assert "staff" == load.load().solutions["share-a-room"].kind


def test_the_cache_of_another_program_is_not_believed(tiny: Path, cache: Path) -> None:
    other = Cache(cache, "another program")
    made = load.load_folder(tiny, other)

    assert compiled.read(made.digest, [other]) == made
    assert compiled.read(made.digest, [locate.caches()[0]]) is None


def test_a_folder_packed_beforehand_gives_the_same_model(tiny: Path, tmp_path: Path) -> None:
    packed = Cache(tmp_path / "packed", locate.PACKED)

    made = load.load_folder(tiny, packed)

    assert load.load() == made == compiled.read(made.digest, [packed])


@pytest.mark.usefixtures("tiny")
def test_a_cache_folder_that_cannot_be_written_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = load.load()
    lay(tmp_path, {"in the way": "a file"})
    monkeypatch.setenv("ADVISOR_CACHE", str(tmp_path / "in the way" / "cache"))

    assert [expected, expected] == [load.load(), load.load()]
    assert "a file" == (tmp_path / "in the way").read_text()


@pytest.mark.usefixtures("tiny")
def test_faulty_knowledge_is_never_kept(cache: Path, tmp_path: Path) -> None:
    own = lay(tmp_path / "own", {"vocabulary.yaml": "- id: gp\n  formz: [GP, doctor]\n- id: a\n  forms: [b]\n"})

    for _ in range(2):
        with pytest.raises(FaultyKnowledge) as refused:
            load.load(own)
        assert ["unknown-key", "wrong-length"] == [fault.rule for fault in refused.value.faults]
    assert "the knowledge has a fault (and 1 more)" in str(refused.value)
    assert "run 'advisor check'" in str(refused.value)
    assert not cache.exists()


@pytest.mark.usefixtures("tiny")
def test_a_missing_folder_is_an_error_even_when_the_base_is_cached(tmp_path: Path) -> None:
    load.load()

    with pytest.raises(AdvisorError, match="there is no knowledge folder at"):
        load.load(tmp_path / "nowhere")


def test_knowledge_that_does_not_come_with_the_program_is_said_to_be_missing(tiny: Path) -> None:
    shutil.rmtree(tiny)

    with pytest.raises(AdvisorError, match="install it again"):
        load.load()


@pytest.mark.usefixtures("tiny")
def test_the_lock_of_an_editor_is_no_hindrance(tmp_path: Path) -> None:
    own = lay(tmp_path / "own", OWN)
    expected = load.load(own)
    (own / "barriers/people/.#no-trust.yaml").symlink_to("somebody@somewhere.1234")

    assert expected == load.load(own)


def test_former_ids_lead_to_the_entries_that_have_them(tiny: Path) -> None:
    lay(tiny, edited("barriers/money/late-payments.yaml", "[slow-payments]", "[slow-payments, slower-payments]"))

    for knowledge in (load.load(), load.load()):
        assert "late-payments" == knowledge.formerly["slower-payments"]
        for old, kind, new in (
            ("slow-payments", "barrier", "late-payments"),
            ("slower-payments", "barrier", "late-payments"),
            ("share-an-office", "solution", "share-a-room"),
        ):
            found = knowledge.find_entry(old)
            assert found is not None
            assert (kind, new) == (found[0], found[1].id)
        assert knowledge.find_entry("never-heard-of") is None


def test_barriers_come_by_category_and_details_after_their_main_barrier(tiny: Path) -> None:
    first = (SOUND / "categories.yaml").read_text(encoding="utf-8").split("- id: people")[0]
    lay(tiny, {"categories.yaml": "- id: people\n  title: People\n  summary: Who trusts whom.\n" + first})

    assert ["no-trust", "split-budgets", "late-payments"] == list(load.load().barriers)


def test_an_update_stands_at_the_date_of_the_knowledge_unless_it_has_its_own(tiny: Path) -> None:
    assert "2026-06" == load.load().updates["old-board"].as_at

    lay(tiny, edited("updates.yaml", "  verified: true", "  as_at: 2025-01\n  verified: true"))
    assert "2025-01" == load.load().updates["old-board"].as_at


def test_a_counter_sign_of_no_barrier_belongs_nowhere(tiny: Path) -> None:
    (tiny / "elsewhere.yaml").unlink()

    assert ["no-trust", ""] == [counter.belongs_to for counter in load.load().barriers["split-budgets"].not_signs]
