"""Below the canvas: what the network sees, and the buttons for the drawing."""

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from digitpad.ui.canvas.glyph_view import GlyphView


class SightPanel(QWidget):
    """The 28×28 picture with its explanation, beside Clear, Undo and Redo.

    Attributes:
        glyph: the picture.
    """

    def __init__(self, clear: QAction, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = GlyphView(self)
        heading = QLabel(self.tr("What the network sees"), self)
        heading.setProperty("role", "heading")
        explanation = QLabel(self.tr("28 × 28 grey pixels, sized and centred like MNIST’s digits"), self)
        explanation.setProperty("role", "muted")
        explanation.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for action in (clear, undo, redo):
            button = QToolButton(self)
            button.setDefaultAction(action)
            buttons.addWidget(button)
        buttons.addStretch()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(heading)
        words.addWidget(explanation)
        words.addStretch()
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.glyph)
        row.addLayout(words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture what height there is, and at most half the width."""
        self.glyph.fit(min(self.height(), self.width() // 2))
        super().resizeEvent(event)
