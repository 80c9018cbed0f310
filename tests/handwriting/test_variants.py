"""Digits as they are written outside America: drawn over 0, 1, 4, 7 and 9, and over no others."""

import numpy as np
import pytest

from digitpad.handwriting.variants import BLOCK, VARIANTS, draw_variants
from tests.handwriting.pictures import drawn, extents, pictures

VARIED = [0, 1, 4, 7, 9]
OTHERS = [2, 3, 5, 6, 8]
BRIGHT = 128


@pytest.fixture(scope="module")
def variants(images: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return draw_variants(images, labels, 0)


def centres(images: np.ndarray) -> np.ndarray:
    """Return (2, n): the centres of mass, rows and columns, as pixel indices."""
    found = pictures(images)
    mass = found.sum(axis=(1, 2))
    return np.stack([found.sum(axis=2) @ np.arange(28), found.sum(axis=1) @ np.arange(28)]) / mass


class TestWhichChange:
    def test_there_are_variants_of_five_digits(self) -> None:
        assert sorted(VARIANTS) == VARIED

    def test_every_one_of_them_is_changed_and_no_other(
        self, images: np.ndarray, labels: np.ndarray, variants: np.ndarray
    ) -> None:
        changed = (variants != images).sum(axis=1)
        assert changed[np.isin(labels, VARIED)].min() >= 8  # the least: a short end of a bar
        np.testing.assert_array_equal(variants[np.isin(labels, OTHERS)], images[np.isin(labels, OTHERS)])

    def test_what_came_in_stays(self, images: np.ndarray, labels: np.ndarray) -> None:
        before = images[:50].copy()
        draw_variants(images[:50], labels[:50], 0)
        np.testing.assert_array_equal(images[:50], before)

    def test_shape_and_type(self, variants: np.ndarray) -> None:
        assert (variants.shape, variants.dtype) == ((3000, 784), np.uint8)

    def test_none_and_one(self, images: np.ndarray, labels: np.ndarray) -> None:
        assert draw_variants(images[:0], labels[:0], 0).shape == (0, 784)
        assert draw_variants(images[:1], labels[:1], 0).shape == (1, 784)


class TestRepeatability:
    def test_the_same_seed_is_the_same_bytes(
        self, images: np.ndarray, labels: np.ndarray, variants: np.ndarray
    ) -> None:
        np.testing.assert_array_equal(draw_variants(images, labels, 0), variants)

    def test_another_seed_varies_them_otherwise(
        self, images: np.ndarray, labels: np.ndarray, variants: np.ndarray
    ) -> None:
        other = draw_variants(images, labels, 1)
        assert (other != variants).any(axis=1)[np.isin(labels, VARIED)].mean() > 0.99

    def test_one_digit_is_varied_in_many_ways_across_blocks_too(self) -> None:
        same = drawn((4, 23, 12, 14), copies=BLOCK + 30)
        found = draw_variants(same, np.ones(len(same), np.uint8), 0)
        assert len(np.unique(found, axis=0)) > 0.95 * len(same)

    def test_the_digits_around_do_not_matter(
        self, images: np.ndarray, labels: np.ndarray, variants: np.ndarray
    ) -> None:
        sevens = labels == 7
        np.testing.assert_array_equal(draw_variants(images[sevens], labels[sevens], 0), variants[sevens])


class TestWrongInput:
    @pytest.mark.parametrize(
        "wrong",
        [
            np.zeros((3, 784), np.float32),
            np.zeros((3, 28, 28), np.uint8),
            np.zeros((3, 783), np.uint8),
            np.zeros(784, np.uint8),
        ],
        ids=lambda array: f"{array.dtype}{array.shape}",
    )
    def test_images(self, wrong: np.ndarray) -> None:
        with pytest.raises(ValueError, match=r"images must be uint8 \(n, 784\)"):
            draw_variants(wrong, np.zeros(len(wrong), np.uint8), 0)

    @pytest.mark.parametrize("wrong", [np.zeros(2, np.uint8), np.zeros(4, np.uint8), np.zeros((3, 1), np.uint8)])
    def test_labels(self, wrong: np.ndarray) -> None:
        with pytest.raises(ValueError, match="3 images need as many labels"):
            draw_variants(np.zeros((3, 784), np.uint8), wrong, 0)


class TestMadeLikeMnist:
    def test_size_centre_and_brightness(self, labels: np.ndarray, variants: np.ndarray) -> None:
        varied = variants[np.isin(labels, VARIED)]
        sides = np.maximum(*extents(pictures(varied) > 0))
        assert sides.max() <= 20
        assert (sides == 20).mean() > 0.98
        assert sides.min() >= 18
        away = np.abs(centres(varied) - 14)
        # Half a pixel, as only whole pixels are shifted; more only where the picture's edge is in the way.
        assert (away < 0.55).mean() > 0.99
        assert away.max() < 1
        assert (varied.max(axis=1) == 255).all()

    def test_the_ink_stays_that_of_one_pen(
        self, images: np.ndarray, labels: np.ndarray, variants: np.ndarray
    ) -> None:
        varied = np.isin(labels, VARIED)
        share = variants[varied].sum(axis=1, dtype=float) / images[varied].sum(axis=1, dtype=float)
        assert 0.95 < share.mean() < 1.25
        assert share.min() > 0.4
        assert share.max() < 3


class TestWhatIsDrawn:
    def test_a_zero_is_crossed(self) -> None:
        ring = drawn((4, 6, 7, 20), (21, 23, 7, 20), (4, 23, 7, 9), (4, 23, 18, 20), copies=200)
        found = pictures(draw_variants(ring, np.zeros(200, np.uint8), 0))
        assert not ring.reshape(-1, 28, 28)[:, 10:18, 11:17].any()
        assert (found[:, 10:18, 11:17].max(axis=(1, 2)) > BRIGHT).all()
        upper, lower = found[:, :7], found[:, 21:]
        assert upper[:, :, 17:].sum() > 1.1 * upper[:, :, :11].sum()
        assert lower[:, :, :11].sum() > 1.1 * lower[:, :, 17:].sum()

    def test_a_one_gets_a_flag_to_its_left_or_a_foot(self) -> None:
        found = pictures(draw_variants(drawn((4, 23, 12, 14), copies=400), np.ones(400, np.uint8), 0)) > BRIGHT
        _, widths = extents(found)
        assert widths.min() > 3  # the one's own
        assert widths.mean() > 8
        # Nine of ten ones have a flag, to the left; four of ten a foot, which alone reaches to the right.
        reaches_right = [
            np.flatnonzero(picture[-8:].any(axis=0))[-1] - np.flatnonzero(picture[6:14].any(axis=0))[-1] > 1
            for picture in (picture[picture.any(axis=1)] for picture in found)
        ]
        assert 0.3 < np.mean(reaches_right) < 0.5

    def test_a_four_runs_on_to_the_right_of_its_stem(self) -> None:
        four = drawn((4, 16, 6, 8), (14, 16, 6, 20), (4, 23, 16, 18), copies=100)
        found = pictures(draw_variants(four, np.full(100, 4, np.uint8), 0)) > BRIGHT
        right_of_stem = [
            np.flatnonzero(rows.any(axis=0))[-1] - np.flatnonzero(rows[-3:].any(axis=0))[-1]
            for rows in (picture[picture.any(axis=1)] for picture in found)
        ]
        assert np.mean(right_of_stem) > 3
        assert len(set(right_of_stem)) > 3

    def test_a_seven_gets_a_bar_or_a_serif(self) -> None:
        seven = drawn((4, 6, 6, 18), (4, 23, 16, 18), copies=400)
        found = pictures(draw_variants(seven, np.full(400, 7, np.uint8), 0)) > BRIGHT
        barred, serifed = [], []
        for picture in found:
            ink = picture[picture.any(axis=1)]
            stem = np.flatnonzero(ink[-3:].any(axis=0))
            barred.append(ink[6:, stem[-1] + 2 :].any())
            serifed.append(ink[4:, : stem[0] - 2].any())
        # Seven of ten have a bar; those without one have a serif, if often a short one.
        assert 0.6 < np.mean(barred) < 0.8
        assert np.mean([serif for serif, bar in zip(serifed, barred, strict=True) if not bar]) > 0.5

    def test_a_nine_bends_its_tail_to_the_left(self) -> None:
        nine = drawn((4, 12, 9, 18), (4, 23, 16, 18), copies=100)
        before = pictures(nine) > BRIGHT
        found = pictures(draw_variants(nine, np.full(100, 9, np.uint8), 0)) > BRIGHT
        assert not before[:, 17:, :16].any()
        lowest = found[:, 17:].sum(axis=2).max(axis=1)
        assert (lowest > 4).mean() > 0.9
