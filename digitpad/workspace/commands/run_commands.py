"""What the commands for training and for the runs do."""

import secrets
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from digitpad.engines.pacing import FULL, WATCH, Pace
from digitpad.engines.protocol import Step
from digitpad.errors import UserError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.moments.branch import branched, can_branch
from digitpad.runs.moments.moment import Moment
from digitpad.runs.network_file import SavedNetwork
from digitpad.runs.run import Run
from digitpad.workspace.commands.undo_training import UndoTraining
from digitpad.workspace.easel.answering_network import AnsweringNetwork, Origin
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.time.past import Past
from digitpad.workspace.training.draft import Draft
from digitpad.workspace.training.training import State, Training

NEW_SEEDS = 10_000
"""A new seed is below this: short enough to be read aloud."""


class RunCommands(QObject):
    """Trains, steps, resets; lets runs answer and go on.

    Signals:
        failed(UserError): what was asked for could not be done.
    """

    failed = Signal(object)

    def __init__(
        self,
        training: Training,
        runs: RunList,
        network: AnsweringNetwork,
        draft: Draft,
        jobs: FileJobs,
        undo: UndoTraining,
        past: Past,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._training = training
        self._runs = runs
        self._network = network
        self._draft = draft
        self._jobs = jobs
        self._undo = undo
        self._past = past
        self._resetting = False
        self._wanted: Run | None = None
        training.state_changed.connect(self._maybe_reset)
        draft.changed.connect(self._follow_draft)

    def toggle_training(self) -> None:
        """Train, pause or go on, whichever is possible."""
        state, run = self._training.state, self._training.run
        if state is State.TRAINING:
            self._training.pause()
        elif self._past.looked is not None:
            self._train_from(self._past.looked)
        elif state is State.PAUSED and run is not None:
            self._training.resume(run)
        elif state is State.IDLE and self._draft.makes_sense:
            self._training.train(self._draft.recipe)

    @property
    def can_train_from(self) -> bool:
        """Whether a run can begin with what is looked back at; not while another moment is being read."""
        run, looked = self._network.run, self._past.looked
        is_there = run is not None and looked is not None and can_branch(run, looked.updates)
        is_there = is_there and looked is self._past.aim
        return is_there and self._training.is_free

    def step(self, step: Step) -> None:
        """Train on one batch, or to the epoch's end: of the paused run, or of a new one."""
        if self._past.looked is not None:
            self._train_from(self._past.looked, step)
        elif self._training.state is State.PAUSED or self._draft.makes_sense:
            self._training.step(self._draft.recipe, step)

    def change_pace(self, *, faster: bool) -> None:
        """Show runs at the next faster or slower pace."""
        run = self._training.run
        done = 0 if run is None else len(run.history)
        pace = self._training.pace
        self._training.set_pace(pace.faster(done) if faster else pace.slower(done))

    def toggle_pace(self, pace: Pace) -> None:
        """Show runs at this pace; if they are already, at the other of the two that are most used."""
        other = WATCH if pace == FULL else FULL
        self._training.set_pace(other if self._training.pace == pace else pace)

    def reset(self) -> None:
        """End the run under way, if there is one, and let the untrained network answer."""
        self._wanted = None
        self._resetting = True
        self._training.stop()
        self._maybe_reset(self._training.state)

    def undo_training(self) -> None:
        """Take back the reset, the step or the batches by hand that came last."""
        self._wanted = None
        self._undo.undo()

    def use(self, run: Run) -> None:
        """Let a run's network answer the canvas."""
        self._wanted = run
        if run.is_at_hand:
            self._use((run, run.snapshot))
        else:
            self._jobs.do(lambda: (run, run.snapshot), self._use, self.failed.emit)

    def go_on(self, run: Run) -> None:
        """Continue a run that was stopped; the fields show what it is made of."""
        if self._training.state in (State.IDLE, State.PAUSED) and run.can_go_on:
            self._draft.write(replace(run.recipe, learning_rate=run.rate_to_go_on_with))
            self._training.resume(run)

    def one_more_epoch(self, run: Run) -> None:
        """Let a finished run have one more epoch: it is the paused one then, and can go on."""
        if not (self._training.is_free and run.is_trained and run.finished):
            return
        try:
            self._training.supplies.must_wait_for(run.recipe)  # else it says why not
            self._runs.add_epoch(run)
        except UserError as error:
            self.failed.emit(error)
            return
        self._undo.remember_epoch(run)
        self._draft.write(replace(run.recipe, learning_rate=run.rate_to_go_on_with))
        self._training.resume(run, Step.NOTHING)

    def delete(self, run: Run) -> None:
        """Delete a run in a way that can be undone; one that is under way ends."""
        self._runs.delete(run)

    def draw_new_seed(self) -> None:
        """Write another seed into the recipe: other first weights, another order of the images."""
        self._draft.write(replace(self._draft.recipe, seed=secrets.randbelow(NEW_SEEDS)))

    def take_ready_made(self) -> None:
        """Let the network answer that comes with the program."""
        self._wanted = None
        try:
            self._network.take_ready_made()
        except UserError as error:
            self.failed.emit(error)

    def take_opened(self, network: SavedNetwork, file_name: str) -> None:
        """Let a network from a file answer; the fields show what it is made of."""
        self._wanted = None
        self._draft.write(network.recipe)
        self._network.take(network, file_name)

    def _train_from(self, moment: Moment, step: Step | None = None) -> None:
        """Begin a run with what another one was at the moment that is looked at."""
        run, snapshot = self._network.run, self._network.snapshot
        if run is None or not self.can_train_from:
            return
        try:
            self._training.supplies.must_wait_for(run.recipe)  # else it says why not
        except UserError as error:
            self.failed.emit(error)
            return
        branch = branched(run, snapshot)
        self._past.to_now()
        self._training.stop()  # what is paused, while it is the current run still
        self._runs.add_branch(branch, run)
        self._draft.write(replace(branch.recipe, learning_rate=branch.rate_to_go_on_with))
        self._training.resume(branch, step)

    def _use(self, read: tuple[Run, Snapshot | None]) -> None:
        run, snapshot = read
        if run is not self._wanted:  # something else was asked for while this one was read
            return
        if snapshot is not None and self._training.state in (State.IDLE, State.PAUSED) and run in self._runs.runs:
            self._network.take_run(run, snapshot)

    def _maybe_reset(self, state: State) -> None:
        if self._resetting and state is State.IDLE:
            self._resetting = False
            before = self._network.now
            self._network.reset(self._draft.recipe)
            self._undo.remember_reset(before)

    def _follow_draft(self) -> None:
        # An untrained network is the one that the fields describe.
        now = self._network.now
        if now.origin is Origin.UNTRAINED and now.recipe != self._draft.recipe:
            self._network.reset(self._draft.recipe)
