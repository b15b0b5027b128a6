"""Which barriers are asked about."""

import pytest

from integration_cli.assessing.questions import questions
from integration_cli.errors import UnknownId
from tests.small import barrier, category, knowledge

KNOWN = knowledge(
    category("people"),
    barrier("late"),
    barrier("later", part_of="late"),
    barrier("shy", category="people"),
    formerly={"tardy": "late"},
)


def test_every_main_barrier_is_asked_about_by_default():
    assert ["late", "shy"] == [b.id for b in questions(KNOWN)]


def test_a_category_keeps_to_its_barriers():
    assert ["shy"] == [b.id for b in questions(KNOWN, categories=["people"])]


def test_a_detail_is_asked_about_where_it_is_named():
    assert ["later", "shy"] == [b.id for b in questions(KNOWN, ["shy", "later", "shy"])]


def test_a_former_id_stands_for_the_present_one():
    assert ["late"] == [b.id for b in questions(KNOWN, ["tardy"])]


def test_an_unknown_id_is_answered_with_what_was_meant():
    with pytest.raises(UnknownId, match="did you mean 'later' or 'late'"):
        questions(KNOWN, ["laterr"])
