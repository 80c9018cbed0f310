"""A piece of a run's curve, as it looks in the plot: for lists and legends."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from digitpad.ui.theme import Colors, run_dash

SWATCHES = 128
"""Pictures that are kept: two sizes and two schemes of all looks."""

FAINT = 0.3
"""How much of a curve's colour is left where it is hidden."""

LOOKS = 30
"""Runs after which colour and dash pattern repeat together."""


@lru_cache(maxsize=SWATCHES)
def swatch(number: int, now: Colors, size: QSize, *, faint: bool = False) -> QIcon:
    """Return a piece of run ``number``'s curve: its colour and its dash pattern; ``faint`` for a hidden one."""
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(FAINT if faint else 1.0)
    painter.setPen(QPen(QColor(now.run_color(number)), 3, run_dash(number)))
    middle = size.height() // 2
    painter.drawLine(QPoint(2, middle), QPoint(size.width() - 2, middle))
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt tints it, and it looks like no curve
    return icon
