"""All of the view *Step*: the acts, the code beside the card, what can be done, and what comes next."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QVBoxLayout,
    QWidget,
)

from digitpad.arrays import Floats
from digitpad.engines.acts.tape import Act, CodePage, Stop, Tape
from digitpad.network.slope import Slope
from digitpad.ui.translated import Translated
from digitpad.ui.views.page_stack import PageStack
from digitpad.ui.views.scrolled import scrolled
from digitpad.ui.views.step.act_bar import ActBar
from digitpad.ui.views.step.cards.again_card import AgainCard
from digitpad.ui.views.step.cards.batch_card import BatchCard
from digitpad.ui.views.step.cards.card import StepCard
from digitpad.ui.views.step.cards.forward_card import ForwardCard
from digitpad.ui.views.step.cards.gradients_card import GradientsCard
from digitpad.ui.views.step.cards.loss_card import LossCard
from digitpad.ui.views.step.cards.mean_card import MeanCard
from digitpad.ui.views.step.cards.slope_card import Point
from digitpad.ui.views.step.cards.start_card import StartCard
from digitpad.ui.views.step.cards.update_card import UpdateCard
from digitpad.ui.views.step.code_panel import CodePanel
from digitpad.ui.views.step.guess_bar import GuessBar
from digitpad.ui.views.step.sentence_bar import SentenceBar
from digitpad.ui.views.step.step_buttons import StepButtons
from digitpad.ui.views.words import SPACING
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.wording.acts.names import tensor_of, weight_name
from digitpad.workspace.wording.acts.texts import summary

CODE_PARTS, CARD_PARTS = 42, 58
"""How code and card share the width, or the height."""

PORTRAIT_EMS = 30.0
"""In a narrower room that is higher than wide the code stands above the card."""

LEAST_LINES = 12


class StepPanel(Translated, QWidget):
    """A step's code and cards. It knows no workspace: it shows what it is told, and tells what was chosen.

    Attributes:
        bar, code, cards, guess, sentence, commands: its parts; ``cards`` by act, ``commands`` the buttons' row.

    Signals:
        chosen(Choice): another picture or weight was chosen.
        act_chosen(Act): this act's card is to be shown.
        pushed(float): the loss is to be found for this value of the chosen weight.
        slope_guessed(bool): the weight is guessed to go up, or down.
        loss_guessed(float): the loss is guessed to become this.
    """

    chosen = Signal(object)
    act_chosen = Signal(object)
    pushed = Signal(float)
    slope_guessed = Signal(bool)
    loss_guessed = Signal(float)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """``actions`` get a button each, in this order; ``next_card``, if it is there, as the most important."""
        super().__init__(parent)
        self.bar, self.code, self.sentence = ActBar(self), CodePanel(self), SentenceBar(self)
        self.guess = GuessBar(self)
        self.gradients, self.mean, self.update_, self.again = (
            GradientsCard(),
            MeanCard(),
            UpdateCard(),
            AgainCard(),
        )
        self.cards: dict[Act, StepCard] = {
            Act.BATCH: BatchCard(),
            Act.FORWARD: ForwardCard(),
            Act.LOSS: LossCard(),
            Act.MEAN: self.mean,
            Act.GRADIENTS: self.gradients,
            Act.UPDATE: self.update_,
            Act.AGAIN: self.again,
        }
        self._stack = PageStack(self)
        self._start = scrolled(StartCard(), sideways=True)
        self._areas = {act: scrolled(card, sideways=True) for act, card in self.cards.items()}
        self.commands = StepButtons(actions, self)
        self._between: QWidget | None = None
        self._stop: Stop | None = None
        self._page: CodePage | None = None
        self._choice = Choice()
        self._act = Act.BATCH
        self._asked: str | None = None
        self._guesses: tuple[bool | None, float | None] = None, None
        self._arrange()
        self._connect()
        self.show_stop(None, Choice(), None)
        self._translate()

    def _arrange(self) -> None:
        for area in self._areas.values():
            self._stack.addWidget(area)
        self._stack.addWidget(self._start)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.guess)
        right.addWidget(self._stack, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(2 * SPACING)
        self._middle.addWidget(self.code, CODE_PARTS)
        self._middle.addLayout(right, CARD_PARTS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACING)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.sentence)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.commands)

    def _connect(self) -> None:
        self.bar.chosen.connect(self.act_chosen)
        for card in self.cards.values():
            card.chosen.connect(self.chosen)
        self.gradients.pushed.connect(self.pushed)
        self.guess.slope_guessed.connect(self.slope_guessed)
        self.guess.loss_guessed.connect(self.loss_guessed)

    def add_between_steps(self, widget: QWidget) -> None:
        """Have a widget that comes and goes above the buttons: these stay under the pointer that clicks them."""
        self._between = widget
        self._column.insertWidget(self._column.indexOf(self.commands), widget)

    # What it is told.

    def show_stop(self, stop: Stop | None, choice: Choice, shown: Act | None) -> None:
        """Show where the step is, what is chosen, and the card of the act ``shown``, by default the newest.

        Without a stop there is no step yet. When the step is over, the code stays, and nothing in it runs.
        """
        self._stop, self._choice = stop, choice
        tape = None if stop is None else stop.tape
        known = None if tape is None or tape.batch is None else tape.act
        self._act = min(shown or known or Act.BATCH, known or Act.BATCH)
        self.bar.show_act(self._act, known)
        place = None if stop is None else stop.place
        if place is not None:
            self._page = place.calls[0][0] if place.calls else place.page
        self.code.show_place(place, self._page)
        self._show_card()
        self._show_words()

    def show_page(self, page: CodePage | None) -> None:
        """Show this page as long as no step is under way."""
        self._page = page
        if self._stop is None or self._stop.place is None:
            self.code.show_place(None, page)

    def show_losses(self, losses: Floats) -> None:
        """Take the run's losses so far, float32 (n,), for the small curve of the mean's card."""
        self.mean.show_losses(losses)

    def show_slope(self, slope: Slope | None, points: Sequence[Point], gradient: float) -> None:
        """Show what was found about the chosen weight: losses beside it, points tried, the newest last."""
        self.gradients.show_slope(slope, points, gradient)

    def ask(self, act: Act | None) -> None:
        """Ask what the class guesses before the act GRADIENTS or AGAIN; nothing for any other and for None."""
        tape = None if self._stop is None else self._stop.tape
        if tape is not None and act is Act.GRADIENTS:
            tensor = tensor_of(tape, self._choice)
            value = float(tape.before[tensor][self._choice.index(tape.before[tensor].shape)])
            self._asked = weight_name(tape, self._choice)
            self.guess.ask_slope(self._asked, value)
        elif tape is not None and act is Act.AGAIN and tape.mean is not None:
            self.guess.ask_loss(tape.mean)
        else:
            self.guess.ask_nothing()

    def show_guesses(self, up: bool | None, loss: float | None) -> None:
        """Draw what the class has guessed beside what is so: where the weight goes, and the loss; None is none."""
        self._guesses = up, loss
        self.again.show_guess(loss)
        self._show_slope_guess()

    def _show_slope_guess(self) -> None:
        """Show the guess at the weight that it was about."""
        tape = self.tape
        is_other = tape is not None and self._asked is not None and self._asked != weight_name(tape, self._choice)
        up = None if is_other else self._guesses[0]
        self.gradients.slope.show_guess(up)
        self.update_.show_guess(up)

    def say(self, text: str, *offers: QAction) -> None:
        """Say what the situation is, with a button for each of at most two actions; an empty text ends that."""
        self.sentence.show_text(text, *offers)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, or show it again."""
        for card in self.cards.values():
            card.set_projector(on)
        self.code.set_projector(on)

    # How it shows it.

    @property
    def tape(self) -> Tape | None:
        """What is shown; None without a step."""
        return None if self._stop is None else self._stop.tape

    @property
    def card(self) -> StepCard:
        """The card that is shown."""
        return self.cards[self._act]

    def _show_card(self) -> None:
        begun = self._stop is not None and self._stop.tape.batch is not None
        self._stack.setCurrentWidget(self._areas[self._act] if begun else self._start)
        if self._stop is not None:
            self._show_slope_guess()
            self.card.show_tape(self._stop.tape, self._choice)

    def _show_words(self) -> None:
        tape = self.tape
        self._stack.setAccessibleDescription("" if tape is None else summary(tape, self._act))
        self.commands.show_next(tape)

    def _translate(self) -> None:
        self._stack.setAccessibleName(self.tr("What the step has made"))
        self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have words on the buttons, and the code beside the card, as long as there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        # By the whole height: code and card turn over neither as what is between comes and goes, nor as it grows.
        is_portrait = self.height() > self.width() < PORTRAIT_EMS * self.fontMetrics().height()
        directions = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(directions[is_portrait])

    def minimumSizeHint(self) -> QSize:
        """Buttons without words, acts without names, and some lines of code and card."""
        width = max(self.commands.minimumSizeHint().width(), self.bar.minimumSizeHint().width())
        height = LEAST_LINES * self.fontMetrics().height()
        if self._between is None or self._between.isHidden():
            return QSize(width, height)
        between = self._between.minimumSizeHint()
        return QSize(max(width, between.width()), height + SPACING + between.height())
