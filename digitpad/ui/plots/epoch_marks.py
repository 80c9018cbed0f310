"""The marks above a plot: a run's epochs with their test accuracy, and what its learning rate became."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QTransform

from digitpad.runs.axis import Axis, positions
from digitpad.runs.run import Run
from digitpad.ui.plots.plot import LEFT_EMS
from digitpad.ui.plots.vertical_lines import VerticalLines
from digitpad.ui.theme import Colors
from digitpad.workspace.wording.numbers import plain_percent, short, whole

TOP_LINES = 2.6
COMPACT_LINES = 1.4
"""Room above the plot, in lines: for an epoch's test accuracy and its number; in a low plot for the accuracy."""

EMPTY_LINES = 0.6
"""The same as long as no run is marked: half of the topmost number beside the plot."""

APART = "n"
"""Two labels above the plot are at least this wide apart."""


class EpochMarks:
    """Vertical lines at a run's epochs, labelled above with test accuracy, and at changes of its learning rate."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._epochs, self._rates = VerticalLines(), VerticalLines()
        item = plot.getPlotItem()
        item.showAxis("top")
        item.getAxis("top").setTicks([[]])
        item.getAxis("top").setStyle(tickLength=0)
        for lines in (self._epochs, self._rates):
            lines.setZValue(0)
            item.addItem(lines, ignoreBounds=True)
        self._shown: tuple[object, ...] = ()
        self._compact = False
        self._is_empty = True

    def set_compact(self, compact: bool) -> None:
        """Take one line above the plot instead of two."""
        self._compact = compact
        self._shown = ()
        self.fit()

    def update(self, run: Run, axis: Axis, reach: float) -> None:
        """Mark this run's epochs and rate changes on an x axis that ends at ``reach``."""
        history = run.history
        view = self._plot.getPlotItem().vb.width(), self._plot.fontMetrics().height()
        asked = (id(run), tuple(history.accuracies), tuple(history.rate_changes), axis, reach, view)
        if asked == self._shown:
            return
        self._shown = asked
        self._set_empty(False)
        ends = np.array([batch for batch, _ in history.accuracies], np.intp)
        changes = np.array([batch for batch, _ in history.rate_changes], np.intp)
        epochs = positions(run, axis, ends)
        rates = positions(run, axis, changes)
        self._epochs.show_at(epochs)
        self._rates.show_at(rates)
        labels = [
            (
                x,
                plain_percent(share) + ("" if self._compact else "\n" + _epoch(number)),
            )
            for number, (x, (_, share)) in enumerate(zip(epochs, history.accuracies, strict=True), start=1)
        ]
        for x, (_, rate) in zip(rates, history.rate_changes, strict=False):
            labels.append((x, QCoreApplication.translate("EpochMarks", "rate {rate}").format(rate=short(rate))))
        room = max(1.0, self._plot.getPlotItem().vb.width())
        letters = self._plot.fontMetrics()
        lines = [line for _, text in labels for line in text.splitlines()]
        widest = max((letters.horizontalAdvance(line + APART) for line in lines), default=0)
        gap = widest / room * reach
        self._plot.getAxis("top").setTicks([_apart(labels, gap)])

    def translate(self) -> None:
        """Write the labels anew at the next update."""
        self._shown = ()

    def clear(self) -> None:
        """Mark nothing."""
        self._set_empty(True)
        if self._shown:
            self._shown = ()
            for lines in (self._epochs, self._rates):
                lines.show_at(np.empty(0))
            self._plot.getAxis("top").setTicks([[]])

    def fit(self) -> None:
        """Have as much room as the letters need."""
        lines = EMPTY_LINES if self._is_empty else COMPACT_LINES if self._compact else TOP_LINES
        line = self._plot.fontMetrics().height()
        self._plot.getAxis("top").setHeight(round(lines * line))
        # A label at the first batches reaches over the left axis, where there is room; else it would be left out.
        self._plot.getAxis("top").setStyle(hideOverlappingLabels=round(LEFT_EMS * line))

    def _set_empty(self, empty: bool) -> None:
        if empty != self._is_empty:
            self._is_empty = empty
            self.fit()
            self._plot.getPlotItem().layout.activate()  # now: a label without room is not drawn

    def restyle(self, now: Colors) -> None:
        """Use these colours."""
        self._epochs.set_pen(pg.mkPen(now.quiet, width=1, style=Qt.PenStyle.DashLine))
        self._rates.set_pen(pg.mkPen(now.error, width=1))

    def drawn(self, painter: QPainter, transform: QTransform) -> None:
        """Draw the lines in a drawing's own unit; ``transform`` leads there from the axes."""
        for lines in (self._epochs, self._rates):
            lines.drawn(painter, transform)


def _apart(labels: list[tuple[float, str]], gap: float) -> list[tuple[float, str]]:
    """Leave out labels that would touch one behind them: the newest say most."""
    kept: list[tuple[float, str]] = []
    for x, text in sorted(labels, key=lambda entry: entry[0], reverse=True):
        if not kept or kept[-1][0] - x >= gap:
            kept.append((x, text))
    return kept[::-1]


def _epoch(number: int) -> str:
    return QCoreApplication.translate("EpochMarks", "epoch {number}").format(number=whole(number))
