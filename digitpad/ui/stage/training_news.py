"""Tells in the training panel how the run goes, and how it ended."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from digitpad.engines.protocol import Step
from digitpad.errors import UserError
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.events import Advanced, Begun, Ended, Ending, Event, Intervened
from digitpad.runs.queue.plan import Attempt, Plan
from digitpad.runs.recipe import Loop
from digitpad.runs.run import Run
from digitpad.runs.scale import explodes
from digitpad.ui.recipe.sheet import RecipeSheet
from digitpad.ui.transport.transport import Transport
from digitpad.workspace.changes import Part
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.queue.attempt_rows import summary_of
from digitpad.workspace.queue.queue_texts import left_out_text, progress_text
from digitpad.workspace.queue.run_queue import MOST_ENTRIES
from digitpad.workspace.training.pace import Pace
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.acts.situations import awaited_text
from digitpad.workspace.wording.loop_texts import next_run_texts
from digitpad.workspace.wording.numbers import decimal, duration, plain_percent, unbroken, whole
from digitpad.workspace.wording.recipe.network_texts import harm_of_zeros, harm_of_zeros_in_short
from digitpad.workspace.wording.recipe.score_texts import ending_text, loss_text
from digitpad.workspace.wording.run_texts import other_data_text
from digitpad.workspace.wording.sentences import sentence
from digitpad.workspace.workspace import Workspace

IMAGES_STEP = 100
"""A pace is told in whole hundreds of images a second."""


class TrainingNews(QObject):
    """Follows training, and writes its panel's sentence and progress bar.

    Signals:
        told(str): something about a run that is to be read for a while, whatever its progress.
    """

    told = Signal(str)

    def __init__(self, workspace: Workspace, panel: Transport, sheet: RecipeSheet) -> None:
        super().__init__(panel)
        self._training = workspace.training
        self._network = workspace.network
        self._draft, self._readiness = workspace.draft, workspace.readiness
        self._panel, self._sheet = panel, sheet
        self._collector, self._curve = workspace.collector, workspace.data_curve
        self._pace, self._compiled = Pace(), workspace.compiled
        self._heard: tuple[bool, UserError | None] = True, None
        self._said: tuple[Callable[[], str], Callable[[], str], bool] = str, str, False
        self._training.state_changed.connect(self._show_state)
        self._training.reported.connect(self._show_event)
        self._training.refused.connect(self._complain_of_recipe)
        self._training.learnt_late.connect(self._say_again)  # there are more batches than when Stop was pressed
        workspace.commands.failed.connect(self.complain)
        workspace.moments.thinned.connect(self._tell_thinned)
        workspace.network.changed.connect(self._forget_ending)
        for changed in (workspace.readiness.changed, self._collector.changed, self._curve.changed):
            changed.connect(self._say_again)
        workspace.draft.changed.connect(self._show_sense)
        workspace.draft.changed.connect(self.show_recipe)
        self._training.pace_changed.connect(self._show_pace)
        self._runs, self._past = workspace.runs, workspace.past
        workspace.runs.changed.connect(self._show_still)
        workspace.past.changed.connect(self._show_run)
        self._queue, self._work = workspace.queue, workspace.queue_work
        workspace.queue.left_out.connect(self._tell_left_out)
        workspace.queue_work.halted.connect(self._tell_halted)
        workspace.queue_work.tried.connect(self._say_tried)
        workspace.past.failed.connect(self.complain)
        workspace.changes.told.connect(self._follow)
        self._show_ready()
        self.show_recipe()
        self._show_pace()
        self._show_run()

    def _show_still(self) -> None:
        """Say at once how far a run is that does not train."""
        if self._training.state is not State.TRAINING:
            self._show_run()

    def _follow(self, changed: frozenset[Part]) -> None:
        """Say how far the run is that trains, as often as its curve is drawn."""
        if Part.RUNS in changed and self._training.state is State.TRAINING:
            self._show_progress()
            self._show_run()

    def complain(self, problem: UserError) -> None:
        """Say what could not be done."""
        self._say(lambda: sentence(problem), error=True)

    def _complain_of_recipe(self, problem: UserError) -> None:
        """Say why no run could begin, until another recipe is written."""
        self.complain(problem)
        self._heard = False, problem

    def translate(self) -> None:
        """Say all anew, in another language."""
        self._say_again()
        self.show_recipe()
        self._show_pace()
        self._show_run()

    def _say_again(self) -> None:
        """Say the same as it is now."""
        words, shorter, error = self._said
        self._say(words, shorter, error=error)

    def _say(self, words: Callable[[], str], shorter: Callable[[], str] = str, *, error: bool = False) -> None:
        """Say a sentence, or a shorter one where there is no room; both are made anew for another language."""
        self._said = words, shorter, error
        self._panel.say(words(), shorter(), error=error)

    def _show_state(self, state: State) -> None:
        self._sheet.set_fixed(state is not State.IDLE, rate_too=state in (State.WAITING, State.ENDING))
        if state is State.WAITING:
            self._say(lambda: awaited_text(self._training, self._readiness))
        elif state is State.TRAINING and self._training.run is not None:
            if self._compiles(self._training.run):
                self._say(lambda: self.tr("Compiling this network …"))
            elif not self._training.run.is_trained:
                self._say(lambda: self.tr("Preparing the first batches …"))
        elif state is State.IDLE and self._training.run is None and not self._runs.runs:
            self._show_ready()
        self._show_run()

    def _show_event(self, run: Run, event: Event) -> None:
        match event:
            case Begun():
                self._pace = Pace()
            case Advanced():
                self._compiled.note(run.recipe, self._loop_of(run))
                first, end = event.first_batch, event.first_batch + len(event.losses)
                self._pace.add(run.recipe.images_in(end) - run.recipe.images_in(first), event.seconds)
            case Intervened(Intervention(how=How.DATA) as found):
                self.told.emit(other_data_text(run, found))
            case Ended(how, problem):
                self._show_ending(run, how, problem)

    def _compiles(self, run: Run) -> bool:
        """Say whether the first batch of what has just begun has to be compiled."""
        trains = self._training.step_under_way is not Step.NOTHING
        return trains and not self._compiled.covers(run.recipe, self._loop_of(run))

    def _loop_of(self, run: Run) -> Loop:
        """Return how the run's loop runs just now: by hand nothing is compiled."""
        return self._training.loop_under_way or run.loop

    def _tell_thinned(self) -> None:
        self.told.emit(self.tr("No room for all moments: the earliest runs keep fewer."))

    def _tell_halted(self) -> None:
        self.told.emit(self.tr("The queue waits, as its run was stopped: start it again in the view Runs."))

    def _tell_left_out(self, plans: Sequence[Plan]) -> None:
        self.told.emit(left_out_text(plans, MOST_ENTRIES))

    def _say_tried(self, attempt: Attempt) -> None:
        self._say(lambda: summary_of(self._queue, attempt))

    def _show_progress(self) -> None:
        run = self._training.run
        if run is None or not len(run.history) or not self._pace.images_per_second:
            return
        done, recipe = len(run.history), run.recipe
        if explodes(run):
            self._say(lambda: self.tr("The loss is exploding: try a smaller learning rate."), error=True)
            return
        if self._work.place()[1] > 1:
            self._say(lambda: progress_text(*self._work.place(), self._work.seconds_left()))
            return
        epoch = min(recipe.epochs, done // recipe.batches_per_epoch + 1)
        pace = round(self._pace.images_per_second / IMAGES_STEP) * IMAGES_STEP
        left = self._pace.seconds_left(recipe.epochs * recipe.data.size - recipe.images_in(done))
        self._say(
            lambda: self.tr("Epoch {epoch} of {epochs} · {pace} images/s · {left} left").format(
                epoch=whole(epoch), epochs=whole(recipe.epochs), pace=whole(pace), left=unbroken(duration(left))
            )
        )

    def _show_ending(self, run: Run, how: Ending, problem: UserError | None) -> None:
        self._show_run()
        done = len(run.history)
        if how is Ending.FAILED and problem is not None:
            (self.complain if done else self._complain_of_recipe)(problem)
        elif how is Ending.PAUSED and done:
            self._say_paused(done, run.history.losses[-1])
        elif how is Ending.PAUSED:
            self._say(
                lambda: self.tr("Paused before the first batch. You can draw and step; Space goes on."),
                lambda: self.tr("Paused before the first batch."),
            )
        elif not run.is_trained:
            self._show_ready()
        elif how is Ending.COMPLETED:
            self._say_done(run)
        else:
            self._say(lambda: self.tr("Stopped after %Ln batch(es).", "", len(run.history)))
        if done and how is not Ending.FAILED:
            self._add_reason(run)

    def _add_reason(self, run: Run) -> None:
        """Say, if it is so, why a run learns nothing, beside how it ended."""
        if harm_of_zeros(run.recipe):
            words, _, _ = self._said
            self._say(
                lambda: " ".join([words(), harm_of_zeros(run.recipe)]), lambda: harm_of_zeros_in_short(run.recipe)
            )

    def _say_paused(self, done: int, loss: float) -> None:
        self._say(
            lambda: self.tr(
                "Paused after batch {batch}, loss {loss}. You can draw and step; Space goes on."
            ).format(batch=whole(done), loss=loss_text(loss)),
            lambda: self.tr("Paused after batch {batch}, loss {loss}.").format(
                batch=whole(done), loss=loss_text(loss)
            ),
        )

    def _say_done(self, run: Run) -> None:
        done, accuracy = len(run.history), run.accuracy
        if ending_text(run):
            self._say(lambda: ending_text(run))
        elif accuracy is None:
            self._say(lambda: self.tr("Done after %Ln batch(es).", "", done))
        else:
            self._say(
                lambda: self._done_text(done).format(accuracy=unbroken(plain_percent(accuracy))),
                lambda: self.tr("Done after %Ln batch(es).", "", done),
            )

    def _done_text(self, done: int) -> str:
        if self._readiness.has_mnist:
            return self.tr("Done after %Ln batch(es): {accuracy} of the test images are read right.", "", done)
        return self.tr("Done after %Ln batch(es): {accuracy} of our held-out digits are read right.", "", done)

    def _show_ready(self) -> None:
        self._say(lambda: self.tr("Ready to train.") if self._can_train() else "")

    def _can_train(self) -> bool:
        is_busy = self._collector.is_collecting or self._curve.is_running
        return not is_busy and self._readiness.problem_of(self._draft.recipe) is None

    def _show_run(self) -> None:
        """Show how far the current run is."""
        run = self._past.run
        is_to_begin = self._training.state is State.WAITING and self._training.run is None
        self._panel.time_line.show_run(run, busy=is_to_begin)
        if run is None or not len(run.history) or self._past.is_apart:
            self._panel.show_figures("", "")
            return
        aim = self._past.aim
        done = len(run.history) if aim is None else aim.updates
        far = {"batch": whole(done), "batches": whole(run.recipe.total_batches)}
        losses = run.history.losses
        self._panel.show_figures(
            self.tr("batch {batch} of {batches} · loss").format(**far),
            loss_text(losses[max(0, min(done, len(losses)) - 1)]),  # the first is the untrained one's
            self.tr("{batch} of {batches} · loss").format(**far),
        )
        self._panel.pace.show_pace(self._training.pace, len(run.history))

    def _show_pace(self) -> None:
        run = self._training.run
        self._panel.pace.show_pace(self._training.pace, 0 if run is None else len(run.history))

    def show_recipe(self) -> None:
        """Say in a line what the next run is made of."""
        text, shorter = next_run_texts(self._draft.recipe, self._training.loop)
        self._panel.recipe.setText(text, shorter=shorter)
        self._panel.recipe.setToolTip(text)

    def _forget_ending(self) -> None:
        """Another network than the last run's answers: how that run ended says nothing of it."""
        trained = Origin.TRAINING, Origin.TRAINED
        if self._training.state is State.IDLE and self._network.now.origin not in trained:
            self._show_ready()

    def _show_sense(self) -> None:
        heard = self._draft.makes_sense, self._draft.problem
        if heard != self._heard:
            self._heard = heard
            if self._draft.makes_sense:
                self._show_ready()
            elif self._draft.problem is not None:
                self.complain(self._draft.problem)
            else:
                self._say(
                    lambda: self.tr("The learning rate must be a number above 0, like {example}.").format(
                        example=decimal(0.001, 3)
                    ),
                    error=True,
                )
