"""Copies of what a program trains, into memory that is at hand before somebody waits for them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import tensorflow as tf

from digitpad.arrays import Floats
from digitpad.runs.checkpoint import Slots

PAGE_BYTES = 4096
"""Of the smallest piece of memory that a system gives."""

Arrays = tuple[npt.NDArray[Any], ...]


class Copies:
    """Copies the weights of a network and the slots of its optimizer, each as often as it is asked.

    A system gives new memory a page at a time, when something is first written there: for the largest network
    that can take longer than to train on a batch. ``make_room`` has it behind it.
    """

    def __init__(self, weights: Sequence[tf.Variable], slots: Sequence[tf.Variable]) -> None:
        self._weights, self._slots = _Copied(weights), _Copied(slots)

    def weights(self) -> tuple[Floats, ...]:
        """Return read-only copies of the weights, float32, each of its variable's shape."""
        copies = self._weights.take()
        for copy in copies:
            copy.flags.writeable = False
        return copies

    def slots(self) -> Slots:
        """Return copies of what the optimizer remembers between steps, of their variables' shapes and dtypes."""
        return self._slots.take()

    def make_room(self) -> None:
        """Have memory for one more copy of all at hand, until it is used or given back."""
        self._weights.make_room()
        self._slots.make_room()

    def release(self) -> None:
        """Give back the room that nobody has used."""
        self._weights.room = self._slots.room = None


class _Copied:
    """Some variables, and room for a copy of them, if it has been made."""

    def __init__(self, variables: Sequence[tf.Variable]) -> None:
        self._variables = variables
        self.room: Arrays | None = None

    def take(self) -> Arrays:
        copies, self.room = self.room or self._new(), None
        for copy, variable in zip(copies, self._variables, strict=True):
            np.copyto(copy, variable.value())
        return copies

    def make_room(self) -> None:
        if self.room is None:
            self.room = self._new()
            for array in self.room:
                array.reshape(-1)[:: PAGE_BYTES // array.itemsize] = 0

    def _new(self) -> Arrays:
        return tuple(np.empty(variable.shape, variable.dtype.as_numpy_dtype) for variable in self._variables)
