"""The geometry of a radar."""

from hypothesis import given
from hypothesis import strategies as st

from integration_cli.publishing.radar import MIDDLE, RADIUS, SIZE, radar


def test_the_first_spoke_points_up_and_the_best_rating_is_at_the_rim():
    drawn = radar([("we", [4.0, 0.0, 2.0, 0.0])], 4)

    assert drawn is not None
    assert (MIDDLE, MIDDLE - RADIUS) == drawn.spokes[0].end == drawn.lines[0].dots[0]
    assert (MIDDLE, MIDDLE) == drawn.lines[0].dots[1]
    assert (MIDDLE, MIDDLE + RADIUS / 2) == drawn.lines[0].dots[2]
    assert 4 == len(drawn.rings)


def test_what_is_not_rated_is_left_out_of_the_line():
    drawn = radar([("we", [4.0, None, 2.0])], 4)

    assert drawn is not None
    assert (3, 2) == (len(drawn.spokes), len(drawn.lines[0].dots))


def test_two_spokes_are_no_picture():
    assert radar([("we", [4.0, 1.0])], 4) is None
    assert radar([], 4) is None


@given(st.lists(st.none() | st.floats(0, 4), min_size=3, max_size=20))
def test_nothing_is_drawn_outside_of_the_picture(values: list[float | None]):
    drawn = radar([("we", values)], 4)

    assert drawn is not None
    points = [*drawn.lines[0].dots, *(spoke.label for spoke in drawn.spokes)]
    assert [] == [point for point in points if not all(0 <= at <= SIZE for at in point)]
