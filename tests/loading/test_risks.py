"""A risk is read whole, belongs to its barriers, and is softened only by what answers them."""

from pathlib import Path

import pytest

from integration_cli.errors import FaultyKnowledge
from integration_cli.loading.check import check
from integration_cli.loading.load import load
from integration_cli.model import Evidence, Risk
from tests.loading.folders import REPORT, SOUND, edited, lay

NEW_RISK = """\
- id: tea-runs-out
  text: Because nobody buys tea, the talks may be short, so that the quarrel about the mill goes on.
  arises_from: [no-trust]
  sharing: shared
  carried_by: the town board
  mitigations: [share-a-room]
  basis: inferred
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder for a user's own entries."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


@pytest.mark.usefixtures("tiny")
def test_a_risk_that_a_document_names_is_read_with_its_place() -> None:
    assert (
        Risk(
            id="quarrel-over-the-mill",
            text="Because partners doubt each other, the bill of the mill may be sent round and round, so that its "
            "cleaners leave.",
            arises_from=("no-trust",),
            sharing="shared",
            carried_by="the town board",
            mitigations=("share-a-room",),
            basis="document",
            evidence=(Evidence("town-report", "lead", ("clerk",)),),
        )
        == load().risks["quarrel-over-the-mill"]
    )


@pytest.mark.usefixtures("tiny")
def test_a_risk_that_we_infer_is_read_without_a_place() -> None:
    risk = load().risks["cash-runs-dry"]

    assert ("inferred", (), "The mill is not meant.") == (risk.basis, risk.evidence, risk.note)
    assert ("retained", "each body's treasurer") == (risk.sharing, risk.carried_by)


@pytest.mark.usefixtures("tiny")
def test_the_former_id_of_a_risk_leads_to_it() -> None:
    knowledge = load()

    assert ("risk", knowledge.risks["cash-runs-dry"]) == knowledge.find_entry("empty-till")


def told(folder: Path, own: Path | None = None) -> list[str]:
    return [f"{f.place}: {f.rule} {f.message}".removeprefix(f"{own or folder}/") for f in check(folder, own)]


def test_a_solution_of_the_main_barrier_softens_the_risk_of_a_detail(sound: Path) -> None:
    lay(sound, edited("risks.yaml", "arises_from: [late-payments, no-trust]", "arises_from: [late-payments]"))

    lay(sound, edited_again(sound, "mitigations: [share-a-room]\n  basis: inferred", "mitigations: [pool-money]"))

    assert [] == told(sound)


def edited_again(folder: Path, old: str, new: str) -> dict[str, str]:
    """The risks of this folder with one more place changed; the basis stays."""
    text = (folder / "risks.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    return {"risks.yaml": text.replace(old, f"{new}\n  basis: inferred")}


def test_a_near_miss_of_a_mitigation_is_told_what_was_meant(sound: Path, own: Path) -> None:
    lay(own, {"solutions/own.yaml": share_a_roof(), "risks.yaml": NEW_RISK.replace("share-a-room", "share-a-roof")})

    assert [
        "risks.yaml:6:17: unlinked-mitigation no barrier that this risk arises from has a link to 'share-a-roof'; "
        "did you mean 'share-a-room'?"
    ] == told(sound, own)


def share_a_roof() -> str:
    """A solution that no barrier has a link to."""
    known = (SOUND / "solutions/workforce.yaml").read_text(encoding="utf-8")
    return known.replace("share-a-room", "share-a-roof").replace("  formerly: [share-an-office]\n", "")


def test_where_barriers_have_no_solution_a_risk_has_no_mitigation(sound: Path) -> None:
    link = "links:\n  - solution: share-a-room\n    basis: inferred\n"
    lay(sound, edited("barriers/people/no-trust.yaml", link, "links: []\n"))
    lay(sound, {"risks.yaml": NEW_RISK.replace("[share-a-room]", "[]")})

    assert [] == told(sound)


def test_the_evidence_of_a_risk_is_looked_up_in_the_document(sound: Path, tmp_path: Path) -> None:
    texts = lay(tmp_path / "sources", {"town-report.txt": REPORT})
    lay(sound, edited("risks.yaml", "[clerk]", "[clerk, purse]"))

    faults = [f"{f.rule} {f.message}" for f in check(sound, sources=texts)]

    assert ["evidence 'purse' does not stand under 'lead' of 'town-report'"] == faults


def test_a_risk_in_the_words_of_a_document_is_a_copy(sound: Path, tmp_path: Path) -> None:
    texts = lay(tmp_path / "sources", {"town-report.txt": REPORT + "A body may run short of cash in May.\n"})

    assert ["copied-run"] == [fault.rule for fault in check(sound, sources=texts)]


@pytest.mark.usefixtures("tiny")
def test_a_users_own_risk_is_added_and_marked(own: Path) -> None:
    lay(own, {"risks.yaml": NEW_RISK})

    risks = load(own).risks

    assert ["quarrel-over-the-mill", "cash-runs-dry", "tea-runs-out"] == list(risks)
    assert [False, False, True] == [risk.local for risk in risks.values()]


@pytest.mark.usefixtures("tiny")
def test_a_user_says_who_carries_a_risk_at_home_and_the_rest_stays(own: Path) -> None:
    before = load().risks["cash-runs-dry"]
    lay(own, {"risks.yaml": "- id: cash-runs-dry\n  sharing: shared\n  carried_by: the miller\n"})

    after = load(own).risks["cash-runs-dry"]

    assert ("shared", "the miller", True) == (after.sharing, after.carried_by, after.local)
    assert before == after._replace(sharing=before.sharing, carried_by=before.carried_by, local=False)
    assert before == load().risks["cash-runs-dry"]


@pytest.mark.usefixtures("tiny")
def test_a_risk_with_a_mitigation_that_answers_nothing_is_refused_when_loaded(own: Path) -> None:
    lay(own, {"risks.yaml": NEW_RISK.replace("share-a-room", "pool-money")})

    with pytest.raises(FaultyKnowledge, match="has a link to 'pool-money'"):
        load(own)


def test_a_risk_of_an_unknown_barrier_is_told_once(sound: Path, own: Path) -> None:
    lay(own, {"risks.yaml": NEW_RISK.replace("no-trust", "no-thrust")})

    assert ["risks.yaml:3:17: unknown-id no barrier is called 'no-thrust'; did you mean 'no-trust'?"] == told(
        sound, own
    )
