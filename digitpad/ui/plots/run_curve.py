"""One run's curve: every loss, faint, and their moving average in the run's colour and dash pattern."""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from digitpad.arrays import Floats, Integers
from digitpad.runs.axis import Axis, between, columns, positions
from digitpad.runs.run import Run
from digitpad.ui.theme import Colors, run_dash

RAW_PIXELS = 1
MEAN_PIXELS = 2
RAW_STRENGTH = 0.38
"""How much of the run's colour the faint curve has; the rest is the card's. Opaque, as Qt draws that fastest."""


def mixed(color: QColor, other: QColor, share: float) -> QColor:
    """Return ``share`` of one colour with the rest of another: opaque, unlike a translucent one."""

    def channel(own: int, back: int) -> int:
        return round(share * own + (1 - share) * back)

    return QColor(
        channel(color.red(), other.red()),
        channel(color.green(), other.green()),
        channel(color.blue(), other.blue()),
    )


@dataclass(frozen=True)
class Look:
    """How curves are drawn: ``window`` is the mean's, in batches; ``pixels`` the plot's width.

    ``thickness`` is what a line's width is multiplied by: pixels a logical pixel, and more for the last row.
    ``span`` is what the x axis shows, or a little more; None for all of each run.
    """

    axis: Axis
    window: int
    pixels: int
    logarithmic: bool
    colors: Colors
    thickness: float = 1.0
    span: tuple[float, float] | None = None


class RunCurve:
    """Two plot items that show one run: all its losses, and their moving average."""

    def __init__(self) -> None:
        # Opaque pens drawn in segments: Qt strokes long wide curves very slowly otherwise.
        self.raw = pg.PlotDataItem(segmentedLineMode="on")
        self.mean = pg.PlotDataItem(segmentedLineMode="auto")
        self._shown: dict[pg.PlotDataItem, object] = {}
        self._points: tuple[object, _Points] | None = None

    def show(self, run: Run, look: Look) -> None:
        """Show what the run's history holds, one peak and one trough a pixel: more cannot be seen."""
        self.show_losses(run, look)
        self.show_mean(run, look)

    def show_losses(self, run: Run, look: Look) -> None:
        """Show every loss of a run, faint; does nothing if just that is shown."""
        points = self._points_unless_shown(self.raw, run, look)
        if points is None:
            return
        own = QColor(look.colors.run_color(run.number))
        faint = mixed(own, QColor(look.colors.card), RAW_STRENGTH)
        self.raw.setLogMode(False, look.logarithmic)
        # All at once: each by itself would make pyqtgraph compute the curve anew.
        self.raw.setData(
            positions(run, look.axis, points.numbers),
            points.losses,
            pen=pg.mkPen(faint, width=RAW_PIXELS * look.thickness),
            downsample=points.share,
            downsampleMethod="peak",
        )

    def show_mean(self, run: Run, look: Look) -> None:
        """Show the moving average of a run's losses; does nothing if just that is shown."""
        points = self._points_unless_shown(self.mean, run, look)
        if points is None:
            return
        self.mean.setLogMode(False, look.logarithmic)
        self.mean.setData(
            positions(run, look.axis, points.ends),
            run.history.moving_average(points.ends, look.window),
            pen=mean_pen(run, look.colors, look.thickness),
            # A line begins with its second point; the first loss, guessing's, is worth seeing by itself.
            symbol="o" if len(run.history) == 1 else None,
            symbolBrush=QColor(look.colors.run_color(run.number)),
            symbolPen=None,
        )

    def clear(self) -> None:
        """Show nothing."""
        if self._shown:
            self._shown.clear()
            for item in (self.raw, self.mean):
                item.setData([], [])

    def _points_unless_shown(self, item: pg.PlotDataItem, run: Run, look: Look) -> "_Points | None":
        """Return what an item is to show, and from now on does; None if it does so already.

        Losses and mean of one curve have the same points, which are looked for once.
        """
        shows = run.number, id(run.history), len(run.history), look
        if self._shown.get(item) == shows:
            return None
        self._shown[item] = shows
        if self._points is None or self._points[0] != shows:
            self._points = shows, _points(run, look)
        return self._points[1]


class _Points(NamedTuple):
    """How many losses share a pixel, the numbers of those that are drawn, they, and after which a mean stands."""

    share: int
    numbers: Integers
    losses: Floats
    ends: Integers


def _points(run: Run, look: Look) -> _Points:
    """Return what of a run can be seen: of one that reaches far beyond the axis, no more than what is within."""
    losses, count = run.history.losses, len(run.history)
    if look.axis is Axis.LOGARITHM:
        return _Points(1, *columns(losses, look.pixels * _magnified(count, look.span)))
    first, end = (0, count) if look.span is None else between(run, look.axis, *look.span)
    # Powers of two, from the run's beginning: the groups stay the same while the curve grows, so that it does not
    # shimmer.
    share = 1 << int(np.log2(max((end - first) / max(look.pixels, 1), 1)))
    first, end = max(0, first // share - 1) * share, min(count, (end // share + 2) * share)  # lines go on outside
    ends = np.minimum(np.arange(first + share - 1, end + share - 1, share), count - 1)
    return _Points(share, np.arange(first, end), losses[first:end], ends)


def _magnified(count: int, span: tuple[float, float] | None) -> int:
    """Return how many times, in powers of two, a run of so many losses is as wide as a logarithmic axis shows."""
    seen = math.inf if span is None else span[1] - span[0]
    return 1 << int(math.log2(max(math.log10(1 + count) / seen, 1))) if seen > 0 else 1


def mean_pen(run: Run, now: Colors, thickness: float = 1.0) -> QPen:
    """Return the pen of a run's moving average: its colour and its dash pattern."""
    pen = QPen(pg.mkPen(now.run_color(run.number), width=MEAN_PIXELS * thickness, style=run_dash(run.number)))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # else programs do not agree on how long a dash is
    return pen
