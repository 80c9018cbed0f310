"""How the ten probabilities of what was drawn went while a run learned. NumPy only."""

import numpy as np
import numpy.typing as npt

from digitpad.arrays import CLASSES, FIRST_ROOM, Floats, GrowingArray, Integers


class ProbabilityHistory:
    """Ten probabilities by the number of batches done; a row of NaN where nothing was drawn."""

    def __init__(self, room: int = FIRST_ROOM) -> None:
        """Begin an empty history with room for so many entries; it grows when they are more."""
        self._batches = GrowingArray(np.int64, room=room)
        self._values = GrowingArray(np.float32, (CLASSES,), room)

    def __len__(self) -> int:
        return len(self._batches)

    @property
    def batches(self) -> Integers:
        """For each entry the number of batches done, int64 (n,): a view, not a copy."""
        return self._batches.view

    @property
    def values(self) -> Floats:
        """The probabilities, float32 (n, 10): a view, not a copy."""
        return self._values.view

    def extend(self, batches: npt.ArrayLike, values: npt.ArrayLike) -> None:
        """Append entries: ``batches`` (n,) and ``values`` (n, 10), or one of each."""
        self._batches.extend(np.atleast_1d(batches))
        self._values.extend(np.atleast_2d(np.asarray(values)))

    def add_gap(self, batches: int) -> None:
        """Note that nothing is drawn now, once for each time."""
        if len(self) and not np.isnan(self.values[-1, 0]):
            self.extend(batches, np.full(CLASSES, np.nan, np.float32))

    def until(self, batches: int | None = None) -> "ProbabilityHistory":
        """Return a copy, no larger than need be, of the entries up to this number of batches done, or of all."""
        count = len(self) if batches is None else int(np.searchsorted(self.batches, batches, side="right"))
        copy = ProbabilityHistory(count)
        copy.extend(self.batches[:count], self.values[:count].reshape(-1, CLASSES))
        return copy
