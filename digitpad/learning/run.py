"""A run as the program keeps it: what it was made of, how it went, and what it ended with. NumPy only."""

from dataclasses import dataclass, field, replace

from digitpad.learning.checkpoint import Checkpoint
from digitpad.learning.loss_history import LossHistory
from digitpad.learning.probability_history import ProbabilityHistory
from digitpad.learning.recipe import Recipe
from digitpad.learning.snapshot import Snapshot


@dataclass(eq=False)
class Run:
    """One training run.

    ``number`` (from 0) chooses colour and dash pattern; ``total_batches`` is how far the run goes when done;
    ``snapshot`` are the newest weights, ``checkpoint`` the newest state that it can go on from, None when it is
    finished; ``line_by_line`` says whether it runs as the lesson's eager loop.
    """

    number: int
    name: str
    recipe: Recipe
    history: LossHistory
    total_batches: int
    line_by_line: bool = False
    visible: bool = True
    snapshot: Snapshot | None = None
    checkpoint: Checkpoint | None = None
    probabilities: ProbabilityHistory = field(default_factory=ProbabilityHistory)

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
        return not self.finished and self.checkpoint is not None

    def take_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Keep this state; of a finished run only the weights, as nothing comes after."""
        self.snapshot = checkpoint.snapshot
        self.checkpoint = None if self.finished else checkpoint

    def until_checkpoint(self) -> "Run":
        """Return a copy that ends where it can go on from; of a run that cannot go on, as it is."""
        if self.checkpoint is None:
            return replace(self)
        done = self.checkpoint.snapshot.updates
        return replace(
            self,
            history=self.history.until(done),
            probabilities=self.probabilities.until(done),
            snapshot=self.checkpoint.snapshot,
        )

    def go_back_to_checkpoint(self) -> None:
        """Forget what came after the state that the run goes on from."""
        earlier = self.until_checkpoint()
        self.history, self.probabilities, self.snapshot = earlier.history, earlier.probabilities, earlier.snapshot
