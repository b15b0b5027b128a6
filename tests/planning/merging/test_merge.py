"""What an update promises to the keeper of a plan."""

import re

import pytest

from integration_cli import Advisor
from integration_cli.errors import AdvisorError, UnknownId
from integration_cli.model import Knowledge
from integration_cli.planning.reading.plan_file import read_plan
from integration_cli.upkeep import Merged
from tests import small
from tests.planning import gallery

BOX = re.compile(r"- \[.\] <!-- action: .*\n(?:  .*\n)*")


def known(*steps: str, **texts: str) -> Knowledge:
    """A barrier with a solution of these steps; `texts` gives the words of some."""
    actions = tuple(small.action(step, text=texts.get(step, f"Do {step} as we said")) for step in steps)
    return small.knowledge(
        small.barrier("b", [("s", "document")]), small.solution("s", actions=actions), version=repr((steps, texts))
    )


def written(knowledge: Knowledge) -> str:
    advisor = Advisor(knowledge)
    return advisor.checklist(advisor.plan(["b"]), gallery.MADE)


def update(text: str, knowledge: Knowledge) -> str:
    return merged(text, knowledge).data.decode()


def merged(text: str, knowledge: Knowledge) -> Merged:
    return Advisor(knowledge).update(text.encode(), gallery.LATER)


def box(text: str, step: str) -> str:
    """The box of a step with what stands below it."""
    return next(found for found in BOX.findall(text) if f"action: s/{step} " in found)


def test_a_new_step_comes_where_a_new_plan_would_have_it_and_says_since_when():
    text = update(written(known("a", "c")), known("a", "b", "c"))

    assert ["s/a", "s/b", "s/c"] == re.findall(r"action: (\S+)", text)
    assert "  - New on 22 November 2026\n" in box(text, "b")


def test_a_step_that_somebody_took_out_stays_out_also_in_other_words():
    old = written(known("a", "b"))

    text = update(old.replace(box(old, "b"), ""), known("a", "b", b="Do b in quite another way"))

    assert ["s/a"] == re.findall(r"action: (\S+)", text)


def test_a_new_step_of_a_solution_that_somebody_took_out_is_not_put_in():
    old = written(known("a"))
    start, end = old.index("#### "), old.index("## Sources")

    text = update(old[:start] + old[end:], known("a", "b"))

    assert [] == re.findall(r"action: (\S+)", text)


def test_a_new_step_stands_under_its_solution_when_the_others_were_moved_away():
    old = written(known("a"))
    moved = old.replace(box(old, "a"), "").replace("## Sources", f"## Today\n\n{box(old, 'a')}\n## Sources")

    text = update(moved, known("a", "b"))

    assert text.index("action: s/b") < text.index("## Today") < text.index("action: s/a")


def test_new_words_replace_words_that_nobody_changed_and_keep_what_was_filled_in():
    old = written(known("a")).replace("- [ ]", "- [x]").replace("Owner:", "Owner: Ann")

    text = update(old, known("a", a="Do a twice"))

    assert "Do a twice" in box(text, "a")
    assert "as we said" not in text
    assert box(text, "a").startswith("- [x]")
    assert "  - Owner: Ann\n" in box(text, "a")


def test_new_words_come_below_words_that_somebody_changed():
    old = written(known("a")).replace("as we said", "as we said, by May")

    text = box(update(old, known("a", a="Do a twice")), "a")

    assert "Do a as we said, by May" in text
    assert "  - Reworded on 22 November 2026; the advice now says: Do a twice" in text


def test_new_words_that_somebody_has_typed_already_are_not_shown_again():
    old = written(known("a")).replace("Do a as we said", "Do a twice")

    assert "Reworded" not in update(old, known("a", a="Do a twice"))


@pytest.mark.parametrize(
    ("typed", "instead"),
    [("- [x]", "- [ ]"), ("- [-]", "- [ ]"), ("Owner: Ann", "Owner:"), ("Notes: no", "Notes:"), ("Do a my", "Do a")],
)
def test_a_withdrawn_step_is_kept_with_whatever_somebody_typed(typed: str, instead: str):
    old = written(known("a", "z")).replace(instead, typed, 1)

    text = update(old, known("z"))

    kept = text[text.index("## No longer recommended") : text.index("## Sources")]
    assert typed in kept
    assert "  - Withdrawn on 22 November 2026; it stood under “Title of s”\n" in kept


def test_a_withdrawn_step_that_nobody_touched_goes_without_a_trace():
    text = update(written(known("a", "z")), known("z"))

    assert "Do a" not in text
    assert "No longer recommended" not in text


def test_a_withdrawn_step_with_its_mark_deleted_goes_as_a_whole():
    old = written(known("a", "z")).replace("<!-- action: s/a --> ", "")

    text = update(old, known("z"))

    assert written(known("z")).count("Owner:") == text.count("Owner:")
    assert "Do a" not in text


def test_a_withdrawn_step_in_somebodys_quotation_stays_there_and_says_so_at_its_own_end():
    old = written(known("a", "b")).replace("- [ ]", "- [x]")
    quoted = old.replace(box(old, "a"), "".join(f"> {line}\n" for line in box(old, "a").splitlines()) + "\n")

    text = update(quoted, known("b", "c"))

    assert ">   - Notes:\n>   - Withdrawn on 22 November 2026\n" in text


def test_the_heading_of_a_withdrawn_solution_stays_while_somebodys_words_stand_below_it():
    old = gallery.checklist().replace("#### Open the books\n", "#### Open the books\n\nAnn looks into this.\n")

    text = Advisor(gallery.after()).update(old.encode(), gallery.LATER).data.decode()

    assert "#### Open the books\n\nAnn looks into this.\n" in text
    assert "Open the books, together." not in text


def test_advice_that_comes_back_says_so_at_the_step_that_was_kept():
    old = written(known("a", "b")).replace("Owner:", "Owner: Ann", 1)
    without = update(old, known("b"))

    text = box(update(without, known("a", "b")), "a")

    assert "  - Owner: Ann\n" in text
    assert "  - Recommended again on 22 November 2026\n" in text


def test_a_copy_of_a_step_goes_and_one_with_somebodys_work_stays_as_a_step_of_theirs():
    old = written(known("a"))
    bare, worked = box(old, "a"), box(old, "a").replace("Notes:", "Notes: ask Bob")

    assert 1 == update(old.replace(bare, bare + bare), known("a")).count("Do a")
    both = update(old.replace(bare, bare.replace("[ ]", "[x]") + worked), known("a"))
    assert [("s/a", "done"), ("", "open")] == [(box.step.id, box.step.status) for box in read_plan(both.encode()).boxes]


@pytest.mark.parametrize("start", ["- [x] ", "* ", "7) ", "- ☑ ", "- [ ]"])
def test_the_mark_of_a_renamed_solution_is_put_right_behind_whatever_box_there_is(start: str):
    old = written(known("a")).replace("- [ ] <!-- action: s/a --> ", start + "<!-- action: old/a --> ")
    renamed = known("a")._replace(formerly={"old": "s"})

    (step,) = (found.step for found in read_plan(update(old, renamed).encode()).boxes)

    assert ("s/a", 'Do a as we said (source 1, "A heading")') == (step.id, step.text)


def test_words_on_the_lines_of_the_hidden_marks_stay():
    old = written(known("a")).replace(" -->\n\n", " --> our own words\n\n", 1)
    old = f"{old.rstrip()} and more of them\n"

    text = update(old, known("a", "b"))

    assert {"our own words", "and more of them"} == set(re.findall(r"our own words|and more of them", text))


def test_lines_that_nothing_concerns_keep_their_bytes():
    old = written(known("a")).replace("## Sources", "Kept   as\tit is  \r\n\r\n## Sources")

    assert "Kept   as\tit is  \r\n\r\n## Sources" in update(old, known("a", "b"))


def test_the_same_advice_leaves_the_file_alone():
    text = written(known("a"))

    assert (text.encode(), ()) == merged(text, known("a"))


def test_an_underlined_heading_goes_with_its_line():
    old = gallery.checklist().replace("#### Open the books\n", "Open the books\n---\n")

    text = Advisor(gallery.after()).update(old.encode(), gallery.LATER).data.decode()

    assert "Open the books" not in text
    assert "---\n" not in text


def test_a_plan_without_a_line_end_at_its_end_is_left_alone_too():
    data = written(known("a")).rstrip().encode()

    assert data == Advisor(known("a")).update(data, gallery.LATER).data


def test_an_empty_copy_of_a_step_goes_also_where_the_words_of_the_other_were_changed():
    old = written(known("a"))
    changed = box(old, "a").replace("as we said", "as we said, by May").replace("Owner:", "Owner: Ann")

    text = update(old.replace(box(old, "a"), box(old, "a") + changed), known("a"))

    assert 1 == text.count("Do a")
    assert "by May" in text


@pytest.mark.parametrize(
    ("place", "instead"),
    [("Do a <!-- ask Ann --> as", "Do a as"), ("Notes: <!-- ask Ann -->", "Notes:"),
     ("Notes:\n  <!-- ask Ann -->", "Notes:"), ("Summary of s. <!-- ask Ann -->", "Summary of s.")],
)  # fmt: skip
@pytest.mark.parametrize("later", [known("z"), known("a", "z", a="Do a twice")], ids=["withdrawn", "reworded"])
def test_a_comment_that_somebody_hid_in_the_plan_stays(place: str, instead: str, later: Knowledge):
    old = written(known("a", "z")).replace(instead, place, 1)

    assert "<!-- ask Ann -->" in update(old, later)


@pytest.mark.parametrize("lost", ["", r"Made on 4 May 2026.*\n\n"])
def test_what_is_added_to_the_situation_stands_in_the_head_below_the_day_of_making(lost: str):
    old = re.sub(lost, "", written(known("a")), count=1)

    text = Advisor(known("a")).update(old.encode(), gallery.LATER, "the lift sticks").data.decode()

    added = text.index("> **Added to the situation on 22 November 2026:** the lift sticks\n\n")
    assert bool(lost) != ("Made on 4 May 2026" in text[:added])
    assert added < text.index("Put an x into a box")


def test_words_of_somebodys_own_are_not_taken_for_advice_that_was_taken_out():
    summary = "Summary of s. *(Recommended in the documents.)*"
    old = written(known("a"))
    assert summary in old
    solution = known("a").solutions["s"]._replace(summary="A new summary of s.")
    newer = known("a")._replace(solutions={"s": solution})

    assert "Reworded" not in update(old.replace(summary, "The summary of our own day out by bus."), newer)
    assert "Reworded" in update(old.replace(summary, summary.replace("s.", "all s.", 1)), newer)


def test_advice_that_is_given_again_stays_where_its_keeper_sees_it():
    old = written(known("a", "b")).replace("Owner:", "Owner: Ann", 1)

    text = update(update(old, known("b")), known("a", "b"))

    assert text.index("action: s/b") < text.index("## No longer recommended") < text.index("action: s/a")


@pytest.mark.parametrize("words", ["Do a twice", "Do a thrice", "Stop doing a", "Ask Ann to do a", "Do a by May"])
def test_advice_that_is_given_again_in_other_words_shows_them(words: str):
    old = written(known("a", "b")).replace("Owner:", "Owner: Ann", 1)

    text = update(update(old, known("b")), known("a", "b", a=words))

    assert f"  - Recommended again on 22 November 2026: {words} *(source 1" in box(text, "a")


def test_a_plan_for_a_barrier_that_is_not_there_says_how_to_go_on():
    plan = written(known("a"))
    other = Advisor(small.knowledge(small.barrier("c")))

    with pytest.raises(AdvisorError, match=r"the barrier 'b', which is not in this knowledge\n.*--drop b"):
        other.update(plan.encode(), gallery.LATER)
    assert "Do a" not in other.update(plan.encode(), gallery.LATER, add=["c"], drop=["b"]).data.decode()


def test_a_barrier_that_the_plan_does_not_answer_cannot_be_dropped():
    with pytest.raises(UnknownId, match=r"the plan does not answer 'bb'; did you mean 'b'\?\nIt answers b"):
        Advisor(known("a")).update(written(known("a")).encode(), gallery.LATER, drop=["bb"])


@pytest.mark.parametrize(
    "words", ["A summary of s.", "The summary of s.", "Summary of s, again.", "Summary of s by May.", "All of s."]
)
def test_new_words_for_a_paragraph_that_somebody_rewrote_are_shown_below_it(words: str):
    old = written(known("a")).replace("Summary of s.", "Summary of all s.", 1)
    solution = known("a").solutions["s"]._replace(summary=words)

    text = update(old, known("a")._replace(solutions={"s": solution}))

    shown = f"Summary of all s. *(Recommended in the documents.)*\n\n> **Reworded on 22 November 2026:** {words} "
    assert shown in text


def test_what_is_withdrawn_later_stands_with_what_was_withdrawn_before():
    old = written(known("a", "b", "z")).replace("Owner:", "Owner: Ann")

    text = update(update(old, known("b", "z")), known("z"))

    places = [
        text.index(found) for found in ("action: s/z", "## No longer", "action: s/a", "action: s/b", "## Sources")
    ]
    assert sorted(places) == places
    assert 1 == text.count("## No longer recommended")
