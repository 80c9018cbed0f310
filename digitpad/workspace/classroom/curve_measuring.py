"""Networks trained on more and more of the class's drawings, each tested on those held out; on a thread."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from digitpad.arrays import Places
from digitpad.data.mnist import Dataset
from digitpad.data.pictures import ClassPictures
from digitpad.data.training_data import NO_PICTURES, dataset_for
from digitpad.document.classroom.class_pictures import ClassMaterial
from digitpad.engines.protocol import Engine, FreeRun, Job
from digitpad.network.evaluation import sampling_error, snapshot_accuracy
from digitpad.network.snapshot import Snapshot
from digitpad.runs.estimate import check_affordable
from digitpad.runs.events import Advanced, CheckpointTaken, Event
from digitpad.runs.recipe import Recipe
from digitpad.workspace.worker import Worker

ENOUGH_BATCHES = 20
"""A run of fewer says little of how long the next ones take."""

SECONDS_BESIDE = 0.3
"""What each training takes beside its batches."""

LOOK_SECONDS = 0.1
"""Between two looks at how far a training is, or whether it may begin."""


@dataclass(frozen=True, eq=False)
class CurvePlan:
    """What is to be trained: one network for each of ``parts``, all by the same number of updates.

    Attributes:
        material: the class's drawings; what is held out is tested on.
        recipe: of each network. An epoch has as many images as with all drawings: fewer are repeated.
        parts: places of the drawings that a network is trained on, more and more.
        seconds: about how long all of it takes.
    """

    material: ClassMaterial
    recipe: Recipe
    parts: tuple[Places, ...]
    seconds: float


@dataclass(frozen=True)
class CurvePoint:
    """The accuracy of a network that was trained on so many drawings, with its sampling error, both 0 to 1."""

    drawings: int
    accuracy: float
    error: float


@dataclass(frozen=True)
class Progress:
    """Training ``number`` of ``count``, from 1, on so many drawings, is done to this share, 0 to 1.

    ``seconds_left`` is about how long all that is still to be trained takes.
    """

    number: int
    count: int
    drawings: int
    seconds_left: float
    share: float = 0.0


@dataclass(eq=False)
class Task:
    """What a thread is to measure; whoever does not want it any more says so by ``control``.

    Attributes:
        batches, seconds: those trained by now, and how long they have taken: only its thread counts them.
    """

    plan: CurvePlan
    before: Sequence[threading.Event]
    control: FreeRun = field(default_factory=FreeRun)
    batches: int = 0
    seconds: float = 0.0

    def count(self, trained: Advanced) -> None:
        """Count further batches."""
        self.batches += len(trained.losses)
        self.seconds += trained.seconds

    def seconds_left(self) -> float:
        """Return how long the rest takes, by the plan's estimate until there is one by the batches themselves."""
        trainings, each = len(self.plan.parts), self.plan.recipe.total_batches
        left = 1 - self.batches / (trainings * each)
        if self.batches < ENOUGH_BATCHES:
            return left * self.plan.seconds
        return left * trainings * (each * self.seconds / self.batches + SECONDS_BESIDE)


def measure(task: Task, worker: Worker) -> None:
    """Train and test one network after the other, until all are done or nobody wants them. On a thread."""
    for program_is_free in task.before:
        while not program_is_free.wait(LOOK_SECONDS):
            if task.control.end_wanted:
                return
    from digitpad.engines.tensorflow_engine import TensorFlowEngine

    check_affordable(task.plan.recipe)
    mnist = dataset_for(task.plan.recipe.data)
    # Without test images: nobody asks for the accuracy after each epoch.
    untested = Dataset(mnist.train_images, mnist.train_labels, NO_PICTURES.images, NO_PICTURES.labels)
    engine = TensorFlowEngine(untested)
    for number, part in enumerate(task.plan.parts, 1):
        begun = Progress(number, len(task.plan.parts), len(part), task.seconds_left())
        snapshot = _trained(engine, task, part, begun, worker.report)
        if snapshot is None:
            return
        tests = task.plan.material.ours.held_out
        accuracy = snapshot_accuracy(snapshot, tests.images, tests.labels)
        if accuracy is not None:
            worker.report(CurvePoint(len(part), accuracy, sampling_error(accuracy, len(tests))))


def _trained(
    engine: Engine, task: Task, part: Places, begun: Progress, report: Callable[[object], None]
) -> Snapshot | None:
    """Return the network that is trained on a part of the drawings; None if nobody wants it any more."""
    newest: Snapshot | None = None
    total = task.plan.recipe.total_batches
    last = time.monotonic()
    report(begun)

    def hear(event: Event) -> None:
        nonlocal last, newest
        match event:
            case CheckpointTaken(checkpoint):
                newest = checkpoint.snapshot
            case Advanced():
                task.count(event)
                if time.monotonic() - last >= LOOK_SECONDS:
                    last = time.monotonic()
                    report(replace(begun, seconds_left=task.seconds_left(), share=event.batches_done / total))

    ours = ClassPictures(task.plan.material.pictures.at(part), NO_PICTURES, "")  # no run asks which they are
    engine.run(Job(task.plan.recipe, ours=ours), hear, task.control)
    return newest if newest is not None and newest.updates >= total else None
