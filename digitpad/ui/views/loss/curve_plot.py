"""The plot of the loss curves itself: on the screen, where one of them grows live, and for print."""

from collections.abc import Iterator

from pyqtgraph import PlotItem
from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from digitpad.runs.axis import Axis, span_of
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run, short_name
from digitpad.runs.scale import X_ROOM, Scale, decisive, off_scale
from digitpad.ui.plain import PlainLabel
from digitpad.ui.plots.epoch_marks import EpochMarks, has_marks
from digitpad.ui.plots.plot import Plot
from digitpad.ui.plots.run_curve import Look, RunCurve
from digitpad.ui.plots.still_curves import StillCurves
from digitpad.ui.theme import Colors, colors
from digitpad.ui.views.loss.axis_names import axis_name
from digitpad.ui.views.loss.score_curves import ScoreCurves, ScoreLook, losses_of
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.recipe.score_texts import gap_text

LOWEST_LABEL_LINES = 0.5
"""Below a plot without numbers on its x axis: room for the lower half of the 0 on the left one."""

CLOSE_UP_SCORES = 3
"""From so many on the axis is as high as they are: the fall of the first batches has been seen by then."""

MOST_NAMED = 4
"""Runs off the scale that are named if there is room; of more there is no more than a number."""

OFF_SCALE_GAP = 8
"""Above what is said of them, in logical pixels."""


class CurvePlot(Plot):
    """Plots a RunList: every loss, its moving average, epochs, changes of the learning rate.

    Attributes:
        scale: what the axes count; redraw() follows it.
        under_way: the run that the x axis grows with, None for none.
        answering: the run whose network answers, and whose epochs are marked; None for none.
        thickness: of the curves, 1 for those who sit near.
        pixels: pixels a logical one has where that is not the screen's: in a picture for print.
        marks: epochs and changes of the learning rate.
        still, live: the curves that do not change, and the one that does.
        shows_scores: whether the scores of the run that answers are shown too.
        scores: these, drawn.
        is_zoomed: whether somebody has chosen what the axes show, by wheel or by dragging.

    Signals:
        zoomed(bool): somebody has zoomed or moved, or the axes show all again.
    """

    zoomed = Signal(bool)

    def __init__(
        self,
        runs: RunList,
        scheme: Colors | None = None,
        item: PlotItem | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Plot ``runs`` in the colours of the room, or, for print, always in those of ``scheme``."""
        super().__init__(item, parent)
        self.scale = Scale()
        self.under_way: Run | None = None
        self.answering: Run | None = None
        self.shows_scores = False
        self.thickness = 1.0
        self.pixels: float | None = None
        self._runs = runs
        self._scheme = scheme
        self.is_zoomed = False
        view = self.getPlotItem().vb
        view.setMouseEnabled(x=True, y=True)
        view.sigRangeChangedManually.connect(self._follow_hand)
        self.marks = EpochMarks(self)
        self._off_scale = PlainLabel(self)
        self._off_scale.setObjectName("reading")
        self._off_scale.hide()
        view.sigResized.connect(self._place_off_scale)
        self.still = StillCurves()
        self.still.setZValue(1)
        self.addItem(self.still, ignoreBounds=True)
        self.live = RunCurve()
        for item, height in ((self.live.raw, 2), (self.live.mean, 3)):
            item.setZValue(height)
            self.addItem(item)
        self.scores = ScoreCurves(self)
        self._still_known: list[tuple[Run, LossHistory, int, Recipe]] = []
        self._decisive: list[Run] = []
        self._off: list[Run] = []
        self._still_drawn: tuple[object, ...] = ()
        self._fitted: tuple[float, ...] = ()
        self._compact = False
        self.translate()

    @property
    def shown(self) -> list[Run]:
        """The runs whose curves can be seen."""
        return [run for run in self._runs.runs if run.visible]

    @property
    def scored(self) -> Run | None:
        """The run whose scores are shown; None if they are not wanted, or its curve is hidden."""
        return self.answering if self.shows_scores and self.answering in self.shown else None

    @property
    def marked(self) -> Run | None:
        """The run whose epochs, and what else there was, are marked; None if its curve is hidden or has none."""
        run = self.answering if self.answering in self.shown else None
        return run if run is not None and has_marks(run) else None

    @property
    def reach(self) -> float:
        """How far the x axis goes, without the room beyond."""
        return self.scale.reach(self._deciding(self.shown)[0], self.under_way)

    @property
    def colors(self) -> Colors:
        """The colours it is drawn in."""
        return self._scheme or colors()

    @property
    def line_pixels(self) -> float:
        """What a line's width is multiplied by, as the width of curves is in pixels of the screen."""
        return self.thickness * (self.pixels or self.devicePixelRatioF())

    def translate(self) -> None:
        """Speak the program's language; names and marks follow with the next ``redraw``."""
        self.name(self.tr("Loss curves"), self.tr("loss"))
        self.marks.translate()

    def printed(self, scheme: Colors, item: PlotItem) -> "CurvePlot":
        """Return another plot of the same runs to the same scale, in these colours, made of this item."""
        plot = CurvePlot(self._runs, scheme, item)
        plot.scale, plot.answering, plot.shows_scores = self.scale, self.answering, self.shows_scores
        plot.restyle(plot.font())
        return plot

    def leave_to_drawn(self) -> None:
        """Have ``render`` leave out the scores; it never has the curves."""
        self.scores.leave_to_drawn()

    def drawn(self, painter: QPainter) -> Iterator[None]:
        """Draw curves and marks into a drawing, in its own unit, some with each ``next``."""
        transform = self.still.deviceTransform(self.viewportTransform())
        room = transform.mapRect(self.still.boundingRect())
        self.marks.drawn(painter, transform)
        yield from self.still.drawn(painter, transform, room)
        self.scores.drawn(painter, transform, room)

    def set_compact(self, compact: bool) -> None:
        """Leave room for another plot on the same x axis below."""
        self.marks.set_compact(compact)
        self._compact = compact
        self.getAxis("bottom").setStyle(showValues=not compact)
        self._leave_room_below()

    def _leave_room_below(self) -> None:
        height = round(LOWEST_LABEL_LINES * self.fontMetrics().height()) if self._compact else None
        self.getAxis("bottom").setHeight(height)

    def redraw(self) -> None:
        """Draw what has been stored since the last time."""
        shown, scale = self.shown, self.scale
        deciding, off = self._deciding(shown)
        reach = scale.reach(deciding, self.under_way)
        self.name_x("" if self._compact else axis_name(scale.axis))
        close_up = self.scored is not None and len(self.scored.history.scores) >= CLOSE_UP_SCORES
        self._fit((X_ROOM * reach, *scale.losses(deciding, losses_of(self.scored), close_up=close_up)))
        self._draw_curves()
        self._show_off_scale(off)
        self.scores.show(self.scored, self.score_look("loss", scale.logarithmic))
        if self.answering is not None and self.answering in shown:
            self.marks.update(self.answering, scale.axis, reach)
        else:
            self.marks.clear()

    def _draw_curves(self) -> None:
        """Draw what can be seen of the runs on the axes as they are now; nothing that is drawn already."""
        shown, scale = self.shown, self.scale
        widths = self.line_pixels, span_of(*self.viewRange()[0])
        look = Look(scale.axis, scale.smoothing, self.width(), scale.logarithmic, self.colors, *widths)
        # A plot in colours of its own is for print: nothing in it is live.
        live = None if self._scheme else self._current(shown)
        self._draw_still([run for run in shown if run is not live], look)
        self._draw_live(live, look)

    def score_look(self, what: str, logarithmic: bool) -> ScoreLook:
        """Return how scores are drawn here, or in a plot on the same x axis."""
        words = "" if self.scored is None else gap_text(self.scored, what)
        axis, widths = self.scale.axis, (self.thickness, self.line_pixels)
        return ScoreLook(what, axis, logarithmic, self.colors, *widths, self.font(), words)

    def show_all(self) -> None:
        """Let the axes follow the runs again."""
        self._fitted = ()
        self._set_zoomed(False)
        self.redraw()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all."""
        self.show_all()
        event.accept()

    def restyle(self, base: QFont) -> None:
        """Use the colours of the room, and letters like these."""
        self.dress(base, self.colors)
        self.marks.restyle(self.colors)
        self.marks.fit()
        self._leave_room_below()

    def _current(self, shown: list[Run]) -> Run | None:
        return self._runs.current if self._runs.current in shown else None

    def _deciding(self, shown: list[Run]) -> tuple[list[Run], list[Run]]:
        """Return the runs that decide how far the axes reach, and those that are off the scale, the live one last.

        Of a thousand runs no more than one changes while it trains: the others are gone through when they are
        others.
        """
        current = self._current(shown)
        still = [run for run in shown if run is not current]
        known = [(run, run.history, run.history.count, run.recipe) for run in still]
        if known != self._still_known:
            self._still_known, self._decisive = known, decisive(still)
            self._off = [run for run in still if off_scale(run)]
        deciding = {*self._decisive, current, self.under_way}
        live = [current] if current is not None and off_scale(current) else []
        return [run for run in shown if run in deciding], [*self._off, *live]

    def _draw_still(self, runs: list[Run], look: Look) -> None:
        drawn = (look, [(id(run.history), run.history.count) for run in runs])
        if drawn != self._still_drawn:
            self._still_drawn = drawn
            self.still.show_runs(runs, look)

    def _draw_live(self, run: Run | None, look: Look) -> None:
        if run is None:
            self.live.clear()
        else:
            self.live.show(run, look)

    def _fit(self, ranges: tuple[float, float, float]) -> None:
        # Axes are costly to draw: they are left alone while they say the same.
        if ranges != self._fitted and not self.is_zoomed:
            self._fitted = ranges
            bottom = self.getAxis("bottom")
            bottom.logarithmic = self.scale.axis is Axis.LOGARITHM
            if self.getAxis("left").logMode != self.scale.logarithmic:
                self.getAxis("left").setLogMode(y=self.scale.logarithmic)
            self.setRange(xRange=(0, ranges[0]), yRange=ranges[1:], padding=0)

    def _follow_hand(self) -> None:
        """Somebody has zoomed or moved: other losses can be seen, and be told from their neighbours."""
        self._set_zoomed(True)
        self._draw_curves()

    def _set_zoomed(self, on: bool) -> None:
        if on != self.is_zoomed:
            self.is_zoomed = on
            self.zoomed.emit(on)

    def _show_off_scale(self, runs: list[Run]) -> None:
        """Name the runs whose losses reach beyond the scale: the newest that fit, and how many more there are."""
        self._off_scale.setVisible(bool(runs) and self._scheme is None)  # on paper the legend says it
        for named in range(min(MOST_NAMED, len(runs)), -1, -1):
            self._off_scale.setText(self.off_scale_words(runs, named))
            self._off_scale.adjustSize()
            if self._off_scale.width() <= self.getPlotItem().vb.width():
                break
        self._place_off_scale()

    def off_scale_words(self, runs: list[Run], named: int = MOST_NAMED) -> str:
        """Say which losses reach beyond the scale, so many of them by their names."""
        said: str = self.tr("off scale: {runs}").format(runs=_names(runs, min(named, len(runs))))
        return f"▲ {said}"

    def _place_off_scale(self) -> None:
        """Keep in the corner of the curves' room, which follows the marks above it only later."""
        label, corner = self._off_scale, self.mapFromScene(self.getPlotItem().vb.sceneBoundingRect().topRight())
        label.move(max(0, corner.x() - label.width()), corner.y() + OFF_SCALE_GAP)


def _names(runs: list[Run], named: int) -> str:
    """Name so many runs, the last ones, and say how many more there are; of none how many there are."""
    if not named:
        return whole(len(runs))
    names = ", ".join(short_name(run.name) for run in runs[-named:])
    return names if len(runs) == named else f"{names} +{whole(len(runs) - named)}"
