"""What all plots have in common: their axes, letters and colours."""

import math
from collections.abc import Callable, Iterator
from functools import cached_property

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from digitpad.ui.plain import PlainLabel
from digitpad.ui.plots.axes import CountAxis, ValueAxis
from digitpad.ui.theme import Colors, colors

LEAST_HEIGHT = 84
"""Logical pixels in which a curve can be told from a line."""

RING = 2
"""Logical pixels of the frame around a plot that has the keys."""

LEFT_EMS, RIGHT_EMS = 4.0, 1.1
"""Room beside the axes, in heights of a line: the same for all plots, so that those on one x axis stand in line.
On the right there is half of the last label above."""

USUAL_NUMBERS, NUMBERS_SHARE = 18, 0.8
"""Room for the numbers below an axis, as pyqtgraph has it: in logical pixels, and as a share of their line."""

LABEL_MARGIN, LABEL_MARGIN_EMS = 4.0, (0.5, -7.0)
"""Around the words below an axis: usually, in logical pixels, and in large letters as a share of their line and
what to add. pyqtgraph gives them a fifth of their line too little, which these margins make up for."""


def plot_item() -> pg.PlotItem:
    """Return what a plot is made of, with our axes."""
    item = pg.PlotItem(axisItems={"left": ValueAxis("left"), "bottom": CountAxis("bottom")}, enableMenu=False)
    item.ctrlMenu = None  # seven menus that nobody can open, yet are dressed anew with each change of letters
    for side in ("left", "bottom", "top", "right"):
        # Each change of a range would set the axis' name anew, and draw ticks that nobody can count.
        item.getAxis(side).enableAutoSIPrefix(False)
        item.getAxis(side).setStyle(maxTickLevel=1)
    for side in ("left", "bottom"):
        item.getAxis(side).setStyle(maxTextLevel=0)  # our axes say themselves what has room for a label
    return item


class _Ring(QWidget):
    """Frames a plot while it has the keys."""

    def __init__(self, plot: QWidget) -> None:
        super().__init__(plot)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colors().accent), RING))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class Plot(pg.PlotWidget):
    """An empty plot that neither zooms nor pans."""

    def __init__(self, item: pg.PlotItem | None = None, parent: QWidget | None = None) -> None:
        """``item`` may be one that was made by ``plot_item`` before, as that takes most of the time."""
        super().__init__(parent, plotItem=item or plot_item())
        self._late: Callable[[], object] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on it, or a zoom, leaves the canvas its keys
        self.setMinimumHeight(LEAST_HEIGHT)
        # What pyqtgraph would like goes by the size it had last: two plots would take turns in growing.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        item = self.getPlotItem()
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)

    def name(self, name: str, label: str) -> None:
        """Be called ``name`` by a screen reader and ``label`` at the left axis; numbers are written anew."""
        self.setAccessibleName(name)
        self.getPlotItem().setLabel("left", label)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.picture = None  # pyqtgraph's own: painted once, with its numbers
            axis.update()

    def name_y(self, words: str) -> None:
        """Say beside the y axis what it counts."""
        axis = self.getAxis("left")
        if words != axis.labelText:
            axis.setLabel(words)

    def name_x(self, words: str) -> None:
        """Say below the x axis what it counts; nothing where there is no room for it."""
        axis = self.getAxis("bottom")
        if words != axis.labelText:
            axis.setLabel(words)
            axis.showLabel(bool(words))

    def add_hint(self) -> QLabel:
        """Return a label in the middle of the plot, to be seen as long as there is nothing in it."""
        hint = PlainLabel()
        hint.setProperty("role", "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        QVBoxLayout(self.viewport()).addWidget(hint)
        self.leave_room_for_hint(hint.fontMetrics().height())
        return hint

    def leave_room_for_hint(self, line: int, below: int = 0) -> None:
        """Keep the hint off the left axis, in letters of this height, and ``below`` pixels off the lower end."""
        room = self.viewport().layout()
        if room is not None:
            room.setContentsMargins(round(LEFT_EMS * line), 0, 0, below)

    def leave_to_drawn(self) -> None:
        """Have ``render`` leave out what ``drawn`` draws."""

    def drawn(self, painter: QPainter) -> Iterator[None]:
        """Draw what ``render`` does not draw well where there are no pixels, some with each ``next``."""
        yield from ()

    def when_seen(self, dress: Callable[[], object]) -> None:
        """Call this now, or, as it takes a while, just before somebody sees the plot; the last one alone."""
        self._late = dress
        if self.isVisible():
            self._catch_up()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show who has the keys."""
        super().focusInEvent(event)
        self._ring.setGeometry(self.rect())
        self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They go elsewhere."""
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay framed."""
        super().resizeEvent(event)
        if "_ring" in vars(self):
            self._ring.setGeometry(self.rect())

    @cached_property
    def _ring(self) -> QWidget:
        """Made when it is first wanted: few plots ever are."""
        return _Ring(self)

    def seen(self) -> QImage:
        """Return a picture of it as it is on the screen, but for the frame of who has the keys."""
        framed = "_ring" in vars(self) and not self._ring.isHidden()
        if framed:
            self._ring.hide()
        image: QImage = self.grab().toImage()
        if framed:
            self._ring.show()
        return image

    def showEvent(self, event: QShowEvent) -> None:
        """Be dressed in what has changed meanwhile."""
        self._catch_up()
        super().showEvent(event)

    def _catch_up(self) -> None:
        late, self._late = self._late, None
        if late is not None:
            late()

    def dress(self, base: QFont, now: Colors) -> None:
        """Have these colours, and letters that can be read from afar."""
        self.setBackground(now.card)
        font, line = QFont(base), QFontMetrics(base).height()
        self.getAxis("left").setWidth(round(LEFT_EMS * line))
        self.getPlotItem().layout.setContentsMargins(0, 0, round(RIGHT_EMS * line), 0)
        self.leave_room_for_hint(line)
        for name in ("left", "bottom", "top"):
            axis = self.getAxis(name)
            axis.setPen(pg.mkPen(now.border))
            axis.setTextPen(pg.mkPen(now.muted))
            axis.setStyle(tickFont=font)
            axis.label.setFont(font)
        share, more = LABEL_MARGIN_EMS
        bottom = self.getAxis("bottom")
        bottom.label.document().setDocumentMargin(max(LABEL_MARGIN, share * line + more))
        # Numbers' height, of which pyqtgraph learns while it paints them: until the next time they had too little.
        bottom.textHeight = max(USUAL_NUMBERS, math.ceil(NUMBERS_SHARE * line))
        bottom.setHeight()  # as high as that
        # The first number and the last stand half outside their axis, where there is room for them; pyqtgraph
        # itself leaves out what reaches more than 15 pixels out of it, which is less than half of a large one.
        self.getAxis("left").setStyle(hideOverlappingLabels=line)
        self.getAxis("bottom").setStyle(hideOverlappingLabels=round(RIGHT_EMS * line))
