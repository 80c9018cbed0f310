"""Where on a plot the moment stands that is looked at."""

import numpy as np
import pyqtgraph as pg

from digitpad.runs.axis import Axis, positions
from digitpad.runs.run import Run
from digitpad.ui.plots.vertical_lines import VerticalLines
from digitpad.ui.theme import Colors

WIDTH = 2.0
"""In logical pixels: seen among the dashed lines of the epochs, without hiding the curve."""

HEIGHT = 4
"""Above marks and curves."""


class MomentLine(VerticalLines):
    """One line, or none while now is looked at."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        super().__init__()
        self.setZValue(HEIGHT)
        plot.getPlotItem().addItem(self, ignoreBounds=True)

    def show_moment(self, run: Run | None, updates: int, axis: Axis, now: Colors) -> None:
        """Stand at a run's state after so many updates; nowhere if there is no run."""
        self.set_pen(pg.mkPen(now.text, width=WIDTH))
        self.show_at([] if run is None else positions(run, axis, np.array([updates], np.intp)).tolist())
