"""Texts that are cut, and letters too low for the last row."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QScrollArea, QToolButton, QWidget

from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.views.loss.curve_plot import CurvePlot
from looking.shown import shown

CAP_SHARE = 14 / 768
"""Height of a capital in projector mode, as a share of the screen's."""

MOST_TOLD = 60
"""Letters of a text that is named."""


def cut(window: QWidget) -> Iterator[str]:
    """Name every text that has less room than it needs."""
    for widget, _ in shown(window):
        if isinstance(widget, ElidedLabel) or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel) and widget.text():
            across = not widget.wordWrap()
            text = widget.text().replace("&", "") if widget.buddy() else widget.text()
            letters = QFontMetrics(widget.font())
            advance = max(letters.horizontalAdvance(line) for line in text.split("\n"))
            needed = advance if across else widget.heightForWidth(widget.width())
            has = widget.width() if across else widget.height()
            if needed > has + 1:
                yield f"“{widget.text()}” needs {needed} pixels of {'width' if across else 'height'}, has {has}"
        elif isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum():
            yield f"what scrolls needs {widget.horizontalScrollBar().maximum()} more pixels of width"
        elif isinstance(widget, QAbstractButton) and widget.text() and _shows_text(widget):
            needed = widget.sizeHint().width()
            if needed > widget.width() + 1:
                yield f"the button “{widget.text()}” needs {needed} pixels, has {widget.width()}"


def cut_marks(plot: CurvePlot) -> Iterator[str]:
    """Name the labels above a plot, which are painted, that reach out of it."""
    axis, view = plot.getAxis("top"), plot.getPlotItem().vb
    letters = QFontMetrics(axis.style["tickFont"] or plot.font())
    for place, text in (axis._tickLevels or [[]])[0]:
        middle = view.mapViewToScene(QPointF(place, 0)).x()
        half = max(letters.horizontalAdvance(line) for line in text.split("\n")) / 2
        if plot.isVisible() and middle + half > plot.width() + 1:
            yield f"“{text}” above the plot reaches {middle + half - plot.width():.0f} pixels out of it"


def _shows_text(button: QAbstractButton) -> bool:
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return not (isinstance(button, QToolButton) and button.toolButtonStyle() == icon_only)


def too_low(window: QWidget, height: int) -> Iterator[str]:
    """Name what has capitals too low for the last row, in projector mode."""
    for widget, _ in shown(window):
        text = " ".join(widget.toPlainText().split()) if isinstance(widget, QPlainTextEdit) else ""
        if isinstance(widget, QLabel | QAbstractButton):
            text = widget.text()
        if text:
            capital = widget.fontMetrics().capHeight()
            if capital < CAP_SHARE * height - 0.5:
                yield f"“{text[:MOST_TOLD]}” has capitals of {capital} pixels on a screen of {height}"
