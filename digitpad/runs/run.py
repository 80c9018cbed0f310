"""A run as the program keeps it: what it was made of, how it went, and what it ended with. NumPy only."""

import unicodedata
from dataclasses import dataclass, field, replace

from digitpad.errors import UserError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.moments.moment import Moment
from digitpad.runs.probability_history import ProbabilityHistory
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.scores.best import best, is_out_of_patience
from digitpad.runs.scores.score import Scores
from digitpad.runs.shelf import InMemory, OnShelf, Shelf, Shelved

MAX_NAME = 200
SHORT_NAME = 20
"""Letters in a run's name at most, and where there is little room for it."""

LEFT_OUT = " (…)"
"""Stands for brackets that a short name has no room for."""

CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode's categories of what is no part of a line: control characters, halves of pairs, ends of lines."""

NO_LETTERS = frozenset("\ufffe\uffff")
"""What Unicode says is no letter, and XML forbids: a drawing with it would open nowhere."""

DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What would turn the direction of whatever stands behind a name."""

JOINERS = "\u200c\u200d"
"""They join letters; at the end of a name that was cut there is nothing to join."""


def proper_name(text: str) -> str:
    """Return ``text`` as a run's name: as it was typed, but for what controls a line; empty if nothing is left.

    Joiners, which Persian, Hindi and emoji need, stay, and so do wide and hard spaces.
    """
    left_out = DIRECTIONS | NO_LETTERS
    kept = (letter for letter in text if unicodedata.category(letter) not in CONTROLS and letter not in left_out)
    name = "".join(kept).strip()[:MAX_NAME]
    while name != (shorter := name.rstrip().rstrip(JOINERS)):  # either may bare the other
        name = shorter
    return name


def short_name(name: str) -> str:
    """Return a run's name as it fits beside something else; what it says in brackets is not cut in two."""
    if len(name) <= SHORT_NAME:
        return name
    cut = name[: SHORT_NAME - 1]
    before, bracket, _ = cut[: SHORT_NAME - len(LEFT_OUT) + len(" (")].partition(" (")
    return before + LEFT_OUT if bracket and ")" not in cut else cut + "…"


@dataclass(eq=False)
class Run:
    """One training run.

    ``number`` (from 0) chooses colour and dash pattern. Its weights may lie on a shelf: then ``snapshot`` and
    ``checkpoint`` read them from the disk each time, and are for threads that may wait. ``moments`` are networks
    that it was on its way, the earliest first, each after another number of batches. ``tried`` says of a run of an
    attempt in what the attempt's runs differ, as long as it is called by that; None once somebody has renamed it.
    """

    number: int
    name: str
    recipe: Recipe
    history: LossHistory = field(default_factory=LossHistory)
    loop: Loop = Loop.COMPILED
    visible: bool = True
    probabilities: ProbabilityHistory = field(default_factory=ProbabilityHistory)
    moments: tuple[Moment, ...] = ()
    tried: Kind | None = None
    _weights: InMemory | OnShelf | None = None

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest weights; None before the first."""
        return None if self._weights is None else self._weights.snapshot

    @snapshot.setter
    def snapshot(self, snapshot: Snapshot) -> None:
        self._weights = InMemory(snapshot, None if self._weights is None else self._weights.checkpoint)

    @property
    def checkpoint(self) -> Checkpoint | None:
        """The newest state that the run can go on from; None before the first, and when it is finished."""
        return None if self._weights is None else self._weights.checkpoint

    @property
    def is_trained(self) -> bool:
        """Whether there are any weights."""
        return self._weights is not None

    @property
    def weights_key(self) -> object:
        """Something that is the same object as long as what a file keeps of its weights is the same."""
        return None if self._weights is None else self._weights.key

    @property
    def is_at_hand(self) -> bool:
        """Whether its weights, if it has any, can be had without waiting for a disk."""
        return not isinstance(self._weights, OnShelf)

    @property
    def is_by_recipe(self) -> bool:
        """Whether its recipe alone makes it what it is: nobody changed its rate or did anything by hand."""
        return not (self.history.rate_changes or self.history.interventions)

    @property
    def accuracy(self) -> float | None:
        """The newest test accuracy, or that of the epoch whose weights it keeps; None before the first."""
        accuracies = self.history.accuracies
        if self.kept_epoch is not None:
            return dict(accuracies).get(self.kept_epoch)
        return accuracies[-1][1] if accuracies else None

    @property
    def kept_epoch(self) -> int | None:
        """After how many batches the epoch ended whose weights it keeps as the best; None if it keeps its last.

        These it keeps, too, where the best ones are lost.
        """
        if not self.recipe.best_weights:
            return None
        done = self.best_epoch
        is_kept = self._weights is not None and self._weights.updates == done
        return done if self.finished and is_kept else None

    @property
    def scores(self) -> Scores | None:
        """The newest scores, or those of the epoch whose weights it keeps; None if there are none."""
        measured = self.history.scores
        if self.kept_epoch is not None:
            return dict(measured).get(self.kept_epoch)
        return measured[-1][1] if measured else None

    @property
    def measured_at(self) -> int | None:
        """After how many batches its scores, or an earlier version's accuracy, were measured; None without any."""
        if self.kept_epoch is not None:
            return self.kept_epoch
        measured = self.history.scores or self.history.accuracies
        return measured[-1][0] if measured else None

    @property
    def has_gone_on(self) -> bool:
        """Whether its network is another one by now than when it was measured."""
        return self.kept_epoch is None and self.measured_at not in (None, len(self.history))

    @property
    def best_epoch(self) -> int | None:
        """After how many batches the epoch ended that is the best in validation by now; None without any."""
        return best(self.history.scores, self.recipe.batches_per_epoch)

    @property
    def drawings(self) -> str:
        """Which of the class's drawings it was trained on last, as ``ClassPictures.digest`` says it."""
        return self.all_drawings[-1]

    @property
    def all_drawings(self) -> tuple[str, ...]:
        """Which of the class's drawings it was trained on from its beginning, and from each change of them on."""
        changes = (found.drawings for found in self.history.interventions if found.how is How.DATA)
        return (self.recipe.data.drawings, *changes)

    @property
    def learning_rate(self) -> float:
        """The learning rate that it was last given: its recipe's, or the newest change."""
        return self.history.rate_changes[-1][1] if self.history.rate_changes else self.recipe.learning_rate

    @property
    def rate_to_go_on_with(self) -> float:
        """The learning rate that it goes on with from its checkpoint, which may lie before the newest change."""
        rate = None if self._weights is None else self._weights.rate_to_go_on_with
        return self.learning_rate if rate is None else rate

    @property
    def epochs(self) -> float:
        """How many epochs are done, in parts too."""
        return len(self.history) / self.recipe.batches_per_epoch

    @property
    def seconds(self) -> float:
        """Seconds spent training."""
        return float(self.history.seconds[-1]) if len(self.history) else 0.0

    @property
    def finished(self) -> bool:
        """Whether all its batches are done, or it has ended by itself."""
        return len(self.history) >= self.recipe.total_batches or self.is_out_of_patience

    @property
    def is_out_of_patience(self) -> bool:
        """Whether it has ended by itself, as so many epochs were no better in validation than the best one."""
        recipe = self.recipe
        return is_out_of_patience(self.history.scores, recipe.batches_per_epoch, recipe.patience)

    @property
    def can_go_on(self) -> bool:
        """Whether there are batches left and a state to go on from."""
        return not self.finished and self._weights is not None and self._weights.can_go_on

    @property
    def rests(self) -> bool:
        """Whether the state that it can go on from is where its curve ends, and at hand."""
        weights = self._weights
        return isinstance(weights, InMemory) and self.can_go_on and weights.updates == len(self.history)

    def take_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Keep this state; of a finished run only the weights, as nothing comes after.

        A learning rate that the run was given before counts, even if its engine had not heard of it yet.
        """
        given = [rate for done, rate in self.history.rate_changes if done <= checkpoint.snapshot.updates]
        if given:
            checkpoint = replace(checkpoint, learning_rate=given[-1])
        self._weights = InMemory(checkpoint.snapshot, None if self.finished else checkpoint)

    def change_learning_rate(self, rate: float) -> None:
        """Note that the run uses another learning rate from its next batch on, also if it goes on from here."""
        self.history.add_rate_change(rate)
        if isinstance(self._weights, InMemory) and self._weights.checkpoint is not None:
            snapshot, checkpoint = self._weights.snapshot, self._weights.checkpoint
            if checkpoint.snapshot.updates == len(self.history):
                self._weights = InMemory(snapshot, replace(checkpoint, learning_rate=rate))

    def go_back_to(self, checkpoint: Checkpoint) -> None:
        """Forget what came after this state, as the run goes on from there."""
        done = checkpoint.snapshot.updates
        self.history, self.probabilities = self.history.until(done), self.probabilities.until(done)
        self.moments = tuple(moment for moment in self.moments if moment.updates <= done)
        self._weights = InMemory(checkpoint.snapshot, checkpoint)

    def keep_moment(self, moment: Moment) -> None:
        """Keep what the network was after some batches, instead of what was kept of it there before."""
        others = (kept for kept in self.moments if kept.updates != moment.updates)
        self.moments = tuple(sorted((*others, moment), key=lambda kept: kept.updates))

    def add_epoch(self) -> None:
        """Let a finished run go on for one more epoch, from its last weights.

        Its optimizer begins afresh: of a finished run nothing else is kept. Raises RecipeError if its recipe
        cannot have one more, UserError if validation has chosen where it ends.
        """
        if self.is_out_of_patience or self.recipe.best_weights:
            raise UserError("run-chosen-by-validation", name=self.name)
        self.recipe = replace(self.recipe, epochs=self.recipe.epochs + 1)
        self.history = self.history.until()  # the one there was may be on its way to a file
        self.history.add_intervention(Intervention(len(self.history), How.EPOCH))
        if self._weights is not None:
            self._weights = self._weights.to_go_on(self.learning_rate)

    def take_back_epoch(self) -> None:
        """Be finished again; for a run of whose further epoch nothing is trained yet."""
        self.recipe = replace(self.recipe, epochs=self.recipe.epochs - 1)
        self.history = self.history.until()
        self.history.interventions.pop()
        if self._weights is not None:
            self._weights = self._weights.to_go_on(None)

    def for_file(self) -> "Run":
        """Return the run as another thread may write it: what can still grow is copied."""
        if isinstance(self._weights, OnShelf):
            return replace(self)
        return replace(self, history=self.history.until(), probabilities=self.probabilities.until())

    def shelve(self, shelf: Shelf) -> None:
        """Put the weights on the disk, if there is room, and take no more memory than an ended run needs.

        A run that ended badly keeps its whole curve, and the weights of its checkpoint. Takes as long as the disk.
        """
        weights = self.weights_to_shelve
        if weights is not None:
            self.replace_by_shelved(weights, weights.put(shelf))

    @property
    def weights_to_shelve(self) -> InMemory | None:
        """What ``shelve`` would put on the disk; for a thread that does so while this one goes on."""
        return self._weights if isinstance(self._weights, InMemory) else None

    def replace_by_shelved(self, weights: InMemory, place: Shelved | None) -> None:
        """Let go of weights that lie at ``place`` now, unless the run has others meanwhile."""
        if self._weights is not weights:
            return
        self.history, self.probabilities = self.history.until(), self.probabilities.until()
        if place is not None:
            self._weights = weights.at(place)
