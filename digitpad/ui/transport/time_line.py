"""How far a run is, with a small curve of its loss: visible in every view."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Doubles, Floats
from digitpad.runs.run import Run
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.numbers import plain_percent, whole

HEIGHT_EMS = 1.1
CURVE_PIXELS = 2
MARK_PIXELS = 2
POINTS = 240
"""Losses that the small curve is made of at most: more cannot be seen."""

FRAME_MS = 100
"""Least time between two pictures of a run under way: a line that creeps needs no more."""


def small_curve(losses: Floats, points: int = POINTS) -> Doubles:
    """Return the losses in at most so many points, each the mean of its share, float64 (n,)."""
    if len(losses) <= points:
        return np.asarray(losses, np.float64)
    edges = np.linspace(0, len(losses), points + 1).astype(np.intp)
    return np.asarray(np.add.reduceat(losses, edges[:-1], dtype=np.float64) / np.diff(edges), np.float64)


class TimeLine(Translated, QWidget):
    """A run from its first batch to its last: what is done is filled, and the loss so far drawn into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._busy = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FRAME_MS)
        self._soon.timeout.connect(self._show)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    @property
    def share(self) -> float:
        """How much of the run is done, from 0 to 1."""
        return 0.0 if self._run is None else len(self._run.history) / self._run.recipe.total_batches

    def show_run(self, run: Run | None, *, busy: bool = False) -> None:
        """Show a run as it is now; ``busy`` while it is still being waited for."""
        other = (run, busy) != (self._run, self._busy)
        self._run, self._busy = run, busy
        if other:
            self._show()
        elif not self._soon.isActive():
            self._soon.start()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Progress of the training"))
        self._show()

    def _show(self) -> None:
        run = self._run
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
            painter.setPen(QPen(color, 1))
            curve = self._curve(run, done)
            for _ in range(CURVE_PIXELS):  # a line of one pixel is drawn ten times as fast as one of two
                painter.drawPolyline(curve)
                curve.translate(0, 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.fillRect(QRectF(done.right() - MARK_PIXELS, 0, 2 * MARK_PIXELS, self.height()), color)
        painter.end()

    def _curve(self, run: Run, room: QRectF) -> QPolygonF:
        losses = small_curve(run.history.losses)
        highest = max(float(losses.max()), 1e-9)
        xs = np.linspace(room.left(), room.right(), len(losses)) if len(losses) > 1 else np.array([room.left()])
        ys = room.bottom() - CURVE_PIXELS - (losses / highest) * (room.height() - CURVE_PIXELS - 1)
        return QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)])

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(200, round(HEIGHT_EMS * self.fontMetrics().height()))
