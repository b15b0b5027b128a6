"""The knowledge tested on itself: what a maintainer of the content relies on."""

from typing import Any

from integration_cli.matching.selftest import FOLDS, Confusion, Recall, self_test
from integration_cli.model import Knowledge, NotSign
from tests import small

MONEY = (
    "The purse is empty and no coins are left.",
    "Who fills the empty purse with coins?",
    "Coins leave one purse and never come back.",
    "An empty purse buys no coins.",
    "Coins in the purse are counted twice.",
    "Purse strings and coins decide.",
)
BUS = (
    "The bus is late and the driver is lost.",
    "No driver stops the bus at the clinic.",
    "A lost driver and a late bus.",
    "The late bus has no driver on Sundays.",
    "Every bus is full, says the driver.",
    "The driver parks the bus and goes home.",
)
MUSIC = (
    "The choir sings over the ward's radio.",
    "Our radio plays what no choir would sing.",
    "The choir hates the radio.",
    "Radio and choir never agree on a song.",
    "One choir sings, one radio plays.",
)


def known(purse: tuple[str, ...] = MONEY, counters: tuple[NotSign, ...] = (), **more: Any) -> Knowledge:
    return small.knowledge(
        small.barrier("purse", signs=purse, not_signs=counters),
        small.barrier("bus", signs=BUS),
        small.barrier("music", **{"signs": MUSIC, **more}),
    )


def test_signs_of_one_voice_all_find_their_barrier():
    result = self_test(known())

    assert {Recall("purse", 6, 6, 6), Recall("bus", 6, 6, 6), Recall("music", 5, 5, 5)} == set(result.recalls)
    assert ((), 0, ()) == (result.confusions, result.counters, result.intruders)


def test_a_sign_about_the_topic_of_another_barrier_shows_as_a_confusion():
    stray = "The driver of the late bus is lost."

    result = self_test(known((*MONEY, stray)), n=1)

    assert (Confusion("purse", "bus", 1),) == result.confusions
    assert Recall("purse", 7, 6, 6) == result.recalls[0]


def test_among_the_first_n_is_more_forgiving_than_first():
    stray = "The driver of the late bus is lost in the purse."

    worst = next(one for one in self_test(known((*MONEY, stray)), n=3).recalls if one.barrier == "purse")

    assert (7, 6, 7) == (worst.signs, worst.first, worst.among)


def test_a_counter_sign_that_finds_its_barrier_is_an_intruder():
    told_apart = NotSign("The driver drove the bus away.", "bus")
    intruder = NotSign("The purse of coins is empty.", "bus")

    result = self_test(known(counters=(told_apart, intruder)))

    assert 2 == result.counters
    assert (("purse", intruder.text),) == result.intruders


def test_counter_signs_of_no_barrier_are_not_ranked():
    result = self_test(known(counters=(NotSign("The purse of coins is empty.", ""),)))

    assert (0, ()) == (result.counters, result.intruders)


def test_counter_signs_within_one_main_barrier_are_not_ranked():
    """Main barriers are what is ranked; a detail and its main one cannot be told apart here."""
    result = self_test(known(counters=(NotSign("The purse of coins is empty.", "music"),), part_of="purse"))

    assert (0, ()) == (result.counters, result.intruders)


def test_a_sign_is_left_out_of_the_index_that_ranks_it():
    """A sign in words of its own finds nothing but itself: were it in the index, it would."""
    lonely = "Zebras gallop through marmalade."

    result = self_test(known(signs=(*MUSIC, lonely)), n=1)

    assert Recall("music", 6, 5, 5) == result.recalls[0]


def test_a_detail_that_is_found_counts_for_its_main_barrier():
    result = self_test(known(part_of="bus"), n=1)

    assert Recall("music", 5, 5, 5) in result.recalls
    assert () == result.confusions


def test_progress_is_told_after_each_part():
    told = []

    self_test(known(), advance=lambda: told.append(len(told)))

    assert list(range(FOLDS)) == told


def test_a_sign_may_find_its_barrier_among_the_first_three_unless_another_number_is_asked_for():
    assert 3 == self_test(known()).n
