"""How well a network reads images it has not been trained on. NumPy alone."""

from collections.abc import Callable

from digitpad.data.mnist import Images, Labels
from digitpad.learning.snapshot import Floats

PIECE = 1000
"""Images looked at in one go: few enough to need little memory, enough to be fast."""


def accuracy(predict: Callable[[Images], Floats], images: Images, labels: Labels) -> float:
    """Return the share of ``images`` (n, 784) whose most probable digit is the one in ``labels`` (n,)."""
    right = 0
    for start in range(0, len(images), PIECE):
        predicted = predict(images[start : start + PIECE]).argmax(axis=1)
        right += int((predicted == labels[start : start + PIECE]).sum())
    return right / len(images)
