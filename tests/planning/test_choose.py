from integration_cli.planning.choose import choose, equal_weights
from tests import small


def order(*entries, **weights: float) -> list[str]:
    """The ids of the solutions of barriers with these weights, the best first."""
    return [choice.solution.id for choice in choose(weights, small.knowledge(*entries))]


def test_what_a_document_ties_to_a_barrier_comes_before_our_inference():
    first = small.barrier("first", [("inferred", "inferred"), ("stated", "document")])

    assert ["stated", "inferred"] == order(
        first, small.solution("inferred"), small.solution("stated", standing="contested"), first=1.0
    )


def test_a_solution_that_answers_several_barriers_comes_first():
    one = small.barrier("one", [("narrow", "document"), ("wide", "document")])
    two = small.barrier("two", [("wide", "document")])

    assert ["wide", "narrow"] == order(one, two, small.solution("narrow"), small.solution("wide"), one=1.0, two=1.0)


def test_what_the_documents_stand_behind_firmly_comes_first():
    standings = ("contested", "suggested", "reported", "recommended")
    links = [(standing, "document") for standing in standings]
    solutions = [small.solution(standing, standing=standing) for standing in standings]

    assert ["recommended", "reported", "suggested", "contested"] == order(
        small.barrier("one", links), *solutions, one=1.0
    )


def test_the_barrier_that_counts_more_brings_its_solution_first():
    one = small.barrier("one", [("for-one", "document")])
    two = small.barrier("two", [("for-two", "document")])
    solutions = (small.solution("for-one"), small.solution("for-two"))

    assert ["for-two", "for-one"] == order(one, two, *solutions, one=0.2, two=0.9)
    assert ["for-one", "for-two"] == order(one, two, *solutions, one=0.9, two=0.2)


def test_equal_solutions_come_in_the_order_of_the_barriers_links():
    one = small.barrier("one", [("b", "document"), ("a", "document")])

    assert ["b", "a"] == order(one, small.solution("a"), small.solution("b"), one=1.0)


def test_a_choice_names_its_barriers_best_first_and_whether_a_document_ties_it_to_any():
    one = small.barrier("one", [("x", "inferred")])
    two = small.barrier("two", [("x", "document")])
    known = small.knowledge(one, two, small.solution("x"))

    (choice,) = choose({"one": 1.0, "two": 1.0}, known)
    (inferred,) = choose({"one": 1.0}, known)

    assert ("two", "one") == choice.barriers
    assert choice.documented
    assert not inferred.documented


def test_a_barrier_without_links_brings_nothing():
    assert [] == order(small.barrier("bare"), small.solution("x"), bare=1.0)


def test_barriers_named_by_somebody_count_in_their_order():
    weights = equal_weights(["a", "b", "c"])

    assert ["a", "b", "c"] == sorted(weights, key=weights.__getitem__, reverse=True)
    assert all(0 < weight <= 1 for weight in weights.values())


def test_a_choice_that_documents_tie_to_several_barriers_names_first_the_one_that_counts_most():
    known = small.knowledge(
        small.barrier("one", [("x", "document")]), small.barrier("two", [("x", "document")]), small.solution("x")
    )

    (choice,) = choose({"one": 0.2, "two": 0.9}, known)

    assert ("two", "one") == choice.barriers
