"""What is drawn by hand over all of a plot."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF


class Overlay(pg.GraphicsObject):
    """An item as large as what the axes show, whatever that is."""

    def boundingRect(self) -> QRectF:
        """All that the axes show."""
        view = self.getViewBox()
        return QRectF() if view is None else view.viewRect()

    def viewTransformChanged(self) -> None:
        """The axes show another part."""
        self.prepareGeometryChange()
