"""Names for the arrays that pass between rooms, one that grows, and the size of the picture that all are about."""

from typing import Any

import numpy as np
import numpy.typing as npt

SIDE = 28
"""Pixels along a glyph, the picture that the network sees."""

PIXELS = SIDE * SIDE

CLASSES = 10
"""The digits 0 to 9."""

INK_SIDE = 20
"""Pixels along the longer side of MNIST's ink."""

CENTRE = 14.0
"""Where MNIST puts the ink's centre of mass, in both axes, as a pixel index from 0."""

WHITE = 255
"""The brightest pixel of a picture in bytes; the network sees it as 1."""

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]
"""Numbers of pictures, batches or entries."""

Mask = npt.NDArray[np.bool_]
Grays = npt.NDArray[np.uint8]
"""A picture of bytes, (height, width): 0 is paper, 255 is full ink."""

Images = npt.NDArray[np.uint8]
"""Pictures of bytes, one a row: (n, 784)."""

Labels = npt.NDArray[np.uint8]
"""A digit for each picture, (n,)."""

FIRST_ROOM = 1024
"""Rows that a growing array has room for at first."""


class GrowingArray:
    """Rows of one dtype and shape, appended as they come; what is there is seen without a copy."""

    def __init__(self, dtype: npt.DTypeLike, row: tuple[int, ...] = (), room: int = FIRST_ROOM) -> None:
        """Begin empty, with room for so many rows; it grows when they are more."""
        self._rows = np.empty((max(room, 1), *row), dtype)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def view(self) -> npt.NDArray[Any]:
        """All rows so far, (n, …): a view, not a copy."""
        return self._rows[: self._length]

    def extend(self, rows: npt.ArrayLike) -> None:
        """Append rows (n, …)."""
        new = np.asarray(rows, self._rows.dtype)
        end = self._length + len(new)
        if end > len(self._rows):
            # Doubling keeps the copying small however long a run is.
            larger = np.empty((max(end, 2 * len(self._rows)), *self._rows.shape[1:]), self._rows.dtype)
            larger[: self._length] = self.view
            self._rows = larger
        self._rows[self._length : end] = new
        self._length = end
