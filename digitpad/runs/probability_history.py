"""How the ten probabilities of what was drawn went while a run learned. NumPy only."""

import numpy as np
import numpy.typing as npt

from digitpad.data.mnist import CLASSES

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

FIRST_ROOM = 1024


class ProbabilityHistory:
    """Ten probabilities by the number of batches done; a row of NaN where nothing was drawn."""

    def __init__(self, room: int = FIRST_ROOM) -> None:
        """Begin an empty history with room for so many entries; it grows when they are more."""
        self._batches = np.empty(room, np.int64)
        self._values = np.empty((room, CLASSES), np.float32)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def batches(self) -> Integers:
        """For each entry the number of batches done, int64 (n,): a view, not a copy."""
        return self._batches[: self._length]

    @property
    def values(self) -> Floats:
        """The probabilities, float32 (n, 10): a view, not a copy."""
        return self._values[: self._length]

    def extend(self, batches: npt.ArrayLike, values: npt.ArrayLike) -> None:
        """Append entries: ``batches`` (n,) and ``values`` (n, 10), or one of each."""
        new_batches = np.atleast_1d(np.asarray(batches, np.int64))
        end = self._length + len(new_batches)
        if end > len(self._batches):
            # Doubling keeps the copying small however long the run is.
            room = max(end, 2 * len(self._batches))
            self._batches = np.resize(self._batches, room)
            self._values = np.resize(self._values, (room, CLASSES))
        self._batches[self._length : end] = new_batches
        self._values[self._length : end] = values
        self._length = end

    def add_gap(self, batches: int) -> None:
        """Note that nothing is drawn now, once for each time."""
        if self._length and not np.isnan(self.values[-1, 0]):
            self.extend(batches, np.full(CLASSES, np.nan, np.float32))

    def until(self, batches: int | None = None) -> "ProbabilityHistory":
        """Return a copy, no larger than need be, of the entries up to this number of batches done, or of all."""
        count = len(self) if batches is None else int(np.searchsorted(self.batches, batches, side="right"))
        copy = ProbabilityHistory(count)
        copy.extend(self.batches[:count], self.values[:count])
        return copy
