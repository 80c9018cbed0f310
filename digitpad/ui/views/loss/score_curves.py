"""One run's scores over a plot: training sample, validation and test at epochs' ends, and the gap between them."""

import math
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from digitpad.runs.axis import Axis, positions
from digitpad.runs.run import Run
from digitpad.runs.scale import LEAST_LOSS
from digitpad.runs.scores.best import best, newest_gap
from digitpad.runs.scores.score import Scores
from digitpad.ui.theme import Colors

LINE_PIXELS = 1.5
GAP_PIXELS = 2
SYMBOL_PIXELS = 8
BEST_PIXELS = 18
HEIGHT = 5
"""Above the losses and their spot."""

LOOKS = {
    "training": (Qt.PenStyle.SolidLine, "o"),
    "validation": (Qt.PenStyle.DashLine, "s"),
    "test": (Qt.PenStyle.DotLine, "t"),
}
"""How each set's line is drawn, and which symbol stands at its points: they differ without colour too."""


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

    Attributes:
        lines: the curves, by the names of their sets.
        gap, star: the bracket, and the best epoch.
        words: what is said of the gap.
        lowest: the least value that is shown; infinite while there is none.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self.lines = {name: pg.PlotDataItem() for name in LOOKS}
        self.gap, self.star = pg.PlotDataItem(), pg.PlotDataItem(pen=None)
        self.words = pg.TextItem()
        self.lowest = math.inf
        self._shown: tuple[object, ...] = ()
        for item in (*self.lines.values(), self.gap, self.star, self.words):
            item.setZValue(HEIGHT)
            plot.addItem(item, ignoreBounds=True)
        self.words.hide()

    def show(self, run: Run | None, look: ScoreLook) -> None:
        """Show a run's scores, or nothing of None."""
        scored = [] if run is None else run.history.scores
        asked = (run, scored if run is None else id(scored), len(scored), run and run.number, look)
        if asked == self._shown:
            return
        self._shown = asked
        self.lowest = math.inf
        for name, line in self.lines.items():
            self._draw(line, name, run, look)
        self._show_gap(run, look)
        self._show_best(run, look)

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
        _fill(line, run, look, found)

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
        (x,) = positions(run, look.axis, np.array([batches], np.intp))
        # Beside the bracket; of accuracies, which lie close together, below it.
        is_loss = look.what == "loss"
        self.words.setAnchor((1, 0.5 if is_loss else 0))
        height = (lower + higher) / 2 if is_loss else min(lower, higher)
        self.words.setPos(x, math.log10(max(height, LEAST_LOSS)) if look.logarithmic else height)

    def _show_best(self, run: Run | None, look: ScoreLook) -> None:
        done = None if run is None else best(run.history.scores, run.recipe.batches_per_epoch)
        found = [point for point in _points(run, "validation", look.what) if point[0] == done]
        self.star.setLogMode(False, look.logarithmic)
        self.star.setSymbol("star")
        self.star.setSymbolSize(BEST_PIXELS * look.thickness)
        self.star.setSymbolBrush(look.colors.accent)
        self.star.setSymbolPen(pg.mkPen(look.colors.card))
        _fill(self.star, run, look, found)


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
