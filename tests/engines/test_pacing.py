"""How fast runs are shown: the fall to be watched, a steady pace, full speed."""

import math

import pytest

from digitpad.engines.pacing import (
    DOUBLING_SECONDS,
    FASTEST_SECONDS,
    FIRST_BATCHES,
    FULL,
    SPEEDS,
    WATCH,
    Pace,
    Way,
)


def seconds(pace: Pace, first: int, end: int) -> float:
    """Return how long the batches from ``first`` to before ``end`` take together."""
    return sum(pace.seconds_for(batch) for batch in range(first, end))


class TestWatching:
    def test_the_first_ten_batches_take_two_seconds_in_equal_steps(self) -> None:
        assert FIRST_BATCHES == 10
        assert seconds(WATCH, 0, 10) == pytest.approx(2.0)
        assert {WATCH.seconds_for(batch) for batch in range(10)} == {WATCH.seconds_for(0)}

    @pytest.mark.parametrize("first", [10, 20, 40, 80])
    def test_each_doubling_takes_as_long(self, first: int) -> None:
        assert DOUBLING_SECONDS == 0.6
        assert seconds(WATCH, first, 2 * first) == pytest.approx(0.6, rel=0.05)

    def test_it_only_becomes_faster_and_then_it_is_full_speed_for_good(self) -> None:
        each = [WATCH.seconds_for(batch) for batch in range(2345)]
        assert each == sorted(each, reverse=True)
        end = each.index(0.0)
        assert set(each[end:]) == {0.0}
        assert min(each[:end]) > FASTEST_SECONDS
        assert end == math.ceil(DOUBLING_SECONDS / (math.log(2) * FASTEST_SECONDS)) == 217

    def test_all_of_it_takes_less_than_five_seconds(self) -> None:
        assert 4 < seconds(WATCH, 0, 2345) < 5


class TestSteady:
    @pytest.mark.parametrize("speed", SPEEDS)
    def test_it_is_the_same_for_every_batch(self, speed: int) -> None:
        pace = Pace(Way.STEADY, speed)
        assert seconds(pace, 0, speed) == pytest.approx(1.0)
        assert pace.seconds_for(10**6) == pace.seconds_for(0)


def test_full_speed_waits_for_nothing() -> None:
    assert {FULL.seconds_for(batch) for batch in (0, 1, 10, 2344)} == {0.0}


class TestPlace:
    @pytest.mark.parametrize(("place", "speed"), list(enumerate(SPEEDS)))
    def test_of_a_steady_pace_it_is_that_of_its_speed(self, place: int, speed: int) -> None:
        for batch in (0, 500):
            assert Pace(Way.STEADY, speed).place(batch) == place

    def test_of_full_speed_it_is_at_the_end(self) -> None:
        assert FULL.place() == FULL.place(500) == len(SPEEDS)

    def test_of_the_watched_fall_it_goes_from_the_left_to_the_end(self) -> None:
        assert SPEEDS[WATCH.place(0)] == 5
        places = [WATCH.place(batch) for batch in range(300)]
        assert places == sorted(places)
        assert places[-1] == len(SPEEDS)
        assert sorted(set(places)) == [3, 5, 6, 7, 8, 9, 10, 11, 12]  # from 5 batches a second at once to 12


class TestFasterAndSlower:
    def test_they_go_through_all_speeds_one_by_one(self) -> None:
        pace, seen = Pace(Way.STEADY, SPEEDS[0]), []
        while pace != FULL:
            seen.append(pace.speed)
            pace = pace.faster()
        assert tuple(seen) == SPEEDS
        assert pace.faster() == FULL
        back = []
        while not back or back[-1] != SPEEDS[0]:
            pace = pace.slower()
            assert pace.way is Way.STEADY
            back.append(pace.speed)
        assert tuple(reversed(back)) == SPEEDS
        assert pace.slower() == pace

    def test_from_the_watched_fall_they_begin_at_its_speed_of_the_moment(self) -> None:
        assert WATCH.faster(0) == Pace(Way.STEADY, 8)
        assert WATCH.slower(0) == Pace(Way.STEADY, 3)
        assert WATCH.faster(1000) == FULL
        assert WATCH.slower(1000) == Pace(Way.STEADY, SPEEDS[-1])
