"""“Who is right?”: a large picture, ten buttons, and, once the class has said what it is, label and answer."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from digitpad.arrays import CLASSES, SIDE, Images
from digitpad.ui.announcing import Announcer
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.words import SPACING, LargeWords, Words
from digitpad.workspace.testing.vote import Vote
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.pictures.testing_texts import score_text, verdict_text, vote_text

QUESTION_EMS = 1.5
NEXT_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Right})
DIGITS = "0123456789"


class LargePicture(QWidget):
    """One picture, as large as there is room for, its pixels as squares."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(2 * SIDE, 2 * SIDE)

    def show_image(self, image: Images | None) -> None:
        """Show uint8 (784,), or nothing."""
        if image is None:
            self._image = QImage()
        else:
            self._image = QImage(image.tobytes(), SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8).copy()
        self.update()

    def sizeHint(self) -> QSize:
        """Eight screen pixels a pixel."""
        return QSize(8 * SIDE, 8 * SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the middle."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        side = max(SIDE, min(self.width(), self.height()) // SIDE * SIDE)
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.drawImage(place, self._image)
        painter.end()


class VotePanel(Translated, QWidget):
    """Asks the class, and tells. While it is open the keys 0 to 9 vote wherever the focus is in it, Space or
    Enter goes on to the next picture and trains nothing, and Esc ends the vote.

    Attributes:
        vote: where the vote stands, None while there is none.
        digits: the ten buttons.
        next_, end: the buttons for the next picture, and for the end.

    Signals:
        ended(): nobody wants to vote any more.
    """

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vote: Vote | None = None
        self._is_projected = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture = LargePicture(self)
        self.question, self.verdict = LargeWords(self, QUESTION_EMS), LargeWords(self, QUESTION_EMS)
        self.told, self.score = Words("", self), LargeWords(self, QUESTION_EMS)
        self.digits = [self._digit(digit) for digit in range(CLASSES)]
        self.next_, self.end = QPushButton(self), QPushButton(self)
        for button in (self.next_, self.end):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next_.setProperty("role", "primary")
        self.next_.clicked.connect(self._go_on)
        self.end.clicked.connect(self.ended)
        self.spoken = Announcer(self, self._spoken_words)
        self._arrange()
        self._translate()

    def _digit(self, digit: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(str(digit))
        button.setProperty("role", "boxed")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys here
        button.clicked.connect(lambda: self._say(digit))
        return button

    def _arrange(self) -> None:
        digits, buttons = FlowLayout(spacing=SPACING), QHBoxLayout()
        for button in self.digits:
            digits.addWidget(button)
        buttons.setSpacing(SPACING)
        buttons.addWidget(self.next_)
        buttons.addWidget(self.end)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.score)
        column.addWidget(self.picture, 1)
        column.addWidget(self.question)
        column.addWidget(self.verdict)
        column.addWidget(self.told)
        column.addLayout(digits)
        column.addLayout(buttons)

    def show_vote(self, vote: Vote | None) -> None:
        """Show where a vote stands."""
        self.vote = vote
        asks = vote is not None and not vote.is_over and vote.given is None
        self.picture.show_image(None if vote is None or vote.is_over else vote.image)
        for button in self.digits:
            button.setEnabled(asks)
        self._share_room()
        self.next_.setEnabled(vote is not None and vote.given is not None)
        self._say_all()
        self.spoken.note()

    def set_projector(self, on: bool) -> None:
        """Have as large a picture as can be."""
        self._is_projected = on
        self._share_room()

    def _share_room(self) -> None:
        """Let the picture have the buttons' room once these are off."""
        for button in self.digits:
            button.setVisible(button.isEnabled() or not self._is_projected)

    def _say_all(self) -> None:
        vote = self.vote
        question = verdict = told = score = ""
        if vote is not None:
            score = score_text(vote.score)
            if vote.is_over:
                question = self.tr("That was the last picture.")
            elif vote.given is None:
                question = self.tr("Picture {number} of {count}: which digit is it? Press 0 to 9.").format(
                    number=whole(vote.number + 1), count=whole(len(vote.places))
                )
            else:
                verdict = verdict_text(vote.given, vote.truth, vote.answer)
                told = vote_text(vote.given, vote.truth, vote.answer, vote.confidence)
        self.question.setText(question)
        self.verdict.setText(verdict)
        self.told.setText(told)
        self.score.setText(score)

    def _spoken_words(self) -> str:
        texts = (self.question.text(), self.verdict.text(), self.told.text())
        return " ".join(text for text in texts if text)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Who is right?"))
        self.picture.setAccessibleName(self.tr("The picture to vote on"))
        self.next_.setText(self.tr("Next picture"))
        self.next_.setToolTip(self.tr("Go on to the next picture (Enter or Space)"))
        self.end.setText(self.tr("End the vote"))
        self.end.setToolTip(self.tr("Back to the matrix (Esc)"))
        for digit, button in enumerate(self.digits):
            button.setToolTip(self.tr("The class says: {digit} (key {digit})").format(digit=digit))
            button.setAccessibleName(button.toolTip())
        self._say_all()

    def _say(self, digit: int) -> None:
        if self.vote is not None:
            self.show_vote(self.vote.voted(digit))

    def _go_on(self) -> None:
        if self.vote is not None:
            self.show_vote(self.vote.next())
            self.setFocus()  # the button for the next picture is off now

    def event(self, event: QEvent) -> bool:
        """Keep for the vote what are elsewhere keys of commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Vote, go on, or end."""
        if not _is_own(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.key() in NEXT_KEYS:
            if not event.isAutoRepeat():
                self._go_on()
        else:
            self._say(int(event.text()))


def _is_own(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    is_digit = len(event.text()) == 1 and event.text() in DIGITS
    return plain and (is_digit or event.key() == Qt.Key.Key_Escape or event.key() in NEXT_KEYS)
