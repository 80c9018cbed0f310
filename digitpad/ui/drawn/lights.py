"""What a layer's units make of a picture: a light for each, the brighter the farther from 0."""

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Doubles, Floats
from digitpad.ui.drawn.diverging import diverging_image
from digitpad.ui.drawn.squares import paint_squares
from digitpad.ui.theme import Colors, colors
from digitpad.ui.translated import Translated

LIGHT_EMS = 0.42
"""Side of a light, in heights of a line."""

LEAST_COLUMNS = 8


class Lights(Translated, QWidget):
    """A layer's outputs for one picture, (units,), in as many rows as the width asks for, on the diverging scale.

    Who makes it names it for a screen reader.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Floats | Doubles = np.zeros(0, np.float32)
        self._largest: float | None = None
        self._image = QImage()
        self._painted: tuple[Colors, int] | None = None
        # Not fixed in height: that would be the hint's, whatever the width asks for.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._translate()

    def show_outputs(self, values: Floats | Doubles, largest: float | None = None) -> None:
        """Show these outputs, (units,), on a scale to ``largest``: the brightest one's own for None."""
        is_longer = len(values) != len(self._values)
        self._values, self._largest, self._painted = values, largest, None
        if is_longer:
            self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many units there are."""
        return len(self._values)

    def place_of(self, unit: int) -> QRect:
        """Return where a unit's light is, in this widget."""
        side = self._side()
        row, column = divmod(unit, self._columns(self.width()))
        return QRect(column * side, row * side, side, side)

    def unit_at(self, point: QPointF) -> int | None:
        """Return whose light is at a point of this widget; None for nobody's."""
        side, columns = self._side(), self._columns(self.width())
        column, row = int(point.x()) // side, int(point.y()) // side
        unit = row * columns + column
        return unit if 0 <= column < columns and 0 <= unit < self.count else None

    def _translate(self) -> None:
        self.setToolTip(self.tr("A light for each unit: orange above 0, blue below, the ground’s own colour at 0"))

    def _side(self) -> int:
        return max(3, round(LIGHT_EMS * self.fontMetrics().height()))

    def _columns(self, width: int) -> int:
        return max(LEAST_COLUMNS, min(len(self._values), width // self._side()))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        return -(-len(self._values) // self._columns(width)) * self._side() + 1

    def sizeHint(self) -> QSize:
        """Rows of 64."""
        width = 64 * self._side()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few columns."""
        return QSize(LEAST_COLUMNS * self._side(), self._side())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lights."""
        painter = QPainter(self)
        if len(self._values):
            self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        now, columns, side = colors(), self._columns(self.width()), self._side()
        if self._painted != (now, columns):
            self._painted, self._image = (now, columns), self._made(columns, now)
        room = QRectF(0, 0, columns * side, self._image.height() * side)
        paint_squares(painter, room, self._image)
        painter.setPen(QColor(now.border))
        painter.drawRect(room.adjusted(0, 0, -1, 0))

    def _made(self, columns: int, now: Colors) -> QImage:
        rows = -(-len(self._values) // columns)
        values = np.zeros(rows * columns, np.float32)
        values[: len(self._values)] = self._values
        largest = _largest(values) if self._largest is None else self._largest
        return diverging_image(values.reshape(rows, columns), largest, now)


def _largest(values: Floats) -> float:
    """Return the size of the largest number; of what is no number 0, and of what is infinite float32's largest."""
    largest = float(np.abs(values).max())
    return largest if math.isfinite(largest) else float(np.abs(np.nan_to_num(values)).max())
