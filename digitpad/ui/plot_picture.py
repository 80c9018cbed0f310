"""A plot as a picture for paper or slides."""

from pyqtgraph import PlotWidget
from pyqtgraph.exporters import ImageExporter
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

PRINT_WIDTH = 2400
"""Pixels: 20 cm at 300 dots an inch."""


def plot_as_png(plot: PlotWidget) -> bytes:
    """Return the plot as a PNG of print size."""
    exporter = ImageExporter(plot.getPlotItem())
    exporter.parameters()["width"] = PRINT_WIDTH
    image = exporter.export(toBytes=True)
    data, buffer = _buffer()
    image.save(buffer, "PNG")
    return bytes(data.data())


def plot_as_svg(plot: PlotWidget) -> bytes:
    """Return the plot as an SVG, which has any size.

    Qt's generator draws it: pyqtgraph's own exporter fails on the paths that Qt writes for dashed lines.
    """
    data, buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(plot.size())
    generator.setViewBox(plot.rect())
    painter = QPainter(generator)
    plot.render(painter)
    painter.end()
    return bytes(data.data())


def _buffer() -> tuple[QByteArray, QBuffer]:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return data, buffer
