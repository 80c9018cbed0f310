"""The few letters below each picture of a grid."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QStaticText, QTransform

MOST_TEXTS = 1024
"""Captions that are kept laid out."""


class Captions:
    """Paints them, in narrower letters where they are wider than their room."""

    def __init__(self) -> None:
        self._texts: dict[str, QStaticText] = {}

    def forget(self) -> None:
        """Lay all of them out anew: the letters are others."""
        self._texts.clear()

    def paint(
        self,
        painter: QPainter,
        pictures: Sequence[QRectF],
        captions: Sequence[str],
        heavy: Sequence[bool],
        room: float,
    ) -> None:
        """Write below each picture its caption, in so much room, in bold letters if it is a heavy one."""
        usual = painter.font()
        for picture, caption, is_heavy in zip(pictures, captions, heavy, strict=True):
            words = self._laid_out(caption, usual)
            width = words.size().width()
            if width <= room and not is_heavy:
                painter.drawStaticText(QPointF(picture.center().x() - width / 2, picture.bottom() + 1), words)
                continue
            font = QFont(usual)
            font.setBold(is_heavy)
            width = QFontMetricsF(font).horizontalAdvance(caption)
            painter.setFont(_narrowed(font, min(1.0, room / width)))
            left, ascent = picture.center().x() - min(width, room) / 2, QFontMetricsF(usual).ascent()
            painter.drawText(QPointF(left, picture.bottom() + 1 + ascent), caption)
            painter.setFont(usual)

    def _laid_out(self, caption: str, font: QFont) -> QStaticText:
        """Return a caption laid out; the same few hundred come again and again."""
        if len(self._texts) > MOST_TEXTS:
            self._texts.clear()
        words = self._texts.get(caption)
        if words is None:
            words = self._texts[caption] = QStaticText(caption)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.prepare(QTransform(), font)
        return words


def _narrowed(font: QFont, share: float) -> QFont:
    """Return a font whose letters are narrower by this share."""
    smaller = QFont(font)
    smaller.setPixelSize(max(1, int(QFontInfo(font).pixelSize() * share)))
    return smaller
