"""Many texts in a row are diagnosed as one by one, only without the reasons."""

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.diagnosis import Diagnosis, Segment, Span
from integration_cli.matching import many as module
from integration_cli.matching.diagnose import diagnose
from integration_cli.matching.many import Many
from integration_cli.matching.part import part_of
from tests.matching.clear import CLEAR
from tests.matching.test_diagnose import TYPED
from tests.matching.tiny import index_of, town

ODD = ("", " \n", "the and of it", "xqzt blorp vrrm", "how do I bake sourdough", "budget " * 300, "a" * 5_000)


def without_reasons(diagnosis: Diagnosis) -> Diagnosis:
    return diagnosis._replace(findings=tuple(finding._replace(reasons=()) for finding in diagnosis.findings))


def test_many_texts_are_diagnosed_as_one_by_one(advisor: Advisor):
    """Signs, texts of other fields, odd ones and long ones."""
    signs = [sign for barrier in advisor.knowledge.barriers.values() for sign in barrier.signs[:2]]
    others = [text for texts in advisor.knowledge.elsewhere.values() for text in islice(texts, 3)]
    texts = [*signs, *others, *ODD, " ".join(CLEAR), "\n".join(f"- {sentence}" for sentence in CLEAR)]

    found = list(advisor.diagnose_many(texts))

    assert [without_reasons(advisor.diagnose(text)) for text in texts] == found


@settings(max_examples=60)
@given(text=st.one_of(st.text(max_size=200), TYPED))
def test_any_text_is_diagnosed_as_by_itself(advisor: Advisor, text: str):
    assert [without_reasons(advisor.diagnose(text))] == list(advisor.diagnose_many([text]))


@settings(max_examples=60)
@given(data=st.data())
def test_signs_joined_and_shuffled_show_the_same_barriers_as_strongly(advisor: Advisor, data: st.DataObject):
    """Words that are said again, and words in an order that no sign has, count as much."""
    signs = [sign for barrier in advisor.knowledge.barriers.values() for sign in barrier.signs]
    joined = " ".join(data.draw(st.lists(st.sampled_from(signs), min_size=1, max_size=3)))
    text = " ".join(data.draw(st.permutations(joined.split()) | st.just(joined.split())))

    shown = [(found.barrier, found.strength, found.score) for found in advisor.diagnose(text).findings]
    assert [shown] == [[found[:1] + found[2:4] for found in one.findings] for one in advisor.diagnose_many([text])]


@settings(max_examples=60)
@given(text=TYPED)
def test_every_score_is_the_usual_one(advisor: Advisor, text: str):
    """Not only of what is found: of every barrier, and of the field."""
    segment = Segment(Span(0, len(text)), text)

    usual, found = part_of(segment, advisor.index), advisor.many.part(segment)

    assert usual.fused == pytest.approx(found.fused, abs=1e-9)
    assert usual.field == pytest.approx(found.field, abs=1e-9)


def test_what_came_before_changes_nothing(advisor: Advisor):
    once, *_, again = advisor.diagnose_many([CLEAR[0], *CLEAR[1:], CLEAR[0]])

    assert once == again


def test_a_memory_that_is_full_is_emptied(monkeypatch: pytest.MonkeyPatch):
    """It does not grow with the number of texts, and the findings stay the same."""
    monkeypatch.setattr(module, "MOST", 3)
    knowledge = town()
    index = index_of(knowledge)
    texts = [sign for barrier in knowledge.barriers.values() for sign in barrier.signs]
    many = Many(index)

    found = [diagnose(text, knowledge, index, many=many) for text in texts]

    assert [without_reasons(diagnose(text, knowledge, index)) for text in texts] == found
    remembered = (many._said.cache_info(), many._piece.cache_info())
    assert max(len(many._words._rows), len(many._pieces._rows), *(memory.currsize for memory in remembered)) <= 3
