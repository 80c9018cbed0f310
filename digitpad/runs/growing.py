"""An array that grows at its end."""

from typing import Any

import numpy as np
import numpy.typing as npt

FIRST_ROOM = 1024


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
