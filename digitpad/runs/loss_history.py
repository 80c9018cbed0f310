"""Every loss of a run, stored as it arrives, with its time. NumPy only."""

import math
from bisect import insort
from dataclasses import replace

import numpy as np

from digitpad.arrays import Doubles, Floats, GrowingArray, Places
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.scores.score import Scores

FIRST_ROOM = 4096


class LossHistory:
    """Losses by batch number, test accuracies by the batches done when they were measured.

    Attributes:
        accuracies: (batches done, share of the test images read right); 0 batches is the untrained network.
        sample_accuracies: the same for a fixed sample of the test images, measured while the run trains; in order.
        scores: (batches done, loss and accuracy on training, validation and test images), in order, one a batch.
        rate_changes: (batches done, new learning rate), one a change.
        interventions: what was done to the run by hand, in order.
        count: how many losses there are; as len() says, for who asks a thousand histories at once.
        lowest, highest: the least and the largest loss; infinite before the first.
    """

    def __init__(self, room: int = FIRST_ROOM) -> None:
        """Begin an empty history with room for so many losses; it grows when they are more."""
        self.accuracies: list[tuple[int, float]] = []
        self.sample_accuracies: list[tuple[int, float]] = []
        self.scores: list[tuple[int, Scores]] = []
        self.rate_changes: list[tuple[int, float]] = []
        self.interventions: list[Intervention] = []
        self.count = 0
        self.lowest, self.highest = math.inf, -math.inf
        self._losses = GrowingArray(np.float32, room=room)
        self._seconds = GrowingArray(np.float64, room=room)
        # One longer than the losses: sums[i] is the sum of the first i, so that a mean is one subtraction.
        self._sums = GrowingArray(np.float64, room=room + 1)
        self._sums.extend([0.0])

    def __len__(self) -> int:
        return self.count

    @property
    def losses(self) -> Floats:
        """All losses so far, float32 (n,): a view, not a copy."""
        return self._losses.view

    @property
    def seconds(self) -> Doubles:
        """For each loss the seconds of training up to it, float64 (n,): a view, not a copy."""
        return self._seconds.view

    def extend(self, losses: Floats, seconds: float) -> None:
        """Append the losses of further batches, which took ``seconds`` in all."""
        count = len(losses)
        before = self.seconds[-1] if len(self) else 0.0
        self._append(losses, before + seconds * np.arange(1, count + 1) / max(count, 1))

    def add_accuracy(self, share: float) -> None:
        """Note the test accuracy after the batches so far."""
        self.accuracies.append((len(self), share))

    def add_sample_accuracy(self, batches: int, share: float) -> bool:
        """Note the accuracy on the sample after so many batches; say whether that is news.

        It is none of batches that are not in this history, or that it knows already.
        """
        if batches > len(self) or any(known == batches for known, _ in reversed(self.sample_accuracies)):
            return False
        insort(self.sample_accuracies, (batches, share))
        return True

    def add_scores(self, batches: int, scores: Scores) -> None:
        """Note how good the network is after so many batches, instead of what was noted there before."""
        others = [entry for entry in self.scores if entry[0] != batches]
        self.scores = sorted([*others, (batches, scores)], key=lambda entry: entry[0])

    def add_rate_change(self, rate: float) -> None:
        """Note that the learning rate is another one from the next batch on."""
        if self.rate_changes and self.rate_changes[-1][0] == len(self):
            self.rate_changes.pop()
        self.rate_changes.append((len(self), rate))

    def add_intervention(self, intervention: Intervention) -> None:
        """Note what was done by hand; it stands for what is known of the same already."""
        known = self.interventions[-1:]
        if any((old.first, old.how) == (intervention.first, intervention.how) for old in known):
            self.interventions.pop()
        self.interventions.append(intervention)

    def by_hand(self, batch: int) -> Intervention | None:
        """Return the intervention that batch number ``batch``, from 0, is part of; None if it is the recipe's."""
        return next((found for found in self.interventions if found.first <= batch < found.end), None)

    def until(self, batches: int | None = None) -> "LossHistory":
        """Return a copy, no larger than need be, of what is known up to this number of batches done, or of all."""
        done = len(self) if batches is None else batches
        copy = LossHistory(min(done, len(self)))
        copy.restore(self.losses[:done], self.seconds[:done])
        copy.accuracies = [entry for entry in self.accuracies if entry[0] <= done]
        copy.sample_accuracies = [entry for entry in self.sample_accuracies if entry[0] <= done]
        copy.scores = [entry for entry in self.scores if entry[0] <= done]
        copy.rate_changes = [entry for entry in self.rate_changes if entry[0] <= done]
        copy.interventions = [_cut(entry, done) for entry in self.interventions if _is_before(entry, done)]
        return copy

    def restore(self, losses: Floats, seconds: Doubles) -> None:
        """Fill an empty history with losses, float32 (n,), and their seconds, float64 (n,).

        Raises ValueError for one that is not empty.
        """
        if len(self):
            raise ValueError("only an empty history can be filled")
        self._append(losses, seconds)

    def moving_average(self, ends: Places, window: int) -> Doubles:
        """Return the mean of the last ``window`` losses (fewer at the start) up to each loss number ``ends``."""
        starts = np.maximum(0, ends + 1 - window)
        sums: Doubles = self._sums.view
        return np.asarray((sums[ends + 1] - sums[starts]) / (ends + 1 - starts), np.float64)

    def mean_at(self, end: int, window: int) -> float:
        """Return what ``moving_average`` is at one loss, in a fifth of its time: a pointer asks it of all runs."""
        start = max(0, end + 1 - window)
        sums: Doubles = self._sums.view
        return float(sums[end + 1] - sums[start]) / (end + 1 - start)

    def _append(self, losses: Floats, seconds: Doubles) -> None:
        if len(losses):
            self.lowest = min(self.lowest, float(losses.min()))
            self.highest = max(self.highest, float(losses.max()))
        self._sums.extend(self._sums.view[-1] + np.cumsum(losses, dtype=np.float64))
        self._losses.extend(losses)
        self.count = len(self._losses)
        self._seconds.extend(seconds)


def _is_before(intervention: Intervention, done: int) -> bool:
    """Say whether a run that has done so many batches was intervened in so; what begins there has none yet."""
    return intervention.first < done or (
        intervention.how in (How.EPOCH, How.MOMENT) and intervention.first == done
    )


def _cut(intervention: Intervention, done: int) -> Intervention:
    return replace(intervention, count=min(intervention.count, done - intervention.first))
