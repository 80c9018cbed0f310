"""Paints one picture of a gallery: its pixels, its caption, its mark."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen, QPolygonF, QStaticText, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from digitpad.arrays import SIDE
from digitpad.ui.theme import Colors, colors
from digitpad.workspace.galleries.model import PictureModel
from digitpad.workspace.galleries.source import Mark
from digitpad.workspace.index import Index

PICTURE_EMS, LARGE_EMS = 2.6, 4.5
"""Side of a picture in heights of a line; and where the last row shall see it."""

GAP_EMS = 0.35
CORNER = 0.3
"""Side of the corner that is turned down, as a share of the picture's."""

SELECTED, HAS_FOCUS = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value
"""As numbers: they are looked at for each picture of a frame."""

AT_HAND = 4096
"""Pictures and captions kept ready to be painted, a few megabytes: the same come with each frame that scrolls."""


class PictureDelegate(QStyledItemDelegate):
    """Paints the pictures of a ``PictureModel``.

    Attributes:
        picture_ems: side of a picture in heights of a line.
        opacity: of all that is painted.
    """

    picture_ems = PICTURE_EMS
    opacity = 1.0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = QFont()
        self._captions: dict[str, QStaticText] = {}

    def fit(self, letters: QFont) -> None:
        """Write captions in these letters."""
        if letters != self._letters:
            self._letters = QFont(letters)
            self._captions.clear()

    def tile(self, letters: QFontMetrics, longest_caption: str) -> QSize:
        """Return the room for one picture with its caption, gaps included."""
        gap = round(GAP_EMS * letters.height())
        side = self._side(letters)
        words = letters.horizontalAdvance(longest_caption) + 2 * gap
        return QSize(max(side + 2 * gap, words), side + letters.height() + 2 * gap)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same room for each."""
        model = index.model()
        longest = model.source.longest_caption() if isinstance(model, PictureModel) else ""
        return self.tile(option.fontMetrics, longest)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a picture, or where it will be."""
        model = index.model()
        if not isinstance(model, PictureModel):
            return
        painter.setOpacity(self.opacity)
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
            painter.drawImage(picture, _ready(image.tobytes()))
        _paint_mark(painter, picture, mark, now)
        if state & (SELECTED | HAS_FOCUS):  # where the keys are is seen before anything is chosen, too
            is_chosen, has_focus = bool(state & SELECTED), bool(state & HAS_FOCUS)
            line = Qt.PenStyle.SolidLine if is_chosen else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(now.text), 3 if is_chosen and has_focus else 2, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        painter.setPen(QColor(now.muted if mark is Mark.RIGHT else now.text))
        words = self._laid_out(source.caption(place))
        left = cell.left() + (cell.width() - words.size().width()) / 2
        painter.drawStaticText(QPointF(left, picture.bottom() + 1), words)

    def _laid_out(self, caption: str) -> QStaticText:
        """Return a caption laid out: the same few hundred come again with each frame that scrolls."""
        found = self._captions.get(caption)
        if found is None:
            if len(self._captions) >= AT_HAND:
                self._captions.clear()
            found = self._captions[caption] = QStaticText(caption)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(QTransform(), self._letters)
        return found

    def _side(self, letters: QFontMetrics) -> int:
        return max(SIDE, round(self.picture_ems * letters.height() / 4) * 4)


@lru_cache(maxsize=AT_HAND)
def _ready(greys: bytes) -> QImage:
    """Return a picture's 784 greys as what is painted in half of the time, and in a tenth where it is large."""
    return QImage(greys, SIDE, SIDE, SIDE, QImage.Format.Format_Grayscale8).convertToFormat(
        QImage.Format.Format_RGB32
    )


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
