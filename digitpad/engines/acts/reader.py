"""Reads from the variables of the page's functions what a step has made so far."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from digitpad.arrays import Floats
from digitpad.engines.acts.tape import SHOWN, Again, Batch, LayerPass, Tape
from digitpad.engines.acts.tracer import Line

LAYER = "NaiveDense.__call__"

READ_AGAIN = ("predictions", "per_sample_losses", "average_loss")


class TapeReader:
    """Follows a step line by line.

    What is read once is read again only when the page's variable is another object, so that a line costs no more
    than what it made. Whoever changes the page keeps the names of its variables.

    Attributes:
        tape: what is known by now.
        model, images, labels: what the step was called with; None before it was.
        gradients_line: number in its file of the step's line that has made the gradients; None before it has, and
            where later lines make what the forward pass had made anew.
    """

    def __init__(self, tape: Tape, own: int = 0) -> None:
        """``own`` is how many of the batch's first images the class has drawn."""
        self.tape = tape
        self._own = own
        self.model: Any = None
        self.images: Any = None
        self.labels: Any = None
        self.gradients_line: int | None = None
        self._line = 0  # of the step, that has run last
        self._read: dict[str, object] = {}

    def read(self, line: Line) -> None:
        """Take in what is new at this line."""
        if not line.calls:
            self._read_step(line.frame.f_locals)
            self._line = line.frame.f_lineno
        if line.returns and line.frame.f_code.co_qualname == LAYER and self.tape.probabilities is None:
            self._read_layer(line.frame.f_locals, line.value)
        if self.tape.gradients is not None:
            self._read_weights(is_over=not line.calls, returns=line.returns)

    def _read_step(self, variables: Mapping[str, Any]) -> None:
        if self.tape.batch is None:
            self.model, self.images = variables["model"], variables["images_batch"]
            self.labels = variables["labels_batch"]
            batch = Batch(_array(self.images), np.array(self.labels, np.uint8), self._own)
            self.tape = replace(self.tape, batch=batch)
        if self._is_new(variables, "predictions"):
            self.tape = replace(self.tape, probabilities=_array(variables["predictions"])[:SHOWN])
        if self._is_new(variables, "per_sample_losses"):
            self.tape = replace(self.tape, losses=_array(variables["per_sample_losses"]))
        if self._is_new(variables, "average_loss"):
            self.tape = replace(self.tape, mean=float(variables["average_loss"]))
        if self._is_new(variables, "gradients"):
            self.tape = replace(self.tape, gradients=_arrays(variables["gradients"]))
            self.gradients_line = self._line

    def _read_layer(self, variables: Mapping[str, Any], value: object) -> None:
        layer, inputs = variables["self"], variables["inputs"]
        if value is None:  # an exception goes through
            return
        made = LayerPass(
            tuple(inputs.shape),
            tuple(layer.W.shape),
            tuple(layer.b.shape),
            getattr(layer.activation, "__name__", ""),
            _array(value)[:SHOWN],
        )
        self.tape = replace(self.tape, layers=(*self.tape.layers, made))

    def _read_weights(self, *, is_over: bool, returns: bool) -> None:
        """Take in how far the update is; it is complete when the step's own next line has come."""
        now = _arrays(self.model.weights)
        moved = any(not np.array_equal(new, old) for new, old in zip(now, self.tape.before, strict=True))
        if moved or (is_over and returns):
            self.tape = replace(self.tape, after=now, updated=is_over)

    def _is_new(self, variables: Mapping[str, Any], name: str) -> bool:
        value = variables.get(name)
        if value is None or value is self._read.get(name):
            return False
        self._read[name] = value
        self.gradients_line = None
        return True


def read_again(line: Line, known: Again | None, last: int | None = None) -> Again | None:
    """Return what the page's own lines say of a batch whose step they go through once more, as far as they are.

    All is known when the step returns, or when it comes to its line ``last``.
    """
    returns = line.returns and line.value is not None
    if line.calls or not (returns or line.frame.f_lineno == last):
        return known
    variables = line.frame.f_locals
    if any(variables.get(name) is None for name in READ_AGAIN):
        return known
    return Again(
        _array(variables["per_sample_losses"]),
        _array(variables["predictions"])[:SHOWN],
        float(variables["average_loss"]),
    )


def _array(tensor: Any) -> Floats:
    """Return a read-only copy of a tensor, float32."""
    copy = np.asarray(tensor.numpy(), np.float32)
    copy.flags.writeable = False
    return copy


def _arrays(tensors: Sequence[Any]) -> tuple[Floats, ...]:
    return tuple(_array(tensor) for tensor in tensors)
