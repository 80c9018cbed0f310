"""One scale of colours on both sides of 0: blue below, the card's own colour at 0, orange above.

Blue and orange of Okabe and Ito's set are told apart by the colour-blind; which side is which a legend says.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Doubles, Floats
from digitpad.ui.plots.run_curve import mixed
from digitpad.ui.theme import Colors, colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.acts.figures import DIGITS, MINUS, trimmed

HALF = 127
"""Shades to each side of 0."""

FEW = 10_000
"""Up to so many pixels it takes longer to hand Qt a table of colours than to look them up here."""

BAR_EMS = 0.5
"""Height of the legend's bar, in heights of a line."""


def below(now: Colors) -> QColor:
    """Return the colour of the lowest number."""
    return QColor(now.runs[0])


def above(now: Colors) -> QColor:
    """Return the colour of the highest number."""
    return QColor(now.runs[1])


@lru_cache(maxsize=4)
def shades(now: Colors) -> npt.NDArray[np.uint32]:
    """Return 255 colours as Qt's numbers, uint32 (255,), the lowest first."""
    card = QColor(now.card)
    found = (
        mixed(above(now) if place > 0 else below(now), card, abs(place) / HALF).rgb()
        for place in range(-HALF, HALF + 1)
    )
    return np.fromiter(found, np.uint32)


def diverging_image(values: Floats | Doubles, largest: float, now: Colors) -> QImage:
    """Return a pixel for each number of ``values`` (h, w), on the scale from −``largest`` to ``largest``.

    It is an RGB32 image. What is not finite has the colour at its end of the scale, NaN that of 0.
    """
    shares = np.ascontiguousarray(values / (largest or 1.0))
    np.clip(shares, -1, 1, out=shares)
    nowhere = np.isnan(shares)
    if nowhere.any():
        shares[nowhere] = 0
    places = np.rint(shares * HALF + HALF).astype(np.uint8)
    height, width = places.shape
    if places.size <= FEW:
        pixels = shades(now).take(places).tobytes()
        return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
    image = QImage(places.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(shades(now).tolist())
    return image.convertToFormat(QImage.Format.Format_RGB32)


class ScaleLegend(Translated, QWidget):
    """The scale as a bar, with the numbers at its ends and its middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._largest, self._clips = 0.0, False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the card below is not painted at each stroke
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    @property
    def largest(self) -> float:
        """How far it reaches."""
        return self._largest

    def show_largest(self, largest: float, *, clips: bool = False) -> None:
        """Reach from −``largest`` to ``largest``; ``clips`` if numbers beyond have the colours of the ends."""
        if (largest, clips) == (self._largest, self._clips):
            return
        self._largest, self._clips = largest, clips
        self._translate()
        if self.minimumWidth() < self.maximumWidth():  # else its room is the same, however long its ends are
            self.updateGeometry()
        self.update()

    def ends(self) -> tuple[str, str]:
        """Return what is written at both ends."""
        text = trimmed(self._largest, DIGITS)
        low, high = ("≤ ", "≥ ") if self._clips else ("", "")
        return (f"{low}{MINUS}{text}", f"{high}{text}") if self._largest else ("", "")

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Scale of the colours"))
        low, high = self.ends()
        words = self.tr("blue {low}, orange {high}, 0 in between").format(low=low, high=high)
        if not self._largest:
            words = self.tr("All that is shown is 0")
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """A bar with a line below it."""
        letters = self.fontMetrics()
        return QSize(9 * letters.height(), round((1 + BAR_EMS) * letters.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        """Both ends side by side."""
        letters, (low, high) = self.fontMetrics(), self.ends()
        return QSize(letters.horizontalAdvance(f"{low} 0 {high}") + letters.height(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bar and numbers."""
        painter, now = QPainter(self), colors()
        painter.fillRect(self.rect(), QColor(now.card))
        bar = QRectF(0, 0, self.width(), BAR_EMS * self.fontMetrics().height())
        ground = QLinearGradient(bar.topLeft(), bar.topRight())
        for place, color in ((0, below(now)), (0.5, QColor(now.card)), (1, above(now))):
            ground.setColorAt(place, color)
        painter.fillRect(bar, ground)
        painter.setPen(QColor(now.border))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(now.muted))
        room = QRectF(0, bar.bottom() + 1, self.width(), self.height() - bar.bottom() - 1)
        low, high = self.ends()
        sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
        for side, text in zip(sides, (low, "0", high), strict=True):
            painter.drawText(room, side | Qt.AlignmentFlag.AlignTop, text)
        painter.end()
