"""What a layer's units make of a picture: a light for each, the brighter the farther from 0."""

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Floats
from digitpad.ui.drawn.diverging import diverging_image
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
        self._values = np.zeros(0, np.float32)
        self._image = QImage()
        self._painted: tuple[Colors, int] | None = None
        # Not fixed in height: that would be the hint's, whatever the width asks for.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._translate()

    def show_outputs(self, values: Floats) -> None:
        """Show these outputs, float32 (units,)."""
        is_longer = len(values) != len(self._values)
        self._values, self._painted = values, None
        if is_longer:
            self.updateGeometry()
        self.update()

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
        if not len(self._values):
            return
        now, columns, side = colors(), self._columns(self.width()), self._side()
        if self._painted != (now, columns):
            self._painted, self._image = (now, columns), self._made(columns, now)
        painter = QPainter(self)
        room = QRectF(0, 0, columns * side, self._image.height() * side)
        painter.drawImage(room, self._image)
        painter.setPen(QColor(now.border))
        painter.drawRect(room.adjusted(0, 0, -1, 0))
        painter.end()

    def _made(self, columns: int, now: Colors) -> QImage:
        rows = -(-len(self._values) // columns)
        values = np.zeros(rows * columns, np.float32)
        values[: len(self._values)] = self._values
        largest = float(np.abs(np.nan_to_num(values)).max())
        return diverging_image(values.reshape(rows, columns), largest, now)
