"""Where the parts of a network's picture are: nothing overlaps, nothing is beyond the edges, in whatever room."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.network.picture_layout import height_share, laid_out

EM = 15.0
"""So that texts are 6 apart, and columns at most 120."""

LENGTHS = st.floats(8, 120)


@given(
    st.integers(1, 5).flatmap(
        lambda n: st.tuples(*[st.lists(LENGTHS, min_size=k, max_size=k) for k in (n + 1, n)])
    ),
    st.floats(200, 1500),
)
def test_texts_never_overlap(texts: tuple[list[float], list[float]], width: float) -> None:
    labels, captions = texts
    found = laid_out(labels, captions, width, EM)
    rows = [list(zip(found.columns, labels, strict=True))]
    placed = list(zip(found.arrows, captions, strict=True))
    rows += [placed[::2], placed[1::2]] if found.is_staggered else [placed]
    for row in rows:
        for (left, one), (right, other) in pairwise(row):
            assert left + found.scale * one / 2 < right - found.scale * other / 2
        for middle, length in row:
            assert middle - found.scale * length / 2 >= -1e-6
            assert middle + found.scale * length / 2 <= width + 1e-6


def test_where_there_is_room_columns_stand_apart_in_the_middle_and_captions_side_by_side() -> None:
    found = laid_out([30, 30, 50], [60, 50], 500, EM)
    assert found.columns == (130, 250, 370)
    assert found.arrows == (190, 310)
    assert (found.scale, found.is_staggered) == (1, False)


def test_where_there_is_little_captions_are_staggered_and_where_there_is_less_letters_shrink() -> None:
    labels, captions = [30.0] * 4, [80.0] * 3
    assert not laid_out(labels, captions, 300, EM).is_staggered
    tight = laid_out(labels, captions, 220, EM)
    assert (tight.is_staggered, tight.scale) == (True, 1)
    small = laid_out(labels, captions, 120, EM)
    assert small.is_staggered
    assert 0.5 < small.scale < 1


def test_whose_column_is_nearest() -> None:
    found = laid_out([30, 30, 50], [60, 50], 500, EM)
    assert [found.column_at(x, found.axis) for x in (71, 189, 191, 429)] == [0, 0, 1, 2]
    assert [found.column_at(x, found.axis) for x in (69, 431)] == [None, None]
    assert [found.column_at(130, y) for y in (0, found.labels_bottom + 1)] == [None, None]


@pytest.mark.parametrize(("units", "share"), [(2048, 1.0), (1, 1 / 11), (31, 5 / 11), (1023, 10 / 11)])
def test_a_column_is_higher_by_the_same_each_time_its_units_double(units: int, share: float) -> None:
    assert height_share(units) == pytest.approx(share, abs=1e-3)
