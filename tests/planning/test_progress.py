"""How far plans have come: every box counted once in its plan, category and barrier, and for each of its owners."""

import pytest
from hypothesis import given, settings

from integration_cli import Advisor
from integration_cli.errors import AdvisorError
from integration_cli.planning.reading.plan_file import NotAPlan
from integration_cli.upkeep import Progress, Tally
from tests.filled import TODAY, checklist, filled, known
from tests.planning.edited import apply, edits

FRESH = checklist(known())
WORKED = filled(
    filled(
        filled(FRESH, "mend/first-step", "x", owner="Jane"), "mend/second-step", owner="Jane / Ali", due="1 Nov 2026"
    ),
    "rest/lie-down",
    "-",
    owner="ali",
)


def progress(*texts: str, owner: str = "", until: str = "") -> Progress:
    files = {f"{number}.md": text.encode() for number, text in enumerate(texts, 1)}
    return Advisor(known()).progress(files, TODAY, owner, until)


def test_a_fresh_plan_is_all_open_and_nobodys():
    assert Tally(done=0, open=4, not_applicable=0, overdue=0, unowned=4, undated=4) == progress(FRESH).tally


def test_what_is_done_late_and_does_not_apply_is_counted():
    counted = progress(WORKED)

    assert Tally(done=1, open=2, not_applicable=1, overdue=1, unowned=1, undated=1) == counted.tally
    assert 3 == counted.tally.applicable


def test_categories_come_in_their_order_with_their_barriers():
    families = progress(WORKED).families

    assert [("money", ["poor", "poorer"]), ("people", ["tired"])] == [
        (family.group.id, [group.id for group in family.inside]) for family in families
    ]
    assert [(1, 1), (0, 1), (0, 0)] == [
        (group.tally.done, group.tally.open) for family in families for group in family.inside
    ]


def test_a_step_of_two_people_counts_for_each_and_names_are_one_in_any_case():
    owners = {owner.title: owner.tally for owner in progress(WORKED).owners}

    assert {"Jane": (1, 1, 0), "Ali": (0, 1, 1), "nobody yet": (0, 1, 0)} == {
        name: (tally.done, tally.open, tally.not_applicable) for name, tally in owners.items()
    }


def test_who_is_late_stands_first_and_nobody_last():
    late = filled(filled(FRESH, "pool/only-step", owner="Zoe", due="1 Nov 2026"), "mend/first-step", owner="Bea")

    assert ["Zoe", "Bea", "nobody yet"] == [owner.title for owner in progress(late).owners]


def test_several_plans_are_counted_apart_and_together():
    both = progress(WORKED, FRESH)

    assert [("1.md", 1, 2), ("2.md", 0, 4)] == [(plan.id, plan.tally.done, plan.tally.open) for plan in both.plans]
    assert (1, 6) == (both.tally.done, both.tally.open)


def test_kept_to_an_owner_all_numbers_are_of_that_owner():
    theirs = progress(WORKED, owner="ALI")

    assert ("Ali",) == theirs.names
    assert Tally(done=0, open=1, not_applicable=1, overdue=1, unowned=0, undated=0) == theirs.tally
    assert ["Ali"] == [owner.title for owner in theirs.owners]


def test_an_owner_of_no_plan_is_an_error():
    with pytest.raises(AdvisorError, match="did you mean 'Jane'"):
        progress(WORKED, owner="jana")


def test_with_a_last_day_what_is_late_and_what_is_due_by_then_is_listed_earliest_first():
    text = filled(WORKED, "pool/only-step", due="3 Dec 2026")

    assert ["2026-11-01"] == [box.due for box in progress(text, until="2026-12-02").listed]
    assert ["2026-11-01", "2026-12-03"] == [box.due for box in progress(text, until="2026-12-03").listed]
    assert 4 == len(progress(text).listed)


def test_a_day_that_cannot_be_read_is_told_while_the_step_is_open():
    unclear = filled(filled(FRESH, "pool/only-step", due="soon"), "rest/lie-down", "x", due="soon")

    assert ["pool/only-step"] == [box.id for box in progress(unclear).unreadable]
    assert 3 == progress(unclear).tally.undated


def test_withdrawn_advice_counts_nowhere():
    old = "## No longer recommended\n\n- [x] <!-- action: gone/step --> Old\n  - Owner: Zoe\n\n## Sources\n"
    counted = progress(FRESH.replace("## Sources\n", old, 1))

    assert (0, 4, 1) == (counted.tally.done, counted.tally.open, len(counted.withdrawn))
    assert ["nobody yet"] == [owner.title for owner in counted.owners]


def test_plans_are_counted_all_or_none_and_every_bad_file_is_named():
    """A total that leaves one out would look like the whole."""
    files = {"good.md": FRESH.encode(), "bad.md": b"# Minutes\n", "worse.md": b"\xff\xfe\x00"}

    with pytest.raises(NotAPlan) as caught:
        Advisor(known()).progress(files, TODAY)

    assert "bad.md is not a checklist of ours" in str(caught.value)
    assert "worse.md is not a checklist of ours" in str(caught.value)
    assert "Nothing was counted" in str(caught.value)


@settings(max_examples=150)
@given(edits)
def test_however_a_plan_is_edited_the_parts_sum_up_to_the_whole(chosen: list):
    text, _ = apply(WORKED, chosen)

    counted = progress(text)

    whole = counted.tally
    barriers = [group.tally for family in counted.families for group in family.inside]
    assert len(counted.boxes) == whole.done + whole.open + whole.not_applicable
    assert whole[:6] == tuple(map(sum, zip(*barriers, strict=True))) if barriers else whole == (0,) * 6
    assert len(counted.late) == whole.overdue <= whole.open
    keys = [box.key for box in (*counted.boxes, *counted.withdrawn)]
    assert len(keys) == len(set(keys))


def test_steps_of_ones_own_count_under_their_heading_or_under_none():
    start = "<!-- advisor-checklist"
    text = FRESH.replace(start, f"- [ ] Boil water\n\n{start}", 1)
    text = text.replace("## Sources\n", "## Our errands\n\n- [ ] Buy tea\n\n## Sources\n", 1)

    groups = [group.title for family in progress(text).families for group in family.inside]

    assert {"Our errands", "Under no heading of a barrier"} <= set(groups)


def test_of_those_who_are_as_late_the_one_with_most_to_do_stands_first():
    busy = filled(filled(FRESH, "mend/first-step", owner="Zoe"), "mend/second-step", owner="Zoe")

    assert ["Zoe", "Ali", "nobody yet"] == [
        owner.title for owner in progress(filled(busy, "pool/only-step", owner="Ali")).owners
    ]
