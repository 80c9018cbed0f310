"""What the pointer reads off the loss curves: the nearest one's value, in words and as a spot on the curve."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QPointF, Qt

from digitpad.runs.axis import nearest, positions
from digitpad.runs.run import Run, short_name
from digitpad.ui.plain import PlainLabel
from digitpad.ui.views.loss.curve_plot import CurvePlot
from digitpad.workspace.wording.numbers import decimal, whole
from digitpad.workspace.wording.run_texts import said_at

SPOT_PIXELS = 9
"""The point on a curve whose loss is read."""


class Reading(QObject):
    """Follows the pointer over a plot of losses.

    Attributes:
        label: the words beside the spot.
    """

    def __init__(self, plot: CurvePlot) -> None:
        super().__init__(plot)
        self._plot = plot
        self.label = PlainLabel(plot)
        self.label.setObjectName("reading")
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()
        self._reads: tuple[Run, int] | None = None
        self._spot = pg.ScatterPlotItem(size=SPOT_PIXELS)
        self._spot.setZValue(4)
        plot.addItem(self._spot, ignoreBounds=True)
        plot.scene().sigMouseMoved.connect(self._follow)

    def hide_if_left(self) -> None:
        """Read nothing once the pointer is elsewhere."""
        if not self._plot.underMouse():
            self._show(False)

    def translate(self) -> None:
        """Say in the program's language what is read now."""
        if self._reads is not None and not self.label.isHidden():
            self._read(*self._reads)

    def _follow(self, place: QPointF) -> None:
        plot = self._plot
        view = plot.getPlotItem().vb
        if not plot.sceneBoundingRect().contains(place):
            return
        point = view.mapSceneToView(place)
        found = [(run, nearest(run, point.x(), plot.scale.axis)) for run in plot.shown]
        near = [
            (abs(self._height(run, number) - point.y()), run, number)
            for run, number in found
            if number is not None
        ]
        self._show(bool(near))
        if near:
            _, run, number = min(near, key=lambda entry: entry[0])
            self._read(run, number)

    def _read(self, run: Run, number: int) -> None:
        self._reads = run, number
        plot = self._plot
        (x,), y = positions(run, plot.scale.axis, np.array([number])), self._height(run, number)
        self._spot.setData([x], [y], brush=plot.colors.run_color(run.number), pen=plot.colors.text)
        text = self.tr("{run}, after {updates} updates: loss {loss}").format(
            run=short_name(run.name), updates=whole(number), loss=decimal(run.history.losses[number], 4)
        )
        self.label.setText("\n".join([text, *said_at(run, number)]))
        self.label.adjustSize()
        spot = plot.mapFromScene(plot.getPlotItem().vb.mapViewToScene(QPointF(x, y)))
        left = min(spot.x() + SPOT_PIXELS, plot.width() - self.label.width())
        self.label.move(left, max(0, spot.y() - self.label.height() - SPOT_PIXELS))

    def _height(self, run: Run, number: int) -> float:
        """Return where a run's moving average stands on the loss axis."""
        scale = self._plot.scale
        (mean,) = run.history.moving_average(np.array([number]), scale.smoothing)
        return scale.height(float(mean))

    def _show(self, on: bool) -> None:
        self.label.setVisible(on)
        self._spot.setVisible(on)
