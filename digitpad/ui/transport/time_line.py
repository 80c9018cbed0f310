"""How far a run is, with a small curve of its loss: visible in every view."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Doubles, Floats
from digitpad.runs.run import Run
from digitpad.ui.theme import colors
from digitpad.workspace.wording.numbers import plain_percent, whole

HEIGHT_EMS = 1.1
CURVE_PIXELS = 2
MARK_PIXELS = 2
POINTS = 400
"""Losses that the small curve is made of at most: more cannot be seen."""


def small_curve(losses: Floats, points: int = POINTS) -> Doubles:
    """Return the losses in at most so many points, each the mean of its share, float64 (n,)."""
    if len(losses) <= points:
        return np.asarray(losses, np.float64)
    edges = np.linspace(0, len(losses), points + 1).astype(np.intp)
    return np.asarray(np.add.reduceat(losses, edges[:-1], dtype=np.float64) / np.diff(edges), np.float64)


class TimeLine(QWidget):
    """A run from its first batch to its last: what is done is filled, and the loss so far drawn into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._busy = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress of the training"))
        self.show_run(None)

    @property
    def share(self) -> float:
        """How much of the run is done, from 0 to 1."""
        return 0.0 if self._run is None else len(self._run.history) / self._run.recipe.total_batches

    def show_run(self, run: Run | None, *, busy: bool = False) -> None:
        """Show a run as it is now; ``busy`` while it is still being waited for."""
        self._run, self._busy = run, busy
        if run is None:
            text = self.tr("No run yet")
        else:
            text = self.tr("{done} of {all} batches, {percent}").format(
                done=whole(len(run.history)),
                all=whole(run.recipe.total_batches),
                percent=plain_percent(self.share),
            )
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track, part done, curve and the place where it is."""
        now, painter = colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.fillRect(track, QColor(now.track))
        run = self._run
        if self._busy:
            painter.fillRect(track, QColor(now.hover))
        elif run is not None and len(run.history):
            done = QRectF(track)
            done.setWidth(max(MARK_PIXELS, track.width() * self.share))
            painter.fillRect(done, QColor(now.hover))
            color = QColor(now.run_color(run.number))
            painter.setPen(QPen(color, CURVE_PIXELS))
            painter.drawPolyline(self._curve(run, done))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(QRectF(done.right() - MARK_PIXELS, 0, 2 * MARK_PIXELS, self.height()), color)
        painter.end()

    def _curve(self, run: Run, room: QRectF) -> QPolygonF:
        losses = small_curve(run.history.losses)
        highest = max(float(losses.max()), 1e-9)
        xs = np.linspace(room.left(), room.right(), len(losses)) if len(losses) > 1 else np.array([room.left()])
        ys = room.bottom() - 1 - (losses / highest) * (room.height() - 2)
        return QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)])

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(200, round(HEIGHT_EMS * self.fontMetrics().height()))
