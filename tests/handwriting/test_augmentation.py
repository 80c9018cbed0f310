"""Distorted images: repeatable, as strong as they say, and still the same digits."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.handwriting.augmentation import GROUP, Augmentation, Distortion
from digitpad.runs.network_file import load_ready_network

NONE = Distortion(rotation=0, scale=0, narrowing=0, shear=0, midline=0, elastic=0)
GROUPS = 200
STEP = 9
"""Grey levels a pixel in the ramps: 27 × 9 is still a byte."""
ROWS, COLUMNS = np.mgrid[:28, :28]
INNER = np.s_[8:21]
"""Rows and columns so far inside that what is distorted comes from inside the picture."""


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    return load_dataset().train_images[:2000]


def sources(distortion: Distortion) -> tuple[np.ndarray, np.ndarray]:
    """Return for each group where the pixels come from, as y and x less 14, (groups, 13, 13).

    Between pixels a ramp is read exactly, so its grey levels are the coordinates they come from, to half a
    grey level, which is 1/18 px.
    """
    found = []
    for ramp in (ROWS, COLUMNS):
        whole = np.tile((ramp * STEP).astype(np.uint8).ravel(), (GROUPS * GROUP, 1))
        distorted = Augmentation(7, distortion).augment(whole, 0)[::GROUP].reshape(GROUPS, 28, 28)
        found.append(distorted[:, INNER, INNER] / STEP - 14)
    return found[0], found[1]


def matrices(distortion: Distortion) -> np.ndarray:
    """Return for each group the (2, 2) matrix that takes (y, x) to its source, by least squares."""
    points = np.stack([ROWS[INNER, INNER].ravel() - 14.0, COLUMNS[INNER, INNER].ravel() - 14.0])
    from_y, from_x = (found.reshape(GROUPS, -1) @ np.linalg.pinv(points) for found in sources(distortion))
    return np.stack([from_y, from_x], axis=1)


class TestRepeatability:
    def test_the_same_seed_and_epoch_are_the_same_bytes(self, images: np.ndarray) -> None:
        augmentation = Augmentation(3)
        first = augmentation.augment(images, 4)
        augmentation.augment(images, 5)
        np.testing.assert_array_equal(augmentation.augment(images, 4), first)
        np.testing.assert_array_equal(Augmentation(3).augment(images, 4), first)

    @pytest.mark.parametrize(("seed", "epoch"), [(3, 5), (4, 4), (4, 3)])
    def test_another_seed_or_epoch_are_others(self, images: np.ndarray, seed: int, epoch: int) -> None:
        first = Augmentation(3).augment(images, 4)
        other = Augmentation(seed).augment(images, epoch)
        assert (first != other).any(axis=1).mean() > 0.99

    def test_a_group_depends_on_none_after_it(self, images: np.ndarray) -> None:
        whole = Augmentation(3).augment(images, 4)
        for count in (0, 1, GROUP, GROUP + 1, 5 * GROUP - 1):
            np.testing.assert_array_equal(Augmentation(3).augment(images[:count], 4), whole[:count])

    def test_shape_and_type_are_kept_and_the_images_too(self, images: np.ndarray) -> None:
        before = images[:50].copy()
        distorted = Augmentation(3).augment(images[:50], 4)
        assert (distorted.shape, distorted.dtype) == ((50, 784), np.uint8)
        np.testing.assert_array_equal(images[:50], before)


@pytest.mark.parametrize(
    "wrong",
    [
        np.zeros((3, 784), np.float32),
        np.zeros((3, 28, 28), np.uint8),
        np.zeros(784, np.uint8),
        np.zeros((3, 783), np.uint8),
        np.zeros((3, 784), np.int8),
    ],
    ids=lambda array: f"{array.dtype}{array.shape}",
)
def test_other_arrays_are_refused(wrong: np.ndarray) -> None:
    with pytest.raises(ValueError, match=r"images must be uint8 \(n, 784\)"):
        Augmentation(3).augment(wrong, 0)


class TestGroups:
    def test_neighbours_share_a_distortion_and_groups_do_not(self, images: np.ndarray) -> None:
        same = np.repeat(images[:1], 3 * GROUP + 5, axis=0)
        distorted = Augmentation(3).augment(same, 0)
        groups = [distorted[start : start + GROUP] for start in range(0, len(same), GROUP)]
        assert [len(group) for group in groups] == [GROUP, GROUP, GROUP, 5]
        for group in groups:
            np.testing.assert_array_equal(group, np.repeat(group[:1], len(group), axis=0))
        assert len({group[0].tobytes() for group in groups}) == 4

    def test_each_image_is_distorted_by_itself(self, images: np.ndarray) -> None:
        one = Augmentation(3).augment(images[:GROUP], 0)
        lonely = np.zeros((GROUP, 784), np.uint8)
        lonely[9] = images[9]
        alone = Augmentation(3).augment(lonely, 0)
        np.testing.assert_array_equal(alone[9], one[9])
        assert not np.delete(alone, 9, axis=0).any()


class TestStrength:
    def test_none_leaves_the_images_as_they_are(self, images: np.ndarray) -> None:
        distorted = Augmentation(3, NONE).augment(images, 0)
        assert np.abs(distorted.astype(int) - images).max() <= 1

    def test_rotation(self) -> None:
        found = matrices(replace(NONE, rotation=6))
        np.testing.assert_allclose(found @ found.transpose(0, 2, 1), np.tile(np.eye(2), (GROUPS, 1, 1)), atol=0.02)
        assert np.linalg.det(found).min() > 0.9
        degrees = np.rad2deg(np.arctan2(found[:, 1, 0], found[:, 1, 1]))
        assert 5 < degrees.std() < 7
        assert abs(degrees.mean()) < 1.5
        assert np.abs(degrees).max() < 3 * 6 + 0.5

    def test_scale(self) -> None:
        found = matrices(replace(NONE, scale=0.075))
        np.testing.assert_allclose(found[:, [0, 1], [1, 0]], 0, atol=0.01)
        tall, wide = np.log(found[:, 0, 0]), np.log(found[:, 1, 1])
        for logarithm in (tall, wide):
            assert 0.06 < logarithm.std() < 0.09
            assert abs(logarithm.mean()) < 0.02
        assert abs(np.corrcoef(tall, wide)[0, 1]) < 0.25

    def test_narrowing_squeezes_half_of_the_groups_in_x(self) -> None:
        found = matrices(replace(NONE, narrowing=0.3))
        np.testing.assert_allclose(found[:, 0], np.tile([1, 0], (GROUPS, 1)), atol=0.01)
        wide = np.log(found[:, 1, 1])
        assert wide.min() > -0.01
        assert 0.25 < wide.max() < 0.31
        assert 0.4 < (wide < 0.005).mean() < 0.6

    def test_shear_slants_and_keeps_the_height(self) -> None:
        found = matrices(replace(NONE, shear=0.125))
        np.testing.assert_allclose(found[:, 0], np.tile([1, 0], (GROUPS, 1)), atol=0.01)
        np.testing.assert_allclose(found[:, 1, 1], 1, atol=0.01)
        assert 0.1 < found[:, 1, 0].std() < 0.15

    def test_the_middle_is_where_affine_distortions_turn_about(self, images: np.ndarray) -> None:
        affine = Distortion(midline=0, elastic=0)
        distorted = Augmentation(3, affine).augment(images, 0)
        middle = 14 * 28 + 14
        assert np.abs(distorted[:, middle].astype(int) - images[:, middle]).max() <= 1

    def test_the_midline_moves_and_the_ends_stay(self) -> None:
        y, x = sources(replace(NONE, midline=1.5))
        np.testing.assert_allclose(x, np.broadcast_to(COLUMNS[INNER, INNER] - 14, x.shape), atol=1 / 18)
        shifts = y - (ROWS[INNER, INNER] - 14)
        assert shifts[:, 14 - 8].std() == pytest.approx(1.5, abs=0.25)
        # Less far from the middle, by the square: at 4 px it is 1 - 4²/10².
        np.testing.assert_allclose(shifts[:, 14 - 8 + 4], 0.84 * shifts[:, 14 - 8], atol=0.13)

    def test_elastic_moves_neighbours_alike_and_distant_pixels_not(self) -> None:
        y, x = sources(replace(NONE, elastic=0.7))
        shifts = np.stack([y - (ROWS[INNER, INNER] - 14), x - (COLUMNS[INNER, INNER] - 14)])
        assert 0.6 < shifts.std() < 0.8
        assert abs(np.corrcoef(shifts[0].ravel(), shifts[1].ravel())[0, 1]) < 0.1
        # Noise smoothed by a Gaussian of 4 px correlates by exp(-d²/4·4²) over d px.
        for distance in (1, 4, 12):
            near, far = shifts[:, :, :, 0].ravel(), shifts[:, :, :, distance].ravel()
            assert np.corrcoef(near, far)[0, 1] == pytest.approx(np.exp(-(distance**2) / 64), abs=0.08)


class TestOnMnist:
    def test_ink_is_neither_lost_nor_invented(self, images: np.ndarray) -> None:
        before, after = (
            images.sum(axis=1, dtype=float),
            Augmentation(3).augment(images, 0).sum(axis=1, dtype=float),
        )
        assert 0.9 < after.sum() / before.sum() < 1.02
        share = after / before
        assert share.min() > 0.45
        assert share.max() < 2.2
        assert ((share > 0.6) & (share < 1.5)).mean() > 0.97

    def test_the_digits_stay_legible(self) -> None:
        mnist = load_dataset()
        distorted = Augmentation(3).augment(mnist.test_images[:2000], 0)
        answers = load_ready_network().snapshot.probabilities(distorted.astype(np.float32) / 255).argmax(axis=1)
        assert (answers == mnist.test_labels[:2000]).mean() > 0.94
