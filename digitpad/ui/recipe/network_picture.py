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
from digitpad.network.picture_layout import PictureLayout, height_share, laid_out
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.network_texts import arrow_captions, layer_labels, picture_words

COLUMN_EMS, COLUMN_WIDTH_EMS = 3.6, 1.1
"""Height of the highest column, and width of all, in heights of a line."""

GAP_EMS, PITCH_EMS = 0.4, 8.0
"""Least room between two texts, and most between two columns."""

HEAD_EMS, TRUNK_EMS = 0.32, 0.35
"""Size of an arrow's head, and its distance from the columns."""

LEAST_EMS = 10.0
"""Least width."""

TEXT_LINES = 2
"""Of each label and caption."""

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
        letters, em = QFontMetricsF(self.font()), self._em()
        labels, captions = (
            [max(map(letters.horizontalAdvance, pair)) for pair in words]
            for words in (self._labels, self._captions)
        )
        return laid_out(labels, captions, self.width(), GAP_EMS * em, PITCH_EMS * em)

    def color_of(self, number: int) -> str:
        """Return the colour of a column: those that can be changed stand out from pixels and digits."""
        return colors().accent if 0 < number <= len(self._network.hidden) else colors().quiet

    def sizeHint(self) -> QSize:
        """Return the room for its columns, the texts above and below, and the captions that stand lower."""
        rows = 3 if self.layout_now().is_staggered else 2
        height = (rows * TEXT_LINES + COLUMN_EMS + 0.5) * self._em()
        return QSize(round(2 * LEAST_EMS * self._em()), round(height))

    def minimumSizeHint(self) -> QSize:
        """Return the room in which its letters can still be read."""
        return QSize(round(LEAST_EMS * self._em()), self.sizeHint().height())

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
        half = self._half_width(layout)
        for number, x in enumerate(layout.columns):
            self._paint_column(painter, number, x, half)
        for number, x in enumerate(layout.arrows):
            self._paint_arrow(painter, x, layout.pitch / 2 - half - TRUNK_EMS * self._em())
            lower = layout.is_staggered and number % 2 == 1
            self._paint_words(painter, self._captions[number], x, self._labels_bottom() if lower else 0.0)
        painter.end()

    def _paint_column(self, painter: QPainter, number: int, x: float, half: float) -> None:
        units = self._network.sizes[number]
        height = height_share(units) * COLUMN_EMS * self._em()
        column = QRectF(x - half, self._axis() - height / 2, 2 * half, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.color_of(number)))
        round_ = min(half, height / 2, 4.0)
        painter.drawRoundedRect(column, round_, round_)
        self._paint_words(painter, self._labels[number], x, self._axis() + COLUMN_EMS * self._em() / 2)

    def _paint_arrow(self, painter: QPainter, x: float, half: float) -> None:
        head, y = HEAD_EMS * self._em(), self._axis()
        tip = QPointF(x + half, y)
        painter.setPen(QPen(QColor(colors().muted), 1.5))
        painter.drawLine(QPointF(x - half, y), tip - QPointF(head, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors().muted))
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-head, -head / 2), tip + QPointF(-head, head / 2)]))

    def _paint_words(self, painter: QPainter, words: tuple[str, str], x: float, top: float) -> None:
        em = self._em()
        for line, (text, color) in enumerate(zip(words, (colors().text, colors().muted), strict=True)):
            painter.setPen(QColor(color))
            room = QRectF(x - self.width(), top + line * em, 2 * self.width(), em)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _half_width(self, layout: PictureLayout) -> float:
        return min(COLUMN_WIDTH_EMS * self._em(), layout.pitch / 3) / 2

    def _axis(self) -> float:
        return (TEXT_LINES + 0.2 + COLUMN_EMS / 2) * self._em()

    def _labels_bottom(self) -> float:
        return (2 * TEXT_LINES + 0.3 + COLUMN_EMS) * self._em()

    def _em(self) -> float:
        return float(self.fontMetrics().height())

    def _hidden_at(self, place: QPointF) -> int | None:
        layout = self.layout_now()
        number = layout.column_at(place.x())
        is_near = abs(layout.columns[number] - place.x()) <= layout.pitch / 2
        is_between = self._axis() - COLUMN_EMS * self._em() / 2 <= place.y() <= self._labels_bottom()
        return number - 1 if is_near and is_between and 0 < number <= len(self._network.hidden) else None

    def _translate(self) -> None:
        self._labels, self._captions = layer_labels(self._network), arrow_captions(self._network)
        self.setAccessibleName(self.tr("The network"))
        self.setAccessibleDescription(picture_words(self._network))
        self.setToolTip(
            self.tr("Layers with their units, and between them the shape of the weights W and the number of all")
        )
        self.updateGeometry()
        self.update()
