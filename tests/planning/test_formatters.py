"""A plan that went through a formatter of Markdown (mdformat) reads the same, and an update of it loses nothing."""

from functools import cache

import mdformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.planning.reading.plan_file import read_plan
from tests.planning import edited, gallery

WRAPS = ("keep", 80, 40)
EDITS = (
    edited.tick,
    edited.fill_in,
    edited.note_below,
    edited.change_words,
    edited.move_to,
    edited.retitle,
    edited.write_box,
)


def formatted(text: str, wrap: str | int = "keep") -> str:
    return mdformat.text(text, extensions={"gfm"}, options={"wrap": wrap})


def steps(text: str) -> list[tuple[object, ...]]:
    """All that is read of the boxes of a plan, but for where they stand."""
    return [
        (step.id, step.status, step.due, step.text, dict(step.fields), step.notes, step.untouched)
        for step in (box.step for box in read_plan(text.encode()).boxes)
    ]


def update(text: str, today: str = gallery.LATER) -> str:
    return Advisor(gallery.after()).update(text.encode(), today).data.decode()


@cache
def plan() -> str:
    return (gallery.FOLDER / "02-filled-in.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("wrap", WRAPS)
@pytest.mark.parametrize("name", ["01-untouched", "02-filled-in", "12-own-sections", "13-this-quarter", "16-quoted"])
def test_a_formatted_plan_reads_the_same(name: str, wrap: str | int):
    text = (gallery.FOLDER / f"{name}.md").read_text(encoding="utf-8")

    assert steps(text) == steps(formatted(text, wrap))
    assert read_plan(text.encode()).record == read_plan(formatted(text, wrap).encode()).record


@pytest.mark.parametrize("wrap", WRAPS)
def test_a_formatted_plan_is_updated_to_what_the_plan_would_be(wrap: str | int):
    assert steps(update(plan())) == steps(update(formatted(plan(), wrap)))


@pytest.mark.parametrize("wrap", WRAPS)
def test_an_updated_plan_that_was_formatted_needs_no_update(wrap: str | int):
    text = formatted(update(plan()), wrap)

    assert text == update(text, gallery.LATEST)


def test_a_plan_of_the_shipped_knowledge_reads_the_same_after_formatting(advisor: Advisor):
    text = advisor.checklist(advisor.plan(list(advisor.knowledge.barriers)[:8], everything=True), gallery.MADE)
    made = formatted(text, 80)

    assert steps(text) == steps(made)
    assert made.encode() == advisor.update(made.encode(), gallery.LATER).data


@settings(max_examples=40)
@given(chosen=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 30)), max_size=4), wrap=st.sampled_from(WRAPS))
def test_no_word_is_lost_between_a_formatter_and_an_update(chosen: list[tuple[edited.Edit, int]], wrap: str | int):
    text, typed = edited.apply(gallery.checklist(), chosen)

    made = update(formatted(text, wrap))

    assert typed == {word for word in typed if word in made}
    assert made == update(made, gallery.LATEST)
