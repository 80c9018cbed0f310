"""An array that grows at its end."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.arrays import GrowingArray


@given(
    pieces=st.lists(st.lists(st.floats(-1e6, 1e6, width=32), max_size=7), max_size=20),
    room=st.integers(0, 10),
)
def test_it_is_the_pieces_one_after_the_other(pieces: list[list[float]], room: int) -> None:
    array = GrowingArray(np.float32, room=room)
    for piece in pieces:
        array.extend(piece)
    expected = [value for piece in pieces for value in piece]
    assert len(array) == len(expected)
    assert array.view.tolist() == expected
    assert array.view.dtype == np.float32


def test_rows_keep_their_shape() -> None:
    array = GrowingArray(np.int64, (2,), room=1)
    assert array.view.shape == (0, 2)
    array.extend([[1, 2]])
    array.extend([[3, 4], [5, 6]])
    assert array.view.tolist() == [[1, 2], [3, 4], [5, 6]]


def test_a_view_that_somebody_holds_does_not_change_when_it_grows() -> None:
    array = GrowingArray(np.int64, room=2)
    array.extend([1, 2])
    held = array.view
    array.extend(np.arange(100))
    assert held.tolist() == [1, 2]


def test_what_is_there_is_seen_without_a_copy() -> None:
    array = GrowingArray(np.float64)
    array.extend([1.0, 2.0])
    assert np.shares_memory(array.view, array.view)


def test_rows_of_another_shape_are_refused_and_leave_it_as_it_was() -> None:
    array = GrowingArray(np.float32, (3,))
    array.extend([[1, 2, 3]])
    with pytest.raises(ValueError):
        array.extend([[1, 2]])
    assert array.view.tolist() == [[1, 2, 3]]
