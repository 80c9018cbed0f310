"""What the plots have in common: their dress, and the marks at epochs and changes of the learning rate."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout

from digitpad.arrays import Doubles
from digitpad.runs.run import Run
from digitpad.ui.plots.run_curve import Axis, positions
from digitpad.ui.theme import Colors
from digitpad.workspace.wording.numbers import plain_percent, short, whole

Ticks = tuple[float | None, list[float]]
"""The spacing of ticks, and where they are."""

LEAST_HEIGHT = 84
"""Logical pixels in which a curve can be told from a line."""

TICK_PIXELS = 13
TOP_AXIS_PIXELS = 40
COMPACT_AXIS_PIXELS = 21
"""Room for two lines, an epoch's test accuracy and its number; in a low plot for one, the accuracy."""

LOWEST_LABEL_PIXELS = 8
"""Below a plot without numbers on its x axis: room for the lower half of the 0 on the left one."""

LEFT_AXIS_PIXELS = 54
"""The same for all plots, so that those on one x axis stand in line."""

LEAST_LABEL_GAP = 0.14
"""Least distance between two labels above the plot, as a share of the x axis."""

LEAST_TICK_PIXELS = 20
LOG_STEPS = ((0.30, (1, 2, 5)), (0.47, (1, 3)))
"""Least distance between two labels beside the plot, and what may be labelled within a decade, with the smallest
distance that leaves, in decades."""

FAR = 1e9
"""Higher than any loss: where the vertical lines end."""


class ValueAxis(pg.AxisItem):
    """An axis whose labels do not touch when it is logarithmic: the decades, and what fits between them."""

    def logTickValues(  # noqa: N802  # pyqtgraph's name
        self, least: float, most: float, size: float, standard: list[Ticks]
    ) -> list[Ticks]:
        """Return the logarithms of the values to be labelled on ``size`` pixels from ``least`` to ``most``."""
        decade = size / max(most - least, 1e-9)
        every = max(1, math.ceil(LEAST_TICK_PIXELS / decade))
        steps = next((steps for gap, steps in LOG_STEPS if gap * decade >= LEAST_TICK_PIXELS), (1,))
        decades = range(math.floor(least / every) * every, math.ceil(most) + 1, every)
        values = [exponent + math.log10(step) for exponent in decades for step in steps]
        fitting = [value for value in values if least <= value <= most]
        return [(1.0, fitting)] if fitting else super().logTickValues(least, most, size, standard)

    def logTickStrings(self, logarithms: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the values themselves, without powers of ten where there are few digits."""
        return [short(10**logarithm) for logarithm in logarithms]


def make_plot(name: str, label: str) -> pg.PlotWidget:
    """Return an empty plot that neither zooms nor pans; ``label`` stands at its left axis."""
    plot = pg.PlotWidget(axisItems={"left": ValueAxis("left")}, enableMenu=False)
    plot.setAccessibleName(name)
    plot.setMinimumHeight(LEAST_HEIGHT)
    # What pyqtgraph would like goes by the size it had last: two plots would take turns in growing.
    plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    item = plot.getPlotItem()
    item.hideButtons()
    item.setMouseEnabled(x=False, y=False)
    item.setLabel("left", label)
    item.getAxis("left").setWidth(LEFT_AXIS_PIXELS)
    return plot


def add_hint(plot: pg.PlotWidget, text: str) -> QLabel:
    """Return a sentence in the middle of a plot, for as long as there is nothing to see in it."""
    hint = QLabel(text)
    hint.setProperty("role", "muted")
    hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    room = QVBoxLayout(plot.viewport())
    room.setContentsMargins(LEFT_AXIS_PIXELS, 0, 0, 0)
    room.addWidget(hint, 0, Qt.AlignmentFlag.AlignCenter)
    return hint


def style_axes(plot: pg.PlotWidget, base: QFont, now: Colors) -> None:
    """Give the plot these colours, and letters that can be read from afar."""
    plot.setBackground(now.card)
    font = QFont(base)
    font.setPixelSize(TICK_PIXELS)
    for name in ("left", "bottom", "top"):
        axis = plot.getAxis(name)
        axis.setPen(pg.mkPen(now.border))
        axis.setTextPen(pg.mkPen(now.muted))
        axis.setStyle(tickFont=font)
        axis.label.setFont(font)


class EpochMarks:
    """Vertical lines at a run's epochs, labelled above with test accuracy, and at changes of its learning rate."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._epochs = pg.PlotDataItem(connect="pairs")
        self._rates = pg.PlotDataItem(connect="pairs")
        item = plot.getPlotItem()
        item.showAxis("top")
        item.getAxis("top").setTicks([[]])
        # A label at the first batches reaches over the left axis, where there is room; else it would be left out.
        item.getAxis("top").setStyle(tickLength=0, hideOverlappingLabels=LEFT_AXIS_PIXELS)
        item.getAxis("top").setHeight(TOP_AXIS_PIXELS)
        for lines in (self._epochs, self._rates):
            lines.setZValue(0)
            item.addItem(lines, ignoreBounds=True)
        self._shown: tuple[object, ...] = ()
        self._compact = False

    def set_compact(self, compact: bool) -> None:
        """Take one line above the plot instead of two."""
        self._compact = compact
        self._shown = ()
        self._plot.getAxis("top").setHeight(COMPACT_AXIS_PIXELS if compact else TOP_AXIS_PIXELS)

    def update(self, run: Run, axis: Axis, reach: float) -> None:
        """Mark this run's epochs and rate changes on an x axis that ends at ``reach``."""
        history = run.history
        asked = (id(run), tuple(history.accuracies), tuple(history.rate_changes), axis, reach)
        if asked == self._shown:
            return
        self._shown = asked
        ends = np.array([max(batch, 1) for batch, _ in history.accuracies if len(history)], np.intp)
        changes = np.array([max(batch, 1) for batch, _ in history.rate_changes if len(history)], np.intp)
        epochs = positions(run, axis, ends - 1)
        rates = positions(run, axis, changes - 1)
        _draw(self._epochs, epochs)
        _draw(self._rates, rates)
        labels = [
            (
                x,
                plain_percent(share) + ("" if self._compact else "\n" + _epoch(number)),
            )
            for number, (x, (_, share)) in enumerate(zip(epochs, history.accuracies, strict=False), start=1)
        ]
        for x, (_, rate) in zip(rates, history.rate_changes, strict=False):
            labels.append((x, QCoreApplication.translate("EpochMarks", "rate {rate}").format(rate=short(rate))))
        self._plot.getAxis("top").setTicks([_apart(labels, LEAST_LABEL_GAP * reach)])

    def clear(self) -> None:
        """Mark nothing."""
        if self._shown:
            self._shown = ()
            _draw(self._epochs, np.empty(0))
            _draw(self._rates, np.empty(0))
            self._plot.getAxis("top").setTicks([[]])

    def restyle(self, now: Colors) -> None:
        """Use these colours."""
        self._epochs.setPen(pg.mkPen(now.quiet, width=1, style=Qt.PenStyle.DashLine))
        self._rates.setPen(pg.mkPen(now.error, width=1))


def _draw(lines: pg.PlotDataItem, x: Doubles) -> None:
    lines.setData(np.repeat(x, 2), np.tile([-FAR, FAR], len(x)))


def _apart(labels: list[tuple[float, str]], gap: float) -> list[tuple[float, str]]:
    """Leave out labels that would touch the one before."""
    kept: list[tuple[float, str]] = []
    for x, text in sorted(labels, key=lambda entry: entry[0]):
        if not kept or x - kept[-1][0] >= gap:
            kept.append((x, text))
    return kept


def _epoch(number: int) -> str:
    return QCoreApplication.translate("EpochMarks", "epoch {number}").format(number=whole(number))
