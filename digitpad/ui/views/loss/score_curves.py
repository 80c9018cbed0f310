"""One run's scores over a plot: training sample, validation and test at epochs' ends, and the gap between them."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTransform

from digitpad.arrays import Floats
from digitpad.runs.axis import Axis, positions
from digitpad.runs.run import Run
from digitpad.runs.scale import LEAST_LOSS
from digitpad.runs.scores.best import best, newest_gap
from digitpad.runs.scores.score import Scores
from digitpad.ui.plots.drawing import draw_curve
from digitpad.ui.theme import Colors

LINE_PIXELS = 1.5
GAP_PIXELS = 2
SYMBOL_PIXELS = 8
BEST_PIXELS = 18
HEIGHT = 5
"""Above the losses and their spot."""

BESIDE_LINES = 2
"""A bracket has its words beside it if it is so many of their lines high; else they would cover its ends."""

SYMBOL_LINES = 0.5
"""What words above or below symbols keep away from them."""

APART = 1.6
"""Symbols of a line are at least so many of their widths apart, or they would be a band; all can be read."""

REACH_PIXELS = 12
"""So near to a symbol it is read."""

LOOKS = {
    "training": (Qt.PenStyle.SolidLine, "o"),
    "validation": (Qt.PenStyle.DashLine, "s"),
    "test": (Qt.PenStyle.DotLine, "t"),
}
"""How each set's line is drawn, and which symbol stands at its points: they differ without colour too."""


@dataclass(frozen=True)
class ScorePoint:
    """What a run's weights were on the set ``name`` after ``updates`` batches, at x and y of the axes."""

    run: Run
    name: str
    updates: int
    x: float
    y: float


@dataclass(frozen=True)
class ScoreLook:
    """How scores are drawn.

    Attributes:
        what: "loss" or "accuracy", in per cent.
        thickness, pixels: what symbols, and the widths of lines, are multiplied by.
        words: said of the gap.
    """

    what: str
    axis: Axis
    logarithmic: bool
    colors: Colors
    thickness: float
    pixels: float
    font: QFont
    words: str


class ScoreCurves:
    """Three lines with symbols, a bracket for the gap between training and validation, a star at the best epoch.

    Each item is made when it is first wanted: most lessons show no scores, and a window with all of them in both
    plots would come up a twelfth later.

    Attributes:
        lines: the curves, by the names of their sets.
        gap, star: the bracket, and the best epoch.
        words: what is said of the gap.
        lowest: the least value that is shown; infinite while there is none.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self.lowest = math.inf
        self._shown: tuple[object, ...] = ()
        self._plot = plot
        self._points: list[ScorePoint] = []

    @cached_property
    def lines(self) -> dict[str, pg.PlotDataItem]:
        """The lines, by the names of their sets."""
        return {name: self._added(pg.PlotDataItem()) for name in LOOKS}

    @cached_property
    def gap(self) -> pg.PlotDataItem:
        """The bracket."""
        return self._added(pg.PlotDataItem())

    @cached_property
    def star(self) -> pg.PlotDataItem:
        """What stands at the best epoch."""
        return self._added(pg.PlotDataItem(pen=None))

    @cached_property
    def words(self) -> pg.TextItem:
        """What is said of the gap."""
        words = self._added(pg.TextItem())
        words.hide()
        return words

    def _added(self, item: pg.GraphicsObject) -> pg.GraphicsObject:
        item.setZValue(HEIGHT)
        self._plot.addItem(item, ignoreBounds=True)
        return item

    def show(self, run: Run | None, look: ScoreLook) -> None:
        """Show a run's scores, or nothing of None."""
        scored = [] if run is None else run.history.scores
        room = self._plot.getPlotItem().vb
        shown = room.width(), room.height(), str(room.viewRange())  # which decide where there is room for words
        asked = (run, scored if run is None else id(scored), len(scored), run and run.number, look, shown)
        is_empty_still = run is None and "lines" not in vars(self)
        if asked == self._shown or is_empty_still:
            return
        self._shown = asked
        self.lowest, self._points = math.inf, []
        for name, line in self.lines.items():
            self._draw(line, name, run, look)
        self._show_gap(run, look)
        self._show_best(run, look)

    def leave_to_drawn(self) -> None:
        """Have a drawing's ``render`` leave them out."""
        if "lines" in vars(self):
            for item in (*self.lines.values(), self.gap, self.star):
                item.hide()
            self.words.setOpacity(0)

    def drawn(self, painter: QPainter, transform: QTransform, room: QRectF) -> None:
        """Draw them in a drawing's own unit, as far as they are in ``room``; ``transform`` leads from the axes."""
        if "lines" not in vars(self):
            return
        for item in (*self.lines.values(), self.gap, self.star):
            draw_curve(painter, item, transform, room)
        place = self.words.mapRectToScene(self.words.boundingRect())
        if self.words.isVisible() and room.contains(place):
            painter.fillRect(place, self.words.fill)
            painter.setPen(self.words.color)
            painter.setFont(self.words.textItem.font())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.words.toPlainText())

    def _draw(self, line: pg.PlotDataItem, name: str, run: Run | None, look: ScoreLook) -> None:
        found = _points(run, name, look.what)
        line.setLogMode(False, look.logarithmic)
        if run is not None and found:
            style, symbol = LOOKS[name]
            color = QColor(look.colors.run_color(run.number))
            line.setPen(pg.mkPen(look.colors.text, width=LINE_PIXELS * look.pixels, style=style))
            line.setSymbol(symbol)
            line.setSymbolSize(SYMBOL_PIXELS * look.thickness)
            line.setSymbolPen(pg.mkPen(look.colors.text))
            line.setSymbolBrush(color if name != "test" else None)  # else it would hide what is all but the same
            self.lowest = min(self.lowest, min(value for _, value in found))
            places = positions(run, look.axis, np.array([batches for batches, _ in found], np.intp))
            self._points += [
                ScorePoint(run, name, batches, float(x), _height(value, look))
                for x, (batches, value) in zip(places, found, strict=True)
            ]
        _fill(line, run, look, found)
        if run is not None and found:
            line.scatter.setPointsVisible(self._apart(line.xData, APART * SYMBOL_PIXELS * look.thickness))

    def _apart(self, places: Floats, pixels: float) -> NDArray[np.bool_]:
        """Say of each place whether a symbol stands there: at the newest, and from there on so far apart."""
        near, room = pixels * self._plot.getPlotItem().vb.viewPixelSize()[0], np.zeros(len(places), bool)
        last = math.inf
        for place in reversed(range(len(places))):
            if last - places[place] >= near:
                room[place], last = True, places[place]
        return room

    def nearest(self, point: QPointF) -> ScorePoint | None:
        """Return the symbol that a point of the axes is at, for the eye; None if there is none."""
        wide, high = self._plot.getPlotItem().vb.viewPixelSize()
        near = [(math.hypot((at.x - point.x()) / wide, (at.y - point.y()) / high), at) for at in self._points]
        away, found = min(near, key=lambda entry: entry[0], default=(math.inf, None))
        return found if away <= REACH_PIXELS else None

    def _show_gap(self, run: Run | None, look: ScoreLook) -> None:
        """Draw the bracket where the newest of them were measured."""
        found = None if run is None else newest_gap(run.history.scores)
        self.words.setVisible(found is not None)
        if run is None or found is None:
            _fill(self.gap, None, look, [])
            return
        batches, scores = found[0], dict(run.history.scores)[found[0]]
        other = "test" if scores.validation is None else "validation"
        lower, higher = (_value(scores, name, look.what) for name in ("training", other))
        self.gap.setLogMode(False, look.logarithmic)
        self.gap.setPen(pg.mkPen(look.colors.error, width=GAP_PIXELS * look.pixels))
        _fill(self.gap, run, look, [(batches, lower), (batches, higher)])
        self.words.setText(look.words, color=look.colors.error)
        self.words.setFont(look.font)
        self.words.fill = pg.mkBrush(look.colors.card)  # else nobody reads them over curves
        (x,) = positions(run, look.axis, np.array([batches], np.intp))
        low, high = sorted(_height(value, look) for value in (lower, higher))
        self._place_words(float(x), low, high, look)

    def _place_words(self, x: float, low: float, high: float, look: ScoreLook) -> None:
        """Write beside a bracket from ``low`` to ``high``, or beyond its end where there is more room."""
        room, letters = self._plot.getPlotItem().vb, QFontMetricsF(look.font)
        (left, right), (bottom, top) = room.viewRange()
        lines = (high - low) / (top - bottom) * room.height() / letters.height()
        wide = letters.horizontalAdvance(f"{look.words}  ")
        side = 0 if (right - x) / (right - left) * room.width() >= wide else 1  # right of it, where it is emptier
        if look.what == "loss" and lines >= BESIDE_LINES:
            self.words.setAnchor((side, 0.5))
            self.words.setPos(x, (low + high) / 2)
        elif look.what == "loss":
            self.words.setAnchor((side, 1 + SYMBOL_LINES))
            self.words.setPos(x, high)
        else:
            self.words.setAnchor((side, -SYMBOL_LINES))
            self.words.setPos(x, low)

    def _show_best(self, run: Run | None, look: ScoreLook) -> None:
        done = None if run is None else best(run.history.scores, run.recipe.batches_per_epoch)
        found = [point for point in _points(run, "validation", look.what) if point[0] == done]
        self.star.setLogMode(False, look.logarithmic)
        self.star.setSymbol("star")
        self.star.setSymbolSize(BEST_PIXELS * look.thickness)
        self.star.setSymbolBrush(look.colors.accent)
        self.star.setSymbolPen(pg.mkPen(look.colors.card))
        _fill(self.star, run, look, found)


def losses_of(run: Run | None) -> list[float]:
    """Return all losses that were measured of a run on whole sets."""
    return [loss for name in LOOKS for _, loss in _points(run, name, "loss")]


def _height(value: float, look: ScoreLook) -> float:
    """Return where a value stands on its axis."""
    return math.log10(max(value, LEAST_LOSS)) if look.logarithmic else value


def _value(scores: Scores, name: str, what: str) -> float:
    value = float(getattr(getattr(scores, name), what))
    return 100 * value if what == "accuracy" else value


def _points(run: Run | None, name: str, what: str) -> list[tuple[int, float]]:
    scored = [] if run is None else run.history.scores
    return [
        (batches, _value(scores, name, what)) for batches, scores in scored if getattr(scores, name) is not None
    ]


def _fill(item: pg.PlotDataItem, run: Run | None, look: ScoreLook, found: list[tuple[int, float]]) -> None:
    if run is None or not found:
        item.setData([], [])
        return
    places = positions(run, look.axis, np.array([batches for batches, _ in found], np.intp))
    item.setData(places, np.array([value for _, value in found]))
