"""The knowledge that is shipped has no faults, and as much in it as is said of it."""

from itertools import combinations
from pathlib import Path

from rapidfuzz.fuzz import token_set_ratio

from integration_cli import Advisor
from integration_cli.model import Knowledge
from tests.conftest import Run

DOCUMENTS = Path(__file__).parents[3] / "shared" / "sources"
"""The documents' texts lie beside a checkout where they are at hand; they are not part of it."""


def test_it_has_no_faults(run: Run) -> None:
    assert (0, "No faults.\n", "") == run("check")


if DOCUMENTS.is_dir():

    def test_its_evidence_stands_in_the_documents_and_nothing_is_copied(run: Run) -> None:
        assert (0, "No faults.\n", "") == run("check", "--sources", str(DOCUMENTS))


def test_it_holds_as_much_as_is_said_of_it(advisor: Advisor) -> None:
    knowledge = advisor.knowledge
    links = [link for barrier in knowledge.barriers.values() for link in barrier.links]

    assert {
        "categories": 12,
        "barriers": 104,
        "details": 24,
        "solutions": 138,
        "links": 357,
        "inferred links": 135,
        "examples": 72,
        "frameworks": 37,
        "risks": 221,
        "risks that a document names": 95,
        "shared risks": 129,
        "updates": 70,
        "sources": 5,
    } == {
        "categories": len(knowledge.categories),
        "barriers": len(knowledge.barriers),
        "details": sum(barrier.part_of != "" for barrier in knowledge.barriers.values()),
        "solutions": len(knowledge.solutions),
        "links": len(links),
        "inferred links": sum(link.basis == "inferred" for link in links),
        "examples": len(knowledge.examples),
        "frameworks": len(knowledge.frameworks),
        "risks": len(knowledge.risks),
        "risks that a document names": sum(risk.basis == "document" for risk in knowledge.risks.values()),
        "shared risks": sum(risk.sharing == "shared" for risk in knowledge.risks.values()),
        "updates": len(knowledge.updates),
        "sources": len(knowledge.sources),
    }


def test_nothing_in_it_is_local(advisor: Advisor) -> None:
    entries = [entry for kind in advisor.knowledge.kinds().values() for entry in kind.values()]

    assert not any(entry.local for entry in entries)
    assert not any(barrier.local_signs for barrier in advisor.knowledge.barriers.values())


def test_every_category_has_barriers_and_every_barrier_signs(advisor: Advisor) -> None:
    knowledge = advisor.knowledge

    assert list(knowledge.categories) == list(dict.fromkeys(b.category for b in knowledge.barriers.values()))
    assert [] == [barrier.id for barrier in knowledge.barriers.values() if len(barrier.signs) < 20]


def test_every_reference_leads_to_an_entry(advisor: Advisor) -> None:
    knowledge = advisor.knowledge
    barriers, solutions = set(knowledge.barriers), set(knowledge.solutions)

    for barrier in knowledge.barriers.values():
        assert barrier.main in barriers
        assert {link.solution for link in barrier.links} <= solutions
        assert {neighbour.barrier for neighbour in barrier.not_to_confuse} <= barriers - {barrier.id}
        assert {counter.belongs_to for counter in barrier.not_signs} <= (barriers - {barrier.id}) | {""}
    for entry in (*knowledge.examples.values(), *knowledge.frameworks.values()):
        assert set(entry.supports) <= barriers | solutions
    for update in knowledge.updates.values():
        assert all(knowledge.find_entry(id_) for id_ in update.affects)


def test_every_piece_of_evidence_names_a_section_of_its_source(advisor: Advisor) -> None:
    knowledge = advisor.knowledge
    cited = {
        *((e.source, e.section) for barrier in knowledge.barriers.values() for e in barrier.evidence),
        *((e.source, e.section) for solution in knowledge.solutions.values() for e in solution.evidence),
        *((e.source, e.section) for s in knowledge.solutions.values() for a in s.actions for e in a.evidence),
        *((example.source, example.section) for example in knowledge.examples.values()),
        *((e.source, e.section) for risk in knowledge.risks.values() for e in risk.evidence),
    }

    assert cited <= known_sections(knowledge)


def known_sections(knowledge: Knowledge) -> set[tuple[str, str]]:
    sections = {(source.id, part.heading) for source in knowledge.sources.values() for part in source.sections}
    return sections | {(id_, "lead") for id_ in knowledge.sources}


def test_every_former_id_leads_to_an_entry(advisor: Advisor) -> None:
    knowledge = advisor.knowledge
    claimed = [
        (old, entry.id)
        for entries in (knowledge.barriers, knowledge.solutions, knowledge.risks)
        for entry in entries.values()
        for old in entry.formerly
    ]

    assert dict(claimed) == dict(knowledge.formerly)
    assert [new for _, new in claimed] == [found[1].id for old, _ in claimed if (found := knowledge.find_entry(old))]


def test_every_main_barrier_has_risks_to_be_shared_and_risks_that_stay_at_home(advisor: Advisor) -> None:
    """A register that told only one half would leave the other to surprise."""
    knowledge = advisor.knowledge
    reached = {
        (knowledge.barriers[id_].main, risk.sharing) for risk in knowledge.risks.values() for id_ in risk.arises_from
    }

    mains = {barrier.main for barrier in knowledge.barriers.values()}
    assert {(id_, sharing) for id_ in mains for sharing in ("shared", "retained")} == reached


def test_a_risk_has_evidence_where_a_document_names_it_and_only_there(advisor: Advisor) -> None:
    risks = advisor.knowledge.risks.values()

    assert [] == [risk.id for risk in risks if (risk.basis == "document") is not bool(risk.evidence)]


def test_every_risk_is_softened_by_solutions_of_its_own_barriers(advisor: Advisor) -> None:
    knowledge = advisor.knowledge

    def offered(id_: str) -> set[str]:
        barrier = knowledge.barriers[id_]
        return {link.solution for one in {id_, barrier.main} for link in knowledge.barriers[one].links}

    for risk in knowledge.risks.values():
        assert risk.mitigations
        assert set(risk.mitigations) <= set().union(*map(offered, risk.arises_from)), risk.id


def test_every_risk_says_cause_event_and_effect_in_a_line_of_a_register(advisor: Advisor) -> None:
    for risk in advisor.knowledge.risks.values():
        cause, told, effect = risk.text.partition(", so that ")
        assert cause.startswith("Because "), risk.id
        assert " may " in cause, risk.id
        assert told, risk.id
        assert effect.endswith("."), risk.id
        assert len(risk.text.split()) <= 36, risk.id


def test_no_two_risks_are_alike(advisor: Advisor) -> None:
    pairs = combinations(advisor.knowledge.risks.values(), 2)

    assert [] == [(a.id, b.id) for a, b in pairs if token_set_ratio(a.text, b.text) >= 85]


def test_the_id_of_a_risk_names_nothing_else(advisor: Advisor) -> None:
    kinds = advisor.knowledge.kinds()
    others = {id_ for kind, entries in kinds.items() if kind != "risk" for id_ in entries}

    assert set() == others & set(kinds["risk"])
