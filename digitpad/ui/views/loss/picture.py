"""The loss plot as a picture for paper or slides, made without the window standing still."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from pyqtgraph import PlotDataItem
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.ui.plots.plot import plot_item
from digitpad.ui.plots.run_curve import mean_pen
from digitpad.ui.theme import LIGHT
from digitpad.ui.views.loss.curve_plot import CurvePlot
from digitpad.ui.views.protocol import Make
from digitpad.workspace.wording.numbers import plain_percent
from digitpad.workspace.wording.recipe_texts import common, difference

PRINT_SIZE = QSize(1000, 620)
"""Logical pixels of the plot that is made for print; letters and lines have their size on the screen."""

PRINT_WIDTH = 2400
"""Pixels: 20 cm at 300 dots an inch."""

LEGEND_OFFSET = (-16, 16)
"""From the plot's right upper corner, in logical pixels."""

LEGEND_ROWS = 16


_DONE = object()


class PlotPicture(QObject):
    """Makes pictures of a plot; what takes long is handed on as a function for another thread.

    Widgets live on the window's thread: there the plot is made anew, laid out and painted, in steps of a few
    milliseconds, each in its own turn of the event loop.
    """

    def __init__(self, plot: CurvePlot, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plot = plot

    def as_shown(self, then: Callable[[Make], object]) -> None:
        """Make a PNG of the plot as it is on the screen, of the same size in pixels."""
        self._plot.still.complete()
        image = self._plot.grab().toImage()
        then(lambda: _as_png(image))

    def as_png(self, then: Callable[[Make], object]) -> None:
        """Make a PNG for print: on white, with a legend."""
        self._take(self._made_for_print(lambda made: _png_of(made, then)))

    def as_svg(self, then: Callable[[Make], object]) -> None:
        """Make an SVG for print.

        Qt's generator draws it: pyqtgraph's own exporter fails on the paths that Qt writes for dashed lines.
        """
        self._take(self._made_for_print(lambda made: _svg_of(made, then)))

    def _take(self, steps: Iterator[None]) -> None:
        """Take one step in each turn of the event loop."""
        if next(steps, _DONE) is _DONE:
            self.deleteLater()
        else:
            QTimer.singleShot(0, self, lambda: self._take(steps))

    def _made_for_print(self, painted: Callable[[CurvePlot], Iterator[None]]) -> Iterator[None]:
        """Make the plot anew, off the screen: the same runs and axes, in light colours, with a legend."""
        item = plot_item()
        yield
        made = self._plot.printed(LIGHT, item)
        try:
            made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            yield
            yield from _labelled(made)
            made.resize(PRINT_SIZE)
            made.show()
            yield
            made.redraw()
            yield
            yield from painted(made)
        finally:
            made.close()
            made.deleteLater()


def _labelled(made: CurvePlot) -> Iterator[None]:
    """Say what the runs have in common, and each by its colour what sets it apart."""
    recipes = [run.recipe for run in made.shown]
    if recipes:
        made.setTitle(escape(common(recipes)), color=LIGHT.text)
    legend = made.addLegend(offset=LEGEND_OFFSET, labelTextColor=LIGHT.text, brush=LIGHT.card, pen=LIGHT.border)
    legend.setColumnCount(1 + len(recipes) // LEGEND_ROWS)
    for run in made.shown:
        pen = mean_pen(run, LIGHT)
        pen.setCosmetic(False)
        sample = PlotDataItem(pen=pen)
        legend.addItem(sample, escape(_legend_text(run, recipes)))
        yield


def _legend_text(run: Run, recipes: Sequence[Recipe]) -> str:
    words = [run.name]
    if len(recipes) > 1:
        words.append(difference(run.recipe, recipes))
    if run.accuracy is not None:
        words.append(plain_percent(run.accuracy))
    return " · ".join(words)


def _png_of(made: CurvePlot, then: Callable[[Make], object]) -> Iterator[None]:
    made.thickness = PRINT_WIDTH / made.width()
    made.redraw()
    yield
    point = QRect(made.rect().center(), QSize(1, 1))
    _rendered(made, point)  # asks for the curves, which are painted in turns of their own
    while not made.still.is_complete:
        yield
    yield
    image = _rendered(made, made.rect())
    then(lambda: _as_png(image))


def _rendered(made: CurvePlot, part: QRect) -> QImage:
    ratio = PRINT_WIDTH / made.width()
    image = QImage(made.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    QWidget.render(made, image, part.topLeft(), part)  # the view's own render() takes no picture
    return image


def _svg_of(made: CurvePlot, then: Callable[[Make], object]) -> Iterator[None]:
    data, buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    # The axes are recorded pictures, which another resolution would stretch.
    generator.setResolution(made.logicalDpiX())
    generator.setSize(made.size())
    generator.setViewBox(made.rect())
    painter = QPainter(generator)
    legend = made.getPlotItem().legend
    legend.setOpacity(0)  # it lies above the curves, which come first
    made.render(painter)
    yield
    yield from made.drawn(painter)
    for item in made.scene().items():
        if not (item.isAncestorOf(legend) or legend.isAncestorOf(item)):
            item.setOpacity(float(item is legend))
    made.setBackground(None)
    made.render(painter)
    painter.end()
    svg = bytes(data.data())
    then(lambda: svg)


def _as_png(image: QImage) -> bytes:
    data, buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # what PySide6 announces, bytes, it refuses
    return bytes(data.data())


def _buffer() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer
