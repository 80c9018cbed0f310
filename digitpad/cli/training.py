"""``digitpad train``: an engine's events as a progress line, sentences or JSON."""

import json
import sys
from dataclasses import asdict, dataclass, field
from typing import TextIO

from digitpad.arrays import Floats
from digitpad.cli.ending import EndableRun
from digitpad.data.pictures import ClassPictures
from digitpad.engines.protocol import Engine, Job
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Event, Scored
from digitpad.runs.recipe import Recipe
from digitpad.runs.scores.best import best, is_out_of_patience
from digitpad.runs.scores.score import SETS, Scores


@dataclass
class TrainingReport:
    """What ``train --json`` prints; lists have one entry an epoch, losses are the epoch's means."""

    recipe: dict[str, object]
    execution: str = ""
    losses: list[float] = field(default_factory=list)
    test_accuracies: list[float] = field(default_factory=list)
    scores: list[dict[str, dict[str, float]]] = field(default_factory=list)
    """Loss and accuracy on training sample, validation and test, by these names; those there are."""
    test_is_ours: bool = False
    """Whether the test is of the class's digits that are held out, as MNIST was not at hand."""
    ended_by: str = ""
    """"validation" if it ended by itself before its last epoch."""
    best_epoch: int | None = None
    """By validation, from 1; None without a validation part."""
    epoch_of_weights: int | None = None
    """After which epoch the weights are those that the training ended with; None in mid-epoch."""
    seconds: list[float] = field(default_factory=list)
    updates: int = 0
    interrupted: bool = False
    held_out: dict[str, object] | None = None
    """How a class's drawings that were held out are read in the end; None without any."""

    def as_json(self) -> str:
        """Return the report as one JSON object."""
        epoch = self.epoch_of_weights or len(self.test_accuracies)
        of_weights = self.test_accuracies[epoch - 1] if self.test_accuracies else None
        return json.dumps({**vars(self), "test_accuracy": of_weights})


class Narrator:
    """Hears what an engine says, and tells it.

    Attributes:
        report: all of it, in figures.
        snapshot: the newest weights.
        unsaid: why nothing can be said any more, None if it can. What is heard counts all the same.
    """

    def __init__(self, recipe: Recipe, *, quiet: bool) -> None:
        self.report = TrainingReport(recipe.as_dict())
        self.snapshot: Snapshot | None = None
        self.unsaid: OSError | None = None
        self._recipe = recipe
        self._quiet = quiet
        self._losses: list[float] = []
        self._seconds = 0.0
        self._scored: list[tuple[int, Scores]] = []
        self._epoch_is_due = False

    def hear(self, event: Event) -> None:
        """Take an event in."""
        if not isinstance(event, Scored):
            self.say_epoch()
        match event:
            case Begun(execution, snapshot):
                self.report.execution, self.snapshot = execution, snapshot
            case Advanced():
                self._advance(event)
            case Scored(batches, scores) if not batches % self._recipe.batches_per_epoch:
                self._score(batches, scores)
            case CheckpointTaken(checkpoint):
                self.snapshot = checkpoint.snapshot

    def _advance(self, event: Advanced) -> None:
        self._losses += event.losses.tolist()
        self._seconds += event.seconds
        self.report.updates = event.batches_done
        if not self._quiet and sys.stderr.isatty() and len(event.losses):
            self._print_progress(event.losses, event.seconds)
        if event.accuracy is not None:
            self.report.losses.append(sum(self._losses) / len(self._losses))
            self.report.test_accuracies.append(event.accuracy)
            self.report.seconds.append(round(self._seconds, 3))
            self._losses, self._seconds = [], 0.0
            self._epoch_is_due = not self._quiet  # the scores, which come next, say whose test it is

    def _score(self, batches: int, scores: Scores) -> None:
        report, per_epoch = self.report, self._recipe.batches_per_epoch
        report.test_is_ours = scores.test_is_ours
        self.say_epoch()
        self._scored.append((batches, scores))
        found = {name: getattr(scores, name) for name in SETS}
        report.scores.append({name: asdict(score) for name, score in found.items() if score is not None})
        done = best(self._scored, per_epoch)
        report.best_epoch = None if done is None else done // per_epoch
        is_early = batches < self._recipe.total_batches
        if is_early and is_out_of_patience(self._scored, per_epoch, self._recipe.patience):
            report.ended_by = "validation"
        if not self._quiet:
            said = [
                f"{self._named(name)} {score['loss']:.4f}, {score['accuracy']:.2%}"
                for name, score in report.scores[-1].items()
            ]
            self._print(f"  loss and accuracy: {' · '.join(said)}\n")

    def _named(self, name: str) -> str:
        """Return what a set is called, and the test so that nobody takes the class's digits for MNIST's."""
        return "test on our held-out digits" if name == "test" and self.report.test_is_ours else name

    def end(self) -> None:
        """Say what validation has chosen, if anything."""
        report, recipe = self.report, self._recipe
        if self.snapshot is not None and not self.snapshot.updates % recipe.batches_per_epoch:
            report.epoch_of_weights = self.snapshot.updates // recipe.batches_per_epoch
        if self._quiet or report.best_epoch is None:
            return
        if report.ended_by:
            self._print(
                f"Stopped after epoch {len(report.scores)}: for {recipe.patience} epochs no better than epoch "
                f"{report.best_epoch} in validation.\n"
            )
        elif not recipe.best_weights:
            self._print(f"Best in validation: epoch {report.best_epoch}.\n")
        if recipe.best_weights and report.epoch_of_weights == report.best_epoch:
            self._print(f"The weights are those of epoch {report.best_epoch}, the best one in validation.\n")

    def say_epoch(self) -> None:
        """Say how the epoch went that has ended, if nobody has said so yet."""
        if self._epoch_is_due:
            self._epoch_is_due = False
            self._print_epoch()

    def _print_progress(self, losses: Floats, seconds: float) -> None:
        done = self.report.updates
        images = self._recipe.images_in(done) - self._recipe.images_in(done - len(losses))
        self._print(
            f"\rbatch {done:,} of {self._recipe.total_batches:,} · "
            f"loss {losses[-1]:.3f} · {images / seconds:,.0f} images/s \033[K",
            sys.stderr,
        )

    def _print_epoch(self) -> None:
        report = self.report
        measured = "accuracy on our held-out digits" if report.test_is_ours else "test accuracy"
        start = "\r\033[K" if sys.stderr.isatty() and sys.stdout.isatty() else ""
        self._print(
            f"{start}Epoch {len(report.losses)} of {self._recipe.epochs}: mean loss {report.losses[-1]:.4f}, "
            f"{measured} {report.test_accuracies[-1]:.2%}, {report.seconds[-1]:.2f} s\n"
        )

    def _print(self, text: str, stream: TextIO | None = None) -> None:
        """Say it, unless nobody hears it any more."""
        if self.unsaid is not None:
            return
        try:
            print(text, end="", file=stream or sys.stdout, flush=True)
        except OSError as error:
            self.unsaid = error


def train(
    engine: Engine,
    recipe: Recipe,
    ours: ClassPictures | None = None,
    *,
    quiet: bool,
    control: EndableRun | None = None,
) -> tuple[TrainingReport, Snapshot]:
    """Train a recipe to its end, or until its control, or a reader that has gone, ends it; return both.

    ``ours`` is the class's own digits, for a recipe that asks for them; ``control`` says afterwards what ended it.
    Raises UserError.
    """
    narrator = Narrator(recipe, quiet=quiet)
    control = control or EndableRun()

    def hear(event: Event) -> None:
        narrator.hear(event)
        if narrator.unsaid is not None:
            control.end_wanted = True

    try:
        engine.run(Job(recipe, ours=ours), hear, control)
    finally:
        narrator.say_epoch()
    narrator.report.interrupted = control.end_wanted
    narrator.end()
    control.unsaid = narrator.unsaid
    if narrator.snapshot is None:
        raise RuntimeError("the engine has reported no weights")
    return narrator.report, narrator.snapshot
