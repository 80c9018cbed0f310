"""How many numbers of a tensor are how large: a small histogram, the height by the logarithm of the number."""

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.ui.drawn.diverging import above, below
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.stepping.gradients import Spread
from digitpad.workspace.wording.acts.figures import MINUS, significant
from digitpad.workspace.wording.numbers import whole

HEIGHT_EMS, WIDTH_EMS, LEAST_EMS = 1.1, 7.0, 3.0
"""Size in heights of a line."""


class Histogram(Translated, QWidget):
    """Bars from −largest to largest, 0 in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spread: Spread | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    def show_spread(self, spread: Spread | None) -> None:
        """Show how large numbers are; nothing for None."""
        if spread is not self._spread:
            self._spread = spread
            self._translate()
            self.update()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Histogram"))
        words = ""
        if self._spread is not None:
            largest = significant(self._spread.largest)
            form = self.tr(
                "from {low} to {high}, {zeros} near 0; heights are logarithms of the numbers of weights"
            )
            zeros = whole(int(self._spread.counts[len(self._spread.counts) // 2]))
            words = form.format(low=f"{MINUS}{largest}", high=largest, zeros=zeros)
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """A strip as high as a line."""
        line = self.fontMetrics().height()
        return QSize(round(WIDTH_EMS * line), round(HEIGHT_EMS * line))

    def minimumSizeHint(self) -> QSize:
        """A narrow one."""
        return QSize(round(LEAST_EMS * self.fontMetrics().height()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter, now = QPainter(self), colors()
        painter.setPen(QColor(now.border))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self._spread is not None:
            heights = np.log1p(self._spread.counts)
            heights = heights / max(float(heights.max()), 1e-9) * (self.height() - 2)
            middle, width = len(heights) // 2, self.width() / len(heights)
            for place, height in enumerate(heights.tolist()):
                color = QColor(now.quiet) if place == middle else below(now) if place < middle else above(now)
                bar = QRectF(place * width, self.height() - 1 - height, max(1.0, width - 0.5), height)
                painter.fillRect(bar, color)
        painter.end()
