"""Every loss of a run, stored as it arrives, with its time. NumPy only."""

import math

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]

FIRST_ROOM = 4096


class LossHistory:
    """Losses by batch number, test accuracies by the batch after which they were measured.

    Attributes:
        batches_per_epoch: what turns a batch's number into an epoch's.
        accuracies: (batches done, share of the test images read right), one an epoch.
        rate_changes: (batches done, new learning rate), one a change.
        lowest, highest: the least and the largest loss; infinite before the first.
    """

    def __init__(self, batches_per_epoch: int = 1, room: int = FIRST_ROOM) -> None:
        """Begin an empty history with room for so many losses; it grows when they are more."""
        self.batches_per_epoch = batches_per_epoch
        self.accuracies: list[tuple[int, float]] = []
        self.rate_changes: list[tuple[int, float]] = []
        self._losses = np.empty(room, np.float32)
        self._seconds = np.empty(room, np.float64)
        # One longer than the losses: sums[i] is the sum of the first i, so that a mean is one subtraction.
        self._sums = np.zeros(room + 1, np.float64)
        self._length = 0
        self.lowest, self.highest = math.inf, -math.inf

    def __len__(self) -> int:
        return self._length

    @property
    def losses(self) -> Floats:
        """All losses so far, float32 (n,): a view, not a copy."""
        return self._losses[: self._length]

    @property
    def seconds(self) -> Doubles:
        """For each loss the seconds of training up to it, float64 (n,): a view, not a copy."""
        return self._seconds[: self._length]

    def extend(self, losses: Floats, seconds: float) -> None:
        """Append the losses of further batches, which took ``seconds`` in all."""
        start, end = self._length, self._length + len(losses)
        if end > len(self._losses):
            self._grow(end)
        if len(losses):
            self.lowest = min(self.lowest, float(losses.min()))
            self.highest = max(self.highest, float(losses.max()))
        before = self._seconds[start - 1] if start else 0.0
        self._losses[start:end] = losses
        self._seconds[start:end] = before + seconds * np.arange(1, len(losses) + 1) / max(len(losses), 1)
        self._sums[start + 1 : end + 1] = self._sums[start] + np.cumsum(losses, dtype=np.float64)
        self._length = end

    def add_accuracy(self, share: float) -> None:
        """Note the test accuracy after the batches so far."""
        self.accuracies.append((self._length, share))

    def add_rate_change(self, rate: float) -> None:
        """Note that the learning rate is another one from the next batch on."""
        if self.rate_changes and self.rate_changes[-1][0] == self._length:
            self.rate_changes.pop()
        self.rate_changes.append((self._length, rate))

    def until(self, batches: int | None = None) -> "LossHistory":
        """Return a copy, no larger than need be, of what is known up to this number of batches done, or of all."""
        done = len(self) if batches is None else batches
        copy = LossHistory(self.batches_per_epoch, min(done, len(self)))
        copy.restore(self.losses[:done], self.seconds[:done])
        copy.accuracies = [entry for entry in self.accuracies if entry[0] <= done]
        copy.rate_changes = [entry for entry in self.rate_changes if entry[0] <= done]
        return copy

    def restore(self, losses: Floats, seconds: Doubles) -> None:
        """Have these losses, float32 (n,), with their seconds, float64 (n,), instead of those there were."""
        self._length = 0
        self.lowest, self.highest = math.inf, -math.inf
        self.extend(losses, 0.0)
        self._seconds[: self._length] = seconds

    def moving_average(self, ends: npt.NDArray[np.intp], window: int) -> Doubles:
        """Return the mean of the last ``window`` losses (fewer at the start) up to each loss number ``ends``."""
        starts = np.maximum(0, ends + 1 - window)
        return (self._sums[ends + 1] - self._sums[starts]) / (ends + 1 - starts)

    def _grow(self, needed: int) -> None:
        # Doubling keeps the copying small however long the run is.
        room = max(needed, 2 * len(self._losses))
        self._losses = np.resize(self._losses, room)
        self._seconds = np.resize(self._seconds, room)
        self._sums = np.resize(self._sums, room + 1)
