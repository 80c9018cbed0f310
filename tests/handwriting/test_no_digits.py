"""Pictures that are no digit."""

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.handwriting import no_digits
from digitpad.handwriting.no_digits import DRAWERS, SHARES, draw_no_digits


def test_as_many_as_asked_and_the_same_for_the_same_seed() -> None:
    mnist = load_dataset()
    drawn = draw_no_digits(mnist.test_images, mnist.test_labels, 60, seed=3)
    assert drawn.shape == (60, 784)
    assert drawn.dtype == np.uint8
    np.testing.assert_array_equal(drawn, draw_no_digits(mnist.test_images, mnist.test_labels, 60, seed=3))
    assert (drawn != draw_no_digits(mnist.test_images, mnist.test_labels, 60, seed=4)).any()


def test_the_shares_are_of_all() -> None:
    assert sum(SHARES) == pytest.approx(1)
    assert len(SHARES) == len(DRAWERS)


@pytest.mark.parametrize("draw", [draw for draw in DRAWERS if draw is not no_digits.blots])
def test_each_is_prepared_as_mnist_is(draw) -> None:
    mnist = load_dataset()
    drawn = draw(mnist.test_images, mnist.test_labels, 70, np.random.default_rng(0)).reshape(-1, 28, 28)
    assert drawn.shape == (70, 28, 28)
    assert (drawn.max(axis=(1, 2)) == 255).all()
    longer = np.maximum((drawn > 0).any(axis=2).sum(axis=1), (drawn > 0).any(axis=1).sum(axis=1))
    # What is cut, or drawn twice in one place, may be small, or too faint at its ends.
    assert (longer <= 21).all()
    assert np.median(longer) == 20


def test_a_digit_that_stays_one_is_not_turned() -> None:
    mnist = load_dataset()
    eights = mnist.test_labels == 8
    images = np.concatenate([mnist.test_images[eights], mnist.test_images[mnist.test_labels == 7][:1]])
    labels = np.append(mnist.test_labels[eights], 7)
    left = len(images) - 1
    turned = no_digits.turned(images[left - 50 :], labels[left - 50 :], 200, np.random.default_rng(0))
    ways = {picture.tobytes() for picture in turned}
    assert 1 < len(ways) <= 5  # all are of the seven
