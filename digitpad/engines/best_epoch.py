"""Which epoch of a run is best in validation, what its weights are, and whether to wait for a better one."""

from collections.abc import Callable

from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.recipe import Recipe
from digitpad.runs.scores.best import Scored, best, is_out_of_patience
from digitpad.runs.scores.score import Scores


class BestEpoch:
    """Hears of a run's scores as they come; the test's have no say.

    Attributes:
        is_out_of_patience: whether the run ends now, as so many epochs were no better.
    """

    def __init__(self, recipe: Recipe, scored: Scored, weights: Snapshot | None) -> None:
        """``scored`` is what was measured of the run before, ``weights`` the best epoch's of it, if known."""
        self._recipe = recipe
        self._scored = list(scored)
        self._weights = weights
        self.is_out_of_patience = self._is_over()

    def note(self, batches: int, scores: Scores, take: Callable[[], Snapshot]) -> None:
        """An epoch has ended; its weights are taken if they are the best by now, and somebody wants them."""
        self._scored.append((batches, scores))
        self.is_out_of_patience = self._is_over()
        if self.is_at(batches):
            self._weights = take()

    def checkpoint(self, newest: Checkpoint) -> Checkpoint:
        """Return what a run that is over ends with: the newest weights, or the best epoch's if it keeps these.

        These come without what the optimizer remembered: a finished run has no more need of it. Where they are
        lost, as the disk has refused them while the run was paused, the newest ones stand.
        """
        weights = self._weights
        if not self._recipe.best_weights or weights is None or weights.updates != self._best:
            return newest
        return (
            newest if weights.updates == newest.snapshot.updates else Checkpoint(weights, (), newest.learning_rate)
        )

    def is_at(self, batches: int) -> bool:
        """Say whether the weights after so many batches are the best epoch's, and wanted."""
        return self._recipe.best_weights and self._best == batches

    @property
    def _best(self) -> int | None:
        return best(self._scored, self._recipe.batches_per_epoch)

    def _is_over(self) -> bool:
        return is_out_of_patience(self._scored, self._recipe.batches_per_epoch, self._recipe.patience)
