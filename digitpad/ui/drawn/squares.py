"""A small picture whose pixels are painted as large squares."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

_ROW_BY_ROW, _BY_BRUSH = QImage.Format.Format_RGB32, QImage.Format.Format_RGB888


def paint_squares(painter: QPainter, place: QRectF, image: QImage) -> None:
    """Paint an opaque picture as large as ``place``, each of its pixels a square with sharp edges.

    Where these are whole screen pixels, in a format that Qt enlarges row by row. Any other it takes through a
    brush, whose rows it hands out to threads, and then it waits for them: the same picture in ten times the time
    of a core, and in more than that while all cores train. Where they are not, it is done so nevertheless: the two
    ways do not put each edge between the same two pixels of the screen.
    """
    is_whole = _is_whole(painter.deviceTransform().mapRect(place), image)
    painter.drawImage(place, image.convertToFormat(_ROW_BY_ROW if is_whole else _BY_BRUSH))


def _is_whole(seen: QRectF, image: QImage) -> bool:
    """Say whether all squares are so many whole pixels of the screen, where the picture is seen."""
    return not any(
        (
            seen.left() % 1,
            seen.top() % 1,
            seen.width() % max(1, image.width()),
            seen.height() % max(1, image.height()),
        )
    )
