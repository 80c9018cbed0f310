"""The order, the scale and the sheet of the units' pictures."""

import numpy as np
import pytest

from digitpad.arrays import PIXELS, SIDE
from digitpad.network.weight_pictures import (
    SHARE_SHOWN,
    descending,
    norms,
    reach,
    rounded_up,
    sampled,
    sheet,
    steady,
)


def test_the_largest_magnitude_comes_first_and_what_is_no_number_last() -> None:
    keys = np.array([0.5, -2.0, np.nan, 0.0, 2.0, np.inf], np.float32)
    assert descending(keys).tolist() == [5, 1, 4, 0, 3, 2]


def test_norms_are_the_lengths_of_columns() -> None:
    assert norms(np.array([[3, 0], [4, 2]], np.float32)).tolist() == [5, 2]


@pytest.mark.parametrize(
    ("number", "end"),
    [
        (0, 0),
        (1, 1),
        (1.01, 1.5),
        (0.068, 0.07),
        (0.0203, 0.03),
        (7.2, 10),
        (2e-9, 2e-9),
        (0.3, 0.3),
        (0.07, 0.07),
    ],
)
def test_a_scale_ends_at_a_number_of_few_digits(number: float, end: float) -> None:
    assert rounded_up(number) == pytest.approx(end)
    assert rounded_up(float(np.float32(number))) == pytest.approx(end)


def test_a_scale_grows_at_once_and_shrinks_late() -> None:
    assert steady(0, 0.4) == pytest.approx(0.4)
    assert steady(0.4, 0.41) == pytest.approx(0.5)
    assert steady(0.5, 0.3) == pytest.approx(0.5)
    assert steady(0.5, 0.2) == pytest.approx(0.2)
    assert steady(0.5, 0) == 0


def test_a_scale_reaches_nearly_all_weights_and_passes_over_what_has_overflowed() -> None:
    weights = np.random.default_rng(0).normal(0, 1, (PIXELS, 20)).astype(np.float32)
    assert np.mean(np.abs(weights) <= reach(weights)) == pytest.approx(SHARE_SHOWN, abs=1e-3)
    weights[:5] = np.inf
    weights[5] = np.nan
    assert np.isfinite(reach(weights))
    assert reach(np.full((3, 3), np.nan, np.float32)) == 0


@pytest.mark.parametrize("units", [1, 10, 300, 512, 1000, 2048])
def test_a_sample_is_taken_from_all_over_the_picture(units: int) -> None:
    places = np.repeat(np.arange(PIXELS, dtype=np.float32)[:, None], units, axis=1)
    found = sampled(places)[:, 0].astype(int)
    assert len(set(found % SIDE)) >= SIDE - 4
    assert len(set(found // SIDE)) >= SIDE - 4


def test_a_sheet_has_each_picture_in_its_place_and_zeros_between() -> None:
    pictures = np.arange(1, 3 * PIXELS + 1, dtype=np.float32).reshape(3, PIXELS).T
    whole = sheet(pictures, 2, (3, 5))
    assert whole.shape == (2 * (SIDE + 5), 2 * (SIDE + 3))
    for number in range(3):
        row, column = divmod(number, 2)
        top, left = row * (SIDE + 5), column * (SIDE + 3)
        found = whole[top : top + SIDE, left : left + SIDE]
        assert (found == pictures[:, number].reshape(SIDE, SIDE)).all()
    assert np.count_nonzero(whole) == 3 * PIXELS


def test_other_pictures_are_refused() -> None:
    with pytest.raises(ValueError, match="no pictures"):
        sheet(np.zeros((10, 3), np.float32), 2, (1, 1))
