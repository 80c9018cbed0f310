"""Every loss of a run, stored as it arrives. NumPy only."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

FIRST_ROOM = 4096


class LossHistory:
    """Losses by batch number, and test accuracies by the batch after which they were measured.

    Attributes:
        accuracies: (batches done, share of the test images read right), one an epoch.
    """

    def __init__(self, batches_per_epoch: int = 1) -> None:
        self.batches_per_epoch = batches_per_epoch
        self.accuracies: list[tuple[int, float]] = []
        self._room = np.empty(FIRST_ROOM, np.float32)
        self._length = 0

    def __len__(self) -> int:
        return self._length

    @property
    def losses(self) -> Floats:
        """All losses so far, float32 (n,): a view, not a copy."""
        return self._room[: self._length]

    def extend(self, losses: Floats) -> None:
        """Append the losses of further batches."""
        needed = self._length + len(losses)
        if needed > len(self._room):
            # Doubling keeps the copying small however long the run is.
            room = np.empty(max(needed, 2 * len(self._room)), np.float32)
            room[: self._length] = self.losses
            self._room = room
        self._room[self._length : needed] = losses
        self._length = needed

    def add_accuracy(self, share: float) -> None:
        """Note the test accuracy after the batches so far."""
        self.accuracies.append((self._length, share))
