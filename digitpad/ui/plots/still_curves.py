"""The curves of the runs that do not change, painted once and then copied."""

from collections.abc import Iterator, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from digitpad.runs.run import Run
from digitpad.ui.plots.run_curve import Look, RunCurve


class StillCurves(pg.GraphicsObject):
    """Paints many curves as one picture, for as long as neither they nor the axes change.

    Twenty dashed curves take a screen-wide plot over thirty milliseconds; their picture takes one. Qt's own cache
    for single items would need a picture for each curve.
    """

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[Run] = []
        self._look: Look | None = None
        self._curve = RunCurve()  # in no plot: each run in turn lends it its losses
        self._picture: QPixmap | None = None
        self._painted_for: tuple[object, ...] = ()

    def show_runs(self, runs: Sequence[Run], look: Look) -> None:
        """Show these runs as they are now, the first at the bottom."""
        self._runs, self._look = list(runs), look
        self._picture = None
        self.update()

    def boundingRect(self) -> QRectF:
        """All that the axes show."""
        view = self.getViewBox()
        return QRectF() if view is None else view.viewRect()

    def viewTransformChanged(self) -> None:
        """The axes show another part: the picture must be painted anew."""
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Copy the picture to the screen; in an exported drawing paint the curves themselves."""
        if not self._runs:
            return
        if widget is None:
            self._draw_paths(painter)
            return
        ratio = painter.device().devicePixelRatio()
        wanted = (painter.worldTransform(), widget.size(), ratio)
        if self._picture is None or wanted != self._painted_for:
            self._painted_for = wanted
            self._picture = QPixmap(widget.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(self._picture)
            inner.setWorldTransform(painter.worldTransform())
            for item in self._items():
                item.curve.paint(inner, option, None)
            inner.end()
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._picture)
        painter.restore()

    def _draw_paths(self, painter: QPainter) -> None:
        """Draw the curves in the drawing's own unit: few programs know lines whose width does not scale."""
        transform = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        for item in self._items():
            painter.setPen(item.curve.opts["pen"])
            painter.drawPath(transform.map(item.curve.getPath()))
        painter.restore()

    def _items(self) -> Iterator[pg.PlotDataItem]:
        """Yield what is to be painted, in its order: all losses of all runs, then all means."""
        if self._look is None:
            return
        for run in self._runs:
            self._curve.show(run, self._look)
            yield self._curve.raw
        for run in self._runs:
            self._curve.show(run, self._look)
            yield self._curve.mean
