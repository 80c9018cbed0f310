"""How the panels share the window: the square canvas on the left, everything else beside it."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digitpad.ui.canvas.canvas import LEAST_SIDE
from digitpad.ui.cards import MARGIN

LEAST_RIGHT = 540
"""Logical pixels that the right column needs before the canvas may grow."""


LEAST_BELOW = 170
BELOW_SHARE = 0.2
"""What the network sees, below the canvas: logical pixels at least, and share of the height."""


class Workbench(QWidget):
    """Keeps the canvas square, as large as height and the right column allow."""

    def __init__(
        self, canvas: QWidget, below_canvas: QWidget, right: Sequence[tuple[QWidget, int]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._below = below_canvas
        left = QVBoxLayout()
        left.setSpacing(MARGIN)
        left.addWidget(canvas)
        left.addWidget(below_canvas, 1)
        column = QVBoxLayout()
        column.setSpacing(MARGIN)
        for widget, stretch in right:
            column.addWidget(widget, stretch)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addLayout(left)
        row.addLayout(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the canvas the largest square there is room for."""
        by_height = self.height() - 3 * MARGIN - max(LEAST_BELOW, int(self.height() * BELOW_SHARE))
        by_width = self.width() - 3 * MARGIN - LEAST_RIGHT
        side = max(LEAST_SIDE, min(by_height, by_width, int(self.width() * 0.46)))
        self._canvas.setFixedSize(side, side)
        self._below.setFixedWidth(side)
        super().resizeEvent(event)
