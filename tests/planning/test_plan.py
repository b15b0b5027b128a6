import pytest

from integration_cli import Advisor
from integration_cli.answer import Plan
from integration_cli.errors import UnknownId
from integration_cli.model import Knowledge
from integration_cli.planning.plan import PER_BARRIER, plan
from tests import small

MANY = [f"s{number}" for number in range(6)]


def shape(made: Plan) -> dict[str, list[str]]:
    """The ids of the solutions by barrier."""
    return {
        planned.barrier.id: [choice.solution.id for choice in planned.choices]
        for _, barriers in made.categories
        for planned in barriers
    }


@pytest.fixture
def known() -> Knowledge:
    """Two families; a barrier with many solutions, one that shares some, one with inferred ones, one with none."""
    return small.knowledge(
        small.category("people"),
        small.barrier("many", [(id_, "document") for id_ in MANY]),
        small.barrier("sharing", [("s0", "document"), ("guess", "inferred")]),
        small.barrier("guessed", [("guess", "inferred")], category="people"),
        small.barrier("bare", category="people"),
        small.solution("guess"),
        *(small.solution(id_) for id_ in MANY),
    )


def test_a_barrier_brings_its_best_few_solutions_and_counts_the_rest(known: Knowledge):
    made = plan(["many"], known)

    ((_, (planned,)),) = made.categories
    assert {"many": MANY[:PER_BARRIER]} == shape(made)
    assert len(MANY) - PER_BARRIER == planned.left_out


def test_everything_takes_every_solution_and_leaves_none_out(known: Knowledge):
    made = plan(["many", "sharing", "guessed"], known, everything=True)

    assert {*MANY, "guess"} == {choice.solution.id for choice in made.choices}
    assert {0} == {planned.left_out for _, barriers in made.categories for planned in barriers}


def test_a_solution_stands_under_one_barrier_and_is_named_under_the_others(known: Knowledge):
    made = plan(["many", "sharing"], known)

    places = [choice.solution.id for choice in made.choices]
    named = {
        planned.barrier.id: [choice.solution.id for choice in planned.elsewhere]
        for _, barriers in made.categories
        for planned in barriers
    }
    assert len(places) == len(set(places))
    assert {"many": [], "sharing": ["s0"]} == named


def test_inferred_solutions_come_only_where_no_document_ties_any(known: Knowledge):
    assert {"sharing": ["s0"]} == shape(plan(["sharing"], known))
    assert {"guessed": ["guess"]} == shape(plan(["guessed"], known))


def test_families_come_in_the_fixed_order_and_barriers_as_they_were_given(known: Knowledge):
    made = plan(["bare", "sharing", "guessed", "many"], known)

    assert ["money", "people"] == [category.id for category, _ in made.categories]
    assert ["sharing", "many", "bare", "guessed"] == list(shape(made))


def test_a_barrier_without_solutions_stays_in_the_plan_and_says_so(known: Knowledge):
    ((_, (planned,)),) = plan(["bare"], known).categories

    assert () == planned.choices
    assert "No document proposes anything against this barrier." == planned.gap


def test_a_barrier_with_inferred_solutions_only_says_that_they_are_ours(known: Knowledge):
    ((_, (guessed,)),) = plan(["guessed"], known).categories
    ((_, (many,)),) = plan(["many"], known).categories

    assert "our inference" in guessed.gap
    assert "" == many.gap


def test_a_barrier_named_twice_or_by_a_former_id_counts_once(known: Knowledge):
    renamed = small.knowledge(
        *known.barriers.values(), *known.solutions.values(), small.category("people"), formerly={"old": "many"}
    )

    assert ["many"] == list(shape(plan(["old", "many", "many"], renamed)))


def test_an_unknown_barrier_is_refused_with_what_was_meant(known: Knowledge):
    with pytest.raises(UnknownId, match=r"'sharin'; did you mean 'sharing'"):
        plan(["many", "sharin"], known)


def test_no_barriers_give_an_empty_plan(known: Knowledge):
    assert ("our words", ()) == (plan([], known, "our words").situation, plan([], known).categories)


def test_every_shipped_solution_is_in_the_plan_against_everything(advisor: Advisor):
    """A solution that no barrier can bring would never be seen on a checklist."""
    made = advisor.plan(list(advisor.knowledge.barriers), everything=True)

    assert set(advisor.knowledge.solutions) == {choice.solution.id for choice in made.choices}
    assert len(advisor.knowledge.barriers) == len(shape(made))
