"""Log odds of words: ours or somebody else's."""

from integration_cli.matching.domain import log_odds
from integration_cli.matching.statements import Statement, of_elsewhere, own, statement
from integration_cli.matching.vocabulary import Vocabulary
from tests.matching.tiny import town

NONE = Vocabulary([])


def said(*texts: str) -> list[Statement]:
    return [statement(0, text, NONE) for text in texts]


def test_words_of_our_statements_speak_for_the_field_and_others_against_it():
    odds = log_odds(said("council ward", "council pays"), said("bread oven", "bread pays"))

    assert odds["council"] > 0 > odds["bread"]
    assert abs(odds["pay"]) < min(odds["council"], -odds["bread"])


def test_the_oftener_the_surer():
    odds = log_odds(said("council purse", "council purse", "council"), said("bread oven", "bread oven", "bread"))

    assert odds["council"] > odds["purs"] > 0 > odds["oven"] > odds["bread"]


def test_what_stands_in_one_statement_only_says_nothing():
    odds = log_odds(said("council ward", "council"), said("bread"))

    assert "council" in odds
    assert not {"ward", "bread", "council ward"} & odds.keys()


def test_many_texts_of_one_side_do_not_tip_a_word_of_both():
    odds = log_odds(said(*["council form"] * 30), said(*["bread form"] * 3))

    assert abs(odds["form"]) < 0.3


def test_stop_words_and_counter_signs_of_nobody_count_too():
    known = town()
    ours = [one for statements in own(known, NONE) for one in statements]

    odds = log_odds(ours, of_elsewhere(known, NONE))

    assert "the" in odds
    assert odds["green"] < 0 < odds["clinic"]
    assert odds["paint"] < 0
