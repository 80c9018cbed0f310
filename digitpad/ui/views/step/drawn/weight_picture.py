"""The gradients of one unit as a picture: a square for each weight, 28×28 where they come from the pixels."""

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Floats
from digitpad.ui.drawn.diverging import diverging_image
from digitpad.ui.drawn.squares import paint_squares
from digitpad.ui.theme import Colors, colors
from digitpad.ui.translated import Translated

SIDE_EMS = 9.0
"""Side of the picture, in heights of a line."""

LEAST_FRAME = 5.0
"""Side of the frame around the chosen square, in logical pixels, at least."""


class WeightPicture(Translated, QWidget):
    """Numbers (n,) in rows of a near-square on the diverging scale; click or arrow keys choose one.

    Signals:
        chosen(int): this number, from 0, was chosen here.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = np.zeros(0, np.float32)
        self._largest = 0.0
        self._place = 0
        self._image = QImage()
        self._painted: Colors | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._translate()

    def show_values(self, values: Floats, largest: float, place: int) -> None:
        """Show numbers (n,), on a scale to ``largest``, and the chosen one; who calls this describes it."""
        self._values, self._largest, self._place, self._painted = values, largest, place, None
        self.update()

    @property
    def columns(self) -> int:
        """How many squares stand in a row."""
        return max(1, math.isqrt(max(0, len(self._values) - 1)) + 1)

    def square(self, place: int) -> QRectF:
        """Return where a number's square is."""
        row, column = divmod(place, self.columns)
        side = self._side()
        return QRectF(column * side, row * side, side, side)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Gradients of the chosen unit’s weights"))
        self.setToolTip(self.tr("A square for each weight of the unit; click one, or use the arrow keys"))

    def _side(self) -> float:
        return (min(self.width(), self.height()) - 1) / self.columns

    def sizeHint(self) -> QSize:
        """A square that goes with the letters."""
        side = round(SIDE_EMS * self.fontMetrics().height())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Be as large as it likes to be: its squares are small enough."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the square under the pointer."""
        self._choose_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose on while the button is down."""
        self._choose_at(event.position())

    def _choose_at(self, point: QPointF) -> None:
        column, row = int(point.x() // self._side()), int(point.y() // self._side())
        if 0 <= column < self.columns and row >= 0:
            self._choose(row * self.columns + column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour by the arrow keys."""
        column = self._place % self.columns
        step = {
            Qt.Key.Key_Left: -1 if column else 0,
            Qt.Key.Key_Right: 1 if column < self.columns - 1 else 0,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
        }.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._place + step)

    def _choose(self, place: int) -> None:
        if place != self._place and 0 <= place < len(self._values):
            self._place = place
            self.update()
            self.chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the squares, and a frame around the chosen one."""
        if not len(self._values):
            return
        now = colors()
        if self._painted is not now:
            self._painted, self._image = now, self._made(now)
        painter = QPainter(self)
        side = self._side()
        room = QRectF(0, 0, self.columns * side, self._image.height() * side)
        paint_squares(painter, room, self._image)
        painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.border), 1))
        painter.drawRect(room)
        frame = self.square(self._place)
        spare = max(0.0, (LEAST_FRAME - side) / 2) + 1
        frame.adjust(-spare, -spare, spare, spare)
        for color, width in ((now.card, 4), (now.text, 2)):
            painter.setPen(QPen(QColor(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
            painter.drawRect(frame)
        painter.end()

    def _made(self, now: Colors) -> QImage:
        columns = self.columns
        rows = -(-len(self._values) // columns)
        values = np.zeros(rows * columns, np.float32)
        values[: len(self._values)] = self._values
        return diverging_image(values.reshape(rows, columns), self._largest, now)
