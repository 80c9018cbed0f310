"""A text that takes another line, or shorter words, where there is too little room, and at last ends in …."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption, QWidget

from digitpad.ui.plain import PlainLabel

LEAST_LETTERS = 6


class ElidedLabel(PlainLabel):
    """Never wider than its room; what it says, ``text()``, is always whole, and so should be its tooltip."""

    def __init__(self, parent: QWidget | None = None, lines: int = 1) -> None:
        """``lines`` is how many it may take, if the layout gives it their height."""
        super().__init__(parent)
        self._most_lines = lines
        self._shorter = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def setText(self, text: str, shorter: str = "") -> None:  # noqa: N802  # Qt's name
        """Say this; ``shorter`` is painted where there is no room for all of it."""
        self._shorter = shorter
        super().setText(text)

    def shorter_width(self) -> int:
        """Return the width of what is painted where there is no room for all of it."""
        return self.fontMetrics().horizontalAdvance(self._shorter or self.text())

    def painted(self) -> str:
        """Return what there is room for, each line on its own."""
        texts = [text for text in (self.text(), self._shorter) if text]
        for text in texts:
            lines = self._lines(text)
            if len(lines) <= self._most_lines:
                return "\n".join(line.rstrip() for line in lines)
        if not texts:
            return ""
        first, rest = lines[: self._most_lines - 1], "".join(lines[self._most_lines - 1 :])
        last = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        return "\n".join([*(line.rstrip() for line in first), last])

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        letters = self.fontMetrics()
        return QSize(LEAST_LETTERS * letters.averageCharWidth(), letters.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            alignment,
            self.palette(),
            self.isEnabled(),
            self.painted(),
            self.foregroundRole(),
        )
        painter.end()

    def _lines(self, text: str) -> list[str]:
        """Return a text in lines as wide as there is room for, put together the same text."""
        room = self.contentsRect().width()
        if self.fontMetrics().horizontalAdvance(text) <= room:
            return [text]
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
        layout.endLayout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        return [text[line.textStart() : line.textStart() + line.textLength()] for line in lines]
