"""What the pointer reads off the curves: the nearest point's value, in words and as a spot on its curve."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsItem

from digitpad.runs.axis import nearest, positions
from digitpad.runs.run import Run, short_name
from digitpad.ui.plain import PlainLabel
from digitpad.ui.views.loss.accuracy_plot import AccuracyPlot, Measured
from digitpad.ui.views.loss.curve_plot import CurvePlot
from digitpad.ui.views.loss.score_curves import ScoreCurves
from digitpad.workspace.wording.numbers import plain_percent
from digitpad.workspace.wording.recipe.score_texts import exact_loss, measured_text
from digitpad.workspace.wording.run_texts import said_at

SPOT_PIXELS = 9
"""The point on a curve that is read."""

LONG_WORD_EMS = 5
"""What lines of equal length need besides, as they end between words, in heights of a line."""


@dataclass(frozen=True)
class Spot:
    """A point of a run's curve, at x and y of the axes, and what to say of it in the language of the moment."""

    run: Run
    x: float
    y: float
    words: Callable[[], str]


class Reading(QObject):
    """Follows the pointer over a plot.

    Attributes:
        label: the words beside the spot.
        spot: the spot on the curve.
    """

    def __init__(self, plot: CurvePlot | AccuracyPlot) -> None:
        super().__init__(plot)
        self._plot = plot
        self.label = PlainLabel(plot)
        self.label.setObjectName("reading")
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()
        self._reads: Spot | None = None
        # Not pyqtgraph's scatter plot: it makes an atlas of symbols for one spot, in a third of a reading's time.
        radius = SPOT_PIXELS / 2
        self.spot = QGraphicsEllipseItem(-radius, -radius, SPOT_PIXELS, SPOT_PIXELS)
        self.spot.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.spot.setZValue(4)
        self.spot.hide()
        plot.addItem(self.spot, ignoreBounds=True)
        plot.scene().sigMouseMoved.connect(self._follow)
        plot.viewport().installEventFilter(self)
        self.label.installEventFilter(self)
        for moved in (plot.getPlotItem().vb.sigResized, plot.getPlotItem().vb.sigRangeChanged):
            moved.connect(self._show_again)

    def nearest(self, point: QPointF) -> Spot | None:
        """Return what is to be read at a point of the axes, None for nothing."""
        raise NotImplementedError

    def score_spot(self, scores: ScoreCurves, point: QPointF) -> Spot | None:
        """Return the score whose symbol is at a point of the axes, None for none."""
        found = scores.nearest(point)
        if found is None:
            return None
        return Spot(found.run, found.x, found.y, lambda: measured_text(found.run, found.updates, found.name))

    def hide_if_left(self) -> None:
        """Read nothing once the pointer is elsewhere."""
        if not self._plot.underMouse():
            self._show(None)

    def translate(self) -> None:
        """Say in the program's language what is read now."""
        self._show(self._reads)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """See the pointer leave the plot, and the label get other letters."""
        if watched is self.label:
            if event.type() == QEvent.Type.FontChange:
                QTimer.singleShot(0, self, self.translate)  # once all has them
        elif event.type() == QEvent.Type.Leave:
            self._show(None)
        return False

    def _show_again(self, *_: object) -> None:
        """Stay beside the spot, which moves with the axes and with the room."""
        self._show(self._reads)

    def _follow(self, place: QPointF) -> None:
        plot = self._plot
        if plot.sceneBoundingRect().contains(place):
            self._show(self.nearest(plot.getPlotItem().vb.mapSceneToView(place)))

    def _show(self, spot: Spot | None) -> None:
        self._reads = spot
        self.label.setVisible(spot is not None)
        self.spot.setVisible(spot is not None)
        if spot is None:
            return
        plot = self._plot
        self.spot.setBrush(QColor(plot.colors.run_color(spot.run.number)))
        self.spot.setPen(QColor(plot.colors.text))
        self.spot.setPos(spot.x, spot.y)
        self._say(spot.words())
        place = plot.mapFromScene(plot.getPlotItem().vb.mapViewToScene(QPointF(spot.x, spot.y)))
        left = min(place.x() + SPOT_PIXELS, plot.width() - self.label.width())
        above = place.y() - self.label.height() - SPOT_PIXELS
        self.label.move(left, above if above >= 0 else place.y() + SPOT_PIXELS)

    def _say(self, words: str) -> None:
        """Write in one line, or in a narrow plot in as many as it takes."""
        label, room = self.label, self._plot.width()
        label.setText(words)
        if label.wordWrap():
            label.setWordWrap(False)
        label.adjustSize()
        if label.width() > room:
            lines = math.ceil(label.width() / room)
            width = min(room, round(label.width() / lines + LONG_WORD_EMS * label.fontMetrics().height()))
            label.setWordWrap(True)
            label.resize(width, label.heightForWidth(width))


class LossReading(Reading):
    """Reads losses, on their moving average."""

    def __init__(self, plot: CurvePlot) -> None:
        super().__init__(plot)
        self._losses = plot

    def nearest(self, point: QPointF) -> Spot | None:
        """Return the score at the point, or the loss below or above it, on the nearest curve there."""
        at_symbol = self.score_spot(self._losses.scores, point)
        if at_symbol is not None:
            return at_symbol
        axis = self._losses.scale.axis
        found = [(run, nearest(run, point.x(), axis)) for run in self._losses.shown]
        near = [
            (abs(self._height(run, number) - point.y()), run, number)
            for run, number in found
            if number is not None
        ]
        if not near:
            return None
        _, run, number = min(near, key=lambda entry: entry[0])
        (x,) = positions(run, axis, np.array([number]))
        loss = run.history.losses[number]
        return Spot(run, x, self._height(run, number), lambda: self._words(run, number, loss))

    def _words(self, run: Run, number: int, loss: float) -> str:
        words = self.tr("{run}, after %Ln update(s): loss {loss}", "", number).format(
            run=short_name(run.name), loss=exact_loss(loss)
        )
        return "\n".join([words, *said_at(run, number)])

    def _height(self, run: Run, number: int) -> float:
        """Return where a run's moving average stands on the loss axis."""
        scale = self._losses.scale
        return scale.height(run.history.mean_at(number, scale.smoothing))


class AccuracyReading(Reading):
    """Reads accuracies, and says of which test images."""

    def __init__(self, plot: AccuracyPlot) -> None:
        super().__init__(plot)
        self._accuracies = plot

    def nearest(self, point: QPointF) -> Spot | None:
        """Return the score at the point, or the accuracy that was measured nearest to it."""
        at_symbol = self.score_spot(self._accuracies.scores, point)
        if at_symbol is not None:
            return at_symbol
        found = self._accuracies.nearest(point)
        if found is None:
            return None
        return Spot(found.run, found.x, found.percent, lambda: self._words(found))

    def _words(self, measured: Measured) -> str:
        if self._accuracies.is_of_ours:
            words = self.tr(
                "{run}, after %Ln update(s): accuracy {accuracy} on our held-out digits", "", measured.updates
            )
        elif measured.on_all:
            words = self.tr(
                "{run}, after %Ln update(s): accuracy {accuracy} on all 10,000 test images", "", measured.updates
            )
        else:
            words = self.tr(
                "{run}, after %Ln update(s): accuracy {accuracy} on 1,000 test images", "", measured.updates
            )
        return words.format(run=short_name(measured.run.name), accuracy=plain_percent(measured.percent / 100))
