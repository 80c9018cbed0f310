"""The 28×28 picture that the network really sees."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.drawing.raster import SIDE

LEAST_SIDE = 4 * SIDE
"""Logical pixels."""

Floats = npt.NDArray[np.float32]


class GlyphView(QWidget):
    """Shows a picture pixel by pixel, each a square of whole screen pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._side = LEAST_SIDE
        self.setMinimumSize(LEAST_SIDE, LEAST_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("What the network sees"))
        self.setToolTip(self.tr("The 28 × 28 grey pixels that are handed to the network"))

    def fit(self, room: int) -> None:
        """Become as large as ``room`` logical pixels allow."""
        self._side = max(LEAST_SIDE, room // SIDE * SIDE)
        self.setFixedWidth(self._side)

    def sizeHint(self) -> QSize:
        """Be modest in height, lest the layout around believe it could not be less."""
        return QSize(self._side, LEAST_SIDE)

    def show_glyph(self, glyph: Floats | None) -> None:
        """Show float32 (28, 28) in [0, 1], or black for None."""
        if glyph is None:
            self._image = QImage()
        else:
            bytes_ = np.ascontiguousarray(np.rint(glyph * 255).astype(np.uint8))
            height, width = bytes_.shape
            self._image = QImage(bytes_.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pixels as squares, without smoothing."""
        painter = QPainter(self)
        square = QRectF(0, 0, self._side, self._side)
        painter.fillRect(square, Qt.GlobalColor.black)
        if not self._image.isNull():
            painter.drawImage(square, self._image)
        painter.end()
