"""The sum in large letters: what pixels and biases make together, each number with its name below it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.ui.drawn.tips import TipOfParts
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.inside.written_sum import Term, WrittenSum, halved

LARGE_EMS = 1.9
"""Size of the numbers in the letters around them."""

NAME_SHARE, LEAST_NAME_EMS = 0.53, 0.75
"""Size of the names as a share of the numbers', and at least in the letters around: before a projector 1."""

BELOW_EMS, PROJECTOR_BELOW_EMS = 1.1, 1.8
"""Room for the names, in heights of a line: as usual, and before a projector."""

GAP_EMS = 0.4
"""Around an operator, in sizes of the numbers' letters."""

LEAST_EMS = 0.8
"""Size of the numbers at least, in the letters around them."""

NAMES_AT = 0.92
"""Where names begin, in heights of the numbers' line."""


class SumLine(TipOfParts, Translated, QWidget):
    """Numbers with operators between them, as large as the width allows, and their names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sum: WrittenSum | None = None
        self._is_projected = False
        self._numbers, self._names = QFont(), QFont()
        self._fitted: tuple[object, ...] = ()
        self._widths: dict[tuple[str, str], float] = {}
        self._places: list[tuple[QRectF, str, str, Term | None]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the card below is not painted at each stroke
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    def show_sum(self, written: WrittenSum) -> None:
        """Show this sum."""
        if written != self._sum:
            self._sum = written
            self._translate()
            self.update()

    def set_projector(self, on: bool) -> None:
        """Have names that the last row can read, or as small ones as usual."""
        self._is_projected = on
        self.updateGeometry()
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
        below = PROJECTOR_BELOW_EMS if self._is_projected else BELOW_EMS
        return QSize(20 * line, round((LARGE_EMS + below) * line))

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: letters shrink."""
        return QSize(8 * self.fontMetrics().height(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widths.clear()
            self.updateGeometry()
        super().changeEvent(event)

    def _tip_at(self, point: QPointF) -> str:
        tips = (term.tip for place, _, _, term in self._places if term is not None and place.contains(point))
        return next(tips, "")

    def _pieces(self, written: WrittenSum) -> Iterator[tuple[str, Term | None]]:
        yield written.terms[0].number, written.terms[0]
        for operator, term in zip(written.operators, written.terms[1:], strict=True):
            yield operator, None
            yield term.number, term
        yield "=", None
        yield written.result.number, written.result

    def _lay_out(self, written: WrittenSum) -> None:
        """Choose the largest letters that fit, with as few names in two lines as need be, the longest first."""
        usual = self.fontInfo().pixelSize()
        least = usual if self._is_projected else round(LEAST_EMS * usual)
        names = sorted((term.name for term in (*written.terms, written.result)), key=len, reverse=True)
        for pixels in range(max(least, self._largest(written, round(LARGE_EMS * usual))), least - 1, -1):
            self._numbers = self._letters(pixels, bold=True)
            large = QFontMetricsF(self._numbers)
            wide = [large.horizontalAdvance(text) for text, _ in self._pieces(written)]
            for count in range(len(names) + 1):
                if self._fits(written, wide, large.height(), names[:count]):
                    return

    def _letters(self, pixels: int, *, bold: bool) -> QFont:
        letters = QFont(self.font())
        letters.setPixelSize(pixels)
        letters.setBold(bold)
        return letters

    def _largest(self, written: WrittenSum, pixels: int) -> int:
        """Return the size of letters, at most this, in which the numbers would fit if they had no names.

        A sum follows the pen: not all sizes can be tried.
        """
        metrics = QFontMetricsF(self._letters(pixels, bold=True))
        wide = sum(
            metrics.horizontalAdvance(text) + (2 * GAP_EMS * pixels if term is None else 0)
            for text, term in self._pieces(written)
        )
        return min(pixels, int(pixels * self.width() / wide) + 1)

    def _fits(self, written: WrittenSum, numbers: list[float], high: float, in_two: list[str]) -> bool:
        """Place all pieces from the left, and say whether they fit: so wide and high, these names in two lines."""
        pixels, usual, width = self._numbers.pixelSize(), self.fontInfo().pixelSize(), self.width()
        least = usual if self._is_projected else LEAST_NAME_EMS * usual
        self._names = self._letters(round(max(0 if in_two else NAME_SHARE * pixels, least)), bold=False)
        small, x, self._places = QFontMetricsF(self._names), 0.0, []
        pieces, gap = list(self._pieces(written)), GAP_EMS * pixels
        apart = small.horizontalAdvance(" ")
        for place, ((text, term), number) in enumerate(zip(pieces, numbers, strict=True)):
            if term is None:
                self._places.append((QRectF(x + gap, 0, number, self.height()), text, "", None))
                x += number + 2 * gap
                continue
            name = halved(term.name) if term.name in in_two else term.name
            half = self._width_of(name, small) / 2
            # Below the operators there is nothing: names share that room.
            left = max(number / 2, half - self._beside(numbers, place - 1, apart))
            right = max(number / 2, half - self._beside(numbers, place + 1, apart))
            wide = max(number / 2, half)
            self._places.append((QRectF(x + left - wide, 0, 2 * wide, self.height()), text, name, term))
            x += left + right
        return x <= width and NAMES_AT * high + (2 * small.height() if in_two else 0) <= self.height()

    def _beside(self, numbers: list[float], operator: int, apart: float) -> float:
        """Return how much of an operator's room a name beside it may have; none where the line ends."""
        if not 0 <= operator < len(numbers):
            return 0.0
        return max(0.0, numbers[operator] / 2 + GAP_EMS * self._numbers.pixelSize() - apart / 2)

    def _width_of(self, name: str, letters: QFontMetricsF) -> float:
        """Return how wide a name is; the same few come again and again."""
        key = name, self._names.key()
        if key not in self._widths:
            self._widths[key] = letters.size(0, name).width()
        return self._widths[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint numbers and names."""
        painter, now = QPainter(self), colors()
        painter.fillRect(self.rect(), QColor(now.card))
        if self._sum is None:
            painter.end()
            return
        state = (self._sum, self.width(), self.height(), self.font().key(), self._is_projected)
        if state != self._fitted:
            self._fitted = state
            self._lay_out(self._sum)
        line = QFontMetricsF(self._numbers).height()
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip
        for place, text, name, term in self._places:
            painter.setFont(self._numbers)
            painter.setPen(QColor(now.text if term is not None else now.muted))
            painter.drawText(QRectF(place.left(), 0, place.width(), line), centred, text)
            if term is not None:
                painter.setFont(self._names)
                painter.setPen(QColor(now.muted))
                painter.drawText(place.adjusted(0, line * NAMES_AT, 0, 0), centred, name)
        painter.end()
