"""The account as a picture: what each pixel argues, laid over the drawing."""

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import SIDE, Doubles, Floats
from digitpad.ui.drawn.diverging import diverging_image
from digitpad.ui.drawn.squares import paint_squares
from digitpad.ui.drawn.tips import TipOfParts
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.inside.ledger_marks import outline

LEAST_EMS = 7.0
"""Least side in heights of a line."""

ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class LedgerPicture(TipOfParts, Translated, QWidget):
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

    def _tip_at(self, point: QPointF) -> str:
        pixel = self._at(point)
        return self.words(pixel) if pixel >= 0 else ""

    # What is seen.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint drawing, shares, the ink's outline, and the chosen pixel."""
        painter, now, side = QPainter(self), colors(), self._pitch()
        painter.fillRect(self.rect(), QColor(now.card))
        room = QRectF(0, 0, SIDE * side, SIDE * side)
        paint_squares(painter, room, diverging_image(self._shares, self._largest, now))
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
