"""One run's curve: every loss, faint, and their moving average in the run's colour and dash pattern."""

from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtGui import QColor

from digitpad.learning.loss_history import LossHistory
from digitpad.learning.run import Run
from digitpad.ui.theme import Colors, run_dash

RAW_PIXELS = 1
MEAN_PIXELS = 2
RAW_STRENGTH = 0.38
"""How much of the run's colour the faint curve has; the rest is the card's. Opaque, as Qt draws that fastest."""

Doubles = npt.NDArray[np.float64]


class Axis(StrEnum):
    """What the x axis counts."""

    BATCH = "batch"
    EPOCH = "epoch"
    SECONDS = "seconds"


def positions(history: LossHistory, axis: Axis, numbers: npt.NDArray[np.intp]) -> Doubles:
    """Return the x positions, float64 (n,), of the losses ``numbers`` (from 0)."""
    if axis is Axis.SECONDS:
        return np.asarray(history.seconds[numbers], np.float64)
    done = numbers + 1.0
    return np.asarray(done / history.batches_per_epoch if axis is Axis.EPOCH else done, np.float64)


def mixed(color: QColor, other: QColor, share: float) -> QColor:
    """Return ``share`` of one colour with the rest of another: opaque, unlike a translucent one."""

    def channel(own: int, back: int) -> int:
        return round(share * own + (1 - share) * back)

    return QColor(
        channel(color.red(), other.red()),
        channel(color.green(), other.green()),
        channel(color.blue(), other.blue()),
    )


class RunCurve:
    """The two plot items of a run; ``update`` gives them what is new."""

    def __init__(self, run: Run) -> None:
        self.run = run
        # Opaque pens drawn in segments: Qt strokes long wide curves very slowly otherwise.
        self.raw = pg.PlotDataItem(segmentedLineMode="on")
        self.mean = pg.PlotDataItem(segmentedLineMode="auto")
        # The run on top is painted alone, above the picture of all others.
        self.raw.setZValue(2)
        self.mean.setZValue(3)
        self._drawn: tuple[object, ...] = ()

    def items(self) -> tuple[pg.PlotDataItem, pg.PlotDataItem]:
        """Return the curve of all losses and that of their means."""
        return self.raw, self.mean

    def restyle(self, now: Colors) -> None:
        """Use the run's colour in this room."""
        color = QColor(now.run_color(self.run.number))
        faint = mixed(color, QColor(now.card), RAW_STRENGTH)
        self.raw.setPen(pg.mkPen(faint, width=RAW_PIXELS))
        self.mean.setPen(pg.mkPen(color, width=MEAN_PIXELS, style=run_dash(self.run.number)))

    def update(self, axis: Axis, window: int, pixels: int) -> bool:
        """Show what the run's history holds, one peak and one trough a pixel: more cannot be seen.

        Says whether there was anything new.
        """
        history = self.run.history
        asked = (id(history), len(history), axis, window, pixels, self.run.visible)
        if asked == self._drawn:
            return False
        self._drawn = asked
        for item in self.items():
            item.setVisible(self.run.visible)
        if not self.run.visible:
            return True
        # Powers of two: the groups stay the same while the curve grows, so that it does not shimmer.
        share = 1 << int(np.log2(max(len(history) / max(pixels, 1), 1)))
        self.raw.setDownsampling(ds=share, auto=False, method="peak")
        self.raw.setData(positions(history, axis, np.arange(len(history))), history.losses)
        ends = np.arange(share - 1, len(history), share)
        if len(history) and (not len(ends) or ends[-1] != len(history) - 1):
            ends = np.append(ends, len(history) - 1)
        self.mean.setData(positions(history, axis, ends), history.moving_average(ends, window))
        return True

    def set_log(self, on: bool) -> None:
        """Use a logarithmic loss axis, or an ordinary one."""
        for item in self.items():
            item.setLogMode(False, on)

    def nearest(self, x: float, axis: Axis) -> int | None:
        """Return the number of the loss nearest to ``x``, None if the run has none there."""
        history = self.run.history
        if not self.run.visible or not len(history):
            return None
        if axis is Axis.SECONDS:
            number = int(np.searchsorted(history.seconds, x))
        else:
            number = round(x * (history.batches_per_epoch if axis is Axis.EPOCH else 1)) - 1
        return number if 0 <= number < len(history) else None
