"""A network as a picture: a column for each layer, and arrows with the shapes of the weights between them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.network.architecture import Architecture
from digitpad.network.picture_layout import PictureLayout, laid_out
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.recipe.network_texts import arrow_captions, layer_labels, picture_words

HEAD_EMS = 0.32
"""Size of an arrow's head, in heights of a line."""

LEAST_EMS = 10.0
"""Least width."""

RADIUS = 4.0
"""Of a column's corners, in pixels."""

Words = list[tuple[str, str]]


class NetworkPicture(Translated, QWidget):
    """Shows an architecture.

    Signals:
        chosen(int): this hidden layer, from 0, was clicked.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = Architecture()
        self._labels: Words = []
        self._captions: Words = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._translate()

    def show_network(self, network: Architecture) -> None:
        """Show this one."""
        self._network = network
        self._translate()

    def layout_now(self) -> PictureLayout:
        """Return where its columns are now."""
        letters = QFontMetricsF(self.font())
        labels, captions = (
            [max(map(letters.horizontalAdvance, pair)) for pair in words]
            for words in (self._labels, self._captions)
        )
        return laid_out(labels, captions, self.width(), self.fontMetrics().height())

    def color_of(self, number: int) -> str:
        """Return the colour of a column: those that can be changed stand out from pixels and digits."""
        return colors().accent if 0 < number <= len(self._network.hidden) else colors().quiet

    def sizeHint(self) -> QSize:
        """Return the room for its columns, and for as many rows of texts as its width asks for."""
        return QSize(round(2 * LEAST_EMS * self.fontMetrics().height()), round(self.layout_now().height))

    def minimumSizeHint(self) -> QSize:
        """Return the room in which its letters can still be read."""
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the layer under the pointer."""
        layer = self._hidden_at(event.position())
        if layer is not None:
            self.chosen.emit(layer)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click does something."""
        is_hidden = self._hidden_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_hidden else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower picture may need more rows."""
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint columns, arrows and texts."""
        layout, painter = self.layout_now(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        if font.pixelSize() > 0:
            font.setPixelSize(max(1, int(layout.scale * font.pixelSize())))
        else:
            font.setPointSizeF(layout.scale * font.pointSizeF())
        painter.setFont(font)
        for number, x in enumerate(layout.columns):
            self._paint_column(painter, layout, number)
            self._paint_words(painter, self._labels[number], x, layout.labels_top)
        for number, x in enumerate(layout.arrows):
            self._paint_arrow(painter, QPointF(x, layout.axis), layout.half_arrow)
            self._paint_words(painter, self._captions[number], x, layout.caption_top(number))
        painter.end()

    def _paint_column(self, painter: QPainter, layout: PictureLayout, number: int) -> None:
        height, half = layout.column_height(self._network.sizes[number]), layout.half_column
        column = QRectF(layout.columns[number] - half, layout.axis - height / 2, 2 * half, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.color_of(number)))
        radius = min(half, height / 2, RADIUS)
        painter.drawRoundedRect(column, radius, radius)

    def _paint_arrow(self, painter: QPainter, middle: QPointF, half: float) -> None:
        head, tip = HEAD_EMS * self.fontMetrics().height(), middle + QPointF(half, 0)
        painter.setPen(QPen(QColor(colors().muted), 1.5))
        painter.drawLine(middle - QPointF(half, 0), tip - QPointF(head, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors().muted))
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-head, -head / 2), tip + QPointF(-head, head / 2)]))

    def _paint_words(self, painter: QPainter, words: tuple[str, str], x: float, top: float) -> None:
        em = self.fontMetrics().height()
        for line, (text, color) in enumerate(zip(words, (colors().text, colors().muted), strict=True)):
            painter.setPen(QColor(color))
            room = QRectF(x - self.width(), top + line * em, 2 * self.width(), em)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _hidden_at(self, place: QPointF) -> int | None:
        column = self.layout_now().column_at(place.x(), place.y())
        return column - 1 if column and column <= len(self._network.hidden) else None

    def _translate(self) -> None:
        self._labels, self._captions = layer_labels(self._network), arrow_captions(self._network)
        self.setAccessibleName(self.tr("The network"))
        self.setAccessibleDescription(picture_words(self._network))
        self.setToolTip(
            self.tr(
                "Layers with their units; between them the shape of the weights W and the number of parameters"
            )
        )
        self.updateGeometry()
        self.update()
