"""What a pen leaves behind as it moves over the canvas and past its edge."""

from hypothesis import given
from hypothesis import strategies as st

from digitpad.drawing.clipping import Point, inside
from digitpad.drawing.pen import PenTrail

points = st.tuples(st.floats(-1, 2), st.floats(-1, 2))


def trail_of(*positions: Point) -> PenTrail:
    trail = PenTrail(positions[0])
    for position in positions[1:]:
        trail.move(position)
    return trail


def rows(trail: PenTrail) -> list[list[Point]]:
    return [[(x, y) for x, y in stroke.tolist()] for stroke in trail.strokes]


def test_a_pen_that_stays_inside_leaves_one_stroke() -> None:
    assert rows(trail_of((0.1, 0.1), (0.2, 0.1), (0.2, 0.3))) == [[(0.1, 0.1), (0.2, 0.1), (0.2, 0.3)]]


def test_a_tap_is_a_dot() -> None:
    assert rows(trail_of((0.5, 0.5))) == [[(0.5, 0.5)]]


def test_standing_still_adds_no_ink() -> None:
    trail = PenTrail((0.5, 0.5))
    assert trail.move((0.6, 0.5))
    assert not trail.move((0.6, 0.5))
    assert rows(trail) == [[(0.5, 0.5), (0.6, 0.5)]]


def test_a_pen_that_leaves_and_comes_back_makes_two_strokes_that_end_at_the_edge() -> None:
    trail = trail_of((0.5, 0.5), (1.5, 0.5), (1.5, 0.75), (0.5, 0.75), (0.25, 0.75))
    assert rows(trail) == [
        [(0.5, 0.5), (1, 0.5)],
        [(1, 0.75), (0.5, 0.75), (0.25, 0.75)],
    ]


def test_a_pen_that_starts_outside_begins_at_the_edge() -> None:
    trail = PenTrail((-0.5, 0.5))
    assert rows(trail) == []
    assert trail.move((0.5, 0.5))
    assert rows(trail) == [[(0, 0.5), (0.5, 0.5)]]


def test_one_move_right_across_the_canvas() -> None:
    assert rows(trail_of((-1, 0.5), (2, 0.5), (2, 3), (-1, 3))) == [[(0, 0.5), (1, 0.5)]]


def test_moving_outside_adds_no_ink() -> None:
    trail = PenTrail((-0.5, 0.5))
    assert not trail.move((-0.5, 2))
    assert not trail.move((0.9, 2))
    assert rows(trail) == []


@given(st.lists(points, min_size=1, max_size=12))
def test_no_ink_lies_outside_and_none_is_lost_inside(positions: list[Point]) -> None:
    trail = trail_of(*positions)
    ink = [point for stroke in rows(trail) for point in stroke]
    assert all(inside(point) for point in ink)
    seen = [position for position in positions if inside(position)]
    assert set(seen) <= set(ink)
    places = [ink.index(position) for position in dict.fromkeys(seen)]
    assert places == sorted(places)


def test_ink_for_which_there_is_no_room_is_left_out_and_so_is_all_that_follows() -> None:
    trail = PenTrail((0.1, 0.1), most_points=2)
    assert trail.move((0.2, 0.1))
    assert not trail.is_dry
    assert not trail.move((0.3, 0.1))
    assert trail.is_dry
    assert not trail.move((0.4, 0.1))
    assert rows(trail) == [[(0.1, 0.1), (0.2, 0.1)]]


def test_the_last_stroke_there_is_room_for_ends_where_the_pen_leaves() -> None:
    trail = PenTrail((0.5, 0.5), most_strokes=1)
    assert trail.move((1.5, 0.5))
    assert not trail.move((1.5, 0.75))
    assert not trail.is_dry
    assert not trail.move((0.5, 0.75))
    assert trail.is_dry
    assert not trail.move((0.25, 0.75))
    assert rows(trail) == [[(0.5, 0.5), (1, 0.5)]]


@given(st.lists(points, min_size=1, max_size=12), st.integers(1, 3), st.integers(1, 8))
def test_where_room_ends_the_ink_is_the_beginning_of_what_it_would_be(
    positions: list[Point], most_strokes: int, most_points: int
) -> None:
    trail = PenTrail(positions[0], most_strokes, most_points)
    for position in positions[1:]:
        trail.move(position)
    mine, whole = rows(trail), rows(trail_of(*positions))
    assert len(mine) <= most_strokes
    assert sum(map(len, mine)) <= most_points
    assert all(ours == theirs[: len(ours)] for ours, theirs in zip(mine, whole, strict=False))
    assert mine[:-1] == whole[: len(mine[:-1])]
    assert trail.is_dry == (mine != whole)
