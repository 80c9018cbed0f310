"""Whether a picture looks like the digit it is taken for."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf

from digitpad.data.mnist import load_dataset
from digitpad.document.reading import glyphs
from digitpad.drawing.samples import sample_digit
from digitpad.handwriting.digit_detectors import FAMILIAR_SHARE, PENS, learn_familiarity
from digitpad.handwriting.no_digits import draw_no_digits
from digitpad.handwriting.sheet import pen_widths
from digitpad.network import familiarity
from digitpad.network.familiarity import Familiarity, load_familiarity, save_familiarity
from tests.sentences import refused

DIGITS = np.arange(10)
PASSES = 5
"""Enough to learn most of a few pictures."""


def with_the_canvass_pen(images: np.ndarray) -> np.ndarray:
    pens = pen_widths(images)
    return (pens >= PENS[0]) & (pens <= PENS[1])


def learnt_from(count: int) -> Familiarity:
    """Return what is learnt from MNIST's first images, with limits by twice as many others."""
    mnist = load_dataset()
    images, labels = mnist.train_images, mnist.train_labels
    none = draw_no_digits(images[:count], labels[:count], count // 2, seed=0)
    digits = [(images[:count], labels[:count])]
    return learn_familiarity(
        digits, none, images[5000 : 5000 + 2 * count], labels[5000 : 5000 + 2 * count], PASSES
    )


@pytest.fixture(scope="module")
def learnt() -> Familiarity:
    return learnt_from(5000)


class TestShipped:
    def test_the_example_digits_are_familiar_as_themselves_alone(self) -> None:
        images = glyphs([sample_digit(digit) for digit in DIGITS])
        assert load_familiarity().is_familiar(images, DIGITS).all()
        for shift in range(1, 10):
            assert not load_familiarity().is_familiar(images, (DIGITS + shift) % 10).any()

    def test_most_of_mnist_with_such_a_pen_is(self) -> None:
        mnist = load_dataset()
        alike = with_the_canvass_pen(mnist.test_images)
        images, labels = mnist.test_images[alike].astype(np.float32) / 255, mnist.test_labels[alike]
        assert load_familiarity().is_familiar(images, labels).mean() > 0.9

    def test_noise_a_cross_and_blank_paper_are_not(self) -> None:
        noise = np.random.default_rng(0).random((1, 784)).astype(np.float32)
        cross = np.zeros((28, 28), np.float32)
        cross[13:15, 4:24] = cross[4:24, 13:15] = 1
        for picture in (noise, cross.reshape(1, 784), np.zeros((1, 784), np.float32)):
            found = load_familiarity().is_familiar(np.repeat(picture, 10, axis=0), DIGITS)
            assert not found.any()

    def test_what_is_no_digit_seldom_is(self) -> None:
        mnist = load_dataset()
        none = draw_no_digits(mnist.test_images, mnist.test_labels, 500, seed=1).astype(np.float32) / 255
        familiar = [load_familiarity().is_familiar(none, np.full(len(none), digit)) for digit in DIGITS]
        assert np.any(familiar, axis=0).mean() < 0.15


class TestLearning:
    def test_strangeness_is_what_the_detector_leaves_of_1(self) -> None:
        rng = np.random.default_rng(0)
        shapes = ((784, 256), (256,), (256, 10), (10,))
        weights = [rng.normal(0, 0.05, shape).astype(np.float32) for shape in shapes]
        images, digits = rng.random((20, 784), np.float32), rng.integers(10, size=20)
        network = tf.keras.Sequential(
            [tf.keras.Input((784,)), tf.keras.layers.Dense(256, "relu"), tf.keras.layers.Dense(10, "sigmoid")]
        )
        network.set_weights(weights)
        said = network(images).numpy()[np.arange(20), digits]
        found = Familiarity(*weights, np.ones(10, np.float32)).strangeness(images, digits)
        np.testing.assert_allclose(found, 1 - said, atol=1e-5)

    def test_a_detector_that_is_altogether_sure_does_not_overflow(self) -> None:
        shapes = ((784, 256), (256,), (256, 10), (10,))
        loud = Familiarity(*(np.full(shape, 1, np.float32) for shape in shapes), np.ones(10, np.float32))
        assert loud.strangeness(np.ones((1, 784), np.float32), np.array([3]))[0] < 1e-30

    def test_each_detector_says_yes_to_its_digit_and_no_to_others_and_to_none(self, learnt: Familiarity) -> None:
        mnist = load_dataset()
        images, labels = mnist.test_images[:2000].astype(np.float32) / 255, mnist.test_labels[:2000]
        assert (learnt.strangeness(images, labels) < 0.5).mean() > 0.7
        assert (learnt.strangeness(images, (labels + 1) % 10) > 0.5).mean() > 0.98
        none = draw_no_digits(mnist.test_images, mnist.test_labels, 500, seed=1).astype(np.float32) / 255
        assert (learnt.strangeness(none, np.zeros(len(none), np.uint8)) > 0.5).mean() > 0.9

    def test_the_limit_leaves_the_share_it_says(self, learnt: Familiarity) -> None:
        mnist = load_dataset()
        images, labels = mnist.train_images[5000:15000], mnist.train_labels[5000:15000]
        alike = with_the_canvass_pen(images)
        found = learnt.is_familiar(images[alike].astype(np.float32) / 255, labels[alike])
        assert found.mean() == pytest.approx(FAMILIAR_SHARE, abs=0.005)

    def test_the_same_pictures_teach_the_same(self) -> None:
        once, again = learnt_from(400), learnt_from(400)
        np.testing.assert_array_equal(again.hidden, once.hidden)
        np.testing.assert_array_equal(again.limits, once.limits)

    def test_saved_and_loaded(self, learnt: Familiarity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "looks.npz"
        save_familiarity(path, learnt)
        monkeypatch.setattr(familiarity, "asset", lambda _: path)
        loaded = load_familiarity.__wrapped__()
        np.testing.assert_allclose(loaded.hidden, learnt.hidden, atol=1e-3)
        np.testing.assert_array_equal(loaded.limits, learnt.limits)
        path.write_bytes(path.read_bytes()[:1000])
        with refused(r"looks\.npz"):
            load_familiarity.__wrapped__()

    def test_what_is_no_number_is_refused(
        self, learnt: Familiarity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "looks.npz"
        save_familiarity(path, replace(learnt, out_bias=np.full(10, np.nan, np.float32)))
        monkeypatch.setattr(familiarity, "asset", lambda _: path)
        with refused(r"looks\.npz"):
            load_familiarity.__wrapped__()
