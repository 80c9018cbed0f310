"""A small push: it turns the answer, with whole greys, and by as little as it says."""

import numpy as np
import pytest

from digitpad.arrays import PIXELS
from digitpad.data.mnist import load_dataset
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.push import BOUNDS, LEAST_LEAD, find_push
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.network_file import load_ready_network

RELU, TANH, SIGMOID, NONE = Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.NONE


def network(*activations: Activation) -> Snapshot:
    """Return a network of small layers with these activations, which does not answer alike to all."""
    generator = np.random.default_rng(0)
    architecture = Architecture(tuple(HiddenLayer(24, kind) for kind in activations))
    weights = [generator.normal(0, 2 / np.sqrt(shape[0]), shape) for shape in architecture.shapes]
    return Snapshot(frozen(weights), 0, architecture)


@pytest.fixture(scope="module")
def image() -> np.ndarray:
    return (load_dataset().test_images[0] / np.float32(255)).astype(np.float32)


def greys(picture: np.ndarray) -> np.ndarray:
    """Return a picture as it is kept in bytes."""
    return np.rint(picture * 255).astype(np.uint8)


@pytest.mark.parametrize("kinds", [(), (RELU,), (TANH,), (SIGMOID,), (NONE,), (RELU, TANH), (RELU,) * 4])
def test_the_picture_in_bytes_is_answered_otherwise(kinds: tuple[Activation, ...], image: np.ndarray) -> None:
    snapshot = network(*kinds)
    push = find_push(snapshot, image)
    assert push is not None
    kept = greys(push.pushed)
    np.testing.assert_array_equal(push.pushed, kept / np.float32(255))
    before, after = snapshot.probabilities(image), snapshot.probabilities(kept / np.float32(255))
    assert after.argmax() != before.argmax()
    np.testing.assert_allclose(push.before, before, atol=1e-6)
    np.testing.assert_allclose(push.after, after, atol=1e-6)
    change = np.abs(kept.astype(int) - greys(image).astype(int))
    assert 1 <= push.largest == change.max() <= 96


def faint_network() -> Snapshot:
    """Return a network without hidden layers that must be pushed far: its biases say more than the pixels."""
    generator = np.random.default_rng(4)
    weights = generator.normal(0, 0.02, (PIXELS, 10))
    return Snapshot(frozen([weights, generator.normal(0, 1.5, 10)]), 0, Architecture(()))


def pictures() -> list[np.ndarray]:
    return [(picture / np.float32(255)).astype(np.float32) for picture in load_dataset().test_images[:6]]


@pytest.mark.parametrize("snapshot", [network(), faint_network()], ids=["strong", "faint"])
def test_without_hidden_layers_no_smaller_one_would_do(snapshot: Snapshot) -> None:
    """There the best change of a bound is known: each pixel moves by all of it, towards the other digit."""
    weights, bias = (array.astype(np.float64) for array in snapshot.weights)
    for image in pictures():
        start = greys(image).astype(np.float64)
        answer = int((start / 255 @ weights + bias).argmax())

        def turns(bound: int, digit: int, start: np.ndarray = start, answer: int = answer) -> bool:
            pushed = np.clip(start + bound * np.sign(weights[:, digit] - weights[:, answer]), 0, 255)
            logits = pushed / 255 @ weights + bias
            return bool(logits[digit] > np.delete(logits, digit).max() + LEAST_LEAD)

        others = [digit for digit in range(10) if digit != answer]
        smallest = next(bound for bound in range(1, 97) if any(turns(bound, digit) for digit in others))
        push = find_push(snapshot, image)
        assert push is not None
        assert push.largest == smallest


def test_some_of_these_lie_between_two_bounds_that_are_tried() -> None:
    pushes = [find_push(faint_network(), image) for image in pictures()]
    assert {push.largest for push in pushes if push is not None} - set(BOUNDS)


def test_the_ready_made_network_is_fooled_by_what_a_person_hardly_sees(image: np.ndarray) -> None:
    push = find_push(load_ready_network().snapshot, image)
    assert push is not None
    assert push.before.argmax() == 7
    assert push.after.argmax() != 7
    assert push.largest <= 40


@pytest.mark.parametrize("target", [0, 8])
def test_it_becomes_the_digit_that_is_asked_for(target: int, image: np.ndarray) -> None:
    push = find_push(load_ready_network().snapshot, image, target)
    assert push is not None
    assert push.after.argmax() == target


def test_there_is_none_to_the_answer_itself(image: np.ndarray) -> None:
    assert find_push(load_ready_network().snapshot, image, 7) is None


def test_what_sees_nothing_cannot_be_pushed() -> None:
    blind = Snapshot(frozen([np.zeros((784, 10)), np.arange(10)]), 0, Architecture(()))
    assert find_push(blind, np.zeros(PIXELS, np.float32)) is None


def test_a_network_whose_weights_are_no_numbers_cannot_be_pushed() -> None:
    diverged = Snapshot(frozen([np.full((784, 10), np.nan), np.zeros(10)]), 0, Architecture(()))
    assert find_push(diverged, np.ones(PIXELS, np.float32)) is None


def test_it_gives_up_when_nobody_wants_it(image: np.ndarray) -> None:
    asked = iter([True] * 5)
    assert find_push(load_ready_network().snapshot, image, wanted=lambda: next(asked, False)) is None
    assert next(asked, None) is None  # it has asked


def test_another_shape_is_no_picture() -> None:
    with pytest.raises(ValueError, match="no picture"):
        find_push(network(), np.zeros((28, 28), np.float32))
