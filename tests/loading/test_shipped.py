"""The knowledge that is shipped has no faults, and as much in it as is said of it."""

from pathlib import Path

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
    }

    assert cited <= known_sections(knowledge)


def known_sections(knowledge: Knowledge) -> set[tuple[str, str]]:
    sections = {(source.id, part.heading) for source in knowledge.sources.values() for part in source.sections}
    return sections | {(id_, "lead") for id_ in knowledge.sources}


def test_every_former_id_leads_to_an_entry(advisor: Advisor) -> None:
    knowledge = advisor.knowledge
    claimed = [
        (old, entry.id)
        for entries in (knowledge.barriers, knowledge.solutions)
        for entry in entries.values()
        for old in entry.formerly
    ]

    assert dict(claimed) == dict(knowledge.formerly)
    assert [new for _, new in claimed] == [found[1].id for old, _ in claimed if (found := knowledge.find_entry(old))]
