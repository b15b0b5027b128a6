"""New advice stands where a new plan would have it, and never in the middle of somebody's words."""

import re

from integration_cli import Advisor
from integration_cli.model import Knowledge
from tests import small
from tests.planning import gallery

HOLD = "## Ready for winter\n\nAgreed in May.\n\n"


def known(*solutions: str, barriers: tuple[str, ...] = ("b",)) -> Knowledge:
    """Barriers that these solutions answer, under the last of which they stand apart from the first."""
    return small.knowledge(
        small.category("people"),
        small.barrier("b", [(id_, "document") for id_ in solutions]),
        *(small.barrier(id_, category="people") for id_ in barriers[1:]),
        *(small.solution(id_) for id_ in solutions),
        version=repr((solutions, barriers)),
    )


def written(knowledge: Knowledge) -> str:
    advisor = Advisor(knowledge)
    return advisor.checklist(advisor.plan(list(knowledge.barriers)), gallery.MADE)


def update(text: str, knowledge: Knowledge, *add: str) -> str:
    return Advisor(knowledge).update(text.encode(), gallery.LATER, add=add).data.decode()


def headings(text: str) -> list[str]:
    return re.findall(r"^#+ (?:Title of )?(.*)", text, re.MULTILINE)


def test_a_new_solution_comes_before_the_next_heading_also_if_that_is_somebodys_own():
    text = update(written(known("one")).replace("## Sources", f"{HOLD}## Sources"), known("one", "two"))

    assert ["one", "two", "Ready for winter", "Sources"] == headings(text)[3:]
    assert HOLD in text


def test_a_new_solution_does_not_part_somebodys_words_from_what_they_stand_below():
    old = written(known("one")).replace("## Sources", "Ann looks into all of this.\n\n## Sources")

    text = update(old, known("one", "two"))

    assert text.index("Title of one") < text.index("Ann looks") < text.index("#### Title of two")


def test_a_new_solution_is_marked_once_and_its_steps_are_not():
    text = update(written(known("one")), known("one", "two"))

    assert 1 == text.count("New on 22 November 2026")
    assert "#### Title of two\n\n*New on 22 November 2026*\n\nSummary of two." in text


def test_a_new_barrier_is_marked_once_with_all_that_stands_below_it():
    old = written(known("one"))

    text = update(old, known("one", barriers=("b", "c")), "c")

    assert 1 == text.count("New on 22 November 2026")
    assert "## Title of people\n\n### Title of c\n\n*New on 22 November 2026*\n" in text
    assert ["money", "b", "one", "people", "c", "Sources"] == headings(text)[1:]


def test_a_new_solution_stays_with_its_barrier_when_its_neighbours_steps_were_moved_away():
    old = written(known("one"))
    start, end = old.index("- [ ]"), old.index("## Sources")
    moved = f"{old[:start]}## Today\n\n{old[start:end]}{old[end:]}"

    assert ["b", "one", "two", "Today", "Sources"] == headings(update(moved, known("one", "two")))[2:]


def test_a_new_solution_goes_by_the_steps_where_all_headings_are_in_other_words():
    old = re.sub(r"^(#+) .*", r"\1 Teitl", written(known("one")), flags=re.MULTILINE)

    text = update(old, known("one", "two"))

    assert ["Teitl", "Teitl", "Teitl", "Teitl", "two", "Teitl"] == headings(text)


def test_what_came_new_once_is_not_marked_again():
    text = update(written(known("one")), known("one", "two"))

    later = Advisor(known("one", "two", "three")).update(text.encode(), gallery.LATEST).data.decode()

    assert (1, 1) == (later.count("New on 22 November 2026"), later.count("New on 1 February 2027"))
