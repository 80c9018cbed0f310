"""The accuracy of all runs on the sample of the test images, and the whole test's at each epoch."""

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from digitpad.arrays import Doubles
from digitpad.runs.axis import Axis, positions
from digitpad.runs.run import Run
from digitpad.runs.scale import X_ROOM
from digitpad.ui.plain import PlainLabel
from digitpad.ui.plots.plot import LEFT_EMS, Plot
from digitpad.ui.plots.run_curve import mean_pen, scaling
from digitpad.ui.theme import Colors
from digitpad.ui.views.loss.curve_plot import LOWEST_LABEL_LINES, CurvePlot
from digitpad.workspace.wording.axis_names import axis_name

DOT_PIXELS = 8
SMALL_DOT_PIXELS = 5
"""A whole test, and a sample that no other one makes a line with."""

AXIS_LINES = 2.9
"""Room that the numbers below a plot and their name take, in lines."""

CAPTION_GAP = 8

STEP, TOP = 10, 100
"""In per cent: the axis begins at a multiple of this, and ends here."""

LOW_ROOM, HIGH_ROOM = 0.03, 0.08
"""Room below and above the curves, as a share of what the axis shows."""

_Look = tuple[Axis, Colors, float, float]


class AccuracyPlot(Plot):
    """Shows the runs that a CurvePlot shows, on the same x axis: a line for the sample, dots for all test images.

    Attributes:
        hint, caption: what is said while there is nothing to see, and what lines and dots are.
    """

    def __init__(self, losses: CurvePlot, item: pg.PlotItem | None = None, parent: QWidget | None = None) -> None:
        """Show what ``losses`` shows; made of ``item``, if there is one already."""
        super().__init__(item, parent)
        self._losses = losses
        self.hint = self.add_hint()
        self.caption = PlainLabel()
        self.caption.setProperty("role", "muted")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        for label in (self.hint, self.caption):  # in a narrow plot they take two lines
            label.setWordWrap(True)
        self.caption.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.caption.hide()
        self._room = self.viewport().layout()
        self._room.addWidget(self.caption)
        self._room.setAlignment(self.caption, Qt.AlignmentFlag.AlignBottom)
        self.curves: dict[Run, AccuracyCurve] = {}
        self._compact = False
        self._fitted: tuple[object, ...] = ()
        self.translate()

    def translate(self) -> None:
        """Say all in the program's language."""
        self.name(self.tr("Accuracy on 1,000 test images"), self.tr("accuracy, %"))
        self.hint.setText(self.tr("Train, and the accuracy on 1,000 test images appears here"))
        self.caption.setText(self.tr("lines: accuracy on 1,000 test images, dots: on all 10,000"))

    def set_compact(self, compact: bool) -> None:
        """Leave the numbers of the x axis to another plot below."""
        self._compact = compact
        line = self.fontMetrics().height()
        bottom = self.getAxis("bottom")
        bottom.setStyle(showValues=not compact)
        bottom.setHeight(round(LOWEST_LABEL_LINES * line) if compact else None)
        below = LOWEST_LABEL_LINES if compact else AXIS_LINES
        self._room.setContentsMargins(round(LEFT_EMS * line), 0, CAPTION_GAP, round(below * line))

    def redraw(self) -> None:
        """Draw what has been measured since the last time; nothing while hidden."""
        if not self.isVisible():
            return
        losses, shown = self._losses, self._losses.shown
        look = (losses.scale.axis, losses.colors, losses.line_pixels, losses.thickness)
        for run in [run for run in self.curves if run not in shown]:
            self.curves.pop(run).leave(self)
        for run in shown:
            if run not in self.curves:
                self.curves[run] = AccuracyCurve(self)
            self.curves[run].show(run, look)
        lowest = min((curve.lowest for curve in self.curves.values()), default=np.inf)
        self.hint.setVisible(not np.isfinite(lowest))
        self.caption.setVisible(bool(np.isfinite(lowest)))
        self.name_x("" if self._compact else axis_name(look[0]))
        self._fit(look[0], losses.scale.reach(shown, losses.under_way), _bottom(lowest))

    def leave_to_drawn(self) -> None:
        """Have ``render`` leave out lines and dots."""
        for curve in self.curves.values():
            curve.line.hide()
            curve.dots.hide()

    def drawn(self, painter: QPainter) -> Iterator[None]:
        """Draw lines and dots into a drawing, in its own unit: few programs know widths that do not scale."""
        transform = self.getPlotItem().vb.childGroup.deviceTransform(self.viewportTransform())
        for curve in self.curves.values():
            curve.drawn(painter, transform)
            yield

    def restyle(self, base: QFont) -> None:
        """Use the colours of the room, and letters like these."""
        self.dress(base, self._losses.colors)
        self.set_compact(self._compact)

    def _fit(self, axis: Axis, reach: float, bottom: float) -> None:
        # Axes are costly to draw: they are left alone while they say the same.
        if (axis, reach, bottom) == self._fitted:
            return
        self._fitted = (axis, reach, bottom)
        self.getAxis("bottom").logarithmic = axis is Axis.LOGARITHM
        span = TOP - bottom
        heights = (bottom - LOW_ROOM * span, TOP + HIGH_ROOM * span)
        # Not linked to the losses' axis, which goes by where both stand, and of a hidden plot nobody knows.
        self.setRange(xRange=(0, X_ROOM * reach), yRange=heights, padding=0)


class AccuracyCurve:
    """One run's line and dots.

    Attributes:
        line, dots: the plot's items.
        lowest: the least accuracy in per cent; infinite while there is none.
    """

    def __init__(self, plot: Plot) -> None:
        self.line = pg.PlotDataItem(symbolPen=None, symbolSize=SMALL_DOT_PIXELS)
        self.dots = pg.ScatterPlotItem()
        self.dots.setZValue(1)
        self.lowest = np.inf
        self._shown: tuple[object, ...] = ()
        for item in (self.line, self.dots):
            plot.addItem(item)

    def leave(self, plot: Plot) -> None:
        """Be seen no more."""
        for item in (self.line, self.dots):
            plot.removeItem(item)

    def drawn(self, painter: QPainter, transform: QTransform) -> None:
        """Draw both in a drawing's own unit; ``transform`` leads there from the axes."""
        painter.setPen(scaling(self.line.curve.opts["pen"]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(transform.map(self.line.curve.getPath()))
        painter.setPen(Qt.PenStyle.NoPen)
        for spot in self.dots.points():
            painter.setBrush(spot.brush())
            radius = DOT_PIXELS / 2
            painter.drawEllipse(transform.map(spot.pos()), radius, radius)

    def show(self, run: Run, look: _Look) -> None:
        """Show what was measured of a run, unless it is shown already."""
        history = run.history
        asked = (id(history), len(history.sample_accuracies), len(history.accuracies), look)
        if asked == self._shown:
            return
        self._shown = asked
        axis, now, pixels, thickness = look
        color = now.run_color(run.number)
        (x, shares), (ends, tests) = (
            _points(run, axis, measured) for measured in (history.sample_accuracies, history.accuracies)
        )
        self.lowest = min([*shares, *tests], default=np.inf)
        self.line.setPen(mean_pen(run, now, pixels))
        # A line begins with its second point.
        self.line.setSymbol("o" if len(x) == 1 else None)
        self.line.setSymbolBrush(color)
        self.line.setData(x, shares)
        self.dots.setData(ends, tests, size=DOT_PIXELS * thickness, brush=color, pen=pg.mkPen(now.card))


def _points(run: Run, axis: Axis, measured: list[tuple[int, float]]) -> tuple[Doubles, Doubles]:
    """Return where accuracies stand: x by the axis, y in per cent, both float64 (n,)."""
    done = np.array([updates for updates, _ in measured], np.intp)
    return positions(run, axis, done), TOP * np.clip(np.array([share for _, share in measured], np.float64), 0, 1)


def _bottom(lowest: float) -> float:
    """Return where the axis begins: below the lowest accuracy, at a multiple of STEP with room for a curve."""
    if not np.isfinite(lowest):
        return 0.0
    return float(min(lowest // STEP * STEP, TOP - STEP))
