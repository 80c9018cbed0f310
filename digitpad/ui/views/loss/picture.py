"""The loss plot as a picture for paper or slides, made without the window standing still."""

from collections.abc import Callable, Iterator

from pyqtgraph import PlotDataItem
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from digitpad.ui.plots.run_curve import Axis, mean_pen
from digitpad.ui.theme import LIGHT
from digitpad.ui.views.loss.loss_plot import LossPlot
from digitpad.ui.views.protocol import Make
from digitpad.workspace.wording.numbers import plain_percent

PRINT_SIZE = QSize(1000, 620)
"""Logical pixels of the plot that is made for print; letters and lines have their size on the screen."""

PRINT_WIDTH = 2400
"""Pixels: 20 cm at 300 dots an inch."""

LEGEND_OFFSET = (-16, 16)
"""From the plot's right upper corner, in logical pixels."""


_DONE = object()


class PlotPicture(QObject):
    """Makes pictures of a plot; what takes long is handed on as a function for another thread.

    Widgets live on the window's thread: there the plot is made anew, laid out and painted, in steps of a few
    milliseconds, each in its own turn of the event loop.
    """

    def __init__(self, plot: LossPlot, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plot = plot

    def as_shown(self, then: Callable[[Make], object]) -> None:
        """Make a PNG of the plot as it is on the screen, of the same size in pixels."""
        self._plot.still.complete()
        image = self._plot.plot.grab().toImage()
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

    def _made_for_print(self, painted: Callable[[LossPlot], Iterator[None]]) -> Iterator[None]:
        """Make the plot anew, off the screen: the same runs and axes, in light colours, with a legend."""
        plot = self._plot
        yield
        made = LossPlot(plot.runs, scheme=LIGHT)
        try:
            yield
            made.axis.setCurrentIndex(plot.axis.currentIndex())
            made.smoothing.setValue(plot.smoothing.value())
            made.log_axis.setChecked(plot.log_axis.isChecked())
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


def _labelled(made: LossPlot) -> Iterator[None]:
    names = {
        Axis.BATCH: QCoreApplication.translate("PlotPicture", "batch"),
        Axis.EPOCH: QCoreApplication.translate("PlotPicture", "epoch"),
        Axis.SECONDS: QCoreApplication.translate("PlotPicture", "seconds of training"),
    }
    made.plot.setLabel("bottom", names[made.x_axis])
    legend = made.plot.addLegend(
        offset=LEGEND_OFFSET, labelTextColor=LIGHT.text, brush=LIGHT.card, pen=LIGHT.border
    )
    for run in made.shown:
        sample = PlotDataItem(pen=mean_pen(run, LIGHT))
        legend.addItem(sample, run.name + ("" if run.accuracy is None else f" · {plain_percent(run.accuracy)}"))
        yield


def _png_of(made: LossPlot, then: Callable[[Make], object]) -> Iterator[None]:
    _rendered(made)  # asks for the curves, which are painted in turns of their own
    while not made.still.is_complete:
        yield
    yield
    image = _rendered(made)
    then(lambda: _as_png(image))


def _rendered(made: LossPlot) -> QImage:
    ratio = PRINT_WIDTH / made.plot.width()
    image = QImage(made.plot.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    QWidget.render(made.plot, image)  # the view's own render() takes no picture
    return image


def _svg_of(made: LossPlot, then: Callable[[Make], object]) -> Iterator[None]:
    data, buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    # The axes are recorded pictures, which another resolution would stretch.
    generator.setResolution(made.plot.logicalDpiX())
    generator.setSize(made.plot.size())
    generator.setViewBox(made.plot.rect())
    painter = QPainter(generator)
    legend = made.plot.getPlotItem().legend
    legend.setOpacity(0)  # it lies above the curves, which come first
    made.plot.render(painter)
    yield
    painter.save()
    yield from made.still.drawn(painter, made.still.deviceTransform(made.plot.viewportTransform()))
    painter.restore()
    for item in made.plot.scene().items():
        if not (item.isAncestorOf(legend) or legend.isAncestorOf(item)):
            item.setOpacity(float(item is legend))
    made.plot.setBackground(None)
    made.plot.render(painter)
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
