"""The curves of the runs that do not change, painted once and then copied."""

import math
import time
from collections.abc import Iterator, Sequence

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from digitpad.runs.run import Run
from digitpad.ui.plots.drawing import draw_curve, draw_symbols
from digitpad.ui.plots.overlay import Overlay
from digitpad.ui.plots.run_curve import Look, RunCurve

TURN_SECONDS = 0.004
"""How long curves are painted in one turn of the event loop; a class may draw meanwhile."""

MOST_KEPT = 32
"""Runs whose curves are kept ready to be painted on other axes; those of more are made anew each time."""

RATIO_PLACES = 4
"""Decimal places in which ratios of pixels are compared: they come out of a division."""

Frame = tuple[QTransform, QSize, float]
"""What a picture is painted for: from the axes to the widget, the widget's size, pixels a logical pixel."""


class StillCurves(Overlay):
    """Paints many curves as one picture, for as long as neither they nor the axes change.

    Twenty dashed curves take a screen-wide plot fifty milliseconds and more; their picture takes one to copy, and
    is painted a few curves a turn. Until it is complete the one before is shown, stretched to where its curves
    stand on other axes. Qt's own cache for single items would need a picture for each curve.

    Signals:
        completed(): the picture has all curves now.
    """

    completed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._runs: list[Run] = []
        self._look: Look | None = None
        self._curve = RunCurve()  # in no plot: each run in turn lends it its losses
        self._kept: dict[Run, RunCurve] = {}
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
        before, self._runs, self._look = self._look, list(runs), look
        self._wanted = self._growing = self._left = None
        self._kept = {run: self._kept[run] for run in runs if run in self._kept}
        if not runs or before is None or (before.axis, before.logarithmic) != (look.axis, look.logarithmic):
            self._picture = None  # it would say something else on these axes
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
        painter.save()
        if self._picture is not None and self._frame is not None:
            painter.setWorldTransform(self._frame[0].inverted()[0] * frame[0])
            painter.drawPixmap(0, 0, self._picture)
        elif self._growing is not None:
            painter.resetTransform()
            painter.drawPixmap(0, 0, self._growing)
        painter.restore()

    def _begin(self, frame: Frame) -> None:
        """Paint a picture for this frame, in turns to come: this one has the axes to paint."""
        _, size, ratio = self._wanted = frame
        self._growing = QPixmap(size * ratio)
        self._growing.setDevicePixelRatio(ratio)
        self._growing.fill(Qt.GlobalColor.transparent)
        self._left = self._items()
        self._turns.start()

    def _take_turn(self) -> None:
        self._paint_some(until=time.perf_counter() + TURN_SECONDS)
        if self._picture is None or self.is_complete:  # else the picture of before is seen
            self.update()

    def _paint_some(self, until: float) -> None:
        if self._left is None or self._growing is None or self._wanted is None:
            return
        painter = QPainter(self._growing)
        painter.setWorldTransform(self._wanted[0])
        for item in self._left:
            if item is not None:
                item.curve.paint(painter, None, None)
                self._paint_symbols(painter, item)
            if time.perf_counter() >= until:
                break
        else:
            self._picture, self._frame = self._growing, self._wanted
            self._growing = self._left = None
            self._turns.stop()
        painter.end()
        if self._left is None:
            self.completed.emit()

    def _paint_symbols(self, painter: QPainter, item: pg.PlotDataItem) -> None:
        """Paint the only loss of a run that has no more."""
        if len(item.scatter.data):
            painter.save()
            transform = painter.worldTransform()
            painter.resetTransform()
            draw_symbols(painter, item.scatter, transform, transform.mapRect(self.boundingRect()))
            painter.restore()

    def drawn(self, painter: QPainter, transform: QTransform, room: QRectF) -> Iterator[None]:
        """Draw the curves in a drawing's own unit, one for each ``next``.

        ``transform`` leads there from the axes, to ``room``.
        """
        for item in self._items():
            if item is not None:
                draw_curve(painter, item, transform, room)
            yield

    def _items(self) -> Iterator[pg.PlotDataItem | None]:
        """Yield what is to be painted, in its order: all losses of all runs, then all means.

        None says that a curve was made ready, which may take longer than to paint it.
        """
        if self._look is None:
            return
        for run in self._runs:
            curve = self._curve_of(run)
            curve.show_losses(run, self._look)
            yield None
            yield curve.raw
        for run in self._runs:
            curve = self._curve_of(run)
            curve.show_mean(run, self._look)
            yield None
            yield curve.mean

    def _curve_of(self, run: Run) -> RunCurve:
        """Return what a run is shown by: its own curve, or of very many runs one that each has in turn."""
        if run not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                return self._curve
            self._kept[run] = RunCurve()  # which takes longer to make than to paint
        return self._kept[run]
