"""The curves of the runs that do not change, painted once and then copied."""

import math
import time
from collections.abc import Iterator, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from digitpad.runs.run import Run
from digitpad.ui.plots.overlay import Overlay
from digitpad.ui.plots.run_curve import Look, RunCurve, scaling

TURN_SECONDS = 0.006
"""How long curves are painted in one turn of the event loop; a class may draw meanwhile."""

RATIO_PLACES = 4
"""Decimal places in which ratios of pixels are compared: they come out of a division."""

Frame = tuple[QTransform, QSize, float]
"""What a picture is painted for: from the axes to the widget, the widget's size, pixels a logical pixel."""


class StillCurves(Overlay):
    """Paints many curves as one picture, for as long as neither they nor the axes change.

    Twenty dashed curves take a screen-wide plot fifty milliseconds and more; their picture takes one to copy, and
    is painted a few curves a turn. Until it is complete the one before is shown, if it is for the same axes. Qt's
    own cache for single items would need a picture for each curve.

    Signals:
        completed(): the picture has all curves now.
    """

    completed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[Run] = []
        self._look: Look | None = None
        self._curve = RunCurve()  # in no plot: each run in turn lends it its losses
        self._picture: QPixmap | None = None
        self._frame: Frame | None = None
        self._growing: QPixmap | None = None
        self._left: Iterator[pg.PlotDataItem] | None = None
        self._wanted: Frame | None = None
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._take_turn)

    @property
    def is_complete(self) -> bool:
        """Whether the picture, as far as it was asked for, has all curves."""
        return self._left is None

    def show_runs(self, runs: Sequence[Run], look: Look) -> None:
        """Show these runs as they are now, the first at the bottom."""
        self._runs, self._look = list(runs), look
        self._wanted = self._growing = self._left = None
        if not runs:
            self._picture = None
        self._turns.stop()
        self.update()

    def complete(self) -> None:
        """Paint what is missing at once."""
        self._paint_some(until=math.inf)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Copy the picture; in a drawing that has no pixels leave the curves to ``drawn``."""
        if not self._runs or widget is None:
            return
        # Not device(), which is the widget also while it is rendered into a picture.
        ratio = round(painter.deviceTransform().m11() / painter.worldTransform().m11(), RATIO_PLACES)
        frame = (painter.worldTransform(), widget.size(), ratio)
        if frame != self._wanted:
            self._begin(frame)
        shown = self._picture if self._growing is None or frame == self._frame else self._growing
        if shown is not None:
            painter.save()
            painter.resetTransform()
            painter.drawPixmap(0, 0, shown)
            painter.restore()

    def _begin(self, frame: Frame) -> None:
        """Paint a picture for this frame: its first curves now, the others in turns to come."""
        _, size, ratio = self._wanted = frame
        self._growing = QPixmap(size * ratio)
        self._growing.setDevicePixelRatio(ratio)
        self._growing.fill(Qt.GlobalColor.transparent)
        self._left = self._items()
        self._paint_some(until=time.perf_counter() + TURN_SECONDS)
        if self._left is not None:
            self._turns.start()

    def _take_turn(self) -> None:
        self._paint_some(until=time.perf_counter() + TURN_SECONDS)
        self.update()

    def _paint_some(self, until: float) -> None:
        if self._left is None or self._growing is None or self._wanted is None:
            return
        painter = QPainter(self._growing)
        painter.setWorldTransform(self._wanted[0])
        for item in self._left:
            item.curve.paint(painter, None, None)
            if time.perf_counter() >= until:
                break
        else:
            self._picture, self._frame = self._growing, self._wanted
            self._growing = self._left = None
            self._turns.stop()
        painter.end()
        if self._left is None:
            self.completed.emit()

    def drawn(self, painter: QPainter, transform: QTransform) -> Iterator[None]:
        """Draw the curves in a drawing's own unit, one for each ``next``.

        ``transform`` leads there from the axes; few programs know lines whose width does not scale.
        """
        for item in self._items():
            painter.setPen(scaling(item.curve.opts["pen"]))
            painter.drawPath(transform.map(item.curve.getPath()))
            yield

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
