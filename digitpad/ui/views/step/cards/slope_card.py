"""“Check this slope”: the loss as a function of one weight, and the tangent that the tape has found."""

import math
from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QSlider, QVBoxLayout, QWidget

from digitpad.network.slope import Slope
from digitpad.ui.plots.plot import Plot
from digitpad.ui.theme import Colors, colors
from digitpad.ui.translated import Translated
from digitpad.ui.views.words import SPACING, Words
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.wording.acts.slope_texts import (
    difference_text,
    push_text,
    quotient_text,
    slope_guess_text,
    tape_slope_text,
)

Point = tuple[float, float]
"""A value of the weight, and the batch's loss there."""

LEAST_REACH, REACH = 0.5, 5.0
"""How far a weight can be pushed, at least, and as a multiple of itself: far enough for the curve to bend."""

PLACES = 100
"""Steps of the slider to each side."""

PLOT_EMS = 7.5
"""Height of the plot in heights of a line."""

TANGENT_SHARE = 0.5
"""Of the tangent's rise over the whole reach so much is seen at least."""

DOT, RING = 5, 11
"""Sizes of the points tried, and of the ring around the newest, in logical pixels."""

WAY, WAY_SHARE = 20, 0.5
"""Size of the arrow of a guess, in logical pixels, and how far it is from the weight, as a share of the reach."""

ROOM, BESIDE = 0.08, 0.02
"""Above and below the curve, as a share of its height; on both sides, as a share of the reach."""


class SlopeCard(Translated, QWidget):
    """Points (w, L) that were tried, the tangent through the weight's own, and the same slope from two losses.

    Plot and slider are a widget of their own, to stand where there is room for it.

    Attributes:
        upper: plot and slider.
        tape_words, quotient_words, difference_words: both slopes, written out, and why they differ where they do.
        guess_words: what the class guessed, beside what is so.
        ways: both as arrows, to the right for up: the guess first, then what is so.
        slider: pushes the weight.
        push_words: how far it is pushed.

    Signals:
        pushed(float): the weight is to be tried at this value.
    """

    pushed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.upper = QWidget()
        self.heading = Words("heading", self)
        self.tape_words, self.quotient_words, self.difference_words = (
            Words(role, self) for role in ("", "", "muted")
        )
        self.guess_words, self.push_words = Words("heading", self), Words("muted", self)
        self.plot = Plot()
        self.plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._curve = pg.PlotDataItem()
        self._tangent = pg.PlotDataItem()
        self._tried, self._own, self._newest = (pg.ScatterPlotItem() for _ in range(3))
        self.ways = pg.ScatterPlotItem()
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(-PLACES, PLACES)
        self.slider.setPageStep(PLACES // 10)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        WheelGuard(self).guard(self.slider)
        self._name, self._value, self._gradient, self._loss = "", 0.0, 0.0, math.nan
        self._slope: Slope | None = None
        self._fitted: tuple[Point, Point | None] | None = None
        self._points: list[Point] = []
        self._guess: bool | None = None
        self._worn: tuple[QFont, Colors] | None = None
        self._arrange()
        self.slider.valueChanged.connect(self._push)
        self._translate()
        self._dress()

    def _arrange(self) -> None:
        for item in (self._tangent, self._curve, self._tried, self._own, self._newest, self.ways):
            self.plot.addItem(item)
        above, below = QVBoxLayout(self.upper), QVBoxLayout(self)
        for column in (above, below):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SPACING // 2)
        for widget in (self.heading, self.plot, self.slider, self.push_words):
            above.addWidget(widget)
        above.addStretch(1)
        for widget in (self.tape_words, self.quotient_words, self.difference_words, self.guess_words):
            below.addWidget(widget)

    def show_weight(
        self,
        name: str,
        value: float,
        gradient: float,
        loss: float,
        slope: Slope | None = None,
        points: Sequence[Point] = (),
    ) -> None:
        """Be about this weight, of this value and slope by the tape, at this loss; another one begins unpushed.

        ``slope`` and ``points`` are what is known of another one already, as in ``show_slope``.
        """
        if (name, value, gradient) == (self._name, self._value, self._gradient):
            return
        self._name, self._value, self._gradient, self._loss = name, value, gradient, loss
        self._slope, self._points = slope, list(points)
        with QSignalBlocker(self.slider):
            self.slider.setValue(0)
        self._show()

    def show_slope(self, slope: Slope | None, points: Sequence[Point], gradient: float) -> None:
        """Show the losses on both sides of the weight, all points tried, the newest last, and the tape's slope."""
        if (slope, gradient) != (self._slope, self._gradient) or list(points) != self._points:
            self._slope, self._points, self._gradient = slope, list(points), gradient
            self._show()

    def show_guess(self, up: bool | None) -> None:
        """Set beside the slope whether the class has guessed that the weight goes up; None is no guess."""
        if up is not self._guess:
            self._guess = up
            self._show_words()
            self._show_ways()

    @property
    def reach(self) -> float:
        """How far the weight can be pushed to each side."""
        return max(REACH * abs(self._value), LEAST_REACH) if math.isfinite(self._value) else LEAST_REACH

    @property
    def pushed_to(self) -> float:
        """The value at which the slider stands."""
        return self._value + self.reach * self.slider.value() / PLACES

    @property
    def range(self) -> tuple[float, float]:
        """The least and the largest value that the slider reaches."""
        return self._value - self.reach, self._value + self.reach

    def _push(self) -> None:
        self._show_words()
        self.pushed.emit(self.pushed_to)

    def _translate(self) -> None:
        self.heading.setText(self.tr("Check this slope"))
        self.plot.name(self.tr("The batch’s loss by the value of one weight"), self.tr("loss"))
        self.slider.setAccessibleName(self.tr("Push the weight"))
        self._show_words()

    def _show(self) -> None:
        self._show_words()
        self._show_points()

    def _show_words(self) -> None:
        self.tape_words.setText(tape_slope_text(self._name, self._value, self._gradient))
        self.quotient_words.setText("" if self._slope is None else quotient_text(self._slope))
        differs = "" if self._slope is None else difference_text(self._slope, self._gradient, self._loss)
        self.difference_words.setText(differs)
        self.guess_words.setText("" if self._guess is None else slope_guess_text(self._guess, self._gradient))
        value = self.pushed_to
        newest = self._points[-1] if self._points else None
        is_tried = newest is not None and math.isclose(newest[0], value, rel_tol=1e-6, abs_tol=1e-9)
        self.push_words.setText(push_text(self._value, value, newest[1] if is_tried and newest else None))
        self.slider.setAccessibleDescription(self.push_words.text())
        self.plot.name_x(self._name)

    def _show_points(self) -> None:
        """Draw what is known; losses that are no numbers stand nowhere."""
        known = [point for point in self._points if math.isfinite(point[1])]
        sides: list[Point] = []
        slope = self._slope
        if slope is not None:
            sides = [(slope.value - slope.epsilon, slope.lower), (slope.value + slope.epsilon, slope.upper)]
            sides = [point for point in sides if math.isfinite(point[1])]
        loss = self._loss if slope is None else slope.loss
        own = [(self._value, loss)] if math.isfinite(loss) else []
        line = sorted({*known, *sides, *own})
        self._curve.setData(*_columns(line))
        self._tried.setData(*_columns(sorted({*known, *sides})))
        self._own.setData(*_columns(own))
        self._newest.setData(*_columns(known[-1:]))
        self._show_ways()
        low, high = self.range
        if not own or not math.isfinite(self._gradient):
            self._tangent.setData([], [])
            self._fit((low, high))
            return
        rise = abs(self._gradient) * self.reach
        self._tangent.setData(
            [low, high], [loss - self._gradient * self.reach, loss + self._gradient * self.reach]
        )
        heights = [y for _, y in line] + [loss - TANGENT_SHARE * rise, loss + TANGENT_SHARE * rise]
        bottom, top = min(heights), max(heights)
        room = max((top - bottom) * ROOM, 1e-6 * max(abs(loss), 1e-3))
        self._fit((low, high), (bottom - room, top + room))

    def _show_ways(self) -> None:
        """Draw the way that was guessed as a hollow arrow, and over it the way downhill as a full one."""
        loss = self._loss if self._slope is None else self._slope.loss
        if self._guess is None or not math.isfinite(loss):
            if len(self.ways.points()):  # a weight that is pushed is drawn as often as the hand moves
                self.ways.clear()
            return
        now, truth = colors(), None if not self._gradient or math.isnan(self._gradient) else self._gradient < 0
        ways = [(self._guess, WAY, now.card, now.runs[1]), (truth, WAY // 2, now.runs[0], now.runs[0])]
        self.ways.setData(
            [
                {
                    "pos": (self._value + (1 if up else -1) * WAY_SHARE * self.reach, loss),
                    "symbol": "t2" if up else "t3",
                    "size": size,
                    "brush": pg.mkBrush(brush),
                    "pen": pg.mkPen(pen, width=2),
                    "data": up,
                }
                for up, size, brush, pen in ways
                if up is not None
            ]
        )

    def _fit(self, across: Point, up: Point | None = None) -> None:
        """Have the axes reach so far; they are costly to draw, and left alone while they do."""
        if (across, up) == self._fitted:
            return
        self._fitted = across, up
        room = BESIDE * (across[1] - across[0])
        # Both at once: with each call all that is drawn is asked anew how much room it takes.
        self.plot.setRange(xRange=(across[0] - room, across[1] + room), yRange=up, padding=0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters and colours."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        self.plot.setFixedHeight(round(PLOT_EMS * self.fontMetrics().height()))
        if (self.font(), colors()) != self._worn:
            self.plot.when_seen(self._dress_plot)

    def _dress_plot(self) -> None:
        now = colors()
        self._worn = self.font(), now
        self._show_ways()
        self.plot.dress(self.font(), now)
        self._curve.setPen(pg.mkPen(now.runs[0], width=2))
        self._tangent.setPen(pg.mkPen(now.runs[1], width=2, style=Qt.PenStyle.DashLine))
        for item, size, brush, pen in (
            (self._tried, DOT, now.runs[0], None),
            (self._own, RING - 2, now.runs[0], now.card),
            (self._newest, RING, now.card, now.runs[0]),
        ):
            item.setSize(size)
            item.setBrush(pg.mkBrush(brush))
            item.setPen(pg.mkPen(pen, width=2) if pen else pg.mkPen(None))


def _columns(points: Sequence[Point]) -> tuple[list[float], list[float]]:
    return [x for x, _ in points], [y for _, y in points]
