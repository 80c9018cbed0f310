"""Pictures with labels: what they are made of, and nothing else."""

import numpy as np
import pytest

from digitpad.arrays import PIXELS
from digitpad.data.pictures import Pictures


def test_without_any_there_are_none() -> None:
    pictures = Pictures()
    assert len(pictures) == 0
    assert pictures.images.shape == (0, PIXELS)


def test_some_of_them() -> None:
    images = np.arange(5 * PIXELS, dtype=np.uint8).reshape(5, PIXELS)
    pictures = Pictures(images, np.array([7, 1, 0, 9, 7], np.uint8))
    some = pictures.at(np.array([3, 0]))
    assert some.labels.tolist() == [9, 7]
    np.testing.assert_array_equal(some.images, images[[3, 0]])
    assert len(pictures.at(np.zeros(0, np.int64))) == 0


@pytest.mark.parametrize(
    ("images", "labels"),
    [
        (np.zeros((2, PIXELS), np.uint8), np.zeros(3, np.uint8)),
        (np.zeros((2, 28, 28), np.uint8), np.zeros(2, np.uint8)),
        (np.zeros((2, PIXELS), np.float32), np.zeros(2, np.uint8)),
        (np.zeros((2, PIXELS), np.uint8), np.zeros(2, np.int64)),
        (np.zeros((2, PIXELS), np.uint8), np.array([3, 10], np.uint8)),
        (np.zeros((2, PIXELS), np.uint8), np.zeros((2, 1), np.uint8)),
    ],
    ids=["another number", "another shape", "floats", "wide labels", "no digit", "labels in columns"],
)
def test_arrays_of_another_kind_are_refused(images: np.ndarray, labels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="pictures"):
        Pictures(images, labels)
