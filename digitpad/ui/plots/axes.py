"""What the plots have in common: their dress, and the marks at epochs and changes of the learning rate."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetrics
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

TOP_LINES = 2.6
COMPACT_LINES = 1.4
"""Room above the plot, in lines: for an epoch's test accuracy and its number; in a low plot for the accuracy."""

LOWEST_LABEL_LINES = 0.5
"""Below a plot without numbers on its x axis: room for the lower half of the 0 on the left one."""

LEFT_EMS = 4.0
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
    plot = pg.PlotWidget(axisItems={"left": ValueAxis("left"), "bottom": CountAxis("bottom")}, enableMenu=False)
    plot.setAccessibleName(name)
    plot.setMinimumHeight(LEAST_HEIGHT)
    # What pyqtgraph would like goes by the size it had last: two plots would take turns in growing.
    plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    item = plot.getPlotItem()
    item.hideButtons()
    item.setMouseEnabled(x=False, y=False)
    item.setLabel("left", label)
    return plot


def add_hint(plot: pg.PlotWidget, text: str) -> QLabel:
    """Return a sentence in the middle of a plot, for as long as there is nothing to see in it."""
    hint = QLabel(text)
    hint.setProperty("role", "muted")
    hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    room = QVBoxLayout(plot.viewport())
    room.setContentsMargins(round(LEFT_EMS * hint.fontMetrics().height()), 0, 0, 0)
    room.addWidget(hint, 0, Qt.AlignmentFlag.AlignCenter)
    return hint


def style_axes(plot: pg.PlotWidget, base: QFont, now: Colors) -> None:
    """Give the plot these colours, and letters that can be read from afar."""
    plot.setBackground(now.card)
    font, line = QFont(base), QFontMetrics(base).height()
    plot.getAxis("left").setWidth(round(LEFT_EMS * line))
    for name in ("left", "bottom", "top"):
        axis = plot.getAxis(name)
        axis.setPen(pg.mkPen(now.border))
        axis.setTextPen(pg.mkPen(now.muted))
        axis.setStyle(tickFont=font)
        axis.label.setFont(font)
    # The 0 stands half outside the axis, where there is room for it.
    plot.getAxis("bottom").setStyle(hideOverlappingLabels=False)


class CountAxis(pg.AxisItem):
    """An axis of counts; logarithmic, it says the numbers themselves: 0, 1, 10, 100."""

    logarithmic = False

    def tickValues(self, least: float, most: float, size: float) -> list[Ticks]:  # noqa: N802  # pyqtgraph's name
        """Return where the labels stand."""
        if not self.logarithmic:
            values: list[Ticks] = super().tickValues(least, most, size)
            return values
        places = [0.0, *(math.log10(1 + 10**power) for power in range(7))]
        return [(1.0, [place for place in places if least <= place <= most])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the labels."""
        if not self.logarithmic:
            return [short(value) for value in values]
        return [whole(round(10**value - 1)) for value in values]


class EpochMarks:
    """Vertical lines at a run's epochs, labelled above with test accuracy, and at changes of its learning rate."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._epochs = pg.PlotDataItem(connect="pairs")
        self._rates = pg.PlotDataItem(connect="pairs")
        item = plot.getPlotItem()
        item.showAxis("top")
        item.getAxis("top").setTicks([[]])
        item.getAxis("top").setStyle(tickLength=0)
        for lines in (self._epochs, self._rates):
            lines.setZValue(0)
            item.addItem(lines, ignoreBounds=True)
        self._shown: tuple[object, ...] = ()
        self._compact = False

    def set_compact(self, compact: bool) -> None:
        """Take one line above the plot instead of two."""
        self._compact = compact
        self._shown = ()
        self.fit()

    def update(self, run: Run, axis: Axis, reach: float) -> None:
        """Mark this run's epochs and rate changes on an x axis that ends at ``reach``."""
        history = run.history
        asked = (id(run), tuple(history.accuracies), tuple(history.rate_changes), axis, reach)
        if asked == self._shown:
            return
        self._shown = asked
        ends = np.array([batch for batch, _ in history.accuracies], np.intp)
        changes = np.array([batch for batch, _ in history.rate_changes], np.intp)
        epochs = positions(run, axis, ends)
        rates = positions(run, axis, changes)
        _draw(self._epochs, epochs)
        _draw(self._rates, rates)
        labels = [
            (
                x,
                plain_percent(share) + ("" if self._compact else "\n" + _epoch(number)),
            )
            for number, (x, (_, share)) in enumerate(zip(epochs, history.accuracies, strict=True), start=1)
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

    def fit(self) -> None:
        """Have as much room as the letters need."""
        lines = COMPACT_LINES if self._compact else TOP_LINES
        line = self._plot.fontMetrics().height()
        self._plot.getAxis("top").setHeight(round(lines * line))
        # A label at the first batches reaches over the left axis, where there is room; else it would be left out.
        self._plot.getAxis("top").setStyle(hideOverlappingLabels=round(LEFT_EMS * line))

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
