"""The ten example digits."""

import numpy as np
import pytest

from digitpad.drawing.samples import sample_digit


@pytest.mark.parametrize("digit", range(10))
def test_it_lies_well_inside_the_canvas(digit: int) -> None:
    left, top, right, bottom = sample_digit(digit).box()
    assert 0.1 < left < right < 0.9
    assert 0.1 < top < bottom < 0.9
    assert bottom - top > 0.4


@pytest.mark.parametrize("digit", range(10))
def test_its_strokes_are_dense_enough_for_round_curves(digit: int) -> None:
    for stroke in sample_digit(digit).strokes:
        assert len(stroke) > 4
        assert np.hypot(*np.diff(stroke, axis=0).T).max() < 0.15


def test_they_are_ten_different_drawings() -> None:
    assert len({sample_digit(digit) for digit in range(10)}) == 10


@pytest.mark.parametrize("digit", [-1, 10])
def test_there_are_no_others(digit: int) -> None:
    with pytest.raises(KeyError):
        sample_digit(digit)
