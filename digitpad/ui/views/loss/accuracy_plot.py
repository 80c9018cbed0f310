"""The accuracy of all runs on the sample of the test images, and the whole test's at each epoch."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from digitpad.arrays import Doubles, Places
from digitpad.runs.axis import Axis, positions
from digitpad.runs.run import Run
from digitpad.runs.scale import X_ROOM
from digitpad.ui.plain import PlainLabel
from digitpad.ui.plots.drawing import draw_curve
from digitpad.ui.plots.plot import LEFT_EMS, Plot
from digitpad.ui.plots.run_curve import mean_pen
from digitpad.ui.theme import Colors
from digitpad.ui.views.loss.axis_names import axis_name
from digitpad.ui.views.loss.curve_plot import LOWEST_LABEL_LINES, CurvePlot
from digitpad.ui.views.loss.score_curves import ScoreCurves

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


@dataclass(frozen=True)
class Measured:
    """An accuracy of a run after so many updates: of all test images, or of the sample."""

    run: Run
    updates: int
    x: float
    percent: float
    on_all: bool


@dataclass(frozen=True)
class _Points:
    """Accuracies in per cent, where they stand, and after how many updates: (n,) each."""

    x: Doubles
    percent: Doubles
    updates: Places


class AccuracyPlot(Plot):
    """Shows the runs that a CurvePlot shows, on the same x axis: a line for the sample, dots for all test images.

    Attributes:
        scores: those of the run that answers, if they are shown.
        hint, caption: what is said while there is nothing to see, and what lines and dots are.
        is_of_ours: whether the class's held-out digits are tested on, as MNIST is missing.
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
        self.scores = ScoreCurves(self)
        self._compact = False
        self.is_of_ours = False
        self._fitted: tuple[object, ...] = ()
        self._places: tuple[Doubles, Places] | None = None
        self.translate()

    @property
    def colors(self) -> Colors:
        """The colours it is drawn in."""
        return self._losses.colors

    def translate(self) -> None:
        """Say all in the program's language."""
        if self.is_of_ours:
            self.name(self.tr("Accuracy on our held-out digits"), self.tr("accuracy, %"))
            self.hint.setText(self.tr("Train, and the accuracy on our held-out digits appears here"))
            self.caption.setText(self.tr("lines and dots: accuracy on our held-out digits"))
            return
        self.name(self.tr("Accuracy on 1,000 test images"), self.tr("accuracy, %"))
        self.hint.setText(self.tr("Train, and the accuracy on 1,000 test images appears here"))
        self.caption.setText(self.tr("lines: accuracy on 1,000 test images, dots: on all 10,000"))

    def tell_of_ours(self, on: bool) -> None:
        """Say that the class's held-out digits are tested on, or MNIST's test images."""
        if on != self.is_of_ours:
            self.is_of_ours = on
            self.translate()

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
        seen = set(shown)
        for run in [run for run in self.curves if run not in seen]:
            self.curves.pop(run).leave(self)
            self._places = None
        for run in shown:
            if run not in self.curves:
                self.curves[run] = AccuracyCurve(self)
            if self.curves[run].show(run, look):
                self._places = None
        self.scores.show(losses.scored, losses.score_look("accuracy", False))
        lowest = min((curve.lowest for curve in self.curves.values()), default=np.inf)
        lowest = min(lowest, self.scores.lowest)
        self.hint.setVisible(not np.isfinite(lowest))
        self.caption.setVisible(bool(np.isfinite(lowest)))
        self.name_x("" if self._compact else axis_name(look[0]))
        self._fit(look[0], losses.reach, _bottom(lowest))
        self._place_caption()

    def _place_caption(self) -> None:
        """Let the caption stand below the curves, or above them where that hides fewer of their points."""
        view, ((_, right), (bottom, top)) = self.getPlotItem().vb, self.viewRange()
        across, up = view.viewPixelSize()
        letters = self.caption.fontMetrics()
        width = min(letters.horizontalAdvance(self.caption.text()), view.width()) + CAPTION_GAP
        height = self.caption.heightForWidth(round(view.width())) + DOT_PIXELS
        places, _ = self._all_places()
        heights = places[places[:, 0] > right - width * across, 1]
        below, above = (heights < bottom + height * up).sum(), (heights > top - height * up).sum()
        edge = Qt.AlignmentFlag.AlignBottom if below <= above else Qt.AlignmentFlag.AlignTop
        self._room.setAlignment(self.caption, edge)

    def nearest(self, point: QPointF) -> Measured | None:
        """Return what was measured nearest to a point of the axes, for the eye; None if nothing was."""
        places, ends = self._all_places()
        if not len(places):
            return None
        away = (places - (point.x(), point.y())) / self.getPlotItem().vb.viewPixelSize()
        place = int(np.hypot(*away.T).argmin())
        curve, kind = divmod(int(np.searchsorted(ends, place, side="right")), 2)
        run, shown = list(self.curves.items())[curve]
        points = (shown.sample, shown.test)[kind]
        number = place - int(ends[2 * curve + kind])  # from the end
        return Measured(run, int(points.updates[number]), points.x[number], points.percent[number], kind == 1)

    def _all_places(self) -> tuple[Doubles, Places]:
        """Return where all points stand, float64 (n, 2), and where in there each run's sample and test end:
        intp (2 * runs,)."""
        if self._places is None:
            parts = [points for curve in self.curves.values() for points in (curve.sample, curve.test)]
            places = [np.column_stack([points.x, points.percent]) for points in parts]
            ends = np.cumsum([len(part) for part in places], dtype=np.intp)
            self._places = np.concatenate([np.empty((0, 2)), *places]), ends
        return self._places

    def leave_to_drawn(self) -> None:
        """Have ``render`` leave out lines and dots."""
        self.scores.leave_to_drawn()
        for curve in self.curves.values():
            curve.line.hide()
            curve.dots.hide()

    def drawn(self, painter: QPainter) -> Iterator[None]:
        """Draw lines and dots into a drawing, in its own unit: few programs know widths that do not scale."""
        view = self.getPlotItem().vb
        transform = view.childGroup.deviceTransform(self.viewportTransform())
        room = transform.mapRect(view.viewRect())
        for curve in self.curves.values():
            curve.drawn(painter, transform, room)
            yield
        self.scores.drawn(painter, transform, room)

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
        sample, test: the points of both.
        lowest: the least accuracy in per cent; infinite while there is none.
    """

    def __init__(self, plot: Plot) -> None:
        self.line = pg.PlotDataItem(symbolPen=None, symbolSize=SMALL_DOT_PIXELS)
        self.dots = pg.ScatterPlotItem()
        self.dots.setZValue(1)
        nothing = np.empty(0)
        self.sample = self.test = _Points(nothing, nothing, np.empty(0, np.intp))
        self.lowest = np.inf
        self._shown: tuple[object, ...] = ()
        for item in (self.line, self.dots):
            plot.addItem(item)

    def leave(self, plot: Plot) -> None:
        """Be seen no more."""
        for item in (self.line, self.dots):
            plot.removeItem(item)

    def drawn(self, painter: QPainter, transform: QTransform, room: QRectF) -> None:
        """Draw both in a drawing's own unit; ``transform`` leads there from the axes."""
        draw_curve(painter, self.line, transform, room)
        painter.setPen(Qt.PenStyle.NoPen)
        for spot in self.dots.points():
            painter.setBrush(spot.brush())
            radius = DOT_PIXELS / 2
            painter.drawEllipse(transform.map(spot.pos()), radius, radius)

    def show(self, run: Run, look: _Look) -> bool:
        """Show what was measured of a run, unless it is shown already; say whether that is news."""
        history = run.history
        asked = (id(history), len(history.sample_accuracies), len(history.accuracies), look)
        if asked == self._shown:
            return False
        self._shown = asked
        axis, now, pixels, thickness = look
        color = now.run_color(run.number)
        self.sample, self.test = (
            _points(run, axis, measured) for measured in (history.sample_accuracies, history.accuracies)
        )
        self.lowest = min([*self.sample.percent, *self.test.percent], default=np.inf)
        self.line.setPen(mean_pen(run, now, pixels))
        # A line begins with its second point.
        self.line.setSymbol("o" if len(self.sample.x) == 1 else None)
        self.line.setSymbolBrush(color)
        self.line.setData(self.sample.x, self.sample.percent)
        size = DOT_PIXELS * thickness
        self.dots.setData(self.test.x, self.test.percent, size=size, brush=color, pen=pg.mkPen(now.card))
        return True


def _points(run: Run, axis: Axis, measured: list[tuple[int, float]]) -> _Points:
    """Return accuracies, by what the x axis counts."""
    done = np.array([updates for updates, _ in measured], np.intp)
    shares = np.clip(np.array([share for _, share in measured], np.float64), 0, 1)
    return _Points(positions(run, axis, done), TOP * shares, done)


def _bottom(lowest: float) -> float:
    """Return where the axis begins: below the lowest accuracy, at a multiple of STEP with room for a curve."""
    if not np.isfinite(lowest):
        return 0.0
    return float(min(lowest // STEP * STEP, TOP - STEP))
