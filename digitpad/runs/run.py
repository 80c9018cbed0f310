"""A run as the program keeps it: what it was made of, how it went, and what it ended with. NumPy only."""

from dataclasses import dataclass, field

from digitpad.network.snapshot import SHAPES, Snapshot
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.probability_history import ProbabilityHistory
from digitpad.runs.recipe import Recipe
from digitpad.runs.shelf import Shelf, Shelved

MAX_NAME = 200
SHORT_NAME = 20
"""Letters in a run's name at most, and where there is little room for it."""


def proper_name(text: str) -> str:
    """Return ``text`` as a run's name: nothing that cannot be printed, not too long; empty if nothing is left."""
    return "".join(letter for letter in text if letter.isprintable()).strip()[:MAX_NAME]


def short_name(name: str) -> str:
    """Return a run's name as it fits beside something else."""
    return name if len(name) <= SHORT_NAME else name[: SHORT_NAME - 1] + "…"


@dataclass(eq=False)
class Run:
    """One training run.

    ``number`` (from 0) chooses colour and dash pattern; ``total_batches`` is how far the run goes when done;
    ``line_by_line`` says whether it runs as the lesson's eager loop. Its weights may lie on a shelf: then
    ``snapshot`` and ``checkpoint`` read them from the disk each time.
    """

    number: int
    name: str
    recipe: Recipe
    history: LossHistory
    total_batches: int
    line_by_line: bool = False
    visible: bool = True
    probabilities: ProbabilityHistory = field(default_factory=ProbabilityHistory)
    _weights: "_InMemory | _OnShelf | None" = None

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest weights; None before the first."""
        return None if self._weights is None else self._weights.snapshot

    @snapshot.setter
    def snapshot(self, snapshot: Snapshot) -> None:
        self._weights = _InMemory(snapshot, None if self._weights is None else self._weights.checkpoint)

    @property
    def checkpoint(self) -> Checkpoint | None:
        """The newest state that the run can go on from; None before the first, and when it is finished."""
        return None if self._weights is None else self._weights.checkpoint

    @property
    def is_trained(self) -> bool:
        """Whether there are any weights."""
        return self._weights is not None

    @property
    def accuracy(self) -> float | None:
        """The newest test accuracy, None before the first epoch's end."""
        return self.history.accuracies[-1][1] if self.history.accuracies else None

    @property
    def seconds(self) -> float:
        """Seconds spent training."""
        return float(self.history.seconds[-1]) if len(self.history) else 0.0

    @property
    def finished(self) -> bool:
        """Whether all its batches are done."""
        return len(self.history) >= self.total_batches

    @property
    def can_go_on(self) -> bool:
        """Whether there are batches left and a state to go on from."""
        return not self.finished and self._weights is not None and self._weights.can_go_on

    def take_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Keep this state; of a finished run only the weights, as nothing comes after."""
        self._weights = _InMemory(checkpoint.snapshot, None if self.finished else checkpoint)

    def copied(self) -> "Run":
        """Return a copy that stays as it is while this run goes on; of an ended run nothing is copied."""
        copy = Run(
            self.number,
            self.name,
            self.recipe,
            self.history,
            self.total_batches,
            self.line_by_line,
            self.visible,
            self.probabilities,
            self._weights,
        )
        if isinstance(self._weights, _InMemory):
            copy.history, copy.probabilities = self.history.until(), self.probabilities.until()
        return copy

    def go_back_to_checkpoint(self) -> None:
        """Forget what came after the state that the run goes on from."""
        checkpoint = self.checkpoint
        if checkpoint is not None:
            done = checkpoint.snapshot.updates
            self.history, self.probabilities = self.history.until(done), self.probabilities.until(done)
            self._weights = _InMemory(checkpoint.snapshot, checkpoint)

    def shelve(self, shelf: Shelf) -> None:
        """Take no more memory than an ended run needs: its weights go to the disk, if there is room.

        A run that ended badly keeps its whole curve, and the weights of its checkpoint.
        """
        if isinstance(self._weights, _InMemory):
            self.history, self.probabilities = self.history.until(), self.probabilities.until()
            self._weights = self._weights.shelved(shelf)


@dataclass(frozen=True)
class _InMemory:
    snapshot: Snapshot
    checkpoint: Checkpoint | None

    @property
    def can_go_on(self) -> bool:
        return self.checkpoint is not None

    def shelved(self, shelf: Shelf) -> "_InMemory | _OnShelf":
        kept = self.snapshot if self.checkpoint is None else self.checkpoint.snapshot
        slots = () if self.checkpoint is None else self.checkpoint.slots
        place = shelf.put([*kept.weights, *slots])
        if place is None:
            return self
        return _OnShelf(place, kept.updates, None if self.checkpoint is None else self.checkpoint.learning_rate)


@dataclass(frozen=True)
class _OnShelf:
    place: Shelved
    updates: int
    learning_rate: float | None
    """None if the run cannot go on."""

    @property
    def snapshot(self) -> Snapshot:
        return Snapshot(tuple(self.place.arrays()[: len(SHAPES)]), self.updates)

    @property
    def checkpoint(self) -> Checkpoint | None:
        if self.learning_rate is None:
            return None
        arrays = self.place.arrays()
        snapshot = Snapshot(tuple(arrays[: len(SHAPES)]), self.updates)
        return Checkpoint(snapshot, tuple(arrays[len(SHAPES) :]), self.learning_rate)

    @property
    def can_go_on(self) -> bool:
        return self.learning_rate is not None
