"""Where a run is prepared, started, watched and stopped."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from digitpad.learning.recipe import Recipe
from digitpad.ui.pace import Pace
from digitpad.ui.recipe_form import RecipeForm
from digitpad.ui.training_control import State


class TrainingPanel(QWidget):
    """The recipe's fields, Train and Stop, and how far the run is.

    Attributes:
        form: the recipe's fields.

    Signals:
        train_requested(Recipe): Train was clicked while the fields make sense.
        stop_requested(), reset_requested(): Stop, or Reset, was clicked.
    """

    train_requested = Signal(object)
    stop_requested = Signal()
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = RecipeForm(self)
        self.train_button = QPushButton(self.tr("Train"), self)
        self.train_button.setProperty("role", "primary")
        self.train_button.setToolTip(self.tr("Train a fresh network by this recipe (Ctrl+T)"))
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.stop_button.setToolTip(self.tr("Stop training and keep what was learnt (Ctrl+.)"))
        self.reset_button = QPushButton(self.tr("Reset"), self)
        self.reset_button.setToolTip(self.tr("Forget what was learnt: the untrained network answers (Ctrl+R)"))
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        # Always two lines high, so that nothing jumps when the text changes.
        self.message.setFixedHeight(2 * self.message.fontMetrics().lineSpacing() + 2)
        self.message.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.message.setAccessibleName(self.tr("State of the training"))
        self._pace = Pace()
        self._state = State.IDLE
        self._sensible = True
        self._recipe = self.form.recipe() or Recipe()
        self._batches_per_epoch = self._total_batches = 1
        self._arrange()
        self.train_button.clicked.connect(self.request_training)
        self.stop_button.clicked.connect(self.stop_requested)
        self.reset_button.clicked.connect(self.reset_requested)
        self.form.recipe_changed.connect(self._refresh)
        self.say(self.tr("Ready to train."))
        self._refresh()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        self.train_button.setMinimumWidth(104)
        buttons.addWidget(self.train_button)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.reset_button)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.message)
        words.addWidget(self.progress)
        buttons.addSpacing(6)
        buttons.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addLayout(buttons)

    def request_training(self) -> None:
        """Ask for a run, unless one is under way or the fields make no sense."""
        recipe = self.form.recipe()
        if recipe is not None and self._state is State.IDLE:
            self.train_requested.emit(recipe)

    def show_state(self, state: State) -> None:
        """Enable what can be done in this state."""
        self._state = state
        if state is State.WAITING:
            self.say(self.tr("Training begins as soon as TensorFlow is loaded …"))
        if state is State.STOPPING:
            self.say(self.tr("Stopping …"))
        # Without an end the bar moves to and fro.
        self.progress.setRange(0, 0 if state is State.WAITING else self._total_batches)
        self._refresh()

    def show_begun(self, recipe: Recipe, batches_per_epoch: int, total_batches: int) -> None:
        """Begin to follow a run."""
        self._pace = Pace()
        self._recipe = recipe
        self._batches_per_epoch, self._total_batches = batches_per_epoch, total_batches
        self.progress.setRange(0, total_batches)
        self.progress.setValue(0)

    def show_progress(self, batches_done: int, batches: int, seconds: float) -> None:
        """Say how far the run is, after ``batches`` more took ``seconds``."""
        self._pace.add(batches * self._recipe.batch_size, seconds)
        self.progress.setValue(batches_done)
        epoch = min(self._recipe.epochs, batches_done // self._batches_per_epoch + 1)
        left = self._pace.seconds_left((self._total_batches - batches_done) * self._recipe.batch_size)
        number = QLocale().toString
        self.say(
            self.tr("Epoch %1/%2 · batch %3/%4 · %5 images/s · %6 left")
            .replace("%1", number(epoch))
            .replace("%2", number(self._recipe.epochs))
            .replace("%3", number(batches_done))
            .replace("%4", number(self._total_batches))
            .replace("%5", number(round(self._pace.images_per_second / 100) * 100))
            .replace("%6", self._duration(left))
        )

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a sentence on the state of the training."""
        role = "error" if error else "muted"
        if self.message.property("role") != role:
            self.message.setProperty("role", role)
            self.message.style().polish(self.message)
        self.message.setText(text)

    def _duration(self, seconds: float) -> str:
        if seconds < 90:
            return self.tr("%1 s").replace("%1", str(max(0, round(seconds))))
        return self.tr("%1 min").replace("%1", str(round(seconds / 60)))

    def _refresh(self) -> None:
        idle = self._state is State.IDLE
        sensible = self.form.recipe() is not None
        self.form.setEnabled(idle)
        self.train_button.setEnabled(idle and sensible)
        self.reset_button.setEnabled(idle)
        self.stop_button.setEnabled(self._state in (State.WAITING, State.TRAINING))
        if sensible != self._sensible:
            self._sensible = sensible
            if sensible:
                self.say(self.tr("Ready to train."))
            else:
                self.say(self.tr("The learning rate must be a number above 0, like 0.001."), error=True)
