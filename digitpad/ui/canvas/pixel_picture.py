"""A grey picture, pixel by pixel."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from digitpad.arrays import WHITE, Floats, Grays
from digitpad.ui.drawn.squares import paint_squares

LEAST_SQUARE = 2.5
"""Screen pixels from which on a square can be told from its neighbours. Smaller ones are smoothed: at their full
sharpness some would be a screen pixel larger than others, which puts nicks into a line."""


class PixelPicture(QWidget):
    """Shows an array of greys as squares on black, as large as fits; a fine picture is smoothed."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.set_side(side)

    def set_side(self, side: int) -> None:
        """Be so large, in logical pixels."""
        self._side = side
        self.setFixedSize(QSize(side, side))

    def show_pixels(self, pixels: Grays | Floats | None) -> None:
        """Show uint8, or float32 in [0, 1], of shape (h, w); black for None."""
        if pixels is None:
            self._image = QImage()
        else:
            greys = pixels if pixels.dtype == np.uint8 else np.rint(pixels.astype(np.float32) * WHITE)
            data = np.ascontiguousarray(greys.astype(np.uint8))
            height, width = data.shape
            image = QImage(data.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
            self._image = image.copy()  # QImage does not keep the bytes alive
        self.update()

    def picture_rect(self) -> QRectF:
        """Return where the picture is painted: in the middle, its proportions kept."""
        room = QRectF(0, 0, self._side, self._side)
        size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRectF(room.topLeft(), size)
        rect.moveCenter(room.center())
        return rect

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pixels."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self._side, self._side), Qt.GlobalColor.black)
        if not self._image.isNull():
            rect = self.picture_rect()
            fine = rect.width() * self.devicePixelRatio() < LEAST_SQUARE * self._image.width()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, fine)
            (QPainter.drawImage if fine else paint_squares)(painter, rect, self._image)
        painter.end()
