"""A run's images, shifted and scaled at random, anew for each epoch. NumPy only.

Each image has a place and a size of its own: up to 3 pixels away in either direction, and up to 15 % larger or
smaller, about the middle of the picture, all equally likely. Between pixels it is read bilinearly; what is moved
beyond the edge is lost, and what comes in from there is paper.
"""

import numpy as np

from digitpad.arrays import CENTRE, SIDE, Floats, Images, Places
from digitpad.handwriting.prepared_epochs import PreparedEpochs

MOST_SHIFT = 3.0
"""In px."""

MOST_SCALING = 0.15
"""Share of its size by which an image becomes larger or smaller."""

BLOCK = 256
"""Images worked on at a time: what is reckoned of them stays in the processor's cache."""

SHIFTED = 1
"""Keeps what is drawn here apart from what the same seed and epoch draw for the order."""

PIXEL = np.arange(SIDE, dtype=np.float32)


class ShiftedImages(PreparedEpochs):
    """Images (n, 784), uint8, for a run with this seed."""

    def __init__(self, images: Images, seed: int) -> None:
        super().__init__()
        self._images = images
        self._seed = seed

    def prepare(self, epoch: int, order: Places) -> Images:
        """Make an epoch, uint8 (n, 784), of the images whose numbers are ``order`` (n,)."""
        return shifted(self._images[order], np.random.default_rng((self._seed, epoch, SHIFTED)))


def shifted(images: Images, rng: np.random.Generator) -> Images:
    """Return images (n, 784), uint8, each of which is shifted and scaled at random."""
    count = len(images)
    shifts = rng.uniform(-MOST_SHIFT, MOST_SHIFT, (2, count)).astype(np.float32)
    scales = rng.uniform(1 - MOST_SCALING, 1 + MOST_SCALING, count).astype(np.float32)
    moved = np.empty_like(images)
    for start in range(0, count, BLOCK):
        block = slice(start, start + BLOCK)
        pictures = images[block].reshape(-1, SIDE, SIDE).astype(np.float32)
        rows, columns = (_shares(shift[block], scales[block]) for shift in shifts)
        pictures = rows @ pictures @ columns.transpose(0, 2, 1)
        moved[block] = np.rint(pictures).astype(np.uint8).reshape(-1, SIDE * SIDE)
    return moved


def _shares(shifts: Floats, scales: Floats) -> Floats:
    """Return (n, 28, 28): how much of pixel [., ., j] along an axis goes into the moved pixel [., i, .]."""
    source = (PIXEL - CENTRE - shifts[:, None]) / scales[:, None] + CENTRE
    return np.maximum(1 - np.abs(source[:, :, None] - PIXEL), 0).astype(np.float32)
