"""JSON of other commands, read back: refused where it is something else, whatever it is."""

from typing import Any

import pytest
from hypothesis import assume
from hypothesis import given as tried
from hypothesis import strategies as st

from integration_cli.errors import AdvisorError
from integration_cli.publishing.given import profile_of, survey_of
from tests.publishing.reports import given

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def test_a_profile_is_read():
    profile = profile_of(given("council.json"), "council.json")

    assert ("Riverside Council", "22 November 2026", 4) == (profile.by, profile.on, profile.rated)
    assert ["Staff are afraid to share information", "Politicians are not on board"] == [
        r.title for r in profile.weakest
    ]


def test_a_survey_is_read():
    survey = survey_of(given("counts.json"), "counts.json")

    assert (9, 3, "organisation", 3) == (survey.read, survey.unmatched, survey.by, len(survey.groups))
    assert "Information and data" == survey.categories[0].title


@tried(anything)
def test_anything_else_is_refused_in_words(data: Any):
    for read in (profile_of, survey_of):
        with pytest.raises(AdvisorError, match=r"^x\.json is not what 'advisor"):
            read(data, "x.json")


@tried(st.sampled_from(("mean", "by", "categories", "weakest")), anything)
def test_a_field_that_holds_something_else_is_refused(field: str, data: Any):
    profile: Any = given("council.json")
    sound = {"mean": (int, float, type(None)), "by": (str, type(None))}.get(field, ())
    assume(not isinstance(data, sound) and data not in ([], {}, ""))

    with pytest.raises(AdvisorError):
        profile_of({**profile, field: data}, "x.json")


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan"), float("inf"), True, "0.5", None, 10**400])
def test_a_share_that_cannot_be_drawn_is_refused(share: Any):
    survey: Any = given("counts.json")
    survey["barriers"][0]["share"] = share

    with pytest.raises(AdvisorError):
        survey_of(survey, "counts.json")
