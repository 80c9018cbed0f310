"""A mouse cursor that shows which tool is in hand, and how wide it is."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap


@lru_cache(maxsize=8)
def tool_cursor(width: float, ratio: float, *, erases: bool) -> QCursor:
    """Return a ring of the pen's width (logical pixels), or a square; readable on black paper and on white ink."""
    side = int(width) + 5
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(side / 2, side / 2)
    for radius, color in ((width / 2, QColor("#f2f2f2")), (width / 2 - 1.2, QColor("#404040"))):
        painter.setPen(QPen(color, 1.2))
        place = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        if erases:
            painter.drawRect(place)
        else:
            painter.drawEllipse(place)
    painter.end()
    return QCursor(pixmap, side // 2, side // 2)
