"""A step of a drawing's way to the network: its picture, with number, name and explanation."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.arrays import SIDE
from digitpad.ui.canvas.pixel_picture import PixelPicture
from digitpad.ui.plain import PlainLabel
from digitpad.ui.theme import LETTERS

PICTURE_SIDE, LARGEST_SIDE = 112, 224
"""Logical pixels: at least four, at most eight for each pixel of the network's picture."""

CAPTION_LINES = 3
"""Room for as many lines below each picture, so that most steps are equally tall."""


def least_side(letters: int) -> int:
    """Return how large a picture is at least beside letters of so many pixels: words as wide as it can be read."""
    return min(LARGEST_SIDE, max(PICTURE_SIDE, PICTURE_SIDE * letters // LETTERS // SIDE * SIDE))


class _Caption(PlainLabel):
    """Words below a picture, as tall as they need: a grid alone gives wrapped words too little."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(PICTURE_SIDE)

    def event(self, event: QEvent) -> bool:
        """Follow the size of the letters."""
        heard = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return heard

    def say(self, words: str) -> None:
        """Say this."""
        self.setText(words)
        self._fit()

    def set_width(self, width: int) -> None:
        """Be so wide."""
        if width != self.maximumWidth():
            self.setFixedWidth(width)
            self._fit()

    def _fit(self) -> None:
        lines = CAPTION_LINES * self.fontMetrics().lineSpacing()
        self.setMinimumHeight(0)  # else Qt counts it as what the words need, also once they are smaller
        self.setMinimumHeight(max(lines, self.heightForWidth(self.maximumWidth())))


class Step(QWidget):
    """A picture with its number, name and explanation."""

    def __init__(self) -> None:
        super().__init__()
        self._side = PICTURE_SIDE
        self.picture = PixelPicture(PICTURE_SIDE, self)
        self._heading = PlainLabel(self)
        self._heading.setProperty("role", "heading")
        self._words = _Caption(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self.picture)
        column.addWidget(self._words)

    def name(self, title: str, explanation: str) -> None:
        """Be called this, and explain it so."""
        self.picture.setAccessibleName(title)
        self._heading.setText(title)
        self._words.say(explanation)

    def width_with(self, side: int) -> int:
        """Return how wide it is with a picture so large, in logical pixels."""
        return max(side, self._heading.sizeHint().width())

    def set_side(self, side: int) -> None:
        """Have a picture so large."""
        self._side = side
        self.picture.set_side(side)
        self._words.set_width(self.width_with(side))

    def event(self, event: QEvent) -> bool:
        """Let the words be as wide as the heading, which may be in other letters now: it takes the room anyway."""
        heard = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._words.set_width(self.width_with(self._side))
        return heard
