"""Code to be read, selected and copied, as high as it is long."""

import math

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QFontDatabase, QFontMetricsF, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from digitpad.ui.theme import colors
from digitpad.ui.views.clicked_list import leave_space
from digitpad.workspace.stepping.code_lines import LEAST_COLUMNS, fitted

PADDING = 8
"""Logical pixels around the code."""

DRESSES = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


class ListingText(QPlainTextEdit):
    """Shows some lines of code; those that are too long for its width are wrapped where a reader would break them.

    Attributes:
        lines: the code as it is.
    """

    def __init__(self, around: QWidget) -> None:
        """Its letters are as large as those of ``around``, in which it stands."""
        super().__init__(around)
        self._around = around
        self.lines: tuple[str, ...] = ()
        around.installEventFilter(self)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)  # what is too long for the least of columns
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(PADDING)
        leave_space(self)
        self._dress()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines; what is selected stays so as long as they are the same."""
        if lines != self.lines:
            self.lines = lines
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines are in another width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Follow the letters and colours around: having its own, it hears of no others itself."""
        if watched is self._around and event.type() in DRESSES:
            # A new style sheet gives widgets the fonts back that they had in the beginning, after this event.
            QTimer.singleShot(0, self, self._dress)
        return bool(super().eventFilter(watched, event))

    def _dress(self) -> None:
        now = colors()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._around.fontInfo().pixelSize())
        self.setFont(font)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, QColor(now.track))
        palette.setColor(palette.ColorRole.Text, QColor(now.text))
        if palette != self.palette():
            self.setPalette(palette)
        self._fit()

    def _fit(self) -> None:
        letter = max(1.0, QFontMetricsF(self.font()).horizontalAdvance("0"))
        columns = max(LEAST_COLUMNS, int((self.viewport().width() - 2 * PADDING) / letter))
        text = "\n".join(row for line in self.lines for row in fitted(line, columns))
        if text != self.toPlainText():
            self.setPlainText(text)
        height, row = 2 * PADDING, self.document().begin()
        while row.isValid():
            height += math.ceil(self.blockBoundingRect(row).height())
            row = row.next()
        if height != self.height():
            self.setFixedHeight(height)
