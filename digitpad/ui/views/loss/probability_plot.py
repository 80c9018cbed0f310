"""How the ten probabilities of the drawn digit went while the network learned."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.arrays import CLASSES, Places
from digitpad.runs.axis import positions
from digitpad.runs.probability_history import ProbabilityHistory
from digitpad.ui.plots.plot import Plot
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.ui.views.loss.loss_plot import LossPlot

NAMED = 2
LEAST_NAMED = 0.1
LEAST_APART = 0.8
"""How many curves have their digit at their end, from which probability on, and how many lines below the first."""

ENTRIES_A_PIXEL = 2

LEAST_HEIGHT, LEAST_LINES = 60, 3.1
"""Height of what is a strip below the losses, in logical pixels and in lines: they are what the class watches."""

LOWEST = -0.03
NAME_SHARE = 0.45
"""Of the letters' size, what a name needs above the end of its curve."""


def _seen(history: ProbabilityHistory, pixels: int) -> Places:
    """Return the numbers of the entries to draw: no more than can be seen, all gaps, and the last."""
    count = len(history)
    # Powers of two: the same entries while the curve grows, so that it does not shimmer.
    step = 1 << int(np.log2(max(count / max(ENTRIES_A_PIXEL * pixels, 1), 1)))
    gaps = np.flatnonzero(np.isnan(history.values[:, 0]))
    return np.unique(np.concatenate([np.arange(0, count, step), gaps, [count - 1]]))


class ProbabilityPlot(Translated, QWidget):
    """Ten curves under the loss, on the same x axis: the moment the network gets a digit can be seen.

    The digit that is answered now has the accent colour; it and the next have their names at the curves' ends.
    """

    def __init__(self, losses: LossPlot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses = losses
        self.plot = Plot()
        self.hint = self.plot.add_hint()
        self.plot.setXLink(losses.plot)
        self.plot.getPlotItem().vb.sigResized.connect(self._leave_room_for_names)
        self.curves = [pg.PlotDataItem() for _ in range(CLASSES)]
        for curve in self.curves:
            self.plot.addItem(curve)
        self._names = [pg.TextItem(anchor=(0, 0.5)) for _ in range(NAMED)]
        for name in self._names:
            name.hide()
            self.plot.addItem(name, ignoreBounds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        self._shown: tuple[object, ...] = ()
        losses.redrawn.connect(self.redraw)
        self._translate()
        self.restyle()

    def redraw(self) -> None:
        """Draw what has been recorded since the last time; nothing while hidden."""
        run = self._losses.runs.current
        asked = (id(run), len(run.probabilities) if run else 0, self._losses.x_axis, self.plot.width())
        if not self.isVisible() or asked == self._shown:
            return
        self._shown = asked
        nothing = run is None or not len(run.history) or not np.isfinite(run.probabilities.values).any()
        self.hint.setVisible(nothing)
        if run is None or nothing:
            for curve in self.curves:
                curve.setData([], [])
            for name in self._names:
                name.hide()
            return
        entries = _seen(run.probabilities, self.plot.width())
        done, values = run.probabilities.batches[entries], run.probabilities.values[entries]
        x = positions(run, self._losses.x_axis, np.clip(done, 0, len(run.history)))
        last = np.flatnonzero(np.isfinite(values[:, 0]))[-1]  # what came before the canvas was cleared
        ranking = np.argsort(-values[last], kind="stable")
        self.plot.name_y(self.tr("P({digit})").format(digit=ranking[0]))
        for digit, curve in enumerate(self.curves):
            curve.setData(x, values[:, digit], connect="finite")
            self._style(digit, wins=digit == ranking[0])
        (_, (low, high)), height = self.plot.viewRange(), self.plot.getPlotItem().vb.height()
        least_apart = LEAST_APART * self.fontMetrics().height() * (high - low) / max(height, 1)
        for name, digit in zip(self._names, ranking, strict=False):
            share = values[last, digit]
            name.setText(str(digit), color=colors().accent if digit == ranking[0] else colors().muted)
            name.setPos(x[last], share)
            apart = digit == ranking[0] or values[last, ranking[0]] - share >= least_apart
            name.setVisible(bool(share >= LEAST_NAMED and apart))

    def _style(self, digit: int, *, wins: bool) -> None:
        now = colors()
        self.curves[digit].setPen(pg.mkPen(now.accent if wins else now.quiet, width=2 if wins else 1))
        self.curves[digit].setZValue(2 if wins else 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's colours."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.restyle()
        super().changeEvent(event)

    def _translate(self) -> None:
        self.plot.name(self.tr("Probabilities of the drawn digit"), self.tr("P"))
        self.hint.setText(self.tr("Draw a digit and train: how sure the network is appears here"))

    def restyle(self) -> None:
        """Use the colours of the room."""
        self.plot.dress(self.font(), colors())
        line = self.fontMetrics().height()
        self.plot.setMinimumHeight(max(LEAST_HEIGHT, round(LEAST_LINES * line)))
        # There is no title below: pyqtgraph's own height would cut the commas, and the hint lie over the numbers.
        self.plot.getAxis("bottom").setHeight(line)
        self.plot.leave_room_for_hint(line, below=line)
        self._leave_room_for_names()
        self._shown = ()
        self.redraw()

    def _leave_room_for_names(self) -> None:
        """Let the axis end so far above 1 that a name has room there."""
        height = self.plot.getPlotItem().vb.height()
        above = min(NAME_SHARE * self.fontInfo().pixelSize() / max(height, 1), 0.5)
        self.plot.setYRange(LOWEST, (1 - above * LOWEST) / (1 - above), padding=0)
