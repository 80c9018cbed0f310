"""A unit's weights, times the drawing, makes what it sums up: three pictures side by side."""

import math

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import SIDE, WHITE, Floats
from digitpad.ui.drawn.diverging import diverging_image
from digitpad.ui.theme import Colors, colors
from digitpad.ui.translated import Translated

SIDE_EMS = 6.2
"""Side of a picture in heights of a line."""

LEAST_SHARE = 0.5
"""Share of this size that it may be reduced to."""

FINER = 4
"""Times that a picture is made larger before it gets a size that its pixels do not share evenly."""

SIGNS = "×="
SIGN_EMS = 1.2
"""Room for a sign between two pictures, in heights of a line."""


class ProductPictures(Translated, QWidget):
    """Weights (784,) on the scale, the drawing in greys, and their products on the same scale as the weights.

    Without a drawing the weights stand alone. What is shown of them may be their change.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights = np.zeros(SIDE * SIDE, np.float32)
        self._drawing: Floats | None = None
        self._largest = 0.0
        self._is_change = False
        self._images: list[QImage] = []
        self._painted: Colors | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._translate()

    def show_product(
        self, weights: Floats, drawing: Floats | None, largest: float, *, is_change: bool = False
    ) -> None:
        """Show a unit's weights, or their change, and a drawing, float32 (784,), on a scale to ``largest``."""
        if is_change != self._is_change:
            self._is_change = is_change
            self._translate()
        is_other = (drawing is None) != (self._drawing is None)
        self._weights, self._drawing, self._largest, self._painted = weights, drawing, largest, None
        if is_other:
            self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return 1 if self._drawing is None else 3

    def picture(self, number: int) -> QRectF:
        """Return where a picture is: 0 for the weights, 1 for the drawing, 2 for their products."""
        sign = SIGN_EMS * self.fontMetrics().height()
        side = min((self.width() - (self.count - 1) * sign) / self.count, self.height()) - 2
        return QRectF(1 + number * (side + sign), 1, side, side)

    def height_in(self, width: int) -> int:
        """Return how high it needs to be in so much width."""
        sign = SIGN_EMS * self.fontMetrics().height()
        return min(self.sizeHint().height(), max(SIDE, int((width - (self.count - 1) * sign) / self.count)))

    def _translate(self) -> None:
        if self._is_change:
            name = self.tr("The change of the unit’s weights × the drawing = what it has learnt to sum up")
            tip = self.tr(
                "What has changed in the unit’s weights since the untrained network, times the greys of the "
                "drawing: what training has added to its sum"
            )
        else:
            name = self.tr("The unit’s weights × the drawing = what it sums up")
            tip = self.tr(
                "The unit’s weights as they are now, times the greys of the drawing: the sum of all products"
            )
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def sizeHint(self) -> QSize:
        """Pictures that go with the letters."""
        return self._size(1.0)

    def minimumSizeHint(self) -> QSize:
        """Smaller ones."""
        return self._size(LEAST_SHARE)

    def _size(self, share: float) -> QSize:
        height = self.fontMetrics().height()
        side = max(1, round(share * SIDE_EMS * height / SIDE)) * SIDE + 2
        return QSize(math.ceil(self.count * side + (self.count - 1) * SIGN_EMS * height), side)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures, and the signs between them."""
        now = colors()
        if self._painted is not now:
            # Qt enlarges images of this format several times as fast as those with a table of colours.
            images = [image.convertToFormat(QImage.Format.Format_RGB32) for image in self._made(now)]
            self._painted, self._images = now, images
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(round(1.2 * self.fontInfo().pixelSize()))
        font.setBold(True)
        painter.setFont(font)
        is_fractional = bool(self.picture(0).width() * self.devicePixelRatioF() % SIDE)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_fractional)
        for number, image in enumerate(self._images):
            place = self.picture(number)
            painter.drawImage(place, image.scaled(image.size() * FINER) if is_fractional else image)
            painter.setPen(QColor(now.border))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
            if number:
                before = self.picture(number - 1).right()
                painter.setPen(QColor(now.text))
                sign = QRectF(before, place.top(), place.left() - before, place.height())
                painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, SIGNS[number - 1])
        painter.end()

    def _made(self, now: Colors) -> list[QImage]:
        weights = diverging_image(self._weights.reshape(SIDE, SIDE), self._largest, now)
        if self._drawing is None:
            return [weights]
        greys = np.rint(np.clip(self._drawing, 0, 1) * WHITE).astype(np.uint8)
        products = (self._weights * self._drawing).reshape(SIDE, SIDE)
        return [
            weights,
            QImage(greys.tobytes(), SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8).copy(),
            diverging_image(products, self._largest, now),
        ]
