"""The network's answer: a large numeral, and ten bars of softmax probabilities."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from digitpad.arrays import PIXELS
from digitpad.network.evaluation import SURE
from digitpad.network.snapshot import Snapshot
from digitpad.runs.run import Run, short_name
from digitpad.ui.answer.bars import ProbabilityBars
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.numbers import percent

ANSWER_SHARE = 0.4
LEAST_ANSWER_PIXELS = 40
"""Height of the numeral's font, as a share of the view and at least: to be read from the back of a room."""

LINE_EMS = 1.25
"""Height of a line of text in heights of its font."""

SURENESS_PIXELS = 17

PERHAPS = 0.5
"""Below this probability the network does not even say "perhaps"."""


class PredictionView(QWidget):
    """The answer and how sure the network is, beside the ten bars.

    An empty canvas asks for a digit instead of showing a guess.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = QLabel(self)
        self._network.setProperty("role", "muted")
        self._network.setWordWrap(True)
        self._network.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # Always two lines high, so that nothing jumps when the text changes.
        self._network.setFixedHeight(2 * self._network.fontMetrics().lineSpacing() + 2)
        self.answer = QLabel(self)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.answer.setAccessibleName(self.tr("The network's answer"))
        self.sureness = QLabel(self)
        self.sureness.setToolTip(
            self.tr("Sure: 90 % or more, and the drawing looks like that digit. Odd: it does not look like it.")
        )
        self.runner_up = QLabel(self)
        self.runner_up.setProperty("role", "muted")
        for label in (self.sureness, self.runner_up):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bars = ProbabilityBars(self)
        self.other_bars = ProbabilityBars(self)
        self.other_bars.setAccessibleName(self.tr("Probabilities by the other network"))
        self.caption, self.other = QLabel(self), QLabel(self)
        for label in (self._network, self.caption, self.other):  # they hold names that somebody has typed
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._other: Run | None = None
        self._other_snapshot: Snapshot | None = None
        self._recognition: Recognition | None = None
        self._arrange()
        self.compare(None)
        self.show_recognition(None)

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        for label in (self.answer, self.sureness, self.runner_up):
            column.addWidget(label)
        column.addStretch()
        column.addWidget(self._network)
        holder = QWidget(self)
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(160)
        # The letters follow the height that the bars get; else they would never settle.
        holder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(holder)
        row.addWidget(_captioned(self.caption, self.bars), 1)
        self._other_answer = _captioned(self.other, self.other_bars)
        row.addWidget(self._other_answer, 1)
        self._set_fonts()

    def hasHeightForWidth(self) -> bool:
        """The label that wraps has a height of its own."""
        return False

    def _set_fonts(self) -> None:
        height = self.height()
        self._set_font(self.sureness, SURENESS_PIXELS)  # first, as the numeral takes what room it leaves
        words = sum(label.sizeHint().height() for label in (self.sureness, self.runner_up))
        room = int((height - words - self._network.height()) / LINE_EMS)
        self._set_font(self.answer, max(LEAST_ANSWER_PIXELS, min(room, round(height * ANSWER_SHARE))))

    def _set_font(self, label: QLabel, pixels: int) -> None:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setBold(True)
        label.setFont(font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the numeral grow with the view."""
        self._set_fonts()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the large letters when the program's font or colours change."""
        if event.type() == QEvent.Type.FontChange:
            self._set_fonts()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            # A new style sheet gives labels the fonts back that they had in the beginning, after this event.
            QTimer.singleShot(0, self, self._set_fonts)
        super().changeEvent(event)

    def _verdict(self, probability: float, digit: int, *, familiar: bool) -> str:
        if probability < PERHAPS:
            words = self.tr("not sure: {percent}")
        elif not familiar:
            words = self.tr("odd {digit}: {percent}")
        else:
            words = self.tr("sure: {percent}") if probability >= SURE else self.tr("perhaps: {percent}")
        return words.format(percent=percent(probability), digit=digit)

    def compare(self, run: Run | None, snapshot: Snapshot | None = None) -> None:
        """Let a run's network answer beside the first, as soon as its weights are there; None ends that."""
        self._other, self._other_snapshot = run, snapshot
        for widget in (self.caption, self._other_answer):
            widget.setVisible(run is not None)
        self._show_other()

    def _show_other(self) -> None:
        run, snapshot, recognition = self._other, self._other_snapshot, self._recognition
        if run is None or snapshot is None or recognition is None:
            self.other.setText("" if run is None else short_name(run.name))
            self.other_bars.show_probabilities(None)
            return
        shares = snapshot.probabilities(recognition.stages.glyph.reshape(PIXELS))
        self.other_bars.show_probabilities([float(share) for share in shares])
        self.other.setText(
            self.tr("{name} says {digit}").format(name=short_name(run.name), digit=int(shares.argmax()))
        )

    def show_network(self, text: str) -> None:
        """Say which network is answering."""
        self._network.setText(text)
        self.caption.setText(text)

    def show_recognition(self, recognition: Recognition | None) -> None:
        """Show an answer, or for None that there is nothing to read."""
        self._recognition = recognition
        self._show_other()
        if recognition is None:
            self.answer.setText("?")
            self.sureness.setText(self.tr("Draw a digit"))
            self.runner_up.setText("")
            self.bars.show_probabilities(None)
            return
        probabilities = recognition.probabilities
        first, second = recognition.ranking[:2]
        self.answer.setText(str(first))
        self.sureness.setText(self._verdict(float(probabilities[first]), first, familiar=recognition.familiar))
        self.runner_up.setText(
            self.tr("or {digit}: {percent}").format(digit=second, percent=percent(float(probabilities[second])))
        )
        self.bars.show_probabilities([float(value) for value in probabilities])


def _captioned(caption: QLabel, bars: ProbabilityBars) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never widens the window
    column.addWidget(caption)
    column.addWidget(bars, 1)
    return holder
