"""The sum in large letters: what pixels and biases make together, each number with its name below it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.inside.written_sum import Term, WrittenSum
from digitpad.workspace.wording.plain_text import as_tip

LARGE_EMS = 1.9
"""Size of the numbers in the letters around them."""

NAME_SHARE, LEAST_NAME_EMS = 0.53, 0.75
"""Size of the names as a share of the numbers', and at least in the letters around."""

GAP_EMS = 0.4
"""Around an operator, in sizes of the numbers' letters."""


class SumLine(Translated, QWidget):
    """Numbers with operators between them, as large as the width allows, and their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sum: WrittenSum | None = None
        self._numbers, self._names = QFont(), QFont()
        self._fitted: tuple[object, ...] = ()
        self._places: list[tuple[QRectF, str, Term | None]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the card below is not painted at each stroke
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    def show_sum(self, written: WrittenSum) -> None:
        """Show this sum."""
        if written != self._sum:
            self._sum = written
            self._translate()
            self.update()

    def text(self) -> str:
        """Return what is written: "8.31 + 0.87 = 9.18"."""
        return self._sum.text() if self._sum is not None else ""

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("The sum of all shares"))
        if self._sum is not None:
            parts = (f"{term.number} {term.name}" for term in (*self._sum.terms, self._sum.result))
            self.setAccessibleDescription(f"{self._sum.text()}: {', '.join(parts)}")

    def sizeHint(self) -> QSize:
        """A line of numbers above a line of names."""
        line = self.fontMetrics().height()
        return QSize(20 * line, round((LARGE_EMS + 1.1) * line))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: letters shrink."""
        return QSize(8 * self.fontMetrics().height(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a number is when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            tips = (term.tip for place, _, term in self._places if term is not None and place.contains(at))
            QToolTip.showText(event.globalPos(), as_tip(next(tips, "")), self)
            return True
        return super().event(event)

    def _pieces(self, written: WrittenSum) -> Iterator[tuple[str, Term | None]]:
        yield written.terms[0].number, written.terms[0]
        for operator, term in zip(written.operators, written.terms[1:], strict=True):
            yield operator, None
            yield term.number, term
        yield "=", None
        yield written.result.number, written.result

    def _lay_out(self, written: WrittenSum) -> None:
        """Choose the largest letters that fit, and place all pieces from the left."""
        usual, pixels = self.fontInfo().pixelSize(), round(LARGE_EMS * self.fontInfo().pixelSize())
        while True:
            self._numbers, self._names = QFont(self.font()), QFont(self.font())
            self._numbers.setPixelSize(pixels)
            self._numbers.setBold(True)
            self._names.setPixelSize(round(max(NAME_SHARE * pixels, LEAST_NAME_EMS * usual)))
            large, small = QFontMetricsF(self._numbers), QFontMetricsF(self._names)
            x, self._places = 0.0, []
            for text, term in self._pieces(written):
                name = small.horizontalAdvance(term.name) if term is not None else 0.0
                wide = max(large.horizontalAdvance(text), name)
                gap = GAP_EMS * pixels if term is None else 0.0
                self._places.append((QRectF(x + gap, 0, wide, self.height()), text, term))
                x += wide + 2 * gap
            if x <= self.width() or pixels <= usual * 0.8:
                return
            pixels -= 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint numbers and names."""
        painter, now = QPainter(self), colors()
        painter.fillRect(self.rect(), QColor(now.card))
        if self._sum is None:
            painter.end()
            return
        state = (self._sum, self.width(), self.height(), self.font().key())
        if state != self._fitted:
            self._fitted = state
            self._lay_out(self._sum)
        line = QFontMetricsF(self._numbers).height()
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip
        for place, text, term in self._places:
            painter.setFont(self._numbers)
            painter.setPen(QColor(now.text if term is not None else now.muted))
            painter.drawText(QRectF(place.left(), 0, place.width(), line), centred, text)
            if term is not None:
                painter.setFont(self._names)
                painter.setPen(QColor(now.muted))
                painter.drawText(place.adjusted(0, line * 0.92, 0, 0), centred, term.name)
        painter.end()
