"""What a program trains is copied into memory that was made ready before, and into new memory all the same."""

import numpy as np
import pytest
import tensorflow as tf

from digitpad.engines.copies import Copies

WEIGHTS = (np.arange(6000, dtype=np.float32).reshape(2, 3000), np.array([1.0, -2.0], np.float32))
COUNT, MOMENT = np.array(7, np.int64), np.full((2, 3000), 0.5, np.float32)


@pytest.fixture
def variables() -> list[tf.Variable]:
    return [tf.Variable(weight) for weight in WEIGHTS]


@pytest.fixture
def copies(variables: list[tf.Variable]) -> Copies:
    return Copies(variables, [tf.Variable(COUNT), tf.Variable(MOMENT)])


@pytest.mark.parametrize("is_ready", [False, True], ids=["new", "at hand"])
def test_they_are_what_the_variables_hold(copies: Copies, is_ready: bool) -> None:
    if is_ready:
        copies.make_room()
    for copy, weight in zip(copies.weights(), WEIGHTS, strict=True):
        np.testing.assert_array_equal(copy, weight, strict=True)
    for copy, slot in zip(copies.slots(), (COUNT, MOMENT), strict=True):
        np.testing.assert_array_equal(copy, slot, strict=True)


def test_they_stay_what_they_are(copies: Copies, variables: list[tf.Variable]) -> None:
    copies.make_room()
    first = copies.weights()
    variables[0].assign_add(tf.ones_like(variables[0]))
    copies.make_room()
    second = copies.weights()
    np.testing.assert_array_equal(first[0], WEIGHTS[0])
    np.testing.assert_array_equal(second[0], WEIGHTS[0] + 1)
    assert not np.shares_memory(first[0], second[0])
    assert not any(copy.flags.writeable for copy in first)


def test_memory_that_is_at_hand_is_taken_once(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[int, ...]] = []
    empty = np.empty
    monkeypatch.setattr(np, "empty", lambda shape, *more: taken.append(tuple(shape)) or empty(shape, *more))
    copies.make_room()
    copies.make_room()
    assert len(taken) == len(WEIGHTS) + 2
    copies.weights()
    copies.slots()
    assert len(taken) == len(WEIGHTS) + 2
    copies.weights()
    assert len(taken) == 2 * len(WEIGHTS) + 2


def test_what_nobody_has_used_is_given_back(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    copies.make_room()
    copies.release()
    taken = []
    empty = np.empty
    monkeypatch.setattr(np, "empty", lambda shape, *more: taken.append(shape) or empty(shape, *more))
    copies.slots()
    assert len(taken) == 2
