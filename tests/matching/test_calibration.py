"""How sure a finding is, and what moves it."""

from hypothesis import given
from hypothesis import strategies as st

from integration_cli.matching.calibration import chance

SCORES = st.floats(0, 6)
STEP = st.floats(0.1, 3)


@given(fused=SCORES, behind=SCORES, field=st.floats(-4, 3), step=STEP)
def test_a_finding_is_surer_with_its_score_and_its_field_and_less_so_the_further_it_is_behind_the_best(
    fused: float, behind: float, field: float, step: float
):
    sure = chance(fused, behind, field)

    assert sure < chance(fused + step, behind, field)
    assert sure < chance(fused, behind, field + step)
    assert sure > chance(fused, behind + step, field)


@given(fused=SCORES, behind=SCORES)
def test_beyond_a_certain_point_a_text_is_as_much_or_as_little_of_our_field_as_can_be(fused: float, behind: float):
    assert chance(fused, behind, 6) == chance(fused, behind, 60)
    assert chance(fused, behind, -6) == chance(fused, behind, -60)
