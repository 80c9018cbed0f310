"""What stands at the axes of a plot."""

import pyqtgraph as pg
from PySide6.QtGui import QPainter, QPicture


def labels_at(plot: pg.PlotWidget, side: str) -> list[str]:
    """Return the labels that are drawn at an axis, as a person reads them."""
    picture = QPicture()
    painter = QPainter(picture)
    drawn = plot.getAxis(side).generateDrawSpecs(painter)
    painter.end()
    return [] if drawn is None else [text for _, _, text in drawn[2]]
