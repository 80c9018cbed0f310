"""What Next would do now: whose batch comes, or why none does."""

from enum import Enum, auto

from digitpad.data.training_data import TrainingImages
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.training.draft import Draft
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.training.training import State, Training


class Situation(Enum):
    """What Next would do, or why it can do nothing."""

    LOADING = auto()
    """TensorFlow or MNIST is being loaded."""
    AWAITED = auto()
    """A run was asked for that begins as soon as pictures are made of the class's digits."""
    IMPOSSIBLE = auto()
    """One of them cannot be."""
    LENT = auto()
    """Networks that are no runs are trained; a step waits until that is over."""
    TRAINING = auto()
    """A run trains: Next pauses it first."""
    NO_SENSE = auto()
    """There is no run, and the recipe makes none."""
    NEW_RUN = auto()
    """Next begins a run by the recipe."""
    NEXT_BATCH = auto()
    """Next begins the paused run's next batch."""
    FINISHED = auto()
    """The run that answers has no batch left."""
    PREPARING = auto()
    """The images of the batch, or of a run that begins, are being varied."""
    WORKING = auto()
    """A line runs."""
    STOPPED = auto()
    """The step waits at a line, or one of its earlier stops is shown."""


def situation_of(training: Training, readiness: Readiness, network: AnsweringNetwork, draft: Draft) -> Situation:
    """Return what Next would do while no step is under way."""
    if training.state in (State.TRAINING, State.ENDING):
        return Situation.TRAINING
    if training.is_lent:
        return Situation.LENT
    if not readiness.can_train_by(draft.recipe if training.run is None else training.run.recipe):
        return Situation.IMPOSSIBLE if readiness.is_known else Situation.LOADING
    if training.state is State.WAITING:
        return Situation.AWAITED
    if training.state is State.PAUSED:
        return Situation.NEXT_BATCH
    if finished_run(network) is not None:
        return Situation.FINISHED
    return Situation.NEW_RUN if draft.makes_sense else Situation.NO_SENSE


def situation_before(run: Run | None) -> Situation:
    """Return what goes on until a run pauses before its first step: varying a new one's images takes long."""
    if run is not None and not run.is_trained and run.recipe.data.images is TrainingImages.VARIED:
        return Situation.PREPARING
    return Situation.WORKING


def finished_run(network: AnsweringNetwork) -> Run | None:
    """Return the run that answers if it has no batch left."""
    run = network.now.run
    return run if run is not None and run.finished else None
