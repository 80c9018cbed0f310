"""Images that are shifted and scaled at random: as far as is said, each for itself, and the same for a seed."""

import numpy as np
import pytest

from digitpad.arrays import Images
from digitpad.data.mnist import load_dataset
from digitpad.handwriting.shifted_images import MOST_SCALING, MOST_SHIFT, ShiftedImages, shifted
from tests.conftest import GENEROUS_SECONDS
from tests.handwriting.pictures import drawn, extents, pictures

COUNT = 2000
SQUARE = (9, 18, 9, 18)
"""A box whose middle is the middle of the picture's pixels."""


@pytest.fixture(scope="module")
def moved() -> Images:
    """A square of ten pixels, often."""
    return shifted(drawn(SQUARE, copies=COUNT), np.random.default_rng(0))


def centres(images: Images) -> np.ndarray:
    """Return the ink's centre of mass, (n, 2), in px as (y, x)."""
    ink = pictures(images)
    places = np.arange(28)
    mass = ink.sum(axis=(1, 2))
    return np.stack([ink.sum(axis=2) @ places / mass, ink.sum(axis=1) @ places / mass], axis=1)


class TestHowFar:
    def test_up_to_three_pixels_in_every_direction(self, moved: Images) -> None:
        away = centres(moved) - 13.5
        # Scaled about 14, the square's middle moves by up to 15 % of half a pixel.
        limit = MOST_SHIFT + 0.5 * MOST_SCALING + 0.05
        assert abs(away).max() <= limit
        assert (away.max(axis=0) > 2.8).all()
        assert (away.min(axis=0) < -2.8).all()
        assert abs(away.mean(axis=0)).max() < 0.15
        assert abs(np.corrcoef(away.T)[0, 1]) < 0.1, "rows and columns apart"
        assert (away[:, 0] < 0).mean() == pytest.approx(0.5, abs=0.06)

    def test_up_to_fifteen_per_cent_larger_or_smaller(self, moved: Images) -> None:
        sides = np.sqrt(pictures(moved).sum(axis=(1, 2)) / 255)
        assert sides.min() == pytest.approx(8.5, abs=0.15)
        assert sides.max() == pytest.approx(11.5, abs=0.15)
        assert sides.mean() == pytest.approx(10, abs=0.1)

    def test_heights_and_widths_are_scaled_alike(self, moved: Images) -> None:
        heights, widths = extents(pictures(moved) > 127)
        assert abs(heights - widths).max() <= 1

    def test_what_comes_in_from_beyond_the_edge_is_paper(self) -> None:
        full = np.full((COUNT, 784), 255, np.uint8)
        ink = pictures(shifted(full, np.random.default_rng(1)))
        assert (ink[:, 10:18, 10:18] == 255).all()
        assert (ink[:, :, 0] == 0).mean() > 0.3


class TestEpochs:
    def epoch(self, seed: int, epoch: int, order: np.ndarray) -> Images:
        made = ShiftedImages(load_dataset().train_images[:300], seed)
        made.request(epoch, order)
        found = made.images(epoch, GENEROUS_SECONDS)
        made.release()
        assert found is not None
        return found

    def test_the_same_seed_and_epoch_are_the_same_bytes(self) -> None:
        order = np.random.default_rng(2).permutation(300)
        first = self.epoch(3, 1, order)
        assert (first.shape, first.dtype) == ((300, 784), np.uint8)
        np.testing.assert_array_equal(self.epoch(3, 1, order), first)

    @pytest.mark.parametrize(("seed", "epoch"), [(3, 2), (4, 1), (3, 0)])
    def test_another_seed_or_epoch_are_others(self, seed: int, epoch: int) -> None:
        order = np.arange(300)
        assert (self.epoch(3, 1, order) != self.epoch(seed, epoch, order)).any(axis=1).mean() > 0.99

    def test_each_image_has_a_place_of_its_own(self) -> None:
        found = self.epoch(3, 1, np.zeros(200, int))
        assert len({image.tobytes() for image in found}) == 200

    def test_they_come_in_the_order_asked_for_and_the_source_stays(self) -> None:
        before = load_dataset().train_images[:300].copy()
        order = np.array([7, 7, 250])
        found = centres(self.epoch(0, 0, order)) - centres(load_dataset().train_images[order])
        assert abs(found).max() <= MOST_SHIFT + 0.6, "they may lose some ink at the edge"
        np.testing.assert_array_equal(load_dataset().train_images[:300], before)


def test_a_digit_stays_what_it_is() -> None:
    images = load_dataset().train_images[:1000]
    found = shifted(images, np.random.default_rng(0))
    ink, before = (pictures(some).sum(axis=(1, 2)) for some in (found, images))
    assert (ink > 0.6 * before).all()
    assert (ink < 1.4 * before).all()
