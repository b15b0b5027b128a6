"""What a filled-in form means, and what of it cannot be understood."""

from integration_cli.assessing.understand import understand
from integration_cli.assessment import Form, Rating, Row, Written
from integration_cli.errors import Fault
from tests.small import barrier, knowledge

KNOWN = knowledge(barrier("late"), barrier("weak-host"), formerly={"tardy": "late"})


def row(id_: str, mark: str | None = "", comment: str = "", line: int = 1) -> Row:
    rated = None if mark is None else Written(mark, line, 5)
    return Row(Written(id_, line, 1), Written("We are on time.", line, 3), rated, Written(comment, line, 9))


def test_every_mark_has_its_meaning_and_reasons_are_kept():
    marks = {"0": (0, False), "4": (4, False), "do not know": (None, True), "": (None, False), None: (None, False)}
    marks |= dict.fromkeys(("?", "Do not know", "don't know", "Don’t know"), (None, True))
    for mark, (score, unknown) in marks.items():
        found, faults = understand(Form("f", (row("late", mark, "why"),)), KNOWN)

        assert ({"late": Rating("late", score, unknown, "why", "We are on time.")}, []) == (found.ratings, faults)


def test_a_former_id_stands_for_the_present_one():
    found, faults = understand(Form("f", (row("tardy", "3"),)), KNOWN)

    assert (["late"], 3, []) == (list(found.ratings), found.ratings["late"].score, faults)


def test_every_defect_is_told_at_once_at_its_place():
    rows = (
        row("weak-hots", "3", line=2),
        row("late", "7", line=3),
        row("late", "2", line=4),
        row("tardy", "2", line=5),
        row("", "2", line=6),
        row("weak-host", "do not now", line=7),
    )

    _, faults = understand(Form("f", rows, on=Written("30 June", 1, 4)), KNOWN)

    assert [
        ("f:1:4", "wrong-form"),
        ("f:2:1", "unknown-id"),
        ("f:3:5", "bad-choice"),
        ("f:4:1", "duplicate-id"),
        ("f:5:1", "duplicate-id"),
        ("f:6:1", "missing-id"),
        ("f:7:5", "bad-choice"),
    ] == [(fault.place, fault.rule) for fault in faults]
    assert "did you mean 'weak-host'?" in faults[1].message
    assert "rated in line 3 already" in faults[4].message
    assert "did you mean 'do not know'?" in faults[6].message


def test_an_id_like_no_other_may_belong_to_a_folder_that_was_not_laid_over():
    _, faults = understand(Form("f", (row("badge-quarrel", "2"),)), KNOWN)

    message = "no barrier is called 'badge-quarrel' (one of your own? lay your folder over with --knowledge)"
    assert [Fault("f", 1, 1, "unknown-id", message)] == faults
