"""What an update makes of a register that people work with."""

import pytest

from integration_cli import Advisor
from integration_cli.model import Knowledge
from integration_cli.planning.register.register_file import read_register
from integration_cli.register import Remark
from tests import small

MADE, LATER = "2026-05-04", "2026-11-22"


def known(carried: str = "the board", **changes: str) -> Knowledge:
    return small.knowledge(
        small.barrier("leak", [("cure", "document")]),
        small.solution("cure"),
        small.risk("storm", ["leak"], ["cure"], carried_by=carried, **changes),
        small.risk("flood", ["leak"], sharing="retained"),
    )


def made(*partners: str) -> str:
    advisor = Advisor(known())
    return advisor.register(advisor.risks(["leak"], partners=partners), MADE)


def updated(text: str, now: Knowledge, *partners: str, situation: str = "") -> tuple[str, list[Remark], list[str]]:
    advisor = Advisor(now)
    register = advisor.risks(["leak"], situation, partners)
    merged, remarks = advisor.update_register(text.encode(), register, LATER)
    return merged.data.decode(), remarks, [change.what for change in merged.changes if change.block[0] in "rl"]


def test_a_line_that_nobody_changed_follows_the_knowledge():
    text, _, changes = updated(made(), known("the mayor"))

    assert (1, 0) == (text.count("Carried by: the mayor\n"), text.count("Carried by: the board\n"))
    assert ["reworded"] == changes


def test_a_line_that_somebody_changed_stays_and_the_new_words_stand_below():
    mine = made().replace("Carried by: the board", "Carried by: Sam, for both")

    text, _, changes = updated(mine, known("the mayor"))

    assert "  - Carried by: Sam, for both\n" in text
    assert "  - Notes:\n  - Reworded on 22 November 2026; “Carried by” now says: the mayor\n" in text
    assert ["proposed"] == changes


def test_a_risk_in_other_words_is_replaced_and_what_was_filled_in_stays():
    mine = made().replace("Owner:", "Owner: Sam", 1)

    text, _, _ = updated(mine, known(text="Because it pours, it may flood."))

    assert "- **Risk:** <!-- risk: storm --> Because it pours, it may flood.\n" in text
    assert "  - Owner: Sam\n" in text


def test_a_risk_that_somebody_put_in_other_words_shows_the_new_ones_below():
    mine = made().replace("it may rain", "it may hail", 1)

    text, _, _ = updated(mine, known(text="Because it pours, it may flood."))

    assert "it may hail" in text
    assert "  - Reworded on 22 November 2026; the risk now says: Because it pours, it may flood.\n" in text


def test_a_partner_that_joins_is_asked_and_one_that_left_stays_where_it_answered():
    mine = made("Council", "Trust", "ICB").replace("Appetite of Trust:", "Appetite of Trust: cautious", 1)

    text, _, _ = updated(mine, known(), "Council", "Charity")

    assert (2, 2, 1, 0) == tuple(text.count(f"Appetite of {name}") for name in ("Council", "Charity", "Trust", "ICB"))
    assert "  - Appetite of Trust: cautious\n  - Appetite of Charity:\n  - Likelihood now (1-5):\n" in text


def test_a_risk_of_somebodys_own_is_rated_and_counted():
    own = "- **Risk:** The lift may stick\n  - Likelihood now: 5\n  - Impact now: 1\n  - Rating now:\n"
    mine = made().replace("\n\n## Risks that each body", f"\n{own}\n## Risks that each body")

    text, _, _ = updated(mine, known())

    assert "  - Rating now: 5, green (moderate)\n" in text
    assert "**3 risks:** 1 shared, 1 retained, 1 of your own. **Now:** 0 red, 0 amber, 1 green, 2 not scored" in text


def test_counts_that_somebody_rewrote_are_left_alone():
    mine = made().replace("**2 risks:** 1 shared", "**2 risks, says the board:** 1 shared")
    mine = mine.replace("now (1-5):", "now (1-5): 3")

    text, _, _ = updated(mine, known())

    assert "**2 risks, says the board:** 1 shared, 1 retained. **Now:** none scored yet." in text
    assert (2, 0) == (text.count("Rating now: 9, amber (high)"), text.count("Reworded"))


def test_a_rating_goes_when_its_numbers_go():
    scored, _, _ = updated(made().replace("now (1-5):", "now (1-5): 5"), known())

    text, _, _ = updated(scored.replace("Impact now (1-5): 5", "Impact now (1-5):"), known())

    assert (0, 2) == (text.count("25, red"), text.count("Rating now: not scored yet"))


def test_new_words_of_the_situation_are_quoted_once():
    once, _, _ = updated(made(), known(), situation="the roof *drips*")
    twice, _, _ = updated(once, known(), situation="the roof *drips*")

    assert "> **Added to the situation on 22 November 2026:** the roof \\*drips\\*\n" in once
    assert once == twice


def test_what_must_be_mended_is_named_with_the_line_of_the_file_as_it_is_now():
    mine = made().replace("Target impact (1-5):", "Target impact (1-5): severe", 1)

    text, remarks, _ = updated(mine, known(), "Council", "Charity", "Trust")

    line = text.split("\n").index("  - Target impact (1-5): severe") + 1
    assert [Remark(line, "'severe' is no number from 1 to 5, and is left as it is")] == remarks


def test_a_risk_that_arises_again_goes_back_to_its_section_and_new_ones_do_not_stand_among_the_old():
    mine = made().replace("Owner:", "Owner: Sam", 1)
    dry = small.knowledge(small.barrier("leak"), small.risk("flood", ["leak"], sharing="retained"))
    gone, _, _ = updated(mine, dry)
    hail = small.knowledge(*known().barriers.values(), *known().solutions.values(), *known().risks.values(),
                           small.risk("hail", ["leak"]))  # fmt: skip

    text, _, changes = updated(gone, hail)

    assert gone.index("## No longer arising") < gone.index("Owner: Sam")
    places = [text.index(word) for word in ("(shared)", "Owner: Sam", "Arises again on", "risk: hail", "(retained)")]
    assert sorted(places) == places
    assert ["again", "new"] == changes


def test_words_that_differ_from_the_situation_quoted_so_far_are_quoted_too():
    once, _, _ = updated(made(), known(), situation="the roof drips")

    twice, _, _ = updated(once, known(), situation="and the lift sticks")

    assert "the roof drips" in twice
    assert "> **Added to the situation on 22 November 2026:** and the lift sticks\n" in twice


def test_words_that_stand_in_the_register_but_in_no_quotation_are_quoted():
    once, _, _ = updated(made(), known(), situation="Owner")

    assert "> **Added to the situation on 22 November 2026:** Owner\n" in once


def test_numbers_typed_straight_below_a_risk_are_no_part_of_its_words():
    own = "- **Risk:** The lift\n  may stick\n  Likelihood now: 5\n  Impact now: 1\n  - Rating now:\n"
    mine = made().replace("\n\n## Risks that each body", f"\n{own}\n## Risks that each body")

    (step,) = (box.step for box in read_register(mine.encode()).boxes if not box.step.id)

    assert "The lift may stick" == step.text
    assert "  - Rating now: 5, green (moderate)\n" in updated(mine, known())[0]


@pytest.mark.parametrize("label", ["Likelihood now", "Impact now", "Target likelihood", "Target impact"])
def test_an_item_with_a_place_for_one_of_the_numbers_is_a_risk_and_counts(label: str):
    own = f"- The lift may stick\n  - {label}: 5\n"
    mine = made().replace("\n\n## Risks that each body", f"\n{own}\n## Risks that each body")

    assert "**3 risks:** 1 shared, 1 retained, 1 of your own." in updated(mine, known())[0]
