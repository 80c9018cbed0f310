"""The strokes side by side, the strongest first: each a picture in which it stands out, and what it argues for."""

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from digitpad.arrays import SIDE, Floats
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.ui.views.clicked_list import leave_space
from digitpad.ui.views.inside.change.pictures import stroke_image
from digitpad.workspace.index import Index
from digitpad.workspace.inside.arguments import Arguments
from digitpad.workspace.wording.inside.change_texts import argument_text, short_argument

PICTURE_EMS = 2.5
"""Side of a picture, in heights of a line."""

GAP_EMS = 0.3
"""Around picture and words, in heights of a line."""

MEASURED = 4
"""Strokes at either end whose words are measured: those of the weaker ones in between are no longer."""


class StrokeModel(QAbstractListModel):
    """The strokes of ``arguments`` in their order.

    Attributes:
        arguments: whose strokes they are; None for none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arguments: Arguments | None = None

    def show_arguments(self, arguments: Arguments | None) -> None:
        """Have these strokes; where their order is the same, rows stay the same."""
        before, self.arguments = self.arguments, arguments
        if _rows(before) != _rows(arguments):
            self.beginResetModel()
            self.endResetModel()
        elif arguments is not None:
            self.dataChanged.emit(self.index(0), self.index(len(arguments.order) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """Return how many there are."""
        return 0 if parent.isValid() or self.arguments is None else len(self.arguments.order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """Return that there is one: QAbstractListModel's own cannot be asked without a parent."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a stroke's words, or its picture."""
        arguments = self.arguments
        if arguments is None or not 0 <= index.row() < len(arguments.order):
            return None
        stroke = arguments.order[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return short_argument(arguments, stroke)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return argument_text(arguments, stroke)
            case Qt.ItemDataRole.DecorationRole:
                glyph = arguments.trace.image.reshape(SIDE, SIDE)
                box = _box(glyph)
                ink = arguments.inks[stroke]
                return stroke_image(glyph[box], ink[box], bool(arguments.shares[stroke] >= 0), colors())
        return None


class _StrokeDelegate(QStyledItemDelegate):
    """Paints a stroke's picture and its words below, with a frame around the chosen one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Fill the list's grid."""
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one of them."""
        now, cell = colors(), option.rect
        state, letters = option.state, option.fontMetrics
        gap, line = round(GAP_EMS * letters.height()), letters.height()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, QColor(now.hover))
            width = 2 if state & QStyle.StateFlag.State_HasFocus else 1
            painter.setPen(QPen(QColor(now.accent), width))
            painter.drawRect(cell.adjusted(1, 1, -2, -2))
        image = index.data(Qt.ItemDataRole.DecorationRole)
        side = cell.height() - line - 2 * gap
        picture = QRect(cell.left() + (cell.width() - side) // 2, cell.top() + gap, side, side)
        if isinstance(image, QImage):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(picture, image)
        is_on = bool(state & QStyle.StateFlag.State_Enabled)
        painter.setPen(QColor(now.text if is_on else now.muted))
        words = QRect(cell.left(), picture.bottom(), cell.width(), line + gap)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(index.data()))


class StrokeList(Translated, QListView):
    """One of the strokes is chosen by click or arrow keys.

    Signals:
        chosen(int): somebody has chosen this stroke; its number in the drawing, from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strokes = StrokeModel(self)
        self._is_showing = False
        self.setModel(self.strokes)
        self.setItemDelegate(_StrokeDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # the stage's own colour shall show
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        leave_space(self)
        self.selectionModel().currentChanged.connect(self._tell)
        self._translate()
        self._fit()

    def show_arguments(self, arguments: Arguments | None, chosen: int | None) -> None:
        """Show these strokes; one is chosen."""
        self._is_showing = True
        self.strokes.show_arguments(arguments)
        if arguments is not None and chosen is not None:
            index = self.strokes.index(arguments.order.index(chosen))
            if self.currentIndex() != index:
                self.setCurrentIndex(index)
        self._is_showing = False
        self._fit()

    def sizeHint(self) -> QSize:
        """One row of pictures, with their words and a line to scroll."""
        return QSize(3 * self.gridSize().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """At least one picture."""
        return QSize(self.gridSize().width(), self._height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Strokes, the strongest first"))
        self.setToolTip(self.tr("Choose a stroke with the arrow keys or by a click"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have room for the line to scroll where it is needed."""
        super().resizeEvent(event)
        self.updateGeometry()

    def _height(self) -> int:
        scrolls = self.strokes.rowCount() * self.gridSize().width() > self.width()
        return self.gridSize().height() + (self.horizontalScrollBar().sizeHint().height() if scrolls else 0)

    def _fit(self) -> None:
        letters, arguments = self.fontMetrics(), self.strokes.arguments
        gap, side = round(GAP_EMS * letters.height()), round(PICTURE_EMS * letters.height())
        strokes = () if arguments is None else arguments.order[:MEASURED] + arguments.order[-MEASURED:]
        words = [] if arguments is None else [short_argument(arguments, stroke) for stroke in strokes]
        widest = max((letters.horizontalAdvance(each) for each in words), default=0)
        cell = QSize(max(side, widest) + 3 * gap, side + letters.height() + 3 * gap)
        if cell != self.gridSize():
            self.setGridSize(cell)
        self.updateGeometry()

    def _tell(self, index: QModelIndex) -> None:
        arguments = self.strokes.arguments
        if not self._is_showing and arguments is not None and index.isValid():
            self.chosen.emit(arguments.order[index.row()])


def _rows(arguments: Arguments | None) -> tuple[object, ...]:
    return () if arguments is None else (arguments.drawing, *arguments.order)


def _box(glyph: Floats) -> tuple[slice, slice]:
    """Return the square around the ink and a pixel more: a small picture needs no other margin."""
    rows, columns = np.flatnonzero(glyph.any(axis=1)), np.flatnonzero(glyph.any(axis=0))
    if not len(rows):
        return slice(None), slice(None)
    side = min(SIDE, max(int(np.ptp(rows)), int(np.ptp(columns))) + 3)
    tops = (int(inked[0] + inked[-1] + 1 - side) // 2 for inked in (rows, columns))
    top, left = (max(0, min(SIDE - side, place)) for place in tops)
    return slice(top, top + side), slice(left, left + side)
