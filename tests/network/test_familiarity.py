"""Whether a picture looks like the digit it is taken for."""

from pathlib import Path

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.document.reading import glyphs
from digitpad.drawing.samples import sample_digit
from digitpad.handwriting.eigendigits import FAMILIAR_SHARE, PENS, learn_familiarity
from digitpad.handwriting.sheet import pen_widths
from digitpad.network import familiarity
from digitpad.network.familiarity import COMPONENTS, Familiarity, load_familiarity, save_familiarity
from tests.sentences import refused

DIGITS = np.arange(10)


def with_the_canvass_pen(images: np.ndarray) -> np.ndarray:
    pens = pen_widths(images)
    return (pens >= PENS[0]) & (pens <= PENS[1])


@pytest.fixture(scope="module")
def learnt() -> Familiarity:
    mnist = load_dataset()
    images, labels = mnist.train_images, mnist.train_labels
    return learn_familiarity(images[:5000], labels[:5000], images[5000:15000], labels[5000:15000])


class TestShipped:
    def test_the_example_digits_are_familiar_as_themselves_alone(self) -> None:
        images = glyphs([sample_digit(digit) for digit in DIGITS])
        own = load_familiarity().strangeness(images, DIGITS)
        assert load_familiarity().is_familiar(images, DIGITS).all()
        for shift in range(1, 10):
            assert (load_familiarity().strangeness(images, (DIGITS + shift) % 10) > own).mean() > 0.8

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

    def test_components_are_orthonormal(self) -> None:
        for components in load_familiarity().components:
            np.testing.assert_allclose(components @ components.T, np.eye(COMPONENTS), atol=2e-3)


class TestLearning:
    def test_a_mean_image_is_not_strange_at_all(self, learnt: Familiarity) -> None:
        assert learnt.strangeness(learnt.means, DIGITS).max() < 1e-3

    def test_what_a_component_adds_is_made_up_and_what_is_left_over_is_measured(self, learnt: Familiarity) -> None:
        picture = learnt.means[3] + 2 * learnt.components[3, 0]
        assert learnt.strangeness(picture[None], np.array([3]))[0] < 1e-3
        corner = np.zeros(784, np.float32)
        corner[0] = 1  # no digit has ink there
        strange = learnt.strangeness((picture + 3 * corner)[None], np.array([3]))[0]
        assert strange == pytest.approx(3 / np.linalg.norm(picture + 3 * corner), abs=1e-2)

    def test_the_limit_leaves_the_share_it_says(self, learnt: Familiarity) -> None:
        mnist = load_dataset()
        images, labels = mnist.train_images[5000:15000], mnist.train_labels[5000:15000]
        alike = with_the_canvass_pen(images)
        found = learnt.is_familiar(images[alike].astype(np.float32) / 255, labels[alike])
        assert found.mean() == pytest.approx(FAMILIAR_SHARE, abs=0.005)

    def test_saved_and_loaded(self, learnt: Familiarity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "looks.npz"
        save_familiarity(path, learnt)
        monkeypatch.setattr(familiarity, "asset", lambda _: path)
        loaded = load_familiarity.__wrapped__()
        np.testing.assert_allclose(loaded.means, learnt.means, atol=1e-3)
        np.testing.assert_array_equal(loaded.limits, learnt.limits)
        path.write_bytes(path.read_bytes()[:1000])
        with refused(r"looks\.npz"):
            load_familiarity.__wrapped__()
