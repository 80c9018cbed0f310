"""What a class looks at in the step that is shown, and what it guesses before it sees."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from digitpad.arrays import Floats
from digitpad.engines.acts.tape import Tape
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.stepping.gradients import steepest
from digitpad.workspace.stepping.slope_checker import SlopeChecker
from digitpad.workspace.stepping.stepping import Stepping


class Inspection(QObject):
    """Follows the step: which picture and weight are looked at, the weight's slope, and the guesses.

    Attributes:
        choice: the picture and the weight.
        checker: reckons the weight's slope anew.
        guess_first: whether the class guesses before it sees.
        weight_guess: whether the chosen weight will go up; None while nobody has guessed.
        loss_guess: what the batch's loss will be by the new weights; None while nobody has guessed.

    Signals:
        changed(): one of these is another now.
    """

    changed = Signal()

    def __init__(self, stepping: Stepping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice()
        self.checker = SlopeChecker(self)
        self.guess_first = False
        self.weight_guess: bool | None = None
        self.loss_guess: float | None = None
        self._stepping = stepping
        self._before: tuple[Floats, ...] | None = None
        self._has_chosen = False
        stepping.changed.connect(self._follow)

    def choose(self, choice: Choice) -> None:
        """Look at another picture or weight; a guess counts for the weight that it was made of."""
        if choice == self.choice:
            return
        if replace(choice, picture=self.choice.picture) != self.choice:
            self.weight_guess, self._has_chosen = None, True
        self.choice = choice
        self._check()
        self.changed.emit()

    def set_guess_first(self, on: bool) -> None:
        """Let the class guess before it sees, or not any more."""
        self.guess_first = on
        self.changed.emit()

    def guess_weight(self, up: bool) -> None:
        """The class says whether the weight will go up."""
        self.weight_guess = up
        self.changed.emit()

    def guess_loss(self, loss: float) -> None:
        """The class says what the loss will be."""
        self.loss_guess = loss
        self.changed.emit()

    def _follow(self) -> None:
        tape = self._tape
        if tape is not None and tape.before is not self._before:  # another step
            self._before, self._has_chosen = tape.before, False
            self.weight_guess = self.loss_guess = None
        if tape is not None and tape.gradients is not None and not self._has_chosen:
            self._has_chosen = True
            self.choice = steepest(tape, replace(self.choice, tensor=0))
        self._check()

    def _check(self) -> None:
        self.checker.show(self._tape, self.choice)

    @property
    def _tape(self) -> Tape | None:
        stop = self._stepping.stop
        return None if stop is None else stop.tape
