"""A long situation: several problems, told one by one, between lines that say nothing."""

import pytest

from integration_cli import Advisor
from integration_cli.matching.segments import segments
from tests.matching.clear import CLEAR

FEAR = "Nurses are frightened of being fined if they pass patient information to the council."
DISPUTE = "The two boards cannot settle an argument because no dispute process was ever written down."
TENDER = "Procurement rules force us to put the contract out to competitive tender every few years."
BOILERPLATE = (
    "Tea and biscuits were served in the small room upstairs.",
    "The window by the piano has been painted yellow.",
)
MEETING = f"""Notes of Tuesday

{BOILERPLATE[0]}

- {FEAR}
- {DISPUTE}
- {TENDER}

{BOILERPLATE[1]}
"""


def test_several_problems_are_found_each_in_its_own_place(advisor: Advisor):
    found = advisor.diagnose(MEETING, top=8)

    by_segment = {finding.segment.text: finding.barrier for finding in reversed(found.findings)}
    assert {FEAR, DISPUTE, TENDER} <= by_segment.keys()
    assert "fear-of-sharing-data" == by_segment[FEAR]
    assert "no-dispute-resolution" == by_segment[DISPUTE]
    assert "competition-and-procurement" == advisor.knowledge.barriers[by_segment[TENDER]].category


def test_lines_that_say_nothing_stay_uncovered(advisor: Advisor):
    found = advisor.diagnose(MEETING, top=8)

    assert set(BOILERPLATE) <= {segment.text for segment in found.uncovered}
    assert not {FEAR, DISPUTE, TENDER} & {segment.text for segment in found.uncovered}


@pytest.mark.parametrize("repeated", [1, 60])
def test_every_segment_is_explained_or_uncovered_and_none_is_both(advisor: Advisor, repeated: int):
    """Also of a text so long that not all of it is ranked."""
    text = "\n".join(f"- {sentence}" for sentence in (*CLEAR, *BOILERPLATE) * repeated)

    found = advisor.diagnose(text)

    explained = {finding.segment for finding in found.findings}
    assert len(explained) > 1
    assert explained.isdisjoint(found.uncovered)
    assert [segment for segment in segments(text) if segment not in explained] == list(found.uncovered)


def test_a_list_of_other_things_is_about_something_else(advisor: Advisor):
    lines = ["The sourdough bread would not rise in the oven.", "My guitar needs new strings and a strap."]

    found = advisor.diagnose("\n".join(f"- {line}" for line in lines))

    assert ((), "elsewhere") == (found.findings, found.why_not)
    assert lines == [segment.text for segment in found.uncovered]


def test_a_finding_is_named_once_however_often_it_is_said(advisor: Advisor):
    found = advisor.diagnose(f"- {FEAR}\n- Staff fear a fine for sharing patient data.\n- {DISPUTE}")

    barriers = [finding.barrier for finding in found.findings]
    assert 1 == barriers.count("fear-of-sharing-data")
    assert "no-dispute-resolution" in barriers
