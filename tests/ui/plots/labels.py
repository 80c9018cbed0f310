"""What stands at the axes of a plot."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPicture


def labels_at(plot: pg.PlotWidget, side: str) -> list[str]:
    """Return the labels that are drawn at an axis, as a person reads them."""
    return [text for _, _, text in _drawn(plot, side)]


def rooms_of_labels(plot: pg.PlotWidget, side: str) -> list[float]:
    """Return how far the middle of each label at a vertical axis is below the plot's upper edge, in pixels."""
    top = plot.getAxis(side).mapToScene(0, 0).y()
    return [top + room.center().y() for room, _, _ in _drawn(plot, side)]


def _drawn(plot: pg.PlotWidget, side: str) -> list[tuple[QRectF, int, str]]:
    picture = QPicture()
    painter = QPainter(picture)
    drawn = plot.getAxis(side).generateDrawSpecs(painter)
    painter.end()
    return [] if drawn is None else list(drawn[2])
