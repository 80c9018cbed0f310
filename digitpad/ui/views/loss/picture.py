"""The loss plot as a picture for paper or slides, made without the window standing still."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from pyqtgraph import PlotDataItem
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from digitpad.runs.run import Run, short_name
from digitpad.runs.scale import off_scale
from digitpad.ui.plots.drawing import DrawnSample, scaling
from digitpad.ui.plots.plot import Plot, plot_item
from digitpad.ui.plots.run_curve import mean_pen
from digitpad.ui.theme import LIGHT
from digitpad.ui.views.loss.accuracy_plot import AccuracyPlot
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.ui.views.loss.curve_plot import CurvePlot
from digitpad.ui.views.loss.score_curves import LINE_PIXELS
from digitpad.ui.views.protocol import Make
from digitpad.workspace.wording.loop_texts import besides_name
from digitpad.workspace.wording.numbers import plain_percent
from digitpad.workspace.wording.recipe.recipe_texts import common
from digitpad.workspace.wording.recipe.score_texts import set_names
from digitpad.workspace.wording.run_texts import deviations

PRINT_SIZE = QSize(1000, 620)
"""Logical pixels of a plot that is made for print; letters and lines have their size on the screen."""

LOWER_HEIGHT = 400
"""The same of a plot below it, on the same x axis."""

PRINT_WIDTH = 2400
"""Pixels: 20 cm at 300 dots an inch."""

LEGEND_OFFSET, LOW_LEGEND_OFFSET = (-16, 16), (-16, -16)
"""From the plot's right upper corner, where losses are seldom, or its lower one, in logical pixels."""

LEGEND_ROWS = 16

TURN_MS = 1
"""Between two steps: without any wait Qt would take one after the other before it looks at other timers."""


class PlotPicture(QObject):
    """Makes pictures of the plots; what takes long is handed on as a function for another thread.

    Widgets live on the window's thread: there the plots are made anew, laid out and painted, in steps of a few
    milliseconds, each in its own turn of the event loop.
    """

    def __init__(
        self, losses: CurvePlot, accuracies: AccuracyPlot | None, curves: Curves, parent: QObject | None = None
    ) -> None:
        """Make pictures of one of these plots, or of both; None for accuracies that are not shown."""
        super().__init__(parent)
        self.is_at_work = False  # whether there are steps left of one that was asked for
        self._losses = losses
        self._curves = curves
        self._is_of_ours = accuracies is not None and accuracies.is_of_ours
        self._shown: list[Plot] = [] if curves is Curves.ACCURACY else [losses]
        if accuracies is not None:
            self._shown.append(accuracies)

    def as_shown(self, then: Callable[[Make], object]) -> None:
        """Make a PNG of the plots as they are on the screen, of the same size in pixels."""
        self._losses.still.complete()
        images = [plot.seen() for plot in self._shown]
        ratio = images[0].devicePixelRatio()
        height = sum(image.height() for image in images)
        sheet = QImage(QSize(images[0].width(), height), QImage.Format.Format_RGB32)
        sheet.setDevicePixelRatio(ratio)
        painter, top = QPainter(sheet), 0.0
        for image in images:
            painter.drawImage(QPointF(0, top), image)
            top += image.height() / ratio
        painter.end()
        then(lambda: _as_png(sheet))

    def as_png(self, then: Callable[[Make], object]) -> None:
        """Make a PNG for print: on white, with a legend."""
        self._take_in_turn(self._made_for_print(lambda made: _png_of(made, then)))

    def as_svg(self, then: Callable[[Make], object]) -> None:
        """Make an SVG for print.

        Qt's generator draws it: pyqtgraph's own exporter fails on the paths that Qt writes for dashed lines.
        """
        self._take_in_turn(self._made_for_print(lambda made: _svg_of(made, then)))

    def _take_in_turn(self, steps: Iterator[None]) -> None:
        """Take the next step in a turn of the event loop of its own, after whatever is due."""
        self.is_at_work = True
        QTimer.singleShot(TURN_MS, self, lambda: self._take(steps))

    def _take(self, steps: Iterator[None]) -> None:
        self.is_at_work = False  # also if the step raises
        if next(steps, True):  # a step gives nothing; there was none left
            self.deleteLater()
        else:
            self._take_in_turn(steps)

    def _made_for_print(self, painted: Callable[["_Sheet"], Iterator[None]]) -> Iterator[None]:
        """Make the plots anew, off the screen: the same runs and axes, in light colours, with a legend."""
        item = plot_item()
        yield
        losses = self._losses.printed(LIGHT, item)
        sheet = _Sheet(losses, None)
        try:
            yield
            if self._curves is not Curves.LOSS:
                item = plot_item()
                yield
                sheet.accuracies = AccuracyPlot(losses, item)
                sheet.accuracies.tell_of_ours(self._is_of_ours)
                sheet.accuracies.restyle(losses.font())
                sheet.accuracies.caption.setFixedHeight(0)  # a drawing has no labels: it is the title here
                yield
            sheet.has_losses = self._curves is not Curves.ACCURACY
            for plot, place in sheet.places():
                plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
                plot.resize(place.size())
                plot.show()
                yield
            yield from _labelled(sheet)
            sheet.redraw()
            yield
            yield from painted(sheet)
        finally:
            sheet.close()


@dataclass
class _Sheet:
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


def _labelled(sheet: _Sheet) -> Iterator[None]:
    """Say what the runs have in common, and each by its colour what sets it apart."""
    runs = sheet.losses.shown
    recipes = [run.recipe for run in runs]
    made, _ = sheet.places()[0]
    if sheet.accuracies is not None:
        sheet.accuracies.setTitle(escape(sheet.accuracies.caption.text()), color=LIGHT.text)
    if recipes and sheet.has_losses:
        sheet.losses.setTitle(escape(common(recipes)), color=LIGHT.text)
    offset = LEGEND_OFFSET if sheet.has_losses else LOW_LEGEND_OFFSET
    legend = made.addLegend(offset=offset, labelTextColor=LIGHT.text, brush=LIGHT.card, pen=LIGHT.border)
    legend.setColumnCount(1 + len(recipes) // LEGEND_ROWS)
    for run in runs:
        sample = PlotDataItem(pen=scaling(mean_pen(run, LIGHT)))
        legend.addItem(sample, escape(_legend_text(run, runs)))
        yield
    off = [run for run in runs if off_scale(run)]
    if off and sheet.has_losses:
        legend.addItem(PlotDataItem(pen=None), escape(sheet.losses.off_scale_words(off)))
    if sheet.losses.scored is not None:
        names = set_names()
        for name, line in made.scores.lines.items():
            legend.addItem(DrawnSample(line, LINE_PIXELS), escape(names[name]))


def _legend_text(run: Run, runs: Sequence[Run]) -> str:
    words = [short_name(run.name)]  # one of 200 letters would reach out of the picture
    if len(runs) > 1:
        words.append(besides_name(run, [other.recipe for other in runs], {other.loop for other in runs}))
    if not run.is_by_recipe:
        words.append(deviations(run))
    if run.accuracy is not None:
        words.append(plain_percent(run.accuracy))
    return " · ".join(filter(None, words))


def _png_of(sheet: _Sheet, then: Callable[[Make], object]) -> Iterator[None]:
    ratio = PRINT_WIDTH / PRINT_SIZE.width()
    image = QImage(sheet.size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    sheet.losses.pixels = ratio
    sheet.redraw()
    yield
    for plot, place in sheet.places():
        if plot is sheet.losses:
            plot.hide()  # else it is painted on a screen too, which nobody sees, and in other pixels
            point = QRect(plot.rect().center(), QSize(1, 1))
            _render(plot, image, place, point)  # asks for the curves, which are painted in turns of their own
            while not sheet.losses.still.is_complete:
                yield
            yield
        _render(plot, image, place, plot.rect())
        yield
    then(lambda: _as_png(image))


def _render(plot: Plot, image: QImage, place: QRect, part: QRect) -> None:
    # The view's own render() takes no picture.
    QWidget.render(plot, image, place.topLeft() + part.topLeft(), part)


def _svg_of(sheet: _Sheet, then: Callable[[Make], object]) -> Iterator[None]:
    sheet.losses.pixels = 1.0  # whatever screen it is drawn before
    sheet.redraw()
    yield
    data, buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    # The axes are recorded pictures, which another resolution would stretch.
    generator.setResolution(sheet.losses.logicalDpiX())
    generator.setSize(sheet.size)
    generator.setViewBox(QRect(QPoint(0, 0), sheet.size))
    painter = QPainter(generator)
    for plot, place in sheet.places():
        yield from _drawn(plot, painter, place)
    painter.end()
    svg = bytes(data.data())
    then(lambda: svg)


def _drawn(plot: Plot, painter: QPainter, place: QRect) -> Iterator[None]:
    """Draw a plot at its place: axes, then curves, then the legend, which lies above them."""
    target = QRectF(place)
    legend = plot.getPlotItem().legend
    if legend is not None:
        legend.setOpacity(0)
    plot.leave_to_drawn()
    plot.render(painter, target)
    yield
    painter.save()
    painter.translate(place.topLeft())
    yield from plot.drawn(painter)
    painter.restore()
    if legend is None:
        return
    for item in plot.scene().items():
        if not (item.isAncestorOf(legend) or legend.isAncestorOf(item)):
            item.setOpacity(float(item is legend))
    plot.setBackground(None)
    plot.render(painter, target)


def _as_png(image: QImage) -> bytes:
    data, buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # what PySide6 announces, bytes, it refuses
    return bytes(data.data())


def _buffer() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer
