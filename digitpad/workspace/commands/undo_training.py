"""What can be taken back of training: steps, batches by hand, a further epoch, and a reset."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from digitpad.engines.protocol import Step
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Begun, CheckpointTaken, Event
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import Answering, AnsweringNetwork, Origin
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.training.training import Training

MOST_LEVELS = 20
MOST_BYTES = 256_000_000
"""How often Undo can be given after each other, and what the weights for it take; once it always can."""


@dataclass(frozen=True, eq=False)
class _Step:
    """The run was at ``checkpoint`` before it took a step, or was trained by hand."""

    run: Run
    checkpoint: Checkpoint

    @property
    def bytes(self) -> int:
        """What it takes."""
        arrays = (*self.checkpoint.snapshot.weights, *self.checkpoint.slots)
        return sum(array.nbytes for array in arrays)


@dataclass(frozen=True, eq=False)
class _Epoch:
    """The run was finished before it was given one more epoch."""

    run: Run
    bytes: int = 0


@dataclass(frozen=True, eq=False)
class _Reset:
    """This network answered before the untrained one took its place."""

    before: Answering
    bytes: int = 0

    @property
    def run(self) -> Run | None:
        """The run whose network that was."""
        return self.before.run


_Level = _Step | _Epoch | _Reset


def _is_passed(level: _Level, done: int | None = None) -> bool:
    """Say whether a run that has done so many batches, or as many as it has, has gone on since."""
    if not isinstance(level, _Step):
        return True
    return level.checkpoint.snapshot.updates < (len(level.run.history) if done is None else done)


class UndoTraining(QObject):
    """Remembers where training was before something that can be taken back, and goes back there, bit for bit.

    Steps of whatever kind it notices by itself. All that it remembers is of one run, and gone once this goes on to
    its end or another one begins.

    Signals:
        changed(): something can be taken back now, or not any more.
        undone(): something has been taken back.
    """

    changed = Signal()
    undone = Signal()

    def __init__(
        self, training: Training, runs: RunList, network: AnsweringNetwork, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._training = training
        self._runs = runs
        self._network = network
        self._levels: list[_Level] = []
        training.reported.connect(self._follow)
        training.learnt_late.connect(self._follow_late)
        network.changed.connect(self._forget_reset)
        runs.modelReset.connect(self._forget)

    @property
    def is_possible(self) -> bool:
        """Whether there is something to take back, and it can be done now."""
        level = self._level
        if level is None:
            return False
        if isinstance(level, _Reset):
            return level.run is None or level.run in self._runs.runs
        return level.run in self._runs.runs and self._training.is_free

    def what(self) -> str:
        """Say what would be taken back now; nothing if there is nothing."""
        match self._level if self.is_possible else None:
            case _Step(run, checkpoint):
                count = len(run.history) - checkpoint.snapshot.updates
                return self.tr("Take back the last %Ln batch(es) of {run}", "", count).format(run=run.name)
            case _Epoch(run):
                return self.tr("Take back that {run} has one more epoch").format(run=run.name)
            case _Reset():
                return self.tr("Let the network answer again that answered before the reset")
        return ""

    @property
    def _level(self) -> _Level | None:
        """What comes first to be taken back; a step that came to nothing does not."""
        return next((level for level in reversed(self._levels) if _is_passed(level)), None)

    def remember(self, run: Run, checkpoint: Checkpoint) -> None:
        """Remember that a run is at ``checkpoint``, before something that may be taken back."""
        done = checkpoint.snapshot.updates
        self._levels = [level for level in self._levels if level.run is run and _is_passed(level, done)]
        self._push(_Step(run, checkpoint))

    def remember_epoch(self, run: Run) -> None:
        """Remember that a finished run was given one more epoch."""
        self._levels = [level for level in self._levels if level.run is run]
        self._push(_Epoch(run))

    def remember_reset(self, before: Answering) -> None:
        """Remember what answered before a reset."""
        if before.origin is not Origin.UNTRAINED:
            self._push(_Reset(before))

    def undo(self) -> None:
        """Take back what came last; what else was done can be taken back after it."""
        level = self._level
        if level is None or not self.is_possible:
            return
        del self._levels[self._levels.index(level) :]
        match level:
            case _Step(run, checkpoint):
                self._training.go_back(run, checkpoint)
            case _Epoch(run):
                self._take_back_epoch(run)
            case _Reset(before):
                self._network.put_back(before)
        self.changed.emit()
        self.undone.emit()

    def _take_back_epoch(self, run: Run) -> None:
        self._training.stop()
        self._runs.take_back_epoch(run)
        if self._network.now.run is run:
            with self._network.held():
                self._network.begin(run, self._network.now.snapshot)
                self._network.end()

    def _follow(self, run: Run, event: Event) -> None:
        if not isinstance(event, Begun):
            return
        if self._training.step_under_way is None:
            self._forget()
        elif self._training.step_under_way is not Step.NOTHING:
            self.remember(run, event.checkpoint or Checkpoint(event.snapshot, (), run.learning_rate))

    def _follow_late(self, run: Run, event: Event) -> None:
        """What a run has learnt after Stop, which did not wait for it, is its network's that a reset took away."""
        if isinstance(event, CheckpointTaken):
            snapshot = event.checkpoint.snapshot
            self._levels = [
                _Reset(replace(level.before, snapshot=snapshot))
                if isinstance(level, _Reset) and level.run is run
                else level
                for level in self._levels
            ]

    def _push(self, level: _Level) -> None:
        self._levels = [*self._levels, level][-MOST_LEVELS:]
        while len(self._levels) > 1 and sum(level.bytes for level in self._levels) > MOST_BYTES:
            del self._levels[0]
        self.changed.emit()

    def _forget(self) -> None:
        if self._levels:
            self._levels.clear()
            self.changed.emit()

    def _forget_reset(self) -> None:
        """Another network than the untrained one answers: of a reset there is nothing left to take back."""
        if (
            self._network.now.origin is not Origin.UNTRAINED
            and self._levels
            and isinstance(self._levels[-1], _Reset)
        ):
            self._levels.pop()
            self.changed.emit()
