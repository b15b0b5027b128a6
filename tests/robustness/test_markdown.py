"""A checklist shows every text as words: no payload makes, breaks or ticks anything in it."""

import pytest

from integration_cli import Advisor
from integration_cli.model import Knowledge
from integration_cli.planning.reading.plan_file import read_plan
from tests import small
from tests.markdown import boxes, headings, html, paragraphs
from tests.robustness.hostile import HOSTILE
from tests.robustness.hostile import knowledge as register_knowledge


def knowledge(text: str) -> Knowledge:
    """A barrier and a solution with this text wherever a checklist repeats one."""
    action = small.action("step", text=text)
    return small.knowledge(
        small.barrier("barrier", [("solution", "inferred")], title=text, summary=text),
        small.solution("solution", title=text, summary=text, who=text, actions=(action,)),
        small.update("update", term=text, note=text, successor=text, affects=("barrier",)),
        small.category("money", title=text),
        small.source("report", title=text, publisher=text, date=text),
    )


def checklist(text: str, situation: str) -> str:
    advisor = Advisor(knowledge(text))
    return advisor.checklist(advisor.plan(["barrier"], situation), "2026-05-04")


def lines_before_the_record(text: str) -> int:
    """The record at the end is as long as it comes out when it is packed."""
    return len(text.rpartition("\n<!-- advisor-record:")[0].splitlines())


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_payload_changes_nothing_but_the_words(payload: str):
    plain, hostile = checklist("plain", "plain"), checklist(f"x {payload}", f"x {payload}")

    assert [(box.ticked, box.action) for box in boxes(plain)] == [(box.ticked, box.action) for box in boxes(hostile)]
    assert [level for level, _ in headings(plain)] == [level for level, _ in headings(hostile)]
    assert len(paragraphs(plain)) == len(paragraphs(hostile))
    assert lines_before_the_record(plain) == lines_before_the_record(hostile)
    assert html(plain)[:-1] == html(hostile)[:-1], "the last one is the record, which differs"
    assert len(html(plain)) == len(html(hostile))


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_an_update_reads_such_a_plan_back_and_adds_a_payload_as_words(payload: str):
    advisor = Advisor(knowledge(payload))
    data = checklist(payload, payload).encode()

    updated = advisor.update(data, "2026-11-22", situation=payload).data

    assert data == advisor.update(data, "2026-11-22").data
    assert [box.step.id for box in read_plan(data).boxes] == [box.step.id for box in read_plan(updated).boxes]
    assert len(html(data.decode())) == len(html(updated.decode()))


def register(text: str, partner: str) -> str:
    advisor = Advisor(register_knowledge(text))
    return advisor.register(advisor.risks(["barrier"], text, (partner, "two")), "2026-05-04")


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_payload_in_a_register_changes_nothing_but_the_words(payload: str):
    plain, hostile = register("plain", "plain"), register(f"x {payload}", f"x {payload}")

    assert [level for level, _ in headings(plain)] == [level for level, _ in headings(hostile)]
    assert lines_before_the_record(plain) == lines_before_the_record(hostile)
    assert html(plain)[:-1] == html(hostile)[:-1], "the last one is the record, which differs"
    assert len(html(plain)) == len(html(hostile))


@pytest.mark.parametrize("payload", HOSTILE.values(), ids=HOSTILE)
def test_a_register_with_a_payload_is_read_back_and_stays_as_it_is(payload: str):
    advisor = Advisor(register_knowledge(payload))
    register = advisor.risks(["barrier"], payload, (f"x {payload}", "two"))
    data = advisor.register(register, "2026-05-04").encode()

    merged, remarks = advisor.update_register(data, register, "2026-11-22")

    assert (data, []) == (merged.data, remarks)
