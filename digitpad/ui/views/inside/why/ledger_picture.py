"""The account as a picture: what each pixel argues, laid over the drawing."""

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from digitpad.arrays import SIDE, Doubles, Floats
from digitpad.network.weight_pictures import rounded_up
from digitpad.ui.drawn.diverging import diverging_image
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated

INK = 0.5
"""From this grey on a pixel counts as ink; a line goes round it."""

LEAST_EMS = 7.0
"""Least side in heights of a line."""

WITHIN = 0.95
"""How many of all shares that are not 0 lie within the scale of colours, at least."""

ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def scale_for(shares: Doubles) -> tuple[float, bool]:
    """Return where the scale of shares ends, and whether some lie beyond: a few are much larger than all others.

    It is one of a few round numbers, so that the colours do not tremble with the pen.
    """
    sizes = np.abs(shares[shares != 0])
    if not len(sizes):
        return 1.0, False
    most = float(np.quantile(sizes, WITHIN))
    end = rounded_up(most)
    return end, bool(sizes.max() > end)


def outline(glyph: Floats) -> list[QLineF]:
    """Return the lines between ink and paper of a glyph (28, 28), in pixels."""
    ink = np.pad(glyph >= INK, 1)
    upright = np.argwhere(ink[1:-1, 1:] != ink[1:-1, :-1]).tolist()
    level = np.argwhere(ink[1:, 1:-1] != ink[:-1, 1:-1]).tolist()
    return [
        *(QLineF(column, row, column, row + 1) for row, column in upright),
        *(QLineF(column, row, column + 1, row) for row, column in level),
    ]


class LedgerPicture(Translated, QWidget):
    """28×28 pixels in the diverging colours, the ink outlined. Pointer, click and arrow keys choose one.

    Attributes:
        words: what is said of a pixel.

    Signals:
        pointed(int): the pointer is over this pixel; −1 when it has left.
        chosen(int): this pixel was clicked, or gone to by keys; −1 for none.
    """

    pointed = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words: Callable[[int], str] = lambda pixel: ""
        self._shares: Doubles = np.zeros((SIDE, SIDE))
        self._glyph: Floats = np.zeros((SIDE, SIDE), np.float32)
        self._largest = 1.0
        self._lines: list[QLineF] = []
        self._pixel = -1
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the card below is not painted at each stroke
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._translate()

    def show_shares(self, shares: Doubles, glyph: Floats, largest: float) -> None:
        """Show shares, float64 (28, 28), on a scale to ``largest``, over a glyph of the same shape."""
        if glyph is not self._glyph:
            self._glyph, self._lines = glyph, outline(glyph)
        self._shares, self._largest = shares, largest
        self.update()

    def show_pixel(self, pixel: int) -> None:
        """Mark this pixel."""
        if pixel != self._pixel:
            self._pixel = pixel
            self.update()

    def place_of(self, pixel: int) -> QRectF:
        """Return where a pixel is, in this widget."""
        side = self._pitch()
        row, column = divmod(pixel, SIDE)
        return QRectF(column * side, row * side, side, side)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("What each pixel argues"))

    def _pitch(self) -> float:
        return min(self.width(), self.height()) / SIDE

    def sizeHint(self) -> QSize:
        """As small as it may be: who makes it gives it its size."""
        side = round(LEAST_EMS * self.fontMetrics().height())
        return QSize(side, side)

    # What a hand does.

    def _at(self, point: QPointF) -> int:
        row, column = (math.floor(place / self._pitch()) for place in (point.y(), point.x()))
        return row * SIDE + column if 0 <= row < SIDE and 0 <= column < SIDE else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a pixel."""
        self.pointed.emit(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        self.pointed.emit(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the pixel under the pointer."""
        pixel = self._at(event.position())
        if pixel >= 0:
            self.chosen.emit(pixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour by the arrow keys; Backspace chooses none."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Backspace:
            self.chosen.emit(-1)
        elif key in ARROWS:
            row, column = divmod(max(self._pixel, 0), SIDE)
            down, right = ARROWS[key]
            self.chosen.emit((row + down) % SIDE * SIDE + (column + right) % SIDE)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say of each pixel what it argues when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pixel = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words(pixel) if pixel >= 0 else "", self)
            return True
        return super().event(event)

    # What is seen.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint drawing, shares, the ink's outline, and the chosen pixel."""
        painter, now, side = QPainter(self), colors(), self._pitch()
        painter.fillRect(self.rect(), QColor(now.card))
        room = QRectF(0, 0, SIDE * side, SIDE * side)
        painter.drawImage(room, diverging_image(self._shares, self._largest, now))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.scale(side, side)
        pen = QPen(QColor(now.text), max(1.2, side / 7))
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self._lines)
        painter.restore()
        painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.border), 2 if self.hasFocus() else 1))
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._pixel >= 0:
            place = self.place_of(self._pixel).adjusted(-1, -1, 1, 1)
            painter.setPen(QPen(QColor(now.card), 5))
            painter.drawRect(place)
            painter.setPen(QPen(QColor(now.text), 2.5))
            painter.drawRect(place)
        painter.end()
