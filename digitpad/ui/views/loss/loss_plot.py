"""The loss curves of all runs on one axis, the current one growing live."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from digitpad.runs.run import Run, short_name
from digitpad.ui.plots.axes import LOWEST_LABEL_LINES, EpochMarks, add_hint, make_plot, style_axes
from digitpad.ui.plots.legend import Legend
from digitpad.ui.plots.run_curve import Axis, Look, RunCurve, nearest, positions
from digitpad.ui.plots.still_curves import StillCurves
from digitpad.ui.theme import Colors, colors
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.training.run_list import RunList
from digitpad.workspace.wording.numbers import decimal, plain_percent, whole

SMOOTHING = 25
SMOOTHINGS = (1, 2000)
"""Batches in the moving average: at first, and the bounds."""

FIRST_REACH = 25.0
GROWTH = 1.4
"""A growing axis begins with so many batches, and grows by this factor: not at each redraw."""

FIRST_SECONDS = 1.0

EMPTY_BATCHES = 1000.0
EMPTY_ELSE = 5.0  # epochs, or seconds
EMPTY_LOSSES = (0.01, 2.5)
"""What the axes show before there is a run."""

SPOT_PIXELS = 9
"""The point on a curve whose loss is read."""

X_ROOM = 1.06
LOSS_ROOM = 1.05
COMPARABLE = 6.0
"""Losses up to here set the scale; one that explodes is marked at the edge instead of flattening the others."""

LEAST_LOSS = 1e-6
"""Room beside and above the curves, and the smallest loss a logarithm is taken of."""


class LossPlot(QWidget):
    """Plots a RunList: every loss, its moving average, epochs, changes of the learning rate.

    Attributes:
        plot: the pyqtgraph widget.
        log_axis, axis, smoothing: how the curves are shown.

    Signals:
        redrawn(): the curves show what is stored.
    """

    redrawn = Signal()

    def __init__(self, runs: RunList, parent: QWidget | None = None, scheme: Colors | None = None) -> None:
        """Plot ``runs`` in the colours of the room, or always in those of ``scheme``."""
        super().__init__(parent)
        self.runs = runs
        self._scheme = scheme
        self.log_axis = QCheckBox(self.tr("&Log"), self)
        self.log_axis.setToolTip(self.tr("Show the loss on a logarithmic axis"))
        self.axis = QComboBox(self)
        for text, kind in (
            (self.tr("by batch"), Axis.BATCH),
            (self.tr("by batch, log"), Axis.LOGARITHM),
            (self.tr("by epoch"), Axis.EPOCH),
            (self.tr("by seconds"), Axis.SECONDS),
        ):
            self.axis.addItem(text, kind.value)
        self.axis.setToolTip(self.tr("What the horizontal axis counts"))
        self.axis.setAccessibleName(self.tr("Horizontal axis"))
        self.whole = QCheckBox(self.tr("Whole &run"), self)
        self.whole.setToolTip(self.tr("Show the axis to the end of the run from the beginning, or let it grow"))
        self.smoothing = QSpinBox(self)
        self.smoothing.setRange(*SMOOTHINGS)
        self.smoothing.setValue(SMOOTHING)
        self.smoothing.setPrefix(self.tr("mean of "))
        self.smoothing.setToolTip(self.tr("How many batches the thick curve is the mean of"))
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
        WheelGuard(self).guard(self.axis, self.smoothing)
        for field in (self.axis, self.smoothing):  # else the wheel itself would give it the focus
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.legend = Legend(self)
        self.accuracy = QLabel(self)
        self.accuracy.setAccessibleName(self.tr("Accuracy on the test images"))
        self.accuracy.setToolTip(self.tr("Share of the 10,000 test images that the network reads right"))
        self.plot = make_plot(self.tr("Loss curves"), self.tr("loss"))
        self.marks = EpochMarks(self.plot)
        self.hint = add_hint(self.plot, self.tr("Train, and the loss of every batch appears here"))
        self.reading = QLabel(self.plot)
        self.reading.setObjectName("reading")
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.reading.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.reading.hide()
        self.off_scale = QLabel(self.plot)
        self.off_scale.setObjectName("reading")
        self.off_scale.setTextFormat(Qt.TextFormat.PlainText)
        self.off_scale.hide()
        self.under_way: Run | None = None
        self.spot = pg.ScatterPlotItem(size=SPOT_PIXELS)
        self.spot.setZValue(4)
        self.plot.addItem(self.spot, ignoreBounds=True)
        self.still = StillCurves()
        self.still.setZValue(1)
        self.plot.addItem(self.still, ignoreBounds=True)
        self.live = RunCurve()
        for item, height in ((self.live.raw, 2), (self.live.mean, 3)):
            item.setZValue(height)
            self.plot.addItem(item)
        self._still_drawn: tuple[object, ...] = ()
        self._live_drawn: tuple[object, ...] | None = ()
        self._fitted: tuple[float, ...] = ()
        self._arrange()
        self._connect()
        self.restyle()
        self.redraw()

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(6)
        for widget in (self.log_axis, self.axis, self.whole, self.smoothing):
            header.addWidget(widget)
        header.addStretch()
        names = QHBoxLayout()
        names.addWidget(self.legend, 1)
        names.addWidget(self.accuracy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(header)
        column.addLayout(names)
        column.addWidget(self.plot, 1)

    def _connect(self) -> None:
        self.log_axis.toggled.connect(self._set_log_axis)
        self.axis.currentIndexChanged.connect(self._change_axis)
        self.whole.toggled.connect(self.redraw)
        self.legend.toggled.connect(lambda run: self.runs.show(run, not run.visible))
        self.smoothing.valueChanged.connect(self.redraw)
        self.plot.scene().sigMouseMoved.connect(self._hover)

    def set_compact(self, compact: bool) -> None:
        """Leave room for another plot on the same x axis below."""
        self.marks.set_compact(compact)
        bottom = self.plot.getAxis("bottom")
        bottom.setStyle(showValues=not compact)
        bottom.setHeight(round(LOWEST_LABEL_LINES * self.fontMetrics().height()) if compact else None)
        self.redraw()

    @property
    def shown(self) -> list[Run]:
        """The runs whose curves can be seen."""
        return [run for run in self.runs.runs if run.visible]

    def look(self) -> Look:
        """Return how the curves are drawn now."""
        return Look(
            self.x_axis, self.smoothing.value(), self.plot.width(), self.log_axis.isChecked(), self._colors()
        )

    @property
    def x_axis(self) -> Axis:
        """What the x axis counts."""
        return Axis(self.axis.currentData())

    def redraw(self) -> None:
        """Draw what has been stored since the last time."""
        shown, look = self.shown, self.look()
        # A plot in colours of its own is for print: nothing in it is live.
        current = self.runs.current if self.runs.current in shown else None
        live = None if self._scheme else current
        others = [run for run in shown if run is not live]
        still = (look, [(id(run.history), len(run.history)) for run in others])
        if still != self._still_drawn:
            self._still_drawn = still
            self.still.show_runs(others, look)
        self._draw_live(live, look)
        reach = self._reach(shown)
        # Axes are costly to draw: they are left alone while they say the same.
        ranges = (X_ROOM * reach, *self._loss_range(shown))
        if ranges != self._fitted:
            self._fitted = ranges
            self.plot.setRange(xRange=(0, ranges[0]), yRange=ranges[1:], padding=0)
        self.hint.setVisible(not any(len(run.history) for run in shown))
        self._show_off_scale(shown)
        if current is not None:
            self.marks.update(current, self.x_axis, reach)
        else:
            self.marks.clear()
        self._show_accuracy(self.runs.current)
        if self._scheme is None:
            self.legend.show_runs(self.runs.runs)
        self.redrawn.emit()

    def _draw_live(self, run: Run | None, look: Look) -> None:
        drawn = None if run is None else (id(run.history), len(run.history), look)
        if drawn == self._live_drawn:
            return
        self._live_drawn = drawn
        if run is None:
            self.live.clear()
        else:
            self.live.show(run, look)

    def _reach(self, shown: list[Run]) -> float:
        """Return how far the x axis goes: growing with the run under way, else to the end of the longest run."""
        if not shown:
            return {Axis.BATCH: EMPTY_BATCHES, Axis.LOGARITHM: math.log10(1 + EMPTY_BATCHES)}.get(
                self.x_axis, EMPTY_ELSE
            )
        growing = self.under_way if self.under_way in shown and not self.whole.isChecked() else None
        if self.x_axis is Axis.SECONDS:
            if growing is not None:
                return _stepped(growing.seconds, FIRST_SECONDS)
            return max(FIRST_SECONDS, *(run.seconds for run in shown))
        if growing is not None:
            batches = _stepped(len(growing.history), FIRST_REACH)
        elif self.whole.isChecked():
            batches = float(max(run.recipe.total_batches for run in shown))
        else:
            batches = float(max(1, *(len(run.history) for run in shown)))
        if self.x_axis is Axis.EPOCH:
            longest = growing or max(shown, key=lambda run: len(run.history))
            return batches / longest.recipe.batches_per_epoch
        return math.log10(1 + batches) if self.x_axis is Axis.LOGARITHM else batches

    def _loss_range(self, shown: list[Run]) -> tuple[float, float]:
        """Return the least and largest value that the loss axis shows; their logarithms on a log axis."""
        begun = [run.history for run in shown if len(run.history)]
        low = min((history.lowest for history in begun), default=EMPTY_LOSSES[0])
        high = max((min(history.highest, COMPARABLE) for history in begun), default=EMPTY_LOSSES[1])
        if not self.log_axis.isChecked():
            return 0, max(high, LEAST_LOSS) * LOSS_ROOM
        bottom, top = (math.log10(max(value, LEAST_LOSS)) for value in (low / LOSS_ROOM, high * LOSS_ROOM))
        return bottom, max(top, bottom + 0.1)

    def _show_accuracy(self, run: Run | None) -> None:
        share = run.accuracy if run is not None else None
        text = "–" if share is None else plain_percent(share)
        self.accuracy.setText(self.tr("Test {accuracy}").format(accuracy=text))
        if not self.plot.underMouse():
            self._show_reading(False)

    def _hover(self, place: QPointF) -> None:
        view = self.plot.getPlotItem().vb
        if not self.plot.sceneBoundingRect().contains(place):
            return
        point = view.mapSceneToView(place)
        found = [(run, nearest(run, point.x(), self.x_axis)) for run in self.shown]
        near = [
            (abs(self._height(run, number) - point.y()), run, number)
            for run, number in found
            if number is not None
        ]
        self._show_reading(bool(near))
        if not near:
            return
        _, run, number = min(near, key=lambda entry: entry[0])
        x, y = positions(run, self.x_axis, np.array([number])), [self._height(run, number)]
        self.spot.setData(x, y, brush=self._colors().run_color(run.number), pen=self._colors().text)
        self.reading.setText(
            self.tr("{run}, after {updates} updates: loss {loss}").format(
                run=short_name(run.name), updates=whole(number), loss=decimal(run.history.losses[number], 4)
            )
        )
        self.reading.adjustSize()
        spot = self.plot.mapFromScene(view.mapViewToScene(QPointF(x[0], y[0])))
        left = min(spot.x() + SPOT_PIXELS, self.plot.width() - self.reading.width())
        self.reading.move(left, max(0, spot.y() - self.reading.height() - SPOT_PIXELS))

    def _show_reading(self, on: bool) -> None:
        self.reading.setVisible(on)
        self.spot.setVisible(on)

    def _height(self, run: Run, number: int) -> float:
        mean = float(run.history.moving_average(np.array([number]), self.smoothing.value())[0])
        return math.log10(max(mean, LEAST_LOSS)) if self.log_axis.isChecked() else mean

    def _change_axis(self) -> None:
        self.plot.getAxis("bottom").logarithmic = self.x_axis is Axis.LOGARITHM
        self.redraw()

    def _show_off_scale(self, shown: list[Run]) -> None:
        """Name the runs whose losses reach beyond the scale."""
        names = [short_name(run.name) for run in shown if len(run.history) and run.history.highest > COMPARABLE]
        self.off_scale.setVisible(bool(names))
        if names:
            self.off_scale.setText("▲ " + self.tr("off scale: {runs}").format(runs=", ".join(names)))
            self.off_scale.adjustSize()
            self.off_scale.move(self.plot.width() - self.off_scale.width() - 8, 2 * self.fontMetrics().height())

    def _set_log_axis(self, on: bool) -> None:
        self.plot.getAxis("left").setLogMode(y=on)
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's colours."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
            QTimer.singleShot(0, self, self.redraw)  # once all has its colours: curves and legend follow too
        super().changeEvent(event)

    def _colors(self) -> Colors:
        return self._scheme or colors()

    def restyle(self) -> None:
        """Use the colours of the room."""
        style_axes(self.plot, self.font(), self._colors())
        self.marks.restyle(self._colors())
        self.marks.fit()
        bold = QFont(self.font())
        bold.setBold(True)
        self.accuracy.setFont(bold)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        for widget in (self.log_axis, self.axis, self.whole, self.smoothing):
            widget.setVisible(not on)


def _stepped(value: float, first: float) -> float:
    """Return the next step at or beyond a value that grows: ``first``, and from there on by GROWTH."""
    if value < first:
        return first
    return float(first * GROWTH ** math.ceil(math.log(max(value, first) / first, GROWTH) + 1e-9))
