"""Pictures beside one another, as one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

GAP = 8
"""Pixels between two pictures."""


def beside(pictures: list[QPixmap]) -> QPixmap:
    """Return pictures of one size in two rows."""
    width, height = pictures[0].width(), pictures[0].height()
    whole = QPixmap(2 * width + GAP, 2 * height + GAP)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    for number, picture in enumerate(pictures):
        painter.drawPixmap((number % 2) * (width + GAP), number // 2 * (height + GAP), picture)
    painter.end()
    return whole
