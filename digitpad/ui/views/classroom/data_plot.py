"""The plot of what more data buys: accuracy on what is held out, against the number of drawings trained on."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.ui.plots.plot import Plot, plot_item
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.classroom.curve_measuring import CurvePoint

STEP, TOP = 10, 100
"""In per cent: the axis begins at a multiple of this, and ends here."""

ROOM = 1.08
"""How far the axis of the drawings reaches, as a multiple of the most of them."""

HIGH_ROOM = 0.04
"""Room above 100 per cent, for a dot there, as a share of what the axis shows."""

EMPTY_DRAWINGS = 100
"""What the axis shows before there is a point."""

LINES = 11
"""Height of the plot in lines of text, where there is no room for more."""

DOT_EMS, LINE_EMS, CAP_EMS = 0.6, 0.13, 0.5
"""Sizes of dots, lines and the ends of error bars in heights of a letter, so that the last row sees them."""


class DataPlot(Translated, Plot):
    """One curve: a dot for each network, its sampling error as a bar.

    Attributes:
        hint: what is said while there is nothing to see.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(plot_item(), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._points: Sequence[CurvePoint] = ()
        self._is_stale = False
        self._words = ""
        self.hint = self.add_hint()
        self._line = pg.PlotDataItem()
        self._bars = pg.ErrorBarItem(x=np.zeros(0), y=np.zeros(0))
        for item in (self._bars, self._line):
            self.addItem(item)
        self._translate()
        self.restyle()

    def show_points(self, points: Sequence[CurvePoint], *, stale: bool) -> None:
        """Show these, ascending; faded if they are out of date."""
        self._points, self._is_stale = points, stale
        self.hint.setVisible(not points)
        drawings = np.array([point.drawings for point in points], float)
        percent, error = (
            100 * np.array([(point.accuracy, point.error) for point in points], float).reshape(-1, 2).T
        )
        now, em = colors(), self.fontInfo().pixelSize()
        ink = now.quiet if stale else now.accent
        pen = pg.mkPen(ink, width=max(2.0, LINE_EMS * em))
        dot = {"symbol": "o", "symbolSize": DOT_EMS * em, "symbolBrush": ink, "symbolPen": pen}
        self._line.setData(drawings, percent, pen=pen, **dot)
        most = max(drawings, default=EMPTY_DRAWINGS)
        bottom = max(0.0, STEP * np.floor(min(percent - error, default=0) / STEP))
        self.setRange(xRange=(0, ROOM * most), yRange=(bottom, TOP + HIGH_ROOM * (TOP - bottom)), padding=0)
        caps = CAP_EMS * em * ROOM * most / max(1.0, self.getViewBox().width())
        # No accuracy lies beyond 100 per cent.
        up, down = np.minimum(error, TOP - percent), np.minimum(error, percent)
        self._bars.setData(x=drawings, y=percent, top=up, bottom=down, beam=caps, pen=pen)

    def describe(self, words: str) -> None:
        """Say to a screen reader what there is to see; what is missing, if that is nothing."""
        self._words = words
        self.setAccessibleDescription(words or self.hint.text())

    def sizeHint(self) -> QSize:
        """As high as some lines of text at least."""
        return QSize(super().sizeHint().width(), LINES * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """The same height: what is around it scrolls."""
        return QSize(0, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which scrolls."""
        event.ignore()

    def restyle(self) -> None:
        """Use the colours of the room, and letters like those around."""
        self.updateGeometry()
        self.dress(self.font(), colors())
        self.show_points(self._points, stale=self._is_stale)

    def _translate(self) -> None:
        self.name(self.tr("What more data buys"), self.tr("accuracy, %"))
        self.name_x(self.tr("drawings trained on"))
        self.hint.setText(self.tr("Measure, and the accuracy on what is held out appears here"))
        self.describe(self._words)
