"""What became of plans since an earlier version of them."""

import pytest

from integration_cli import Advisor
from integration_cli.planning.reading.plan_file import NotAPlan
from integration_cli.upkeep import Movement
from tests.filled import TODAY, checklist, filled, known

FRESH = checklist(known())
MEND = "mend/first-step"


def movement(then: str | None, now: str, day: str = "2026-10-01", owner: str = "") -> Movement:
    before = {"plan.md": (day, None if then is None else then.encode())}
    found = Advisor(known()).progress({"plan.md": now.encode()}, TODAY, owner, "", "October", before).movement
    assert found is not None
    return found


def moves(then: str, now: str, day: str = "2026-10-01", owner: str = "") -> list[tuple[str, str]]:
    return [(moved.what, moved.box.id or moved.box.text) for moved in movement(then, now, day, owner).moves]


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (" ", "x", "done"),
        ("-", "x", "done"),
        ("x", " ", "reopened"),
        ("-", " ", "reopened"),
        (" ", "-", "set aside"),
        ("x", "-", "set aside"),
    ],
)
def test_a_box_that_changed_its_state_says_to_what(before: str, after: str, what: str):
    assert [(what, MEND)] == moves(filled(FRESH, MEND, before), filled(FRESH, MEND, after))


def test_the_same_plan_did_not_move():
    worked = filled(FRESH, MEND, "x", due="1 Nov 2026", owner="Jane")

    assert [] == moves(worked, worked)


@pytest.mark.parametrize(
    ("day", "expected"), [("2026-10-31", [("late", MEND)]), ("2026-11-01", [("late", MEND)]), ("2026-11-02", [])]
)
def test_what_was_late_already_on_the_earlier_day_did_not_become_so(day: str, expected: list[tuple[str, str]]):
    worked = filled(FRESH, MEND, due="1 Nov 2026")

    assert expected == moves(worked, worked, day)


def test_a_day_that_moved_is_told_with_what_it_was():
    (moved,) = movement(filled(FRESH, MEND, due="1 Dec 2026"), filled(FRESH, MEND, due="1 Feb 2027")).moves

    assert ("date moved", "2026-12-01", "2027-02-01") == (moved.what, moved.was, moved.box.due)


def test_a_day_written_otherwise_or_for_the_first_time_did_not_move():
    assert [] == moves(filled(FRESH, MEND, due="1 Dec 2026"), filled(FRESH, MEND, due="01/12/2026"))
    assert [] == moves(FRESH, filled(FRESH, MEND, due="1 Dec 2026"))


def test_what_came_and_what_went_is_told_also_for_steps_of_ones_own():
    then = FRESH.replace("## Sources\n", "- [ ] Boil water\n- [ ] Drink\n- [ ] Drink\n\n## Sources\n", 1)
    now = FRESH.replace("## Sources\n", "- [ ] Drink\n- [x] Swim\n\n## Sources\n", 1)
    box = FRESH[FRESH.index("- [ ] <!-- action: rest/") :].split("\n\n")[0]

    assert [
        ("new", "Swim"),
        ("done", "Swim"),
        ("gone", "rest/lie-down"),
        ("gone", "Boil water"),
        ("gone", "Drink"),
    ] == (moves(then, now.replace(box, "", 1)))


def test_the_other_way_round_it_is_the_other_way_round():
    then, now = FRESH, filled(FRESH, MEND, "x").replace("## Sources\n", "- [ ] Swim\n\n## Sources\n", 1)

    assert [("done", MEND), ("new", "Swim")] == moves(then, now)
    assert [("reopened", MEND), ("gone", "Swim")] == moves(now, then)


def test_advice_that_is_given_no_more_is_gone_and_stays_away():
    old = "## No longer recommended\n\n- [x] <!-- action: gone/step --> Old\n\n## Sources\n"

    assert [] == moves(FRESH, FRESH.replace("## Sources\n", old, 1))


def test_a_box_is_the_same_after_it_was_moved_or_lost_its_mark():
    box = FRESH[FRESH.index("- [ ] <!-- action: rest/") :].split("\n\n")[0]
    moved = FRESH.replace(box, "", 1).replace("## Sources\n", f"{box}\n\n## Sources\n", 1)

    assert [] == moves(FRESH, moved)
    assert [] == moves(FRESH, FRESH.replace("<!-- action: rest/lie-down --> ", "", 1))


def test_kept_to_an_owner_only_that_owners_steps_move():
    now = filled(filled(FRESH, MEND, "x", owner="Jane"), "rest/lie-down", "x", owner="Ali")

    assert [("done", MEND)] == moves(FRESH, now, owner="jane")


def test_a_plan_that_was_not_there_yet_is_named_and_moves_nothing():
    found = movement(None, FRESH, day="2026-10-01")

    assert (("plan.md",), ()) == (found.absent, found.moves)


def test_an_earlier_version_that_is_no_plan_is_named_with_the_version():
    with pytest.raises(NotAPlan, match=r"^plan\.md \(October\) is not a checklist"):
        movement("# Minutes\n", FRESH)


@pytest.mark.parametrize("state", ["x", "-"])
def test_a_day_that_moved_is_no_news_where_the_step_is_open_no_more(state: str):
    then, now = (filled(FRESH, MEND, state, due=day) for day in ("1 Dec 2026", "1 Feb 2027"))

    assert [] == moves(then, now)
