"""How good a run's network is where it pauses: measured on a thread of its own, when it has paused already."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from digitpad.arrays import Floats, Images
from digitpad.data.pictures import ClassPictures
from digitpad.data.training_data import NO_PICTURES, dataset_for
from digitpad.engines.protocol import Step
from digitpad.engines.scoring import scored_sets
from digitpad.errors import GivenUpError
from digitpad.network.judging import answers_to
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Ended, Ending, Event
from digitpad.runs.run import Run
from digitpad.runs.scores.score import Scores
from digitpad.workspace.inquiry import Inquiry, Wanted
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.training.training import State, Training

SOON_MS = 200
"""After the pause: who steps on from there at once has all of the computer for that."""


@dataclass(frozen=True)
class _Pause:
    """Where a run has paused, and what it learns from."""

    run: Run
    snapshot: Snapshot
    ours: ClassPictures | None


class PauseScores(QObject):
    """Follows what training reports, and notes in a run how good it is where somebody has paused it.

    At an epoch's end its engine says so. In the middle of one that would keep the run from pausing for as long as
    20,000 pictures take. What begins meanwhile wants all of the time there is: then the run has no score there.
    """

    def __init__(self, training: Training, runs: RunList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inquiry = Inquiry(self)
        self._training, self._runs = training, runs
        self._pause: _Pause | None = None
        self._measured: Run | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._measure)
        training.state_changed.connect(self._make_room)
        training.reported.connect(self._follow)
        runs.rowsRemoved.connect(self._leave_deleted)
        runs.modelReset.connect(self._leave_deleted)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is being measured, nor about to be."""
        return self._inquiry.is_quiet and not self._soon.isActive()

    def shut_down(self) -> None:
        """Wait for the thread; nothing begins any more."""
        self._soon.stop()
        self._inquiry.shut_down()

    def _make_room(self, state: State) -> None:
        if state is State.TRAINING:
            self._soon.stop()
            self._inquiry.give_up()

    def _follow(self, run: Run, event: Event) -> None:
        if event != Ended(Ending.PAUSED) or self._training.step_under_way not in (None, Step.EPOCH):
            return  # a single batch is too little
        snapshot = run.snapshot
        if snapshot is not None and snapshot.updates not in dict(run.history.scores):
            self._pause = _Pause(run, snapshot, self._training.supplies.given)
            self._soon.start()

    def _measure(self) -> None:
        pause, self._pause = self._pause, None
        if pause is not None and pause.run in self._runs.runs:
            self._measured = pause.run
            self._inquiry.ask(partial(_scores, pause), partial(self._note, pause))

    def _leave_deleted(self) -> None:
        """Give up what nobody will see: the run was deleted, or another session is here."""
        if self._measured not in self._runs.runs:
            self._inquiry.give_up()

    def _note(self, pause: _Pause, found: object) -> None:
        """Note what was found, unless the run was deleted meanwhile, or is somewhere else now."""
        run, batches = pause.run, pause.snapshot.updates
        if isinstance(found, Scores) and run in self._runs.runs and len(run.history) == batches:
            self._runs.score(run, batches, found)


def _scores(pause: _Pause, wanted: Wanted) -> Scores:
    """Measure. Raises GivenUpError once nobody waits for it, and DataFileError without what it is measured on."""

    def predict(images: Images) -> Floats:
        answers = answers_to(pause.snapshot, images, wanted)
        if answers is None:
            raise GivenUpError
        return answers

    data, ours = pause.run.recipe.data, pause.ours
    train, held_out = (NO_PICTURES, NO_PICTURES) if ours is None else (ours.train, ours.held_out)
    dataset = dataset_for(data)
    return scored_sets(data.training_set(dataset, train), dataset, held_out).scores(predict)
