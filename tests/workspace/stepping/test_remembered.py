"""What is reckoned once of a step's arrays: for the very same ones, and for no others."""

import numpy as np

from digitpad.arrays import Floats
from digitpad.workspace.stepping.gradients import spreads
from digitpad.workspace.stepping.remembered import remembered


def test_the_very_same_arrays_are_reckoned_once() -> None:
    calls: list[int] = []

    @remembered
    def total(values: Floats) -> float:
        calls.append(1)
        return float(values.sum())

    first, second, third = (np.full(3, number, np.float32) for number in range(3))
    assert [total(first), total(second), total(first), total(second)] == [0, 3, 0, 3]
    assert len(calls) == 2
    assert [total(third), total(first)] == [6, 0]  # the oldest was let go
    assert len(calls) == 4


def test_equal_arrays_that_are_others_are_reckoned_anew() -> None:
    one, other = (np.array([[1.0, -2.0]], np.float32),), (np.array([[1.0, -2.0]], np.float32),)
    assert spreads(one) is spreads(one)
    assert spreads(one) is not spreads(other)
