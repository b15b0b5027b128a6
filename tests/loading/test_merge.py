"""A user's own folder over the base: it adds and amends, is marked, and leaves no trace when it goes."""

from pathlib import Path

import pytest

from integration_cli.errors import FaultyKnowledge
from integration_cli.loading.check import check
from integration_cli.loading.load import load
from tests.conftest import Run
from tests.loading.folders import SOUND, lay

NEW_BARRIER = {
    "barriers/people/no-tea.yaml": (SOUND / "barriers/people/no-trust.yaml")
    .read_text(encoding="utf-8")
    .replace("no-trust", "no-tea")
    .replace("Nobody believes their figures.", "There is never any tea.")
}
MORE_SIGNS = {
    "barriers/people/no-trust.yaml": "id: no-trust\nsigns: [They count twice., Nobody believes their figures.]\n"
}
CHANGED_ACTION = {
    "solutions/own.yaml": """\
- id: pool-money
  actions:
    - id: sign-agreement
      text: Sign the agreement of our borough
      basis: inferred
    - id: open-account
      text: Open one account
      basis: inferred
"""
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder for a user's own entries."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.mark.usefixtures("tiny")
def test_a_barrier_is_added_and_marked(own: Path) -> None:
    lay(own, NEW_BARRIER)

    added = load(own).barriers["no-tea"]

    assert added.local
    assert frozenset({"There is never any tea."}) == added.local_signs
    assert not load(own).barriers["no-trust"].local


@pytest.mark.usefixtures("tiny")
def test_signs_are_added_after_the_others_and_only_they_are_marked(own: Path) -> None:
    lay(own, MORE_SIGNS)

    barrier = load(own).barriers["no-trust"]

    assert ("Nobody believes their figures.", "They count twice.") == barrier.signs
    assert frozenset({"They count twice."}) == barrier.local_signs
    assert barrier.local
    assert "No trust" == barrier.title


@pytest.mark.usefixtures("tiny")
def test_a_title_is_amended_and_the_rest_stays(own: Path) -> None:
    before = load().barriers["no-trust"]
    lay(own, {"barriers/people/no-trust.yaml": "id: no-trust\ntitle: Trust is thin\n"})

    after = load(own).barriers["no-trust"]

    assert ("Trust is thin", True) == (after.title, after.local)
    assert (before.summary, before.signs, before.links) == (after.summary, after.signs, after.links)
    assert frozenset() == after.local_signs


@pytest.mark.usefixtures("tiny")
def test_an_action_is_amended_in_its_place_and_another_added_at_the_end(own: Path) -> None:
    lay(own, CHANGED_ACTION)

    solution = load(own).solutions["pool-money"]

    assert [
        ("list-budgets", "List every budget", False),
        ("sign-agreement", "Sign the agreement of our borough", True),
        ("open-account", "Open one account", True),
    ] == [(action.id, action.text, action.local) for action in solution.actions]
    assert ("finance", True) == (solution.kind, solution.local)


@pytest.mark.usefixtures("tiny")
def test_a_link_is_added_and_marked(own: Path) -> None:
    lay(
        own,
        {
            "barriers/money/split-budgets.yaml": "id: split-budgets\nlinks:\n"
            "  - {solution: share-a-room, basis: inferred}\n  - {solution: pool-money, basis: inferred}\n"
        },
    )

    links = load(own).barriers["split-budgets"].links

    assert [("pool-money", "inferred", True), ("share-a-room", "inferred", True)] == [
        (link.solution, link.basis, link.local) for link in links
    ]


@pytest.mark.usefixtures("tiny")
def test_entries_of_every_other_kind_are_added_and_marked(own: Path) -> None:
    names = ("categories", "sources", "updates", "examples", "frameworks", "risks", "vocabulary", "solutions/finance")
    for name in names:
        first = (SOUND / f"{name}.yaml").read_text(encoding="utf-8").split("\n- id:")[0]
        lines = first.splitlines()
        lay(own, {f"{name}.yaml": "\n".join(["- id: our-own", *lines[1:]]).replace("the board", "our board") + "\n"})
    lay(own, {"vocabulary.yaml": "- id: our-own\n  forms: [MDT, huddle]\n"})

    knowledge = load(own)

    kinds = {**knowledge.kinds(), "forms": knowledge.vocabulary}
    marked = {kind: [id_ for id_, entry in entries.items() if entry.local] for kind, entries in kinds.items()}
    assert {kind: [] if kind == "barrier" else ["our-own"] for kind in kinds} == marked


@pytest.mark.usefixtures("tiny")
def test_texts_that_belong_elsewhere_are_added(own: Path) -> None:
    lay(own, {"elsewhere.yaml": "- id: ours\n  texts: [when does the fair open]\n"})

    assert [("how do I bake bread",), ("when does the fair open",)] == list(load(own).elsewhere.values())


@pytest.mark.usefixtures("tiny")
def test_a_barrier_may_be_moved_to_another_category(own: Path) -> None:
    lay(own, {"barriers/people/split-budgets.yaml": "id: split-budgets\ncategory: people\n"})

    assert [] == check(SOUND, own)
    assert "people" == load(own).barriers["split-budgets"].category


@pytest.mark.usefixtures("tiny")
def test_without_the_folder_the_base_is_back(own: Path) -> None:
    before = load()

    lay(own, NEW_BARRIER | CHANGED_ACTION)
    amended = load(own)

    assert before == load() != amended
    assert not any(entry.local for entries in load().kinds().values() for entry in entries.values())


@pytest.mark.usefixtures("tiny")
def test_an_empty_folder_changes_nothing(own: Path) -> None:
    assert load() == load(own)


@pytest.mark.usefixtures("tiny")
def test_a_changed_folder_is_seen_at_once_even_within_one_tick_of_the_clock(own: Path) -> None:
    seen = []
    for number in range(10, 30):
        lay(own, {"barriers/people/no-trust.yaml": f"id: no-trust\ntitle: Title {number}\n"})
        seen.append(load(own).barriers["no-trust"].title)

    assert [f"Title {number}" for number in range(10, 30)] == seen


FAULTY = {
    "unknown key": (
        {"barriers/people/no-trust.yaml": "id: no-trust\nsing: [They count twice.]\n"},
        ["barriers/people/no-trust.yaml:2:1: unknown-key the file has no 'sing'; did you mean 'signs'?"],
    ),
    "a new entry must be whole": (
        {"solutions/own.yaml": "- id: brew-tea\n  title: Brew tea\n"},
        [
            "solutions/own.yaml:1:3: missing-key an item of the file lacks 'summary', 'standing', 'who', 'evidence', "
            "'measure', 'actions'"
        ],
    ),
    "unknown id": (
        {"barriers/people/no-trust.yaml": "id: no-trust\nlinks: [{solution: share-room, basis: inferred}]\n"},
        [
            "barriers/people/no-trust.yaml:2:20: unknown-id no solution is called 'share-room'; "
            "did you mean 'share-a-room'?"
        ],
    ),
    "the wrong category": (
        {"barriers/money/no-trust.yaml": "id: no-trust\ncategory: people\n"},
        ["barriers/money/no-trust.yaml:2:11: misplaced the file lies in 'money', its category is 'people'"],
    ),
    "an action twice": (
        {
            "solutions/own.yaml": "- id: pool-money\n  actions:\n"
            "    - {id: sign-agreement, text: Sign, basis: inferred}\n"
            "    - {id: sign-agreement, text: Sign again, basis: inferred}\n"
        },
        ["solutions/own.yaml:4:7: duplicate-item 'sign-agreement' stands twice in 'actions'"],
    ),
    "a detail of a detail of the base": (
        {"barriers/people/no-trust.yaml": "id: no-trust\npart_of: late-payments\n"},
        [
            "barriers/people/no-trust.yaml:2:10: detail-of-detail 'late-payments' is itself a detail: "
            "name its main barrier instead"
        ],
    ),
    "an entry twice": (
        {"vocabulary.yaml": "- {id: a, forms: [a, b]}\n- {id: a, forms: [c, d]}\n"},
        ["vocabulary.yaml:2:8: duplicate-id the forms 'a' stands already at vocabulary.yaml:1"],
    ),
    "a sign of another barrier": (
        {"barriers/people/no-trust.yaml": "id: no-trust\nsigns: ['Two purses, one bill!']\n"},
        ["barriers/people/no-trust.yaml:2:9: repeated-sign stands already under 'split-budgets' (PLACE:20)"],
    ),
}


@pytest.mark.parametrize(("files", "expected"), FAULTY.values(), ids=FAULTY)
def test_faults_of_the_folder_are_placed_in_its_own_files(
    files: dict[str, str], expected: list[str], own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lay(own, files))

    faults = check(SOUND, Path("."))

    first = f"{SOUND}/barriers/money/split-budgets.yaml"
    assert expected == [f"{f.place}: {f.rule} {f.message}".replace(first, "PLACE") for f in faults]


@pytest.mark.usefixtures("tiny")
def test_a_faulty_folder_is_refused_with_its_faults(own: Path) -> None:
    lay(own, FAULTY["unknown key"][0])

    with pytest.raises(FaultyKnowledge, match="no 'sing'; did you mean 'signs'") as refused:
        load(own)

    (fault,) = refused.value.faults
    assert f"{own}/barriers/people/no-trust.yaml:2:1" == fault.place
    assert "sing: [They count twice.]" == fault.source_line


def test_the_shipped_base_takes_a_folder_and_shows_what_is_local(own: Path, run: Run) -> None:
    lay(own, {"barriers/mutual-understanding/mutual-distrust.yaml": "id: mutual-distrust\ntitle: Trust is thin here\n"})

    assert (0, "No faults.\n", "") == run("check", "--knowledge", str(own))
    _, with_own, _ = run("show", "mutual-distrust", "--knowledge", str(own))
    _, without, _ = run("show", "mutual-distrust")

    assert "Trust is thin here" in with_own
    assert "(local)" in with_own
    assert "Trust is thin here" not in without
    assert "(local)" not in without
