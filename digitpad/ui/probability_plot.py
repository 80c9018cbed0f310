"""How the ten probabilities of the drawn digit went while the network learned."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.data.mnist import CLASSES
from digitpad.ui.loss_plot import LossPlot
from digitpad.ui.plot_axes import make_plot, style_axes
from digitpad.ui.run_curve import positions
from digitpad.ui.theme import colors


class ProbabilityPlot(QWidget):
    """Ten curves under the loss, on the same x axis: the moment the network gets a digit can be seen.

    The digit that is answered now has the accent colour and its name at the end of its curve.
    """

    def __init__(self, losses: LossPlot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses = losses
        self.plot = make_plot(self.tr("Probabilities of the drawn digit"), self.tr("probability"))
        self.plot.setXLink(losses.plot)
        self.plot.setYRange(0, 1, padding=0.03)
        self.curves = [pg.PlotDataItem() for _ in range(CLASSES)]
        for curve in self.curves:
            self.plot.addItem(curve)
        self._name = pg.TextItem(anchor=(0, 0.5))
        self._name.hide()
        self.plot.addItem(self._name, ignoreBounds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)
        self._shown: tuple[object, ...] = ()
        losses.redrawn.connect(self.redraw)
        self.restyle()

    def redraw(self) -> None:
        """Draw what has been recorded since the last time; nothing while hidden."""
        run = self._losses.runs.current
        asked = (id(run), len(run.probabilities) if run else 0, self._losses.x_axis)
        if not self.isVisible() or asked == self._shown:
            return
        self._shown = asked
        if run is None or not len(run.probabilities) or not len(run.history):
            for curve in self.curves:
                curve.setData([], [])
            self._name.hide()
            return
        done, values = run.probabilities.batches, run.probabilities.values
        x = positions(run.history, self._losses.x_axis, np.clip(done, 1, len(run.history)) - 1)
        last = np.flatnonzero(np.isfinite(values[:, 0]))[-1]  # where the last gap is not
        best = int(values[last].argmax())
        for digit, curve in enumerate(self.curves):
            curve.setData(x, values[:, digit], connect="finite")
            self._style(digit, wins=digit == best)
        self._name.setText(str(best), color=colors().accent)
        self._name.setPos(x[last], values[last, best])
        self._name.show()

    def _style(self, digit: int, *, wins: bool) -> None:
        now = colors()
        self.curves[digit].setPen(pg.mkPen(now.accent if wins else now.quiet, width=2 if wins else 1))
        self.curves[digit].setZValue(2 if wins else 1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()
        super().changeEvent(event)

    def restyle(self) -> None:
        """Use the colours of the room."""
        style_axes(self.plot, self.font())
        self._shown = ()
        self.redraw()
