"""Paints one picture of a gallery: its pixels, its caption, its mark."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from digitpad.arrays import SIDE
from digitpad.ui.theme import Colors, colors
from digitpad.workspace.galleries.model import PictureModel
from digitpad.workspace.galleries.source import Mark

PICTURE_EMS, LARGE_EMS = 2.6, 4.5
"""Side of a picture in heights of a line; and where the last row shall see it."""

GAP_EMS = 0.35
CORNER = 0.3
"""Side of the corner that is turned down, as a share of the picture's."""

BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
"""Where a caption stands in its room; put together once, and not for each of them."""

SELECTED, HAS_FOCUS = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
"""As numbers, for the same reason."""


class PictureDelegate(QStyledItemDelegate):
    """Paints the pictures of a ``PictureModel``.

    Attributes:
        picture_ems: side of a picture in heights of a line.
    """

    picture_ems = PICTURE_EMS

    def tile(self, letters: QFontMetrics, longest_caption: str) -> QSize:
        """Return the room for one picture with its caption, gaps included."""
        gap = round(GAP_EMS * letters.height())
        side = self._side(letters)
        words = letters.horizontalAdvance(longest_caption) + 2 * gap
        return QSize(max(side + 2 * gap, words), side + letters.height() + 2 * gap)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the same room for each."""
        model = index.model()
        longest = model.source.longest_caption() if isinstance(model, PictureModel) else ""
        return self.tile(option.fontMetrics, longest)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a picture, or where it will be."""
        model = index.model()
        if not isinstance(model, PictureModel):
            return
        source, place, now = model.source, index.row(), colors()
        cell: QRect = option.rect
        state: int = option.state.value
        letters: QFontMetrics = option.fontMetrics
        gap, side = round(GAP_EMS * letters.height()), self._side(letters)
        picture = QRect(cell.left() + (cell.width() - side) // 2, cell.top() + gap, side, side)
        image, mark = source.image(place), source.mark(place)
        if image is None:
            painter.fillRect(picture, QColor(now.track))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, side % SIDE != 0)
            greys = QImage(image.tobytes(), SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8)
            # The same picture in half of the time, and in a tenth where it is large.
            painter.drawImage(picture, greys.convertToFormat(QImage.Format.Format_RGB32))
        _paint_mark(painter, picture, mark, now)
        if state & SELECTED:
            has_focus = bool(state & HAS_FOCUS)
            painter.setPen(QPen(QColor(now.text), 3 if has_focus else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        painter.setPen(QColor(now.muted if mark is Mark.RIGHT else now.text))
        words = QRect(cell.left(), picture.bottom() + 1, cell.width(), cell.bottom() - picture.bottom())
        painter.drawText(words, BELOW, source.caption(place))

    def _side(self, letters: QFontMetrics) -> int:
        return max(SIDE, round(self.picture_ems * letters.height() / 4) * 4)


def _paint_mark(painter: QPainter, picture: QRect, mark: Mark, now: Colors) -> None:
    if mark in (Mark.RIGHT, Mark.WRONG):
        wrong = QPen(QColor(now.runs[1]), 3, Qt.PenStyle.DashLine)
        painter.setPen(QPen(QColor(now.runs[0]), 1) if mark is Mark.RIGHT else wrong)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(picture)
    elif mark is Mark.ASIDE:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner, leg = QRectF(picture).topRight(), CORNER * picture.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent))
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(leg, 0), corner + QPointF(0, leg)]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
