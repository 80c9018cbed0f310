"""What is made of the loss plot for paper: one plot, or one above the other, with a legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from pyqtgraph import PlotDataItem
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize

from digitpad.runs.run import Run, short_name
from digitpad.runs.scale import off_scale
from digitpad.ui.plots.drawing import DrawnSample, scaling
from digitpad.ui.plots.run_curve import mean_pen
from digitpad.ui.theme import LIGHT
from digitpad.ui.views.loss.accuracy_plot import AccuracyPlot
from digitpad.ui.views.loss.curve_plot import CurvePlot
from digitpad.ui.views.loss.score_curves import LINE_PIXELS
from digitpad.workspace.wording.loop_texts import besides_name
from digitpad.workspace.wording.numbers import plain_percent
from digitpad.workspace.wording.recipe.recipe_texts import common
from digitpad.workspace.wording.recipe.score_texts import set_names
from digitpad.workspace.wording.run_texts import deviations

PRINT_SIZE = QSize(1000, 620)
"""Logical pixels of a plot that is made for print; letters and lines have their size on the screen."""

LOWER_HEIGHT = 400
"""The same of a plot below it, on the same x axis."""

LEGEND_OFFSET, LOW_LEGEND_OFFSET = (-16, 16), (-16, -16)
"""From the plot's right upper corner, where losses are seldom, or its lower one, in logical pixels."""

LEGEND_ROWS = 16


@dataclass
class Sheet:
    """What is made for print: one plot, or one above the other."""

    losses: CurvePlot
    accuracies: AccuracyPlot | None
    has_losses: bool = True

    def places(self) -> list[tuple[CurvePlot | AccuracyPlot, QRect]]:
        """Return the plots that are seen, and where."""
        found: list[tuple[CurvePlot | AccuracyPlot, QRect]] = []
        if self.has_losses:
            found.append((self.losses, QRect(QPoint(0, 0), PRINT_SIZE)))
        if self.accuracies is not None:
            size = QSize(PRINT_SIZE.width(), LOWER_HEIGHT) if found else PRINT_SIZE
            found.append((self.accuracies, QRect(QPoint(0, PRINT_SIZE.height() if found else 0), size)))
        return found

    @property
    def size(self) -> QSize:
        """How large it is, in logical pixels."""
        places = [place for _, place in self.places()]
        return QSize(PRINT_SIZE.width(), places[-1].bottom() + 1)

    def redraw(self) -> None:
        """Draw all plots that are seen."""
        self.losses.set_compact(self.accuracies is not None)
        if self.has_losses:
            self.losses.redraw()
        if self.accuracies is not None:
            self.accuracies.redraw()

    def close(self) -> None:
        """Be done with it."""
        for plot in (self.accuracies, self.losses):
            if plot is not None:
                plot.close()
                plot.deleteLater()

    def label(self) -> Iterator[None]:
        """Say what the runs have in common, each by its colour what sets it apart, and whose the marks are."""
        runs = self.losses.shown
        recipes = [run.recipe for run in runs]
        made, _ = self.places()[0]
        if self.accuracies is not None:
            self.accuracies.setTitle(escape(self.accuracies.caption.text()), color=LIGHT.text)
        if recipes and self.has_losses:
            self.losses.setTitle(escape(common(recipes)), color=LIGHT.text)
        offset = LEGEND_OFFSET if self.has_losses else LOW_LEGEND_OFFSET
        legend = made.addLegend(offset=offset, labelTextColor=LIGHT.text, brush=LIGHT.card, pen=LIGHT.border)
        legend.setColumnCount(1 + len(recipes) // LEGEND_ROWS)
        for run in runs:
            sample = PlotDataItem(pen=scaling(mean_pen(run, LIGHT)))
            legend.addItem(sample, escape(_legend_text(run, runs)))
            yield
        off = [run for run in runs if off_scale(run)]
        if off and self.has_losses:
            legend.addItem(PlotDataItem(pen=None), escape(self.losses.off_scale_words(off)))
        marked = self.losses.marked
        if len(runs) > 1 and marked is not None and self.has_losses:
            legend.addItem(PlotDataItem(pen=None), escape(_marks_text(marked)))
        if self.losses.scored is not None:
            whose = [short_name(self.losses.scored.name)] if len(runs) > 1 else []
            names = set_names()
            for name, line in made.scores.lines.items():
                legend.addItem(DrawnSample(line, LINE_PIXELS), escape(" · ".join([*whose, names[name]])))


def _legend_text(run: Run, runs: Sequence[Run]) -> str:
    words = [short_name(run.name)]  # one of 200 letters would reach out of the picture
    if len(runs) > 1:
        words.append(besides_name(run, [other.recipe for other in runs], {other.loop for other in runs}))
    if not run.is_by_recipe:
        words.append(deviations(run))
    if run.accuracy is not None:
        words.append(plain_percent(run.accuracy))
    return " · ".join(filter(None, words))


def _marks_text(run: Run) -> str:
    """Say whose epochs, and what else there was, are marked by lines with words above them."""
    form = QCoreApplication.translate("PlotPicture", "vertical lines: {run}")
    return form.format(run=short_name(run.name))
