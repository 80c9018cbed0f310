"""The loss plot as a picture for paper or slides, made without the window standing still."""

from collections.abc import Callable, Iterator

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

from digitpad.ui.plots.plot import Plot, plot_item
from digitpad.ui.theme import LIGHT
from digitpad.ui.views.loss.accuracy_plot import AccuracyPlot
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.ui.views.loss.curve_plot import CurvePlot
from digitpad.ui.views.loss.printed_sheet import PRINT_SIZE, Sheet
from digitpad.ui.views.protocol import Make

PRINT_WIDTH = 2400
"""Pixels: 20 cm at 300 dots an inch."""

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

    def _made_for_print(self, painted: Callable[[Sheet], Iterator[None]]) -> Iterator[None]:
        """Make the plots anew, off the screen: the same runs and axes, in light colours, with a legend."""
        item = plot_item()
        yield
        losses = self._losses.printed(LIGHT, item)
        sheet = Sheet(losses, None)
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
            yield from sheet.label()
            sheet.redraw()
            yield
            yield from painted(sheet)
        finally:
            sheet.close()


def _png_of(sheet: Sheet, then: Callable[[Make], object]) -> Iterator[None]:
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


def _svg_of(sheet: Sheet, then: Callable[[Make], object]) -> Iterator[None]:
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
