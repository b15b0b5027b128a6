"""The first screen: barriers, why, what to do, what has changed."""

import re
import shlex

import pytest

from integration_cli import Advisor
from tests.conftest import Run

SITUATION = "nobody can say who signs off the pooled budget, and the CCG will not share the risk"


def flat(text: str) -> str:
    """A screen without its line breaks."""
    return " ".join(text.split())


def found(out: str, advisor: Advisor) -> list[str]:
    """The ids of the findings on a screen, in order."""
    part = out.partition("What the documents propose")[0]
    return [word for word in part.split() if word in advisor.knowledge.barriers]


def test_the_screen_names_barriers_with_reasons_solutions_with_sources_and_what_has_changed(run: Run, advisor: Advisor):
    _, out, _ = run("diagnose", SITUATION)

    assert len(found(out, advisor)) > 1
    assert "you say: " in out
    assert "like the " in out
    assert re.search(r"1\. .*\((recommended|reported|suggested|contested)", flat(out))
    assert "who: " in out
    assert "source: " in out
    assert "What has changed since the documents were written (2015-16)" in out
    assert "As at 30 June 2026" in flat(out)


def test_the_words_that_counted_are_words_of_the_situation(run: Run):
    _, out, _ = run("diagnose", SITUATION)

    said = re.findall(r"you say: (.*?) like the ", flat(out))
    assert len(said) > 0
    assert {word for line in said for word in re.split(r" · | ", line)} <= set(re.findall(r"\w+", SITUATION))


def test_top_limits_the_findings(run: Run, advisor: Advisor):
    assert 1 == len(found(run("diagnose", SITUATION, "--top", "1")[1], advisor))


def test_a_category_keeps_to_its_barriers(run: Run, advisor: Advisor):
    _, out, _ = run("diagnose", SITUATION, "--category", "governance", "--category", "risk-appetite", "--top", "8")

    families = {advisor.knowledge.barriers[id_].category for id_ in found(out, advisor)}
    assert {"governance", "risk-appetite"} == families


def test_full_shows_what_one_screen_has_no_room_for(run: Run):
    _, short, _ = run("diagnose", SITUATION)
    _, full, _ = run("diagnose", SITUATION, "--full")

    assert "more with --full" in short
    assert "more with --full" not in full
    assert len(full) > 2 * len(short)


def test_a_nation_drops_the_updates_of_others_and_flags_what_speaks_of_them(run: Run, advisor: Advisor):
    _, out, _ = run("diagnose", SITUATION, "--nation", "scotland", "--full")

    changed = out.partition("What has changed since")[2]
    shown = {id_ for id_ in advisor.knowledge.updates if re.search(rf"; {id_}\)", flat(changed))}
    assert shown.isdisjoint({"ccg", "section-75"})
    assert len(shown) > 0
    assert all({"Scotland", "UK"} & set(advisor.knowledge.updates[id_].nations) for id_ in shown)
    assert re.search(r"Speaks of [^.]*CCGs?\b[^.]*: not in Scotland\.", flat(out))


def test_without_a_nation_nothing_is_flagged(run: Run):
    _, out, _ = run("diagnose", SITUATION, "--full")

    assert "Speaks of" not in out
    assert "abolished since July 2022, England" in flat(out)


@pytest.mark.parametrize(
    ("name", "meaning"), [("ICO", "integrated care organisation"), ("PSR", "public service reform")]
)
def test_an_ambiguous_abbreviation_says_what_else_it_may_mean(run: Run, name: str, meaning: str):
    _, out, _ = run("diagnose", f"{SITUATION}, because of what the {name} says", "--full")

    assert f"“{name}” may also mean {meaning}; this is about the former." in flat(out)


def test_the_note_goes_with_the_status_of_everything_that_has_changed(run: Run, advisor: Advisor):
    """'Still in force' by itself would mislead about a body that is about to go."""
    _, out, _ = run("diagnose", f"{SITUATION}; NHS England decides", "--full")

    changed = flat(out.partition("What has changed since")[2])
    shown = [update for update in advisor.knowledge.updates.values() if f"; {update.id})" in changed]
    assert "nhs-england" in {update.id for update in shown}
    for update in shown:
        assert f"{update.status} since" in changed
        assert flat(update.note) in changed


def test_what_is_not_verified_says_so_wherever_it_is_shown(run: Run, advisor: Advisor):
    unsure = [update for update in advisor.knowledge.updates.values() if not update.verified]

    assert len(unsure) > 0
    for update in unsure:
        assert "Not verified." in flat(run("show", f"update:{update.id}")[1])
    assert "Not verified." not in run("show", "update:ccg")[1]


def test_the_last_lines_are_commands_that_run(run: Run):
    _, out, _ = run("diagnose", SITUATION)

    next_ones = re.findall(r"advisor (show \S+|checklist --barrier \S+)", flat(out))
    assert 2 == len(next_ones)
    for command in next_ones:
        assert 0 == run(*shlex.split(command))[0]


def test_nothing_is_an_answer_with_the_nearest_families_and_a_next_step(run: Run, advisor: Advisor):
    code, out, _ = run("diagnose", "how do I make a lasagne for my aunt in Leeds")

    assert 1 == code
    assert "does not seem to be about health and care bodies working together" in flat(out)
    assert any(f"({id_})" in flat(out) for id_ in advisor.knowledge.categories)
    assert "next: say who cannot do what with whom" in flat(out)


@pytest.mark.parametrize("situation", ["", "   \n", "the and of it", "?!…"])
def test_no_words_to_go_by_is_an_answer_too(run: Run, situation: str):
    code, out, err = run("diagnose", situation)

    assert (1, "") == (code, err)
    assert "There are no words to go by." in out


def test_what_no_finding_explains_is_told(run: Run):
    _, out, _ = run("diagnose", "--full", f"1. {SITUATION}\n2. How do I make a lasagne for my aunt in Leeds?")

    assert "Not explained by any finding “How do I make a lasagne for my aunt in Leeds?”" in flat(out)
