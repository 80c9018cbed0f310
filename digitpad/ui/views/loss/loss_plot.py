"""The loss curves of all runs on one axis, the current one growing live."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from digitpad.runs.run import Run, short_name
from digitpad.ui.plots.axes import (
    LOWEST_LABEL_PIXELS,
    TOP_AXIS_PIXELS,
    EpochMarks,
    add_hint,
    make_plot,
    style_axes,
)
from digitpad.ui.plots.run_curve import Axis, Look, RunCurve, nearest, positions
from digitpad.ui.plots.still_curves import StillCurves
from digitpad.ui.theme import Colors, colors
from digitpad.workspace.training.run_list import RunList
from digitpad.workspace.wording.numbers import decimal, plain_percent, whole

SMOOTHING = 25
SMOOTHINGS = (1, 2000)
"""Batches in the moving average: at first, and the bounds."""

SECONDS_STEPS = 4
"""The seconds axis grows in steps, this many from one power of two to the next: not at each redraw."""

EMPTY_BATCHES = 1000.0
EMPTY_ELSE = 5.0  # epochs, or seconds
EMPTY_LOSSES = (0.01, 2.5)
"""What the axes show before there is a run."""

SPOT_PIXELS = 9
"""The point on a curve whose loss is read."""

X_ROOM = 1.06
LOSS_ROOM = 1.05
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
        self.title = QLabel(self.tr("Loss"), self)
        self.title.setProperty("role", "heading")
        self.log_axis = QCheckBox(self.tr("&Log"), self)
        self.log_axis.setToolTip(self.tr("Show the loss on a logarithmic axis"))
        self.axis = QComboBox(self)
        for text, kind in (
            (self.tr("by batch"), Axis.BATCH),
            (self.tr("by epoch"), Axis.EPOCH),
            (self.tr("by seconds"), Axis.SECONDS),
        ):
            self.axis.addItem(text, kind.value)
        self.axis.setToolTip(self.tr("What the horizontal axis counts"))
        self.axis.setAccessibleName(self.tr("Horizontal axis"))
        self.smoothing = QSpinBox(self)
        self.smoothing.setRange(*SMOOTHINGS)
        self.smoothing.setValue(SMOOTHING)
        self.smoothing.setPrefix(self.tr("mean of "))
        self.smoothing.setToolTip(self.tr("How many batches the thick curve is the mean of"))
        self.smoothing.setAccessibleName(self.tr("Smoothing"))
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
        header.setSpacing(10)
        for widget in (self.title, self.log_axis, self.axis, self.smoothing):
            header.addWidget(widget)
        header.addStretch()
        header.addWidget(self.accuracy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(header)
        column.addWidget(self.plot, 1)

    def _connect(self) -> None:
        self.log_axis.toggled.connect(self._set_log_axis)
        self.axis.currentIndexChanged.connect(self.redraw)
        self.smoothing.valueChanged.connect(self.redraw)
        self.plot.scene().sigMouseMoved.connect(self._hover)

    def set_compact(self, compact: bool) -> None:
        """Leave room for another plot on the same x axis below."""
        self.marks.set_compact(compact)
        bottom = self.plot.getAxis("bottom")
        bottom.setStyle(showValues=not compact)
        bottom.setHeight(LOWEST_LABEL_PIXELS if compact else None)
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
        if current is not None:
            self.marks.update(current, self.x_axis, reach)
        else:
            self.marks.clear()
        self._show_accuracy(self.runs.current)
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
        """Return how far the x axis goes: to the end of the longest run on show."""
        if not shown:
            return EMPTY_BATCHES if self.x_axis is Axis.BATCH else EMPTY_ELSE
        if self.x_axis is Axis.SECONDS:
            longest = max(1.0, *(run.seconds for run in shown))
            step = 2.0 ** math.floor(math.log2(longest)) / SECONDS_STEPS
            return math.ceil(longest / step) * step
        share = self.x_axis is Axis.EPOCH
        return max(run.recipe.total_batches / (run.recipe.batches_per_epoch if share else 1) for run in shown)

    def _loss_range(self, shown: list[Run]) -> tuple[float, float]:
        """Return the least and largest value that the loss axis shows; their logarithms on a log axis."""
        begun = [run.history for run in shown if len(run.history)]
        low = min((history.lowest for history in begun), default=EMPTY_LOSSES[0])
        high = max((history.highest for history in begun), default=EMPTY_LOSSES[1])
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
            self.tr("{run}, batch {batch}: loss {loss}").format(
                run=short_name(run.name),
                batch=whole(number + 1),
                loss=decimal(run.history.losses[number], 4),
            )
        )
        self.reading.adjustSize()
        self.reading.move(self.plot.width() - self.reading.width() - 8, TOP_AXIS_PIXELS + 6)

    def _show_reading(self, on: bool) -> None:
        self.reading.setVisible(on)
        self.spot.setVisible(on)

    def _height(self, run: Run, number: int) -> float:
        mean = float(run.history.moving_average(np.array([number]), self.smoothing.value())[0])
        return math.log10(max(mean, LEAST_LOSS)) if self.log_axis.isChecked() else mean

    def _set_log_axis(self, on: bool) -> None:
        self.plot.getAxis("left").setLogMode(y=on)
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()
        super().changeEvent(event)

    def _colors(self) -> Colors:
        return self._scheme or colors()

    def restyle(self) -> None:
        """Use the colours of the room."""
        style_axes(self.plot, self.font(), self._colors())
        self.marks.restyle(self._colors())
        bold = QFont(self.font())
        bold.setPixelSize(18)
        bold.setBold(True)
        self.accuracy.setFont(bold)
