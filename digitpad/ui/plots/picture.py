"""The loss plot as a picture for paper or slides."""

from collections.abc import Iterator
from contextlib import contextmanager

from pyqtgraph import PlotDataItem
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from digitpad.ui.plots.run_curve import Axis, mean_pen
from digitpad.ui.theme import LIGHT
from digitpad.ui.views.loss.loss_plot import LossPlot

PRINT_SIZE = QSize(1000, 620)
"""Logical pixels of the plot that is made for print; letters and lines have their size on the screen."""

PRINT_WIDTH = 2400
"""Pixels: 20 cm at 300 dots an inch."""

LEGEND_OFFSET = (-16, 16)
"""From the plot's right upper corner, in logical pixels."""


def screen_as_png(plot: LossPlot) -> bytes:
    """Return the plot as it is on the screen, as a PNG of the same size in pixels."""
    return _as_png(plot.plot.grab())


def print_as_png(plot: LossPlot) -> bytes:
    """Return the plot for print, as a PNG: on white, with a legend."""
    with _made_for_print(plot) as made:
        ratio = PRINT_WIDTH / made.plot.width()
        picture = QPixmap(made.plot.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        QWidget.render(made.plot, picture)  # the view's own render() takes no picture
        return _as_png(picture)


def print_as_svg(plot: LossPlot) -> bytes:
    """Return the plot for print, as an SVG.

    Qt's generator draws it: pyqtgraph's own exporter fails on the paths that Qt writes for dashed lines.
    """
    with _made_for_print(plot) as made:
        data, buffer = _buffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        # The axes are recorded pictures, which another resolution would stretch.
        generator.setResolution(made.plot.logicalDpiX())
        generator.setSize(made.plot.size())
        generator.setViewBox(made.plot.rect())
        painter = QPainter(generator)
        made.plot.render(painter)
        painter.end()
        return bytes(data.data())


@contextmanager
def _made_for_print(plot: LossPlot) -> Iterator[LossPlot]:
    """Make the plot anew, off the screen: the same runs on the same axes, in light colours, with a legend."""
    made = LossPlot(plot.runs, scheme=LIGHT)
    made.axis.setCurrentIndex(plot.axis.currentIndex())
    made.smoothing.setValue(plot.smoothing.value())
    made.log_axis.setChecked(plot.log_axis.isChecked())
    names = {
        Axis.BATCH: made.tr("batch"),
        Axis.EPOCH: made.tr("epoch"),
        Axis.SECONDS: made.tr("seconds of training"),
    }
    made.plot.setLabel("bottom", names[made.x_axis])
    legend = made.plot.addLegend(
        offset=LEGEND_OFFSET, labelTextColor=LIGHT.text, brush=LIGHT.card, pen=LIGHT.border
    )
    for run in made.shown:
        sample = PlotDataItem(pen=mean_pen(run, LIGHT))
        legend.addItem(sample, run.name + ("" if run.accuracy is None else f" · {run.accuracy * 100:.1f} %"))
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.resize(PRINT_SIZE)
    made.show()
    made.redraw()
    try:
        yield made
    finally:
        made.close()
        made.deleteLater()


def _as_png(picture: QPixmap) -> bytes:
    data, buffer = _buffer()
    picture.save(buffer, "PNG")
    return bytes(data.data())


def _buffer() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer
