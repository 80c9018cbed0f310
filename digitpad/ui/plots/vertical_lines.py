"""Lines from the top of a plot to its bottom, as high as the plot is: no picture of it is any higher."""

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from digitpad.ui.plots.overlay import Overlay


class VerticalLines(Overlay):
    """Lines at some places of the x axis."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[float] = []
        self._pen = QPen()

    @property
    def places(self) -> list[float]:
        """Where the lines stand on the x axis."""
        return self._places

    def show_at(self, places: list[float]) -> None:
        """Stand at these places."""
        self._places = places
        self.update()

    def set_pen(self, pen: QPen) -> None:
        """Be drawn with this pen, whose width is in logical pixels."""
        self._pen = QPen(pen)
        self._pen.setCosmetic(False)  # those stay one point wide where a pixel has many
        self._pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # else programs do not agree on how long a dash is
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the lines; in a drawing that has no pixels they are left to ``drawn``."""
        if widget is not None:
            transform = painter.worldTransform()
            painter.save()
            painter.resetTransform()
            self.drawn(painter, transform)
            painter.restore()

    def drawn(self, painter: QPainter, transform: QTransform) -> None:
        """Draw the lines in a drawing's own unit; ``transform`` leads there from the axes."""
        painter.setPen(self._pen)
        painter.drawLines([transform.map(line) for line in self._lines()])

    def _lines(self) -> list[QLineF]:
        room = self.boundingRect()
        return [QLineF(x, room.top(), x, room.bottom()) for x in self._places if room.left() <= x <= room.right()]
