"""Where a run is prepared, started, watched, paused and stopped."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from digitpad.runs.run import Run
from digitpad.ui.stage.recipe_form import RecipeForm
from digitpad.ui.views.runs.runs_view import RunsView
from digitpad.workspace.pace import Pace
from digitpad.workspace.run_list import RunList
from digitpad.workspace.training import State

CORNER_HEIGHT = 38
"""Logical pixels for the buttons beside the tabs."""

QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own "no limit", which PySide6 does not name."""


class TrainingPanel(QWidget):
    """The recipe's fields and the runs, the buttons that drive a run, and how far it is.

    Attributes:
        form: the recipe's fields.
        runs_view: the list of runs.
        train_button: Train, Pause or Resume, whichever is possible.

    Signals:
        train_requested(Recipe): Train was clicked while the fields make sense.
        step_requested(Recipe, bool): Step was clicked; a whole epoch if Shift was held.
        pause_requested(), resume_requested(), stop_requested(), reset_requested(): their buttons were clicked.
        folded(bool): recipe and runs are out of the way now, or are there again.
    """

    train_requested = Signal(object)
    step_requested = Signal(object, bool)
    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()
    reset_requested = Signal()
    folded = Signal(bool)

    def __init__(self, runs: RunList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = RecipeForm(self)
        self.runs_view = RunsView(runs, self)
        self.train_button = self._button("", self.toggle_training)
        self.train_button.setProperty("role", "primary")
        self.train_button.setToolTip(
            self.tr("Train a fresh network by this recipe, pause it, or go on (Space on the canvas, Ctrl+T)")
        )
        self.step_button = self._button(self.tr("Step"), self._request_step)
        self.step_button.setToolTip(self.tr("Train on one batch (F10); with Shift held to the epoch's end"))
        self.stop_button = self._button(self.tr("Stop"), self.stop_requested.emit)
        self.stop_button.setToolTip(self.tr("End the run and keep what was learnt (Ctrl+.)"))
        self.reset_button = self._button(self.tr("Reset"), self.reset_requested.emit)
        self.reset_button.setToolTip(self.tr("Forget what was learnt: the untrained network answers (Ctrl+R)"))
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAccessibleName(self.tr("State of the training"))
        self._pace = Pace()
        self._state = State.IDLE
        self._sensible = True
        self._total_batches = 1
        self._arrange()
        self.form.recipe_changed.connect(self._refresh)
        self.say(self.tr("Ready to train."))
        self._refresh()

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda: slot())  # type: ignore[operator]  # clicked's argument is of no use
        return button

    def _arrange(self) -> None:
        form = QWidget(self)
        form_column = QVBoxLayout(form)
        form_column.setContentsMargins(0, 8, 0, 0)
        form_column.addWidget(self.form)
        form_column.addStretch()
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(form, self.tr("Recipe"))
        self.tabs.addTab(self.runs_view, self.tr("Runs"))
        corner = QWidget(self)
        buttons = QHBoxLayout(corner)
        buttons.setContentsMargins(0, 0, 0, 2)
        buttons.setSpacing(6)
        self.train_button.setMinimumWidth(104)
        corner.setMinimumHeight(CORNER_HEIGHT)
        for button in (self.train_button, self.step_button, self.stop_button, self.reset_button):
            buttons.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.message)
        words.addWidget(self.progress)
        self.tabs.setCornerWidget(corner)
        self.tabs.tabBarClicked.connect(lambda _: self.set_folded(False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addLayout(words)

    def set_folded(self, folded: bool) -> None:
        """Leave the room of recipe and runs to the plots; a click on a tab brings them back."""
        pages = self.tabs.findChild(QStackedWidget)
        if isinstance(pages, QStackedWidget) and pages.isHidden() != folded:
            pages.setVisible(not folded)
            self.tabs.setMaximumHeight(CORNER_HEIGHT if folded else QWIDGETSIZE_MAX)
            self.folded.emit(folded)

    def toggle_training(self) -> None:
        """Train, pause or go on: what the button says."""
        recipe = self.form.recipe()
        if self._state is State.TRAINING:
            self.pause_requested.emit()
        elif self._state is State.PAUSED:
            self.resume_requested.emit()
        elif self._state is State.IDLE and recipe is not None:
            self.train_requested.emit(recipe)

    def step(self, *, epoch: bool) -> None:
        """Ask for one batch, or for the rest of an epoch."""
        recipe = self.form.recipe()
        if self._state in (State.IDLE, State.PAUSED) and recipe is not None:
            self.step_requested.emit(recipe, epoch)

    def _request_step(self) -> None:
        self.step(epoch=bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier))

    def show_state(self, state: State) -> None:
        """Enable what can be done in this state."""
        before, self._state = self._state, state
        if state is State.WAITING:
            self.say(self.tr("Training begins as soon as TensorFlow is loaded …"))
        elif state is State.TRAINING and before is not State.PAUSED:
            self.say(self.tr("Preparing the first batches …"))
        # Without an end the bar moves to and fro.
        self.progress.setRange(0, 0 if state is State.WAITING else self._total_batches)
        self._refresh()

    def show_ready(self) -> None:
        """Forget how the last run went."""
        self.progress.setValue(0)
        self.say(self.tr("Ready to train."))

    def show_begun(self, run: Run) -> None:
        """Begin to follow a run."""
        self._pace = Pace()
        self._total_batches = run.total_batches
        self.progress.setRange(0, run.total_batches)
        self.progress.setValue(len(run.history))

    def show_progress(self, run: Run, batches: int, seconds: float) -> None:
        """Say how far the run is, after ``batches`` more took ``seconds``."""
        done, recipe = len(run.history), run.recipe
        self._pace.add(batches * recipe.batch_size, seconds)
        self.progress.setValue(done)
        epoch = min(recipe.epochs, done // run.history.batches_per_epoch + 1)
        left = self._pace.seconds_left((run.total_batches - done) * recipe.batch_size)
        number = QLocale().toString
        self.say(
            self.tr("Epoch %1 of %2 · batch %3 of %4 · loss %7 · %5 images/s · %6 left")
            .replace("%1", number(epoch))
            .replace("%2", number(recipe.epochs))
            .replace("%3", number(done))
            .replace("%4", number(run.total_batches))
            .replace("%5", number(round(self._pace.images_per_second / 100) * 100))
            .replace("%6", self._duration(left))
            .replace("%7", f"{run.history.losses[-1]:.3f}")
        )

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a sentence on the state of the training."""
        role = "error" if error else "muted"
        if self.message.property("role") != role:
            self.message.setProperty("role", role)
            self.message.style().polish(self.message)
        self.message.setText(text)
        self.message.setToolTip(text)

    def _duration(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("%1 s").replace("%1", str(max(0, round(seconds))))
        return self.tr("%1 min").replace("%1", str(round(seconds / 60)))

    def _refresh(self) -> None:
        idle, paused = self._state is State.IDLE, self._state is State.PAUSED
        sensible = self.form.recipe() is not None
        words = {State.TRAINING: self.tr("Pause"), State.ENDING: self.tr("Pause"), State.PAUSED: self.tr("Resume")}
        self.train_button.setText(words.get(self._state, self.tr("Train")))
        self.form.set_fixed(not idle, rate_too=self._state in (State.WAITING, State.ENDING))
        self.train_button.setEnabled((idle and sensible) or paused or self._state is State.TRAINING)
        self.step_button.setEnabled((idle and sensible) or paused)
        self.stop_button.setEnabled(self._state in (State.WAITING, State.TRAINING, State.PAUSED))
        self.reset_button.setEnabled(self._state is not State.ENDING)
        if sensible != self._sensible:
            self._sensible = sensible
            if sensible:
                self.say(self.tr("Ready to train."))
            else:
                self.say(self.tr("The learning rate must be a number above 0, like 0.001."), error=True)
