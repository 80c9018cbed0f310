"""The live loss curve: every batch's loss, epochs marked, test accuracy above each."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from digitpad.ui.loss_history import LossHistory
from digitpad.ui.theme import colors

REDRAW_MS = 50
"""Twenty pictures a second: a curve moves smoothly, and the cores stay with the training."""

LEAST_HEIGHT = 170
"""Logical pixels in which a curve can be told from a line."""

CURVE_PIXELS = 2
TICK_PIXELS = 13
TOP_AXIS_PIXELS = 40
"""Room for two lines: an epoch's test accuracy and its number."""

X_ROOM = 1.06
"""The x axis reaches a little past the last batch, so that the last epoch's label is not cut."""

EMPTY_BATCHES = 1000
EMPTY_LOSSES = (0.01, 2.5)
"""What the axes show before there is a run."""

LOSS_ROOM = 1.05
LEAST_LOSS = 1e-6
"""Room above and below the curve, and the smallest loss a logarithm is taken of."""

LEAST_LABEL_GAP = 0.14
"""Least distance between two epoch labels, as a share of the x axis."""


class LossPlot(QWidget):
    """Plots a LossHistory; what is appended to it shows at the next redraw.

    Attributes:
        history: the losses that are shown.
        log_axis: the switch for a logarithmic loss axis.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = LossHistory()
        self.title = QLabel(self.tr("Loss of every batch"), self)
        self.title.setProperty("role", "heading")
        self.log_axis = QCheckBox(self.tr("&Logarithmic"), self)
        self.log_axis.setToolTip(self.tr("Show the loss on a logarithmic axis"))
        self.log_axis.toggled.connect(self._set_log_axis)
        self.accuracy = QLabel(self)
        self.accuracy.setAccessibleName(self.tr("Accuracy on the test images"))
        self.accuracy.setToolTip(self.tr("Share of the 10,000 test images that the network reads right"))
        self.plot = pg.PlotWidget(self)
        self.plot.setMinimumHeight(LEAST_HEIGHT)
        self.plot.setAccessibleName(self.tr("Loss curve"))
        # An opaque pen drawn in segments: Qt strokes long curves with a wide pen very slowly otherwise.
        self.curve = pg.PlotDataItem(segmentedLineMode="on")
        self._epochs = pg.PlotDataItem(connect="pairs")
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self._redraw_if_new)
        self._drawn = (-1, -1)
        self._fitted: tuple[float, ...] = ()
        self.restyle()
        self.show_history(self.history)

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(16)
        header.addWidget(self.title)
        header.addWidget(self.log_axis)
        header.addStretch()
        header.addWidget(self.accuracy)
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setMouseEnabled(x=False, y=False)
        item.showAxis("top")
        item.getAxis("top").setStyle(tickLength=0, tickTextHeight=TOP_AXIS_PIXELS)
        item.getAxis("top").setHeight(TOP_AXIS_PIXELS)
        item.setLabel("bottom", self.tr("batch"))
        item.setLabel("left", self.tr("loss"))
        item.addItem(self._epochs)
        item.addItem(self.curve)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(header)
        column.addWidget(self.plot, 1)

    def show_history(self, history: LossHistory, total_batches: int = EMPTY_BATCHES) -> None:
        """Plot another run; ``total_batches`` is how far its x axis will reach."""
        self.history = history
        self._total = total_batches
        self._drawn = (-1, -1)
        self._timer.start()
        self.redraw()

    def redraw(self) -> None:
        """Draw what has been stored."""
        losses, ends = self.history.losses, len(self.history.accuracies)
        self.curve.setDownsampling(ds=self._losses_in_a_pixel(), auto=False, method="peak")
        self.curve.setData(np.arange(1, len(losses) + 1), losses)
        # Axes are costly to draw: they are left alone while they say the same.
        if ends != self._drawn[1]:
            self._show_epochs()
            self._show_accuracy()
        ranges = (X_ROOM * max(self._total, len(losses), 1), *self._loss_range())
        if ranges != self._fitted:
            self._fitted = ranges
            self.plot.setRange(xRange=(0, ranges[0]), yRange=ranges[1:], padding=0)
        self._drawn = (len(losses), ends)

    def _show_accuracy(self) -> None:
        latest = self.history.accuracies[-1][1] if self.history.accuracies else None
        self.accuracy.setText(
            self.tr("Test accuracy –")
            if latest is None
            else self.tr("Test accuracy %1 %").replace("%1", f"{latest * 100:.1f}")
        )

    def _losses_in_a_pixel(self) -> int:
        """Return how many losses share one: their peak and their trough are all that can be seen of them."""
        sharing = len(self.history) / max(1, self.plot.width())
        # Powers of two: the groups stay the same while the curve grows, so that it does not shimmer.
        return 1 << int(math.log2(max(sharing, 1)))

    def _redraw_if_new(self) -> None:
        if self._drawn != (len(self.history), len(self.history.accuracies)):
            self.redraw()

    def _loss_range(self) -> tuple[float, float]:
        """Return the least and largest value that the loss axis shows; their logarithms on a log axis."""
        losses = self.history.losses
        low, high = (float(losses.min()), float(losses.max())) if len(losses) else EMPTY_LOSSES
        if not self.log_axis.isChecked():
            return 0, max(high, LEAST_LOSS) * LOSS_ROOM
        bottom, top = (math.log10(max(value, LEAST_LOSS)) for value in (low / LOSS_ROOM, high * LOSS_ROOM))
        return bottom, max(top, bottom + 0.1)

    def _show_epochs(self) -> None:
        ends = self.history.accuracies
        reach = max(self._total, len(self.history), 1)
        marks, labels, last = [], [], -1.0
        for number, (batch, share) in enumerate(ends, start=1):
            marks += [batch, batch]
            if (batch - last) / reach >= LEAST_LABEL_GAP or last < 0:
                labels.append((batch, f"{share * 100:.1f} %\n" + self.tr("epoch %1").replace("%1", str(number))))
                last = batch
        bottom, top = (-9, 9) if self.log_axis.isChecked() else (0, 1e9)
        self._epochs.setData(np.array(marks, float), np.array([bottom, top] * len(ends), float))
        self.plot.getAxis("top").setTicks([labels])

    def _set_log_axis(self, on: bool) -> None:
        self.curve.setLogMode(False, on)
        axis = self.plot.getAxis("left")
        axis.setLogMode(y=on)
        self._drawn = (-1, -1)
        self.redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()
        super().changeEvent(event)

    def restyle(self) -> None:
        """Use the colours of the room."""
        now = colors()
        self.plot.setBackground(now.card)
        self.curve.setPen(pg.mkPen(now.accent, width=CURVE_PIXELS))
        self._epochs.setPen(pg.mkPen(now.quiet, width=1, style=Qt.PenStyle.DashLine))
        font = QFont(self.font())
        font.setPixelSize(TICK_PIXELS)
        for name in ("left", "bottom", "top"):
            axis = self.plot.getAxis(name)
            axis.setPen(pg.mkPen(now.border))
            axis.setTextPen(pg.mkPen(now.muted))
            axis.setStyle(tickFont=font)
            axis.label.setFont(font)
        bold = QFont(self.font())
        bold.setPixelSize(18)
        bold.setBold(True)
        self.accuracy.setFont(bold)
