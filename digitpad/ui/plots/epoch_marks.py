"""The marks above a plot: a run's epochs with their accuracy, its learning rates, and what was done by hand."""

from collections.abc import Callable, Sequence
from itertools import count

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QTransform

from digitpad.runs.axis import Axis, positions
from digitpad.runs.run import Run
from digitpad.ui.plots.plot import LEFT_EMS
from digitpad.ui.plots.vertical_lines import VerticalLines
from digitpad.ui.theme import Colors
from digitpad.workspace.wording.numbers import plain_percent, short, whole
from digitpad.workspace.wording.run_texts import BY_HAND

TOP_LINES = 2.6
COMPACT_LINES = 1.4
"""Room above the plot, in lines: for an epoch's test accuracy and its number; in a low plot for the accuracy."""

EMPTY_LINES = 0.6
"""The same as long as no run is marked: half of the topmost number beside the plot."""

LINES_APART = 24
"""Logical pixels between two epochs' lines; where more would hide the curves, only those with a label stand."""

APART = "n"
"""Two labels above the plot are at least this wide apart."""


class EpochMarks:
    """Vertical lines with labels above them: at a run's epochs, with test accuracy, at changes of its learning
    rate, and where batches by hand or a further epoch begin.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._epochs, self._rates, self._hands = VerticalLines(), VerticalLines(), VerticalLines()
        self._lines = (self._epochs, self._rates, self._hands)
        item = plot.getPlotItem()
        item.showAxis("top")
        item.getAxis("top").setTicks([[]])
        item.getAxis("top").setStyle(tickLength=0)
        for lines in self._lines:
            lines.setZValue(0)
            item.addItem(lines, ignoreBounds=True)
        self._shown: tuple[object, ...] = ()
        self._asked: tuple[Run, Axis, float] | None = None
        self._compact = False
        self._is_empty = True
        # The room for labels is another after those who asked for them have drawn all they had.
        item.vb.sigResized.connect(self._update_again)

    @property
    def epochs(self) -> list[float]:
        """Where an epoch has a line, on the x axis."""
        return self._epochs.places

    def set_compact(self, compact: bool) -> None:
        """Take one line above the plot instead of two."""
        self._compact = compact
        self._shown = ()
        self.fit()

    def update(self, run: Run, axis: Axis, reach: float) -> None:
        """Mark this run's epochs and what else there was on an x axis that ends at ``reach``."""
        self._asked = run, axis, reach
        history = run.history
        view = self._plot.getPlotItem().vb.width(), self._plot.fontMetrics().height()
        marked = tuple(history.accuracies), tuple(history.rate_changes), tuple(history.interventions)
        asked = (id(run), marked, axis, reach, view)
        if asked == self._shown:
            return
        self._shown = asked
        self._set_empty(False)
        labels: list[Labels] = []
        for lines, found in (
            (self._epochs, _epochs(run, self._compact)),
            (self._rates, _rates(run)),
            (self._hands, _hands(run)),
        ):
            places = positions(run, axis, np.array([batch for batch, _ in found], np.intp)).tolist()
            lines.show_at(places)
            texts = [text for _, text in found]
            if lines is self._epochs:
                texts = [self._within(*label) for label in zip(places, texts, count(1), strict=False)]
            labels.append(dict(zip(places, texts, strict=True)))
        letters, room = self._plot.fontMetrics(), max(1.0, self._plot.getPlotItem().vb.width())

        def width(text: str) -> float:
            return float(max(letters.horizontalAdvance(line + APART) for line in text.splitlines()) / room * reach)

        kept = _apart(labels, width)
        self._plot.getAxis("top").setTicks([kept])
        self._epochs.show_at(_thinned(self._epochs.places, kept, LINES_APART / room * reach))

    def _within(self, x: float, text: str, number: int) -> str:
        """Return an epoch's label, of its name the number alone where the whole would be cut at the right."""
        item, (share, *name) = self._plot.getPlotItem(), text.split("\n")
        (left, right), _ = item.vb.viewRange()
        beyond = (right - x) / max(right - left, 1e-300) * item.vb.width() + item.layout.getContentsMargins()[2]
        if not name or self._plot.fontMetrics().horizontalAdvance(name[0]) / 2 <= beyond:
            return text
        return f"{share}\n{whole(number)}"

    def _update_again(self) -> None:
        if self._asked is not None:
            self.update(*self._asked)

    def translate(self) -> None:
        """Write the labels anew at the next update."""
        self._shown = ()

    def clear(self) -> None:
        """Mark nothing."""
        self._asked = None
        self._set_empty(True)
        if self._shown:
            self._shown = ()
            for lines in self._lines:
                lines.show_at([])
            self._plot.getAxis("top").setTicks([[]])

    def fit(self) -> None:
        """Have as much room as the letters need."""
        lines = EMPTY_LINES if self._is_empty else COMPACT_LINES if self._compact else TOP_LINES
        line = self._plot.fontMetrics().height()
        self._plot.getAxis("top").setHeight(round(lines * line))
        # A label at the first batches reaches over the left axis, where there is room; else it would be left out.
        self._plot.getAxis("top").setStyle(hideOverlappingLabels=round(LEFT_EMS * line))

    def _set_empty(self, empty: bool) -> None:
        if empty != self._is_empty:
            self._is_empty = empty
            self.fit()
            self._plot.getPlotItem().layout.activate()  # now: a label without room is not drawn

    def restyle(self, now: Colors) -> None:
        """Use these colours."""
        self._epochs.set_pen(pg.mkPen(now.quiet, width=1, style=Qt.PenStyle.DashLine))
        self._rates.set_pen(pg.mkPen(now.error, width=1))
        self._hands.set_pen(pg.mkPen(now.accent, width=1, style=Qt.PenStyle.DotLine))

    def drawn(self, painter: QPainter, transform: QTransform) -> None:
        """Draw the lines in a drawing's own unit; ``transform`` leads there from the axes."""
        for lines in self._lines:
            lines.drawn(painter, transform)


def has_marks(run: Run) -> bool:
    """Say whether there is anything to mark of a run."""
    history = run.history
    return bool(history.accuracies or history.rate_changes or history.interventions)


Labels = dict[float, str]


def _apart(labels: Sequence[Labels], width: Callable[[str], float]) -> list[tuple[float, str]]:
    """Leave out labels that would touch others: the newest say most, and what was done by hand comes last."""
    epochs, rates, hands = labels
    usual = {**rates, **{x: f"{text} {BY_HAND}" if x in hands else text for x, text in epochs.items()}}
    kept: list[tuple[float, str]] = []
    for x, text in (*sorted(usual.items(), reverse=True), *sorted(hands.items(), reverse=True)):
        if all(abs(other - x) >= (width(text) + width(beside)) / 2 for other, beside in kept):
            kept.append((x, text))
    return sorted(kept)


def _thinned(places: list[float], kept: Sequence[tuple[float, str]], apart: float) -> list[float]:
    """Return all places if they are so far apart, else those with a label."""
    if len(places) < 2 or (max(places) - min(places)) / (len(places) - 1) >= apart:
        return places
    labelled = {x for x, _ in kept}
    return [x for x in places if x in labelled]


Marks = list[tuple[int, str]]
"""After how many batches something is marked, and how it is labelled."""


def _epochs(run: Run, compact: bool) -> Marks:
    form = "{share}" if compact else "{share}\n" + QCoreApplication.translate("EpochMarks", "epoch {number}")
    return [
        (done, form.format(share=plain_percent(share), number=whole(number)))
        for number, (done, share) in enumerate(run.history.accuracies, start=1)
    ]


def _rates(run: Run) -> Marks:
    form = QCoreApplication.translate("EpochMarks", "rate {rate}")
    return [(done, form.format(rate=short(rate))) for done, rate in run.history.rate_changes]


def _hands(run: Run) -> Marks:
    """Only a mark and how many batches they are: the words stand beside the curve when it is pointed at."""
    return [
        (found.first, f"{BY_HAND} {whole(found.count)}" if found.count else BY_HAND)
        for found in run.history.interventions
    ]
