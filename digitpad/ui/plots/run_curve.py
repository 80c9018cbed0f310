"""One run's curve: every loss, faint, and their moving average in the run's colour and dash pattern."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from digitpad.arrays import Doubles, Floats, Places
from digitpad.runs.run import Run
from digitpad.ui.theme import Colors, run_dash

SLACK_SECONDS = 1e-9
RAW_PIXELS = 1
MEAN_PIXELS = 2
RAW_STRENGTH = 0.38
"""How much of the run's colour the faint curve has; the rest is the card's. Opaque, as Qt draws that fastest."""


class Axis(StrEnum):
    """What the x axis counts."""

    BATCH = "batch"
    LOGARITHM = "logarithm"
    """The logarithm of 1 + the batches: the fall at the beginning takes as much room as all that follows."""
    EPOCH = "epoch"
    SECONDS = "seconds"


def positions(run: Run, axis: Axis, numbers: Places) -> Doubles:
    """Return the x positions, float64 (n,), of what was measured after so many updates, ``numbers`` (n,).

    Loss number i, from 0, was measured after i updates: the first one is the untrained network's.
    """
    if axis is Axis.SECONDS:
        return np.asarray(_starts(run)[numbers], np.float64)
    if axis is Axis.LOGARITHM:
        return np.asarray(np.log10(1.0 + numbers), np.float64)
    return np.asarray(numbers / (run.recipe.batches_per_epoch if axis is Axis.EPOCH else 1.0), np.float64)


def _starts(run: Run) -> Doubles:
    """Return the seconds of training before each loss, and after the last: float64 (n + 1,)."""
    return np.concatenate([[0.0], run.history.seconds])


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
    """

    axis: Axis
    window: int
    pixels: int
    logarithmic: bool
    colors: Colors
    thickness: float = 1.0


class RunCurve:
    """Two plot items that show one run: all its losses, and their moving average."""

    def __init__(self) -> None:
        # Opaque pens drawn in segments: Qt strokes long wide curves very slowly otherwise.
        self.raw = pg.PlotDataItem(segmentedLineMode="on")
        self.mean = pg.PlotDataItem(segmentedLineMode="auto")

    def show(self, run: Run, look: Look) -> None:
        """Show what the run's history holds, one peak and one trough a pixel: more cannot be seen."""
        color = QColor(look.colors.run_color(run.number))
        self.raw.setPen(
            pg.mkPen(mixed(color, QColor(look.colors.card), RAW_STRENGTH), width=RAW_PIXELS * look.thickness)
        )
        self.mean.setPen(mean_pen(run, look.colors, look.thickness))
        for item in (self.raw, self.mean):
            item.setLogMode(False, look.logarithmic)
        history = run.history
        # A line begins with its second point; the first loss, guessing's, is worth seeing by itself.
        self.mean.setSymbol("o" if len(history) == 1 else None)
        self.mean.setSymbolBrush(color)
        self.mean.setSymbolPen(None)
        count = len(history)
        if look.axis is Axis.LOGARITHM:
            share, (numbers, losses, ends) = 1, _columns(history.losses, look.pixels)
        else:
            # Powers of two: the groups stay the same while the curve grows, so that it does not shimmer.
            share = 1 << int(np.log2(max(count / max(look.pixels, 1), 1)))
            numbers, losses = np.arange(count), history.losses
            ends = np.minimum(np.arange(share - 1, count + share - 1, share), count - 1)
        self.raw.setDownsampling(ds=share, auto=False, method="peak")
        self.raw.setData(positions(run, look.axis, numbers), losses)
        self.mean.setData(positions(run, look.axis, ends), history.moving_average(ends, look.window))

    def clear(self) -> None:
        """Show nothing."""
        for item in (self.raw, self.mean):
            item.setData([], [])


def _columns(losses: Floats, pixels: int) -> tuple[Places, Floats, Places]:
    """Return what can be seen of losses on a logarithmic axis: peak and trough of each column of pixels.

    Numbers and values of the losses to draw, (m,), and the number of each column's last. The columns' width goes
    by the decade, so that they stay the same while the curve grows and it does not shimmer.
    """
    count = len(losses)
    if not count:
        return np.arange(0), losses, np.arange(0)
    width = np.ceil(np.log10(2.0 + count)) / max(pixels, 1)
    firsts = np.flatnonzero(np.diff(np.floor(np.log10(1.0 + np.arange(count)) / width), prepend=-1.0))
    lasts = np.append(firsts[1:], count) - 1
    pairs = np.column_stack([extreme.reduceat(losses, firsts) for extreme in (np.maximum, np.minimum)])
    drawn = np.column_stack([np.ones(len(firsts), bool), lasts > firsts]).ravel()  # who is alone has one point
    return np.repeat(firsts, 2)[drawn], pairs.ravel()[drawn], lasts


def mean_pen(run: Run, now: Colors, thickness: float = 1.0) -> QPen:
    """Return the pen of a run's moving average: its colour and its dash pattern."""
    pen = QPen(pg.mkPen(now.run_color(run.number), width=MEAN_PIXELS * thickness, style=run_dash(run.number)))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # else programs do not agree on how long a dash is
    return pen


def nearest(run: Run, x: float, axis: Axis) -> int | None:
    """Return the number of the run's loss nearest to ``x``, None if it has none there."""
    count = len(run.history)
    if axis is not Axis.SECONDS:
        scale = run.recipe.batches_per_epoch if axis is Axis.EPOCH else 1
        number = round(min(10.0**x - 1, count) if axis is Axis.LOGARITHM else x * scale)
        return number if 0 <= number < count else None
    places = _starts(run)[:count]
    if not count or not -SLACK_SECONDS <= x <= float(run.history.seconds[-1]):
        return None
    return int(np.abs(places - x).argmin())
