"""The ten logits with the answers' probabilities beside them; one of them is taken apart."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStaticText,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import CLASSES
from digitpad.ui.drawn.diverging import above, below
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated

ROW_EMS = 1.1
"""Height of a row in heights of a line, at least."""

LARGEST_EMS = 1.35
"""Size of the letters at most, in those around."""

LEAST_SHARE = 0.85
"""Size of the letters at least, in those around."""

WIDEST, NARROWEST = "0 −00.00 > 00.0 %", "0 −00.00"
"""What most rows need no more room than, with and without probabilities."""

PADDING_EMS = 2.6
"""Around the numbers, with the digit, in sizes of the letters."""

LETTER_SHARE = 0.72
"""Size of the letters as a share of the row."""

MOST_TEXTS = 1024
"""Numbers that are kept laid out."""

BAR_EMS = 1.5
"""Room that is left for the logits' bars from which on they are painted, in sizes of the letters."""


@dataclass(frozen=True)
class Row:
    """A digit's logit, how it is written, and its probability as it is written."""

    logit: float
    number: str
    share: str


class LogitRows(Translated, QWidget):
    """Ten rows: digit, logit, a bar from 0 to either side, probability.

    Signals:
        chosen(int): this digit was chosen; −1 for that of the answer, whatever this is.
        compared(int): the difference to this digit was asked for; −1 for none.
    """

    chosen = Signal(int)
    compared = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._answer, self._digit, self._against = 0, 0, -1
        self._letters = {is_bold: QFont() for is_bold in (False, True)}
        self._texts: dict[tuple[str, bool], QStaticText] = {}
        self._fitted: tuple[object, ...] = ()
        self._number = self._share = self._left_over = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the card below is not painted at each stroke
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._translate()

    def show_rows(self, rows: list[Row], answer: int, digit: int, against: int | None) -> None:
        """Show ten rows, which of them answers, which is taken apart, and which is compared with it."""
        now = rows, answer, digit, -1 if against is None else against
        if now != (self._rows, self._answer, self._digit, self._against):
            self._rows, self._answer, self._digit, self._against = now
            self._describe()
            self.update()

    def row_text(self, digit: int) -> str:
        """Return what is written of a digit: "3 · 9.18 · 98.2 %"."""
        row = self._rows[digit]
        return f"{digit} · {row.number} · {row.share}"

    def place_of(self, digit: int) -> QRectF:
        """Return where a digit's row is."""
        high = self.height() / CLASSES
        return QRectF(0, digit * high, self.width(), high)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Logits and probabilities of the ten digits"))
        self.setToolTip(
            self.tr(
                "The network’s score for each digit, its logit, and what softmax makes of the ten. A click or "
                "the arrow keys choose the digit that is explained, with Shift the one that it is compared with; "
                "Backspace follows the answer again."
            )
        )

    def _describe(self) -> None:
        self.setAccessibleDescription(self.row_text(self._digit))

    def full_width(self) -> int:
        """Return how wide rows are that have probabilities."""
        letters = self.fontMetrics()
        return letters.horizontalAdvance(WIDEST) + letters.height()

    def sizeHint(self) -> QSize:
        """Ten rows with probabilities."""
        return QSize(self.full_width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ten rows without."""
        letters = self.fontMetrics()
        wide = letters.horizontalAdvance(NARROWEST) + letters.height()
        return QSize(wide, round(CLASSES * ROW_EMS * letters.height()))

    # What a hand does.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit under the pointer, with Shift the one to compare with; once more lets go of it."""
        digit = min(CLASSES - 1, max(0, int(event.position().y() * CLASSES / max(1, self.height()))))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.compared.emit(-1 if digit in (self._against, self._digit) else digit)
        else:
            self.chosen.emit(-1 if digit == self._digit else digit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down, with Shift among those to compare with; a digit's key chooses it."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key))
        if step is not None and shift:
            start = self._digit if self._against < 0 else self._against
            found = (start + step) % CLASSES
            self.compared.emit((found + step) % CLASSES if found == self._digit else found)
        elif step is not None:
            self.chosen.emit((self._digit + step) % CLASSES)
        elif key == Qt.Key.Key_Backspace:
            self.compared.emit(-1)
            self.chosen.emit(-1)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self.chosen.emit(key - Qt.Key.Key_0)  # with Shift too: there French keys have digits
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    # What is seen.

    def _fit(self) -> None:
        """Choose letters that fit height and width, and find out how much of the width is left over for bars.

        Where probabilities find no room, there are none: the answer's bars tell them too.
        """
        widest = max((row.number for row in self._rows), key=len)
        longest = max((row.share for row in self._rows), key=len)
        state = (len(widest), len(longest), self.size(), self.font().key())
        if state == self._fitted:
            return
        self._fitted = state
        self._texts.clear()
        self._letters = {is_bold: QFont(self.font()) for is_bold in (False, True)}
        usual = self.fontInfo().pixelSize()
        most = max(1, round(min(LARGEST_EMS * usual, self.height() / CLASSES * LETTER_SHARE)))
        least = min(most, round(LEAST_SHARE * usual))
        sizes = [(share, pixels) for share in (longest, "") for pixels in range(most, least - 1, -1)]
        for share, pixels in sizes:
            for is_bold, letters in self._letters.items():
                letters.setPixelSize(pixels)
                letters.setBold(is_bold)
            metrics = QFontMetricsF(self._letters[True])
            self._number, self._share = metrics.horizontalAdvance(widest), metrics.horizontalAdvance(share)
            self._left_over = self.width() - self._number - self._share - PADDING_EMS * pixels
            if self._left_over >= 0:
                return

    def _write(self, painter: QPainter, text: str, x: float, y: float, *, bold: bool, to_right: bool) -> None:
        """Write a text from x on, or up to it, its middle at y; the same few hundred come again and again."""
        words = self._texts.get((text, bold))
        if words is None:
            words = self._texts[text, bold] = QStaticText(text)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.prepare(QTransform(), self._letters[bold])
        size = words.size()
        painter.drawStaticText(QPointF(x - size.width() if to_right else x, y - size.height() / 2), words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ten rows."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors().card))
        if not self._rows:
            painter.end()
            return
        self._fit()
        if len(self._texts) > MOST_TEXTS:
            self._texts.clear()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        largest = max(abs(row.logit) for row in self._rows) or 1.0
        for digit in range(CLASSES):
            self._paint_row(painter, digit, largest)
        painter.end()

    def _paint_row(self, painter: QPainter, digit: int, largest: float) -> None:
        now, row, em = colors(), self._rows[digit], self._letters[True].pixelSize()
        frame = self.place_of(digit).adjusted(1.5, 1, -1.5, -1)
        self._paint_frame(painter, digit, frame)
        left, right, middle = frame.left() + 0.4 * em, frame.right() - 0.4 * em, frame.center().y()
        is_bold = digit == self._answer
        painter.setFont(self._letters[is_bold])
        painter.setPen(QColor(now.text))
        numbers = left + 1.2 * em + self._number
        self._write(painter, str(digit), left, middle, bold=is_bold, to_right=False)
        self._write(painter, row.number, numbers, middle, bold=is_bold, to_right=True)
        if self._share:
            self._write(painter, row.share, right, middle, bold=is_bold, to_right=True)
        if self._left_over > BAR_EMS * em:
            room = QRectF(numbers + 0.4 * em, frame.top(), 0, frame.height())
            room.setRight(right - self._share - 0.4 * em)
            self._paint_bar(painter, room, row.logit / largest)

    def _paint_frame(self, painter: QPainter, digit: int, frame: QRectF) -> None:
        now, is_chosen = colors(), digit == self._digit
        if not is_chosen and digit != self._against:
            return
        if not is_chosen:
            painter.setPen(QPen(QColor(now.text), 1.5, Qt.PenStyle.DashLine))
        elif self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
        else:
            painter.setPen(QPen(QColor(now.border), 1))
        painter.setBrush(QColor(now.running) if is_chosen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 4, 4)

    def _paint_bar(self, painter: QPainter, room: QRectF, share: float) -> None:
        now, middle, half = colors(), room.center().x(), room.width() / 2
        high = 0.42 * room.height()
        bar = QRectF(QPointF(middle, room.center().y() - high / 2), QPointF(middle + half * share, 0))
        bar.setHeight(high)
        painter.fillRect(bar.normalized(), above(now) if share > 0 else below(now))
        painter.setPen(QPen(QColor(now.muted), 1))
        painter.drawLine(QPointF(middle, room.top()), QPointF(middle, room.bottom()))
