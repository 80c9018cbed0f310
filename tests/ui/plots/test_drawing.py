"""What a legend shows of a curve."""

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from digitpad.ui.plots.drawing import DrawnSample


@pytest.mark.usefixtures("qapp")
def test_a_sample_is_painted_also_before_its_curve_has_a_pen_of_its_own() -> None:
    assert QApplication.instance() is not None
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    DrawnSample(pg.PlotDataItem(symbol="o"), 2).paint(painter)
    painter.end()
    assert any(picture.pixel(x, y) & 0xFFFFFF for x in range(40) for y in range(40))
