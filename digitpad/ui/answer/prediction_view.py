"""The network's answer: a large numeral, and ten bars of softmax probabilities."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from digitpad.arrays import CLASSES
from digitpad.network.evaluation import SURE
from digitpad.runs.run import Run, short_name
from digitpad.ui.theme import colors
from digitpad.workspace.recognizer import Recognition

ANSWER_SHARE = 0.4
LEAST_ANSWER_PIXELS = 40
"""Height of the numeral's font, as a share of the view and at least: to be read from the back of a room."""

LINE_EMS = 1.25
"""Height of a line of text in heights of its font."""

SURENESS_PIXELS = 17

ROW_PIXELS = 21
PERHAPS = 0.5
"""Below this probability the network does not even say "perhaps"."""

DIGIT_EMS = 2.1
PERCENT_EMS = 4.9
"""Widths of the two columns beside the bars, in heights of the font."""


class ProbabilityBars(QWidget):
    """Ten rows: digit, bar, percentage. The winner is bold, in the accent colour and has a pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.probabilities: list[float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Probabilities of the ten digits"))
        self.setToolTip(self.tr("How probable the network finds each digit (softmax); together they make 100 %"))

    def show_probabilities(self, probabilities: list[float] | None) -> None:
        """Show ten numbers from 0 to 1, or empty bars for None."""
        self.probabilities = probabilities
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ten rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values = self.probabilities
        winner = None if values is None else values.index(max(values))
        height = self.height() / CLASSES
        for digit in range(CLASSES):
            row = QRectF(0, digit * height, self.width(), height)
            self._paint_row(painter, row, digit, None if values is None else values[digit], digit == winner)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, digit: int, value: float | None, wins: bool) -> None:
        now = colors()
        font = QFont(self.font())
        em = round(min(26, row.height() * 0.72))
        digit_column, percent_column = DIGIT_EMS * em, PERCENT_EMS * em
        font.setPixelSize(em)
        font.setBold(wins)
        painter.setFont(font)
        painter.setPen(QColor(now.text if wins or value is None else now.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        left = QRectF(row.left() + 14, row.top(), digit_column - 14, row.height())
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, str(digit))
        track = row.adjusted(digit_column, row.height() * 0.2, -percent_column, -row.height() * 0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.hover))
        painter.drawRoundedRect(track, 3, 3)
        if value is None:
            return
        painter.setBrush(QColor(now.accent if wins else now.quiet))
        bar = QRectF(track.topLeft(), QSize(0, 0))
        bar.setSize(track.size())
        bar.setWidth(max(2.0, track.width() * value))
        painter.drawRoundedRect(bar, 3, 3)
        if wins:
            tip, half = row.left() + 9, row.height() * 0.24
            centre = row.center().y()
            painter.drawPolygon(
                QPolygonF([QPointF(tip - 8, centre - half), QPointF(tip - 8, centre + half), QPointF(tip, centre)])
            )
        painter.setPen(QColor(now.text if wins else now.muted))
        right = QRectF(row.right() - percent_column, row.top(), percent_column, row.height())
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, percent(value))

    def sizeHint(self) -> QSize:
        """Ten rows at a readable height."""
        return QSize(320, CLASSES * ROW_PIXELS)

    def minimumSizeHint(self) -> QSize:
        """Ten rows that can still be read."""
        return QSize(150, CLASSES * (ROW_PIXELS - 7))


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
            words = self.tr("not sure: %1")
        elif not familiar:
            words = self.tr("odd %2: %1")
        else:
            words = self.tr("sure: %1") if probability >= SURE else self.tr("perhaps: %1")
        return words.replace("%1", percent(probability)).replace("%2", str(digit))

    @property
    def other_run(self) -> Run | None:
        """The run whose network answers beside the first."""
        return self._other

    def compare(self, run: Run | None) -> None:
        """Let a run's network, as it is at any time, answer beside the first; None ends that."""
        self._other = run
        for widget in (self.caption, self._other_answer):
            widget.setVisible(run is not None)

    def _show_other(self, recognition: Recognition | None) -> None:
        run = self._other
        snapshot = None if run is None or recognition is None else run.snapshot
        if run is None or snapshot is None or recognition is None:
            self.other.setText("" if run is None else short_name(run.name))
            self.other_bars.show_probabilities(None)
            return
        shares = snapshot.probabilities(recognition.stages.glyph.reshape(-1))
        self.other_bars.show_probabilities([float(share) for share in shares])
        self.other.setText(
            self.tr("%2, says %1").replace("%2", str(int(shares.argmax()))).replace("%1", short_name(run.name))
        )

    def show_network(self, text: str) -> None:
        """Say which network is answering."""
        self._network.setText(text)
        self.caption.setText(text)

    def show_recognition(self, recognition: Recognition | None) -> None:
        """Show an answer, or for None that there is nothing to read."""
        self._show_other(recognition)
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
            self.tr("or %1: %2").replace("%1", str(second)).replace("%2", percent(float(probabilities[second])))
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


def percent(share: float) -> str:
    """Write a share as a percentage with one decimal, never rounding up to a certainty it is not."""
    if share >= 0.9995:
        return "> 99.9 %"
    if share < 0.0005:
        return "< 0.1 %"
    return f"{share * 100:.1f} %"
